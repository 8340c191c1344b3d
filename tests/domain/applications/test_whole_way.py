"""From the first field to the registered fact, kind by kind."""

from datetime import date

import pytest

from ccus.domain.applications.actions.approval import approve
from ccus.domain.applications.terms import ApplicationKind, State
from ccus.domain.cards.models import Card, CardRevocation
from ccus.domain.notices.models import Mail, Notice
from ccus.domain.workers.models import Withdrawal, Worker
from ccus.domain.workers.registered import registered
from ccus.domain.workers.terms import Grade
from tests.factories.applications import AT, fresh, in_review, reviewer

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)


@pytest.mark.parametrize("kind", list(ApplicationKind))
def test_an_application_of_every_kind_goes_its_whole_way(kind: ApplicationKind) -> None:
    case = in_review(kind)
    approve(number=case.number, by=reviewer(case), at=AT)
    case = fresh(case)
    assert (case.state, case.closed_at) == (State.APPROVED, AT)


def test_an_approved_registration_is_a_worker_with_every_block_and_a_card() -> None:
    case = in_review(ApplicationKind.REGISTRATION, grade=Grade.DETAILED)
    approve(number=case.number, by=reviewer(case), at=AT)
    worker = Worker.objects.get(applicant=case.applicant_id)
    facts = registered(worker.pk, on=TODAY)
    assert facts["name"][0].values["kana"] == "ヤマダ ハナコ"
    assert facts["name"][0].values["official_source"] == "driving_licence"
    assert facts["contact"][0].values["phone"] == "+819012345678"
    assert facts["trades"][0].values["trade_2"] == "34-01"
    assert {key for key, rows in facts.items() if rows} >= {"photo", "core", "health", "insurance", "blood"}
    assert Card.objects.get(worker=worker).colour == "gold"
