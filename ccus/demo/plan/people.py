"""People: who they are, since when, for whom they work."""

from random import Random

from ccus.demo.chance import number
from ccus.demo.plan.cards import cards_of
from ccus.demo.plan.facts import Employment, Firm, Ids, Person, Span
from ccus.demo.words import PersonName, person_name
from ccus.domain.work_history.rules import DAY, HOUR, start_of

_WEIGHTS = (2, 10, 11, 7, 1)  # people of a firm, by its level
_CORE_WORKERS = 0.05
_CHANGES_EMPLOYER = 0.08
_LATE_LINK, _MISSING_LINK = 0.03, 0.01
_WITHDRAWS = 0.01


def staff(rng: Random, firms: list[Firm], count: int) -> list[Firm]:
    """The first employer of each of `count` people, firm by firm."""
    weights = [_WEIGHTS[firm.level] * (0.4 + 1.2 * rng.random()) for firm in firms]
    scale = count / sum(weights)
    bounds, total = [], 0.0
    for weight in weights:
        total += weight * scale
        bounds.append(round(total))
    bounds[-1] = count
    starts = [0, *bounds[:-1]]
    return [firm for firm, start, end in zip(firms, starts, bounds, strict=True) for _ in range(end - start)]


def person_of(seed: int, ids: Ids, rng: Random, firm: Firm, span: Span) -> Person:
    """Some person whose first registered employer is `firm`."""
    since = int(rng.triangular(span.from_day - 400, span.today - 20, span.from_day - 200))
    age = int(rng.triangular(18, 68, 44) * 365.25)
    return registered(seed, ids, rng, firm, since, since - age - rng.randrange(365), person_name(rng), span)


def registered(
    seed: int, ids: Ids, rng: Random, firm: Firm, since: int, born: int, name: PersonName, span: Span
) -> Person:
    """技能者登録: a person with trades, cards and the link to the employer."""
    key = ids.of("worker")
    trades = [firm.line.trade if firm.line else 2500]
    if rng.random() < 0.3:
        trades.append(200 if trades[0] != 200 else 300)
    person = Person(
        id=key,
        number=number(seed, "worker", key),
        name=name,
        birth_day=born,
        registered_day=since,
        is_core=rng.random() < _CORE_WORKERS,
        trades=tuple(trades),
    )
    person.employments.append(_employment(ids, rng, firm, since, since))
    person.cards = cards_of(ids, rng, person, span)
    return person


def change_employer(ids: Ids, rng: Random, person: Person, firms: list[Firm], span: Span) -> None:
    """転職: now and then somebody leaves for another firm of the same level, on a first of a month or not."""
    first = person.employments[0]
    earliest = max(span.from_day, first.from_day) + 60
    others = [firm for firm in firms if firm.level == first.firm.level and firm is not first.firm]
    if earliest >= span.today - 30 or not others or rng.random() >= _CHANGES_EMPLOYER:
        return
    day = rng.randrange(earliest, span.today - 20)
    first.until_day = day
    person.employments.append(_employment(ids, rng, rng.choice(others), day, day + 3))


def withdraw(rng: Random, person: Person, span: Span) -> None:
    """退会: a few leave the register for good."""
    earliest = max(span.from_day, person.registered_day) + 10
    if rng.random() < _WITHDRAWS and earliest < span.today:
        day = rng.randrange(earliest, span.today)
        person.withdrawn_at = left = start_of(day) + 15 * HOUR
        person.cards = [card for card in person.cards if card.issued_at < left]
        for card in person.cards:
            if card.lost_from is not None and card.lost_from >= left:
                card.lost_from = card.found_at = None
            if card.revoked_at is None or card.revoked_at > left:
                card.revoked_at, card.held_until = left, None


def _employment(ids: Ids, rng: Random, firm: Firm, from_day: int, linked_day: int) -> Employment:
    chance = rng.random()
    recorded: int | None = start_of(linked_day) + int((9 + 8 * rng.random()) * HOUR)
    if chance < _MISSING_LINK:
        recorded = None
    elif recorded is not None and chance < _MISSING_LINK + _LATE_LINK:
        recorded += rng.randrange(10, 120) * DAY
    return Employment(ids.of("affiliation"), firm, from_day, None, recorded)
