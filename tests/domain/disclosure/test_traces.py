"""閲覧の記録 is only ever added: the application's role can neither change nor take back a row (DISC-06)."""

from datetime import datetime

import pytest
from django.db import ProgrammingError, transaction

from ccus.domain.accounts.terms import Duty
from ccus.domain.disclosure.models import DisclosureTrace
from ccus.domain.disclosure.terms import Purpose, Relation
from ccus.domain.disclosure.traces import Look, leave
from ccus.domain.workers.terms import Item
from tests.factories.officers import officer
from tests.factories.workers import worker

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def trace(at: datetime) -> None:
    look = Look(worker().pk, Relation.OPERATOR, {Item.BLOOD})
    leave(officer(Duty.REVIEW).actor, [look], purpose=Purpose.REVIEW, reason="審査", at=at)


def test_a_trace_cannot_be_rewritten_by_the_application() -> None:
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        DisclosureTrace.objects.update(reason="別の理由")


def test_a_trace_cannot_be_taken_back_by_the_application() -> None:
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        DisclosureTrace.objects.all().delete()
    assert DisclosureTrace.objects.count() == 1
