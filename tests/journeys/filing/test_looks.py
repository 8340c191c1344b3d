"""Every page of filing at both widths, for somebody of forty letters: no barrier, nothing cut off."""

import pytest

from ccus.domain.accounts.actions import change_password
from ccus.domain.applications.actions import review
from ccus.domain.applications.actions.approval import approve
from ccus.domain.applications.models import Application
from ccus.domain.applications.terms import ApplicationKind
from ccus.domain.audit.terms import SYSTEM
from ccus.domain.workers.terms import Grade
from ccus.foundation import clock
from tests.factories import applications as made
from tests.factories.officers import officer
from tests.journeys.filing.papers import certificate
from tests.journeys.filing.people import NEW, Filer, Town
from tests.portals.worker import cast, registered

pytestmark = [pytest.mark.journey, pytest.mark.thorough]
FORTY_LETTERS = "Nguyễn Phương Anh Trần Thị Bích Hoàng Lo"
KANA = "グエン フオン アイン チャン ティ ビック"
SECTIONS = ("name", "contact", "affiliation", "insurance", "qualifications", "qualifications/n2")


@pytest.fixture
def filer(scripted: Town) -> Filer:
    """A worker of forty letters, with everything registered, who has begun a change."""
    person = cast.settled(FORTY_LETTERS, KANA, roman=FORTY_LETTERS.upper(), alias="アイン")
    registered.everything(person)
    return scripted.filer().is_at_home(person).starts("登録内容の変更")


def looks_well(filer: Filer, *paths: str) -> None:
    for path in paths:
        filer.page.set_viewport_size({"width": 390, "height": 900})
        filer.goes_to(path).finds_no_barrier()
        filer.page.set_viewport_size({"width": 1280, "height": 900})
        filer.scrolls_in_one_direction_only()


def here(filer: Filer) -> str:
    return filer.page.url.removeprefix(filer.address)


def test_a_change_while_it_is_written(filer: Filer) -> None:
    page = here(filer.adds("保有資格", certificate(資格番号="第9号")))
    filer.opens("氏名").fills({"氏名": FORTY_LETTERS[::-1], "氏名のよりどころ": "在留カード"})
    filer.presses("保存して一覧へ").stands_before("登録内容の変更").finds_no_barrier()
    looks_well(filer, "/filing/", page, *(f"{page}{section}/" for section in SECTIONS))
    looks_well(filer, f"{page}qualifications/n1/image/mask/", f"{page}check/", f"{page}withdrawal/")


def test_a_form_with_faults_and_a_check_that_refuses(filer: Filer) -> None:
    filer.opens("連絡先").answers(電話番号="090", 郵便番号="999-9999").presses("保存して次へ")
    filer.reads("入力を確かめてください").finds_no_barrier()
    filer.presses("保存して一覧へ").follows("確認画面へ").reads("直すところが").finds_no_barrier()


def returned(number: str) -> None:
    """Sent back for a field, a section and the whole."""
    by, at = officer().actor, clock.now()
    review.take(number=number, by=by, at=at)
    for section, row, field in (("contact", "1", "phone"), ("contact", "", ""), ("", "", "")):
        review.add_finding(
            number=number, section=section, row=row, field=field, code="F02", sentence="", by=by, at=at
        )
    review.return_to_applicant(number=number, by=by, at=at)


def test_a_change_that_was_submitted_and_returned(filer: Filer) -> None:
    page = here(filer)
    number = filer.writes("連絡先", {"番地": "9丁目9番9号"}).submits()
    looks_well(filer, f"{page}received/", page, f"{page}filed/", f"{page}contact/")
    returned(number)
    looks_well(filer, page, f"{page}contact/?check=1", f"{page}check/", "/worker/viewed/")


def registering() -> Application:
    """A registration that waits for its fee; the applicant has chosen a password."""
    case = made.submitted(ApplicationKind.REGISTRATION, grade=Grade.DETAILED, is_settled=False)
    assert case.applicant is not None
    change_password(account=case.applicant.account, new=NEW, birth_on=None, by=SYSTEM, at=clock.now())
    return case


def approved(case: Application) -> None:
    in_hand = made.take_in_hand(case)
    approve(number=case.number, by=made.reviewer(in_hand), at=made.AT)


def test_a_registration_from_its_fee_to_its_first_password(scripted: Town) -> None:
    case = registering()
    assert case.applicant is not None
    filer = scripted.filer().signs_in_as_applicant(case.applicant.account.login_id, NEW)
    page = f"/filing/{case.number}/"
    looks_well(filer, "/filing/", f"{page}received/", page)
    approved(case)
    looks_well(filer, page, f"{page}id/")
    filer.presses("初期パスワードを表示する").reads("この画面でしか見られません").finds_no_barrier()
