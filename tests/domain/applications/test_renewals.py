"""カードの更新 (CARD-12, CARD-30 to CARD-32)."""

from datetime import date

import pytest

from ccus.domain.applications.actions.approval import approve
from ccus.domain.applications.actions.filing import submit
from ccus.domain.applications.checks.faults import Incomplete
from ccus.domain.applications.policies import filer_of
from ccus.domain.applications.terms import ApplicationKind
from ccus.domain.cards.models import Card
from ccus.domain.cards.renewing import renewal_of
from ccus.domain.cards.rules import months_before, renewable_from
from tests.factories.applications import (
    AT,
    drafted,
    in_review,
    opened,
    reviewer,
    submitted,
    typed_for,
    worker_with_card,
)

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)
SHORT = {"kind": "employer_certificate"}


def renewed(*, kind: str, expires_on: date = date(2027, 4, 1)) -> Card:
    """The new card after a renewal with such a document."""
    worker = worker_with_card(expires_on=expires_on)
    by = filer_of(opened(ApplicationKind.RENEWAL, worker=worker))
    typed = typed_for(ApplicationKind.RENEWAL, by)
    typed["identity"] = {**typed["identity"], "kind": kind}
    case = in_review(ApplicationKind.RENEWAL, worker=worker, typed=typed)
    approve(number=case.number, by=reviewer(case), at=AT)
    return Card.objects.filter(worker=worker).latest("serial")


def test_with_an_identity_document_the_years_count_anew() -> None:
    assert renewed(kind="driving_licence").expires_on == date(2036, 6, 15)


def test_with_an_employers_certificate_the_new_card_is_short_again() -> None:
    assert renewed(kind="employer_certificate").expires_on == date(2029, 6, 15)


def test_an_expired_card_is_renewed_too() -> None:
    assert renewed(kind="driving_licence", expires_on=date(2026, 10, 1)).serial == 2


def test_a_renewal_asks_for_an_identity_document() -> None:
    worker = worker_with_card(expires_on=date(2027, 4, 1))
    case = drafted(ApplicationKind.RENEWAL, worker=worker, typed={"delivery": {"place": "contact"}})
    with pytest.raises(Incomplete) as refused:
        submit(number=case.number, by=filer_of(case), at=AT)
    assert {fault.section for fault in refused.value.faults} == {"identity"}


def test_a_renewal_is_filed_from_six_months_before() -> None:
    on_the_day = worker_with_card(expires_on=date(2027, 5, 20))
    assert submitted(ApplicationKind.RENEWAL, worker=on_the_day).number


def test_a_day_earlier_the_sentence_says_from_when() -> None:
    case = drafted(ApplicationKind.RENEWAL, worker=worker_with_card(expires_on=date(2027, 5, 21)))
    with pytest.raises(Incomplete) as refused:
        submit(number=case.number, by=filer_of(case), at=AT)
    assert "2026年11月21日から申請できます" in refused.value.faults[0].refusal.sentence


@pytest.mark.parametrize(
    ("expires_on", "is_due", "is_over"),
    [(date(2027, 5, 21), False, False), (date(2027, 5, 20), True, False), (date(2026, 11, 19), True, True)],
)
def test_what_the_page_says_of_the_card_until_the_new_one_comes(
    expires_on: date, is_due: bool, is_over: bool
) -> None:
    worker = worker_with_card(expires_on=expires_on)
    shown = renewal_of(worker.pk, on=TODAY)
    assert shown is not None
    assert (shown.is_due, shown.is_over) == (is_due, is_over)


def test_six_months_before_the_end_of_a_month_is_the_end_of_a_shorter_one() -> None:
    assert renewable_from(date(2027, 8, 31)) == date(2027, 2, 28)
    assert months_before(date(2028, 8, 29), 6) == date(2028, 2, 29)
