"""知らせ of a set that was carried out: whose facts, and who sees whom since (FIX-12)."""

from datetime import datetime

import pytest

from ccus.domain.audit.terms import SYSTEM, Actor
from ccus.domain.companies.actions.facts import enter_company_fact
from ccus.domain.companies.models import Company
from ccus.domain.companies.terms import Role
from ccus.domain.corrections.models import ChangeSet
from ccus.domain.corrections.telling import tell_everybody
from ccus.domain.corrections.terms import Doing, Side
from ccus.domain.notices.models import Mail, Notice
from ccus.domain.workers.actions.registered import enter_fact
from ccus.domain.workers.models import Worker
from ccus.foundation.identifiers import grouped
from tests.domain.workers.samples import VALUES
from tests.factories import accounts, companies, corrections, seats, workers
from tests.factories.firms import FACTS

pytestmark = pytest.mark.django_db


@pytest.fixture
def worker() -> Worker:
    return workers.worker(account=accounts.account())


@pytest.fixture
def before(worker: Worker) -> Company:
    """The employer so far, with an account that manages its workers."""
    firm = companies.company(name="高橋鉄筋")
    workers.affiliation(worker=worker, company=firm, employment="regular")
    seats.seat(firm)
    return firm


@pytest.fixture
def moved(worker: Worker, before: Company, by: Actor, at: datetime) -> ChangeSet:
    """所属 put to 他社工業."""
    other = companies.company(name="他社工業")
    seats.seat(other)
    seats.seat(other, role=Role.SITE_VIEWER)
    change_set = corrections.change_set("affiliation", by=by, at=at)
    corrections.row(change_set, worker.number, {"company": other.number}, by=by, at=at)
    corrections.previewed(change_set, by=by, at=at)
    return change_set


def bodies(**wanted: object) -> list[str]:
    return list(Notice.objects.filter(**wanted).order_by("pk").values_list("body", flat=True))


def test_the_worker_reads_what_was_put_right_and_why_and_never_by_whom(
    moved: ChangeSet, worker: Worker, by: Actor, at: datetime
) -> None:
    tell_everybody(moved, at=at)
    [body] = bodies(account=worker.account)
    assert "直したところ：所属事業者" in body
    assert "取り込みの誤り" in body
    assert "審査 花子" not in body


def test_whoever_sees_the_worker_now_and_whoever_no_more_is_told(
    moved: ChangeSet, worker: Worker, at: datetime
) -> None:
    tell_everybody(moved, at=at)
    said = {
        each.account.seats.get().company.name: each.body
        for each in Notice.objects.filter(account__worker=None)
    }
    assert f"見られるようになった技能者：{grouped(worker.number)}" in said["他社工業"]
    assert "見られなくなった技能者：1人" in said["高橋鉄筋"]
    assert grouped(worker.number) not in said["高橋鉄筋"]


def test_nobody_is_told_twice_of_the_same(moved: ChangeSet, at: datetime) -> None:
    tell_everybody(moved, at=at)
    count = Notice.objects.count()
    tell_everybody(moved, at=at)
    assert Notice.objects.count() == count == 3


def test_of_its_own_facts_a_company_is_told(by: Actor, at: datetime) -> None:
    firm = companies.company(name="見本工業")
    seats.seat(firm)
    change_set = corrections.change_set("retirement", side=Side.COMPANY, by=by, at=at)
    typed = {"chutaikyo": "1", "since": "2026-11-01"}
    corrections.row(change_set, firm.number, typed, doing=Doing.ENTER, by=by, at=at)
    tell_everybody(change_set, at=at)
    [body] = bodies()
    assert "退職金共済" in body


def mails_of(change_set: ChangeSet, at: datetime) -> list[tuple[str, str]]:
    tell_everybody(change_set, at=at)
    tell_everybody(change_set, at=at)
    return list(Mail.objects.values_list("to", "body"))


def test_whose_mail_address_a_correction_replaces_hears_it_at_the_old_one(
    worker: Worker, by: Actor, at: datetime
) -> None:
    enter_fact(worker=worker, key="contact", values=VALUES["contact"], by=SYSTEM, at=at)
    change_set = corrections.change_set("contact", by=by, at=at)
    corrections.row(change_set, worker.number, {"mail": "others@example.jp"}, by=by, at=at)
    [(to, body)] = mails_of(change_set, at)
    assert (to, "直したところ：連絡先" in body) == ("mirai@example.jp", True)


def test_who_answers_for_a_company_hears_at_the_old_address_that_it_was_replaced(
    by: Actor, at: datetime
) -> None:
    firm = companies.company(name="見本工業")
    enter_company_fact(company=firm, key="responsible", values=FACTS["responsible"], by=SYSTEM, at=at)
    change_set = corrections.change_set("responsible", side=Side.COMPANY, by=by, at=at)
    corrections.row(change_set, firm.number, {"mail": "others@example.jp"}, by=by, at=at)
    [(to, body)] = mails_of(change_set, at)
    assert (to, "直したところ：登録責任者" in body) == (FACTS["responsible"]["mail"], True)
