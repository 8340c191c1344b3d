"""就業履歴証明: issued, taken back, checked (PROOF-03 to PROOF-08)."""

from datetime import date, datetime, timedelta

import pytest
from django.db import ProgrammingError, transaction

from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import SYSTEM
from ccus.domain.certificates.actions import (
    AlreadyRevoked,
    DayNotOver,
    NothingToCertify,
    TooManyCertificates,
    issue_certificate,
    revoke_certificate,
)
from ccus.domain.certificates.checking import Checked, check
from ccus.domain.certificates.codes import code_for
from ccus.domain.certificates.models import CareerCertificate
from ccus.domain.certificates.reading import certificates_of
from ccus.domain.certificates.rules import MOST_STANDING
from ccus.domain.certificates.terms import Standing
from ccus.domain.disclosure.traces import traces_of
from ccus.domain.work_history.models import WorkRecord
from ccus.domain.work_history.terms import State
from ccus.domain.workers.models import Withdrawal
from ccus.foundation.periods import Period
from tests.factories.personas import Cast, person
from tests.factories.records import record

pytestmark = pytest.mark.django_db
THURSDAY = date(2026, 11, 19)


def issued(cast: Cast, at: datetime, period: Period | None = None) -> CareerCertificate:
    return issue_certificate(worker=cast.mirai, period=period, with_sites=True, by=person(cast.mirai), at=at)


def checked(certificate: CareerCertificate, at: datetime) -> Checked:
    found = check(code_for(certificate.key), at=at)
    assert found is not None
    return found


@pytest.fixture
def worked(cast: Cast) -> Cast:
    """建設 未来 worked on Wednesday and Thursday, and today."""
    for back in range(3):
        record(cast.mirai, cast.site, THURSDAY + timedelta(days=1 - back))
    return cast


def test_a_certificate_holds_the_sums_up_to_yesterday(worked: Cast, at: datetime) -> None:
    made = issued(worked, at)
    assert (made.from_on, made.until_on) == (date(2026, 11, 18), date(2026, 11, 20))
    assert made.figures["days"] == 2
    assert (made.kana, made.expires_on) == ("ケンセツ ミライ", date(2027, 11, 20))


def test_a_period_is_certified_alone(worked: Cast, at: datetime) -> None:
    made = issued(worked, at, Period(THURSDAY, date(2026, 11, 20)))
    assert (made.figures["days"], made.from_on) == (1, THURSDAY)


def test_nobody_else_has_the_days_of_a_worker_certified(worked: Cast, at: datetime) -> None:
    with pytest.raises(NotAllowed):
        issue_certificate(worker=worked.mirai, period=None, with_sites=False, by=SYSTEM, at=at)


def test_a_day_that_is_not_over_is_not_certified(worked: Cast, at: datetime) -> None:
    with pytest.raises(DayNotOver, match="2026年11月20日は、まだ終わっていない日です"):
        issued(worked, at, Period(THURSDAY, date(2026, 11, 21)))


def test_where_nothing_was_done_nothing_is_certified(cast: Cast, at: datetime) -> None:
    with pytest.raises(NothingToCertify):
        issued(cast, at)


def test_the_register_keeps_no_code_that_anybody_could_read(worked: Cast, at: datetime) -> None:
    made = issued(worked, at)
    kept = str(CareerCertificate.objects.filter(pk=made.pk).values())
    assert code_for(made.key) not in kept


def test_whoever_has_many_certificates_takes_one_back_first(worked: Cast, at: datetime) -> None:
    first = issued(worked, at)
    for _ in range(MOST_STANDING - 1):
        issued(worked, at)
    with pytest.raises(TooManyCertificates):
        issued(worked, at)
    revoke_certificate(worker=worked.mirai, key=first.key, by=person(worked.mirai), at=at)
    assert issued(worked, at).figures["days"] == 2


def test_a_certificate_is_taken_back_once_and_shows_no_figures_then(worked: Cast, at: datetime) -> None:
    made, me = issued(worked, at), person(worked.mirai)
    revoke_certificate(worker=worked.mirai, key=made.key, by=me, at=at)
    with pytest.raises(AlreadyRevoked):
        revoke_certificate(worker=worked.mirai, key=made.key, by=me, at=at)
    found = checked(made, at)
    assert (found.standing, found.certificate, found.revoked_at) == (Standing.REVOKED, None, at)


def test_nobody_rewrites_what_was_certified(worked: Cast, at: datetime) -> None:
    made = issued(worked, at)
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        CareerCertificate.objects.filter(pk=made.pk).update(figures={})


def test_a_certificate_agrees_with_the_register_as_long_as_its_days_do(worked: Cast, at: datetime) -> None:
    made = issued(worked, at)
    record(worked.mirai, worked.site, date(2026, 11, 10), State.REFUSED)
    assert checked(made, at).is_as_now
    WorkRecord.objects.filter(work_on=THURSDAY).update(state=State.UNLINKED)
    assert not checked(made, at).is_as_now


def test_a_certificate_that_ran_out_says_so_and_no_more(worked: Cast, at: datetime) -> None:
    found = checked(issued(worked, at), at + timedelta(days=365))
    assert (found.standing, found.certificate) == (Standing.EXPIRED, None)


def test_whoever_checks_leaves_a_line_that_the_worker_reads(worked: Cast, at: datetime) -> None:
    checked(issued(worked, at), at)
    (trace,) = traces_of(worked.mirai.pk, before=None, limit=10)
    assert (trace.who, trace.purpose) == (
        "証明書を確かめた人（だれかは分かりません）",
        "就業履歴証明の確認",
    )


def test_of_somebody_who_left_there_is_no_certificate(worked: Cast, at: datetime) -> None:
    made = issued(worked, at)
    Withdrawal.objects.create(worker=worked.mirai, withdrawn_at=at, recorded_by="system:0")
    assert check(code_for(made.key), at=at) is None


def test_a_code_of_nobody_finds_nothing(db: None, at: datetime) -> None:
    assert check("0" * 20, at=at) is None


def test_a_paper_cannot_be_printed_again_under_another_secret(
    worked: Cast, at: datetime, settings: object
) -> None:
    issued(worked, at)
    settings.SECRET_KEY = "another secret of another server"  # type: ignore[attr-defined]
    (shown,) = certificates_of(worked.mirai.pk, at=at)
    assert (shown.code, shown.standing) == ("", Standing.VALID)
