"""申請の一覧: what is open, what can be started, and who comes in at all; APP-01, APP-04, APP-19."""

import re
from datetime import timedelta

import pytest

from ccus.domain.applications.actions.drafts import open_application
from ccus.domain.applications.actions.filing import withdraw_application
from ccus.domain.applications.terms import ApplicationKind
from ccus.domain.audit.terms import Actor, ActorKind
from ccus.domain.workers.terms import Grade
from tests.factories import accounts, cards, workers
from tests.factories import applications as made
from tests.factories.officers import client_of, officer
from tests.portals.filing import desk
from tests.sealed import get_file

pytestmark = pytest.mark.django_db
PAGES = (
    "",
    "check/",
    "received/",
    "received/receipt.pdf",
    "filed/",
    "withdrawal/",
    "id/",
    "contact/",
    "training/n1/",
)


def test_an_applicant_chooses_between_two_kinds_with_their_prices() -> None:
    words = desk.of_applicant().get("/filing/")
    for said in ("申請はまだありません", "簡略型", "詳細型", "2,500円", "4,900円"):
        assert said in words


def test_what_was_begun_is_gone_on_with() -> None:
    me = desk.of_applicant()
    first = me.started("registration", "simple")
    assert me.started("registration", "simple") == first
    assert "進んでいる申請" in me.get("/filing/")


def test_the_kind_of_registration_can_be_chosen_again() -> None:
    me = desk.of_applicant()
    address = me.started("registration", "simple")
    assert "保有資格" not in me.get(address)
    me.post(f"{address}grade/", grade="detailed")
    assert "保有資格" in me.get(address)


def test_a_worker_can_start_whatever_makes_sense() -> None:
    words = desk.of_worker(grade=Grade.SIMPLE).get("/filing/")
    for kind in ApplicationKind:
        is_of_others = kind is ApplicationKind.REGISTRATION or (kind.is_of_company and not kind.is_first)
        assert (kind.label in words) == (not is_of_others)


def test_what_is_not_open_yet_says_that_the_homepage_will_tell() -> None:
    held = cards.card(worker=workers.worker(account=accounts.account())).worker
    me = desk.of_worker(held)
    assert "準備ができしだい、ホームページでお知らせします。" in me.get("/filing/")
    answer = me.post("/filing/start/", kind="withdrawal", grade="")
    assert answer.status_code == 422


def test_a_detailed_worker_has_nothing_to_upgrade() -> None:
    me = desk.of_worker(grade=Grade.DETAILED)
    assert ApplicationKind.UPGRADE.label not in me.get("/filing/")
    assert me.post("/filing/start/", kind="upgrade", grade="").status_code == 422


def test_what_nobody_offers_cannot_be_started() -> None:
    me = desk.of_applicant()
    for kind, grade in (("change", ""), ("registration", "golden"), ("nonsense", "")):
        assert me.post("/filing/start/", kind=kind, grade=grade).status_code == 422


@pytest.mark.parametrize("path", PAGES)
def test_somebody_elses_application_is_not_there(path: str) -> None:
    case = made.submitted(ApplicationKind.CHANGE)
    for other in (desk.of_worker(), desk.of_applicant()):
        assert get_file(other.client, f"{desk.filed_at(case)}{path}").status_code == 404
        assert other.client.post(f"{desk.filed_at(case)}{path}").status_code in {404, 405}


def test_an_officer_files_nothing() -> None:
    assert client_of(officer()).get("/filing/").status_code == 403


def test_a_worker_finds_the_way_in_the_menu() -> None:
    words = desk.of_worker().get("/filing/")
    assert '<a href="/filing/" aria-current="page">' in words
    assert '<a href="/worker/" aria-current' not in words


def test_the_workers_own_home_is_the_only_one_marked_there() -> None:
    words = desk.of_worker().get("/worker/")
    assert '<a href="/worker/" aria-current="page">' in words
    assert '<a href="/filing/" aria-current' not in words


def test_older_applications_stand_behind_a_link() -> None:
    worker, kind = made.worker_with_card(), ApplicationKind.CHANGE
    by = Actor(ActorKind.WORKER, worker.pk)
    for n in range(52):
        at = made.AT + timedelta(days=n // 20)
        number = open_application(kind=kind, worker=worker.pk, by=by, at=at).number
        withdraw_application(number=number, by=by, at=at)
    me = desk.of_worker(worker)
    newest = me.get("/filing/")
    behind = re.search(r'href="\?before=(\d+)"', newest)
    assert behind is not None
    older = me.get("/filing/", before=behind[1])
    assert (newest.count("申請番号"), older.count("申請番号")) == (50, 2)
