"""承認の効果: what an approval does to the register, kind by kind (APP-12)."""

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date, datetime

from ccus.domain.applications import effects_of_companies
from ccus.domain.applications.applying import apply_facts
from ccus.domain.applications.asked import sections_of_case
from ccus.domain.applications.blocks import OTHER_PLACE, SHORT_CARD_DOCUMENT
from ccus.domain.applications.contents import Contents
from ccus.domain.applications.leaving import close_others
from ccus.domain.applications.models import Applicant, Application, Submission
from ccus.domain.applications.suspects import Different, other_persons, require_nobody_suspected
from ccus.domain.applications.terms import ApplicationKind, State
from ccus.domain.audit.terms import Actor, ActorKind
from ccus.domain.cards.actions.issue import issue_card, reissue_card
from ccus.domain.cards.actions.replacement import change_colour, renew_card
from ccus.domain.cards.addresses import SendTo
from ccus.domain.cards.models import Card
from ccus.domain.codes.models import Trade
from ccus.domain.leaving.actions.leave import withdraw_worker
from ccus.domain.workers.actions.registered import set_grade
from ccus.domain.workers.actions.registration import register_worker
from ccus.domain.workers.different import mark_different
from ccus.domain.workers.models import Worker
from ccus.domain.workers.rules import PersonName
from ccus.domain.workers.terms import Grade
from ccus.foundation.clock import day_of
from ccus.foundation.constraints import one_at_a_time
from ccus.foundation.entry.block import Values
from ccus.foundation.refusals import Refusal

_GIVEN_AT_REGISTRATION = frozenset({"name", "trades"})

Effect = Callable[[Application, Contents, Actor, datetime], None]


class NoCardInHand(Refusal):
    """カードなし: it was revoked meanwhile."""


def _register(case: Application, contents: Contents, by: Actor, at: datetime) -> None:
    name, trades = contents["name"][0].values, contents["trades"][0].values
    different = _nobody_twice(case, contents, at)
    registered = register_worker(
        name=_person_name(name),
        birth_on=date.fromisoformat(str(contents["birth"][0].values["birth_on"])),
        trades=_trades(trades),
        is_another_person=_was_submitted_by_the_office(case),
        others=[each.worker.pk for each in different],
        by=by,
        at=at,
    )
    worker = registered.worker
    for other in different:
        mark_different(worker, other.worker, other.words, by=other.by, at=at)
    set_grade(worker=worker, grade=Grade(case.grade or Grade.SIMPLE), by=by, at=at)
    rest = [section for section in sections_of_case(case) if section.key not in _GIVEN_AT_REGISTRATION]
    apply_facts(rest, worker, contents, by=by, at=at)
    issue_card(
        worker=worker,
        is_short=_is_short(contents),
        applied_on=_applied_on(case),
        send_to=_send_to(contents),
        by=by,
        at=at,
    )
    if case.applicant is None:
        raise ValueError("a registration is filed by an applicant")
    Applicant.objects.filter(pk=case.applicant.pk).update(worker=worker)
    case.applicant.worker = worker


def _nobody_twice(case: Application, contents: Contents, at: datetime) -> tuple[Different, ...]:
    """One registration after the other, so that whoever was registered a second ago is found (SAME-14)."""
    one_at_a_time("registrations", "approval")
    require_nobody_suspected(case, contents, on=day_of(at))
    return other_persons(case, contents)


def _change(case: Application, contents: Contents, by: Actor, at: datetime) -> None:
    apply_facts(sections_of_case(case), _worker(case), contents, by=by, at=at)


def _upgrade(case: Application, contents: Contents, by: Actor, at: datetime) -> None:
    set_grade(worker=_worker(case), grade=Grade.DETAILED, by=by, at=at)
    _change(case, contents, by, at)


def _change_colour(case: Application, contents: Contents, by: Actor, at: datetime) -> None:
    _change(case, contents, by, at)
    change_colour(card=_card(case), send_to=_send_to(contents), by=by, at=at)


def _reissue(case: Application, contents: Contents, by: Actor, at: datetime) -> None:
    reissue_card(card=_card(case), send_to=_send_to(contents), by=by, at=at)


def _renew(case: Application, contents: Contents, by: Actor, at: datetime) -> None:
    renew_card(
        card=_card(case),
        applied_on=_applied_on(case),
        is_short=_is_short(contents),
        send_to=_send_to(contents),
        by=by,
        at=at,
    )


def _withdraw(case: Application, _contents: Contents, by: Actor, at: datetime) -> None:
    withdraw_worker(worker=_worker(case), by=by, at=at)
    close_others(case, by=by, at=at)


EFFECTS: dict[ApplicationKind, Effect] = {
    ApplicationKind.REGISTRATION: _register,
    ApplicationKind.CHANGE: _change,
    ApplicationKind.UPGRADE: _upgrade,
    ApplicationKind.COLOUR_CHANGE: _change_colour,
    ApplicationKind.REISSUE: _reissue,
    ApplicationKind.RENEWAL: _renew,
    ApplicationKind.WITHDRAWAL: _withdraw,
    ApplicationKind.COMPANY_REGISTRATION: effects_of_companies.register,
    ApplicationKind.COMPANY_CHANGE: effects_of_companies.change,
    ApplicationKind.COMPANY_RENEWAL: effects_of_companies.renew,
}


def _worker(case: Application) -> Worker:
    if case.worker is None:
        raise ValueError("an application of this kind is about a worker")
    return case.worker


def _is_short(contents: Contents) -> bool:
    """Without an identity document the card is short, at a registration and at each renewal (CARD-05, CARD-31)."""
    return contents["identity"][0].values.get("kind") == SHORT_CARD_DOCUMENT


def _card(case: Application) -> Card:
    card = Card.objects.filter(worker=_worker(case), revocation__isnull=True).order_by("-serial").first()
    if card is None:
        raise NoCardInHand("お持ちのカードが、申請のあとで失効しています。却下して、理由を伝えてください。")
    return card


def _was_submitted_by_the_office(case: Application) -> bool:
    """Only the office submits for a namesake, having seen documents (APP-16)."""
    submitting = case.path.filter(from_state__in=[State.DRAFT, State.RETURNED]).order_by("-ordinal").first()
    return submitting is not None and submitting.by.startswith(f"{ActorKind.OPERATOR}:")


def _applied_on(case: Application) -> date:
    return day_of(Submission.objects.get(application=case, ordinal=1).at)


def _send_to(contents: Contents) -> SendTo | None:
    """送付先 as it was filed; None where the card goes to the registered 連絡先 (CARD-14)."""
    filed = contents["delivery"][0].values if contents.get("delivery") else {}
    if filed.get("place") != OTHER_PLACE:
        return None
    return SendTo(**{field.name: str(filed.get(field.name) or "") for field in fields(SendTo)})


def _person_name(values: Values) -> PersonName:
    forms = [field.name for field in fields(PersonName) if field.name != "alias_on_card"]
    texts = {form: str(values.get(form) or "") for form in forms}
    return replace(PersonName("", ""), **texts, alias_on_card=bool(values.get("alias_on_card")))


def _trades(values: Values) -> list[Trade]:
    codes = [str(values[name]) for name in sorted(values) if name.startswith("trade_") and values[name]]
    found = {trade.code: trade for trade in Trade.objects.filter(code__in=codes)}
    return [found[code] for code in codes]
