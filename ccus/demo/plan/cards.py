"""Cards: issued, lost, found, reissued, renewed in time or too late."""

from random import Random

from ccus.demo.plan.facts import Card, Ids, Person, Span
from ccus.domain.cards.rules import colour, expiry, token, years_of_validity
from ccus.domain.work_history.rules import DAY, HOUR, date_of, day_number, day_of, start_of

_SHORT, _LOST, _REISSUED, _NOT_RENEWED = 0.06, 0.04, 0.05, 0.2
_OFFICE_OPENS = 10 * HOUR
_BY_POST = 4 * DAY


def cards_of(ids: Ids, rng: Random, person: Person, span: Span) -> list[Card]:
    """All cards of a person up to today, first to last."""
    cards = [issue(ids, person, 1, person.registered_day, is_short=rng.random() < _SHORT)]
    chance = rng.random()
    earliest = max(span.from_day, person.registered_day + 10)
    if chance < _LOST + _REISSUED and earliest < span.today - 5:
        day = rng.randrange(earliest, span.today - 3)
        if chance < _LOST:
            _lose(ids, rng, person, cards, day, span)
        else:
            _replace(cards, issue(ids, person, cards[-1].serial + 1, day))
    if rng.random() >= _NOT_RENEWED:
        renew(ids, rng, person, cards, span)
    return cards


def issue(ids: Ids, person: Person, serial: int, day: int, *, is_short: bool = False) -> Card:
    """カードの交付: good until the birthday that D-03 names; by post in the worker's hand some days later."""
    issued_at = start_of(day) + _OFFICE_OPENS
    return Card(
        id=ids.of("card"),
        serial=serial,
        token=token(person.number, serial),
        colour=colour(is_core_worker=person.is_core),
        issued_at=issued_at,
        expires_day=_expiry(person, day, is_short=is_short),
        held_from=issued_at if serial == 1 else issued_at + _BY_POST,
    )


def _expiry(person: Person, day: int, *, is_short: bool) -> int:
    born, on = date_of(person.birth_day), date_of(day)
    years = years_of_validity(birth_on=born, applied_on=on, is_short=is_short)
    return day_number(expiry(birth_on=born, issued_on=on, years=years))


def _lose(ids: Ids, rng: Random, person: Person, cards: list[Card], day: int, span: Span) -> None:
    card = cards[-1]
    card.lost_from = start_of(day) + 19 * HOUR
    if rng.random() < 0.4 and day + 4 < span.today:
        card.found_at = card.lost_from + 2 * DAY + 14 * HOUR
    elif day + 30 < span.today:
        _replace(cards, issue(ids, person, card.serial + 1, day + 25))


def _replace(cards: list[Card], new: Card) -> None:
    """再交付: the expiry stays (D-03), the old card ends with the new one's issue."""
    old = cards[-1]
    new.expires_day = old.expires_day
    old.revoked_at, old.held_until = new.issued_at, new.held_from
    cards.append(new)


def renew(ids: Ids, rng: Random, person: Person, cards: list[Card], span: Span) -> None:
    """更新: most people renew in the last two months, some after the card has expired."""
    while cards[-1].expires_day < span.today + 30:
        old = cards[-1]
        day = max(old.expires_day - 50 + int(75 * rng.random()), day_of(old.issued_at) + 1)
        if day >= span.today:
            return
        new = issue(ids, person, old.serial + 1, day)
        old.revoked_at, old.held_until = new.issued_at, new.held_from
        cards.append(new)
