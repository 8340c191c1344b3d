"""Who was asked about a day of a worker sees who that is (CLAIM-38, DISC-02)."""

from datetime import datetime

import pytest

from ccus.domain.accounts.terms import Duty
from ccus.domain.companies.terms import Role
from ccus.domain.disclosure.policies import relations
from ccus.domain.disclosure.reading import HIDDEN, workers_as_seen_by
from ccus.domain.disclosure.terms import Purpose, Relation
from ccus.domain.work_history.claim_terms import Party
from ccus.domain.workers.terms import Item
from ccus.foundation.clock import day_of
from tests.factories import asked, seats
from tests.factories.officers import officer
from tests.factories.personas import Cast, firm

pytestmark = pytest.mark.django_db


def test_a_company_that_was_asked_sees_number_and_kana_of_somebody_who_is_on_no_roster(
    cast: Cast, at: datetime
) -> None:
    asked.claim(cast, asked={Party.PRIME: cast.stranger})
    (seen,) = workers_as_seen_by(
        firm(cast.stranger), [cast.mirai.pk], purpose=Purpose.APPROVAL, at=at, items=(Item.NAME,)
    )
    assert (seen.number, seen.kana) == (cast.mirai.number, "ケンセツ ミライ")
    assert (seen.relation, seen.blocks["name"]) == (Relation.OTHER, HIDDEN)


def test_a_company_that_was_not_asked_sees_nobody(cast: Cast, at: datetime) -> None:
    asked.claim(cast)
    by = firm(cast.stranger)
    assert workers_as_seen_by(by, [cast.mirai.pk], purpose=Purpose.APPROVAL, at=at) == ()


def test_the_prime_and_the_employer_see_the_name(cast: Cast, at: datetime) -> None:
    asked.claim(cast)
    for company, relation in ((cast.sato, Relation.SITE), (cast.takahashi, Relation.EMPLOYER)):
        by, one = firm(company), [cast.mirai.pk]
        (seen,) = workers_as_seen_by(by, one, purpose=Purpose.APPROVAL, at=at, items=(Item.NAME,))
        assert (seen.relation, seen.shown["name"][0].values["official"]) == (relation, "建設 未来")


def test_a_clerk_who_answers_no_claims_looks_at_nobody_for_them(cast: Cast, at: datetime) -> None:
    asked.claim(cast)
    clerk = seats.seat(cast.sato, Role.PROXY_CLERK)
    assert workers_as_seen_by(clerk.actor, [cast.mirai.pk], purpose=Purpose.APPROVAL, at=at) == ()


def test_only_the_duty_of_disputes_looks_for_them(cast: Cast, at: datetime) -> None:
    for duty, found in ((Duty.DISPUTES, {cast.mirai.pk: Relation.OPERATOR}), (Duty.CONTACT, {})):
        by = officer(duty).actor
        assert relations(by, [cast.mirai.pk], purpose=Purpose.DISPUTE, on=day_of(at), at=at) == found
