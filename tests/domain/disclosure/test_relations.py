"""関係: who may look at all, by the facts that stand now (DISC-02, DISC-05)."""

from datetime import date, datetime, timedelta

import pytest

from ccus.domain.accounts.terms import Duty
from ccus.domain.audit.terms import Actor, ActorKind
from ccus.domain.disclosure.policies import NoRelation, ReasonMissing, ReasonTooLong, relations
from ccus.domain.disclosure.reading import worker_as_seen_by
from ccus.domain.disclosure.terms import Purpose, Relation
from ccus.domain.workers.models import Mandate, Withdrawal, Worker
from ccus.domain.workers.terms import Mandated
from ccus.foundation.clock import day_of
from tests.factories import mandates
from tests.factories.companies import company
from tests.factories.facts import RECORDED_AT
from tests.factories.officers import officer
from tests.factories.personas import Cast, firm, person
from tests.factories.workers import worker

pytestmark = pytest.mark.django_db
PAST = date(2020, 1, 1)


def relation(
    actor: Actor, to: Worker, purpose: Purpose, at: datetime, on: date | None = None
) -> Relation | None:
    return relations(actor, [to.pk], purpose=purpose, on=on or day_of(at), at=at).get(to.pk)


def mandate(giver: Worker, taker: Actor, **values: object) -> None:
    fact = {"valid_from": PAST, "recorded_at": RECORDED_AT, "recorded_by": "system:0"}
    acts = {"acts": [Mandated.FILE_APPLICATIONS]}
    Mandate.objects.create(worker=giver, company_id=taker.id, **(fact | acts | values))


def test_a_worker_stands_to_the_own_record_as_the_worker_and_to_no_other(cast: Cast, at: datetime) -> None:
    mirai, other = person(cast.mirai), worker()
    assert relation(mirai, cast.mirai, Purpose.OWN, at) is Relation.SELF
    assert relation(mirai, other, Purpose.OWN, at) is None


def test_the_employer_of_today_may_look_and_another_firm_may_not(cast: Cast, at: datetime) -> None:
    assert relation(firm(cast.takahashi), cast.mirai, Purpose.ROSTER, at) is Relation.EMPLOYER
    assert relation(firm(cast.stranger), cast.mirai, Purpose.ROSTER, at) is None
    assert relation(firm(cast.sato), cast.mirai, Purpose.EMPLOYEES, at) is None


def test_an_employer_of_the_past_may_not_look_any_more(cast: Cast, at: datetime) -> None:
    cast.affiliation.superseded_at = at
    cast.affiliation.save(update_fields=["superseded_at"])
    assert relation(firm(cast.takahashi), cast.mirai, Purpose.ROSTER, at) is None


def test_a_company_with_a_mandate_looks_only_to_file(cast: Cast, at: datetime) -> None:
    mandates.licence(cast.stranger)
    proxy = firm(cast.stranger)
    mandate(cast.mirai, proxy)
    assert relation(proxy, cast.mirai, Purpose.PROXY_FILING, at) is Relation.PROXY
    assert relation(proxy, cast.mirai, Purpose.ROSTER, at) is None


def test_a_mandate_opens_nothing_once_what_it_rests_on_is_gone(cast: Cast, at: datetime) -> None:
    mandate(cast.mirai, firm(cast.stranger))
    assert relation(firm(cast.stranger), cast.mirai, Purpose.PROXY_FILING, at) is None


@pytest.mark.parametrize(("from_on", "until_on"), [(PAST, date(2026, 11, 20)), (date(2026, 11, 21), None)])
def test_a_mandate_that_ended_or_has_not_begun_opens_nothing(
    cast: Cast, at: datetime, from_on: date, until_on: date | None
) -> None:
    mandates.licence(cast.stranger)
    proxy = firm(cast.stranger)
    mandate(cast.mirai, proxy, valid_from=from_on, valid_until=until_on)
    assert relation(proxy, cast.mirai, Purpose.PROXY_FILING, at) is None


def test_a_mandate_for_something_else_opens_nothing(cast: Cast, at: datetime) -> None:
    mandates.licence(cast.stranger)
    proxy = firm(cast.stranger)
    mandate(cast.mirai, proxy, acts=["carry_stones"])
    assert relation(proxy, cast.mirai, Purpose.PROXY_FILING, at) is None


def test_nobody_but_worker_and_office_looks_at_the_past(cast: Cast, at: datetime) -> None:
    office = officer(Duty.REVIEW).actor
    assert relation(firm(cast.takahashi), cast.mirai, Purpose.ROSTER, at, PAST) is None
    assert relation(person(cast.mirai), cast.mirai, Purpose.OWN, at, PAST) is Relation.SELF
    assert relation(office, cast.mirai, Purpose.REVIEW, at, PAST) is Relation.OPERATOR


@pytest.mark.parametrize(
    ("duty", "purpose", "expected"),
    [
        (Duty.REVIEW, Purpose.REVIEW, Relation.OPERATOR),
        (Duty.CONTACT, Purpose.ENQUIRY, Relation.OPERATOR),
        (Duty.CONTACT, Purpose.REVIEW, None),
        (Duty.FEES, Purpose.ENQUIRY, None),
        (Duty.REVIEW, Purpose.OWN, None),
    ],
)
def test_an_officer_looks_only_as_the_duty_asks(
    duty: Duty, purpose: Purpose, expected: Relation | None, at: datetime
) -> None:
    assert relation(officer(duty).actor, worker(), purpose, at) is expected


def test_who_left_is_shown_to_the_office_alone(cast: Cast, at: datetime) -> None:
    Withdrawal.objects.create(worker=cast.mirai, withdrawn_at=at, recorded_by="system:0")
    office = officer(Duty.CONTACT).actor
    assert relation(firm(cast.takahashi), cast.mirai, Purpose.ROSTER, at) is None
    assert relation(person(cast.mirai), cast.mirai, Purpose.OWN, at) is None
    assert relation(office, cast.mirai, Purpose.ENQUIRY, at) is Relation.OPERATOR  # D-18


@pytest.mark.parametrize("kind", [ActorKind.APPLICANT, ActorKind.READER, ActorKind.SYSTEM])
def test_whoever_else_acts_sees_nobody(kind: ActorKind, cast: Cast, at: datetime) -> None:
    everything = [relation(Actor(kind, cast.mirai.pk), cast.mirai, purpose, at) for purpose in Purpose]
    assert everything == [None] * len(Purpose)


def test_without_a_relation_the_answer_is_a_sentence(cast: Cast, at: datetime) -> None:
    with pytest.raises(NoRelation, match="閲覧できません"):
        worker_as_seen_by(firm(company()), cast.mirai.pk, purpose=Purpose.ROSTER, at=at)


def test_whether_there_is_such_a_worker_is_not_told(cast: Cast, at: datetime) -> None:
    answers = set()
    for key in (cast.mirai.pk, cast.mirai.pk + 10_000):
        with pytest.raises(NoRelation) as refused:
            worker_as_seen_by(firm(cast.stranger), key, purpose=Purpose.ROSTER, at=at)
        answers.add(refused.value.sentence)
    assert len(answers) == 1


@pytest.mark.parametrize("reason", ["", "  ", "　"])
def test_the_office_says_why_it_looks(reason: str, at: datetime) -> None:
    office = officer(Duty.CONTACT).actor
    with pytest.raises(ReasonMissing) as refused:
        worker_as_seen_by(office, worker().pk, purpose=Purpose.ENQUIRY, reason=reason, at=at)
    assert refused.value.field == "reason"


def test_a_reason_too_long_to_be_read_is_refused(at: datetime) -> None:
    office = officer(Duty.CONTACT).actor
    with pytest.raises(ReasonTooLong, match="201文字"):
        worker_as_seen_by(office, worker().pk, purpose=Purpose.ENQUIRY, reason="あ" * 201, at=at)


def test_a_closed_account_of_an_officer_opens_nothing(at: datetime) -> None:
    closed = officer(Duty.CONTACT, account__closed_at=at - timedelta(days=1))
    assert relation(closed.actor, worker(), Purpose.ENQUIRY, at) is None
