"""申請用ログインID: asked for by name and mail, sent by mail."""

import pytest

from ccus.domain.accounts.policies import must_change_password
from ccus.domain.applications.actions.applicants import ask_for_login
from ccus.domain.applications.actions.approval import approve
from ccus.domain.applications.actions.drafts import AlreadyHasId, open_application
from ccus.domain.applications.models import Applicant
from ccus.domain.applications.policies import filer_of
from ccus.domain.applications.terms import ApplicationKind
from ccus.domain.audit.terms import SYSTEM
from ccus.domain.notices.models import Mail
from ccus.foundation.identifiers import Kind
from ccus.foundation.refusals import Refusal
from tests.factories.applications import AT, in_review, reviewer

pytestmark = pytest.mark.django_db


def asked(name: str = "山田 花子", kana: str = "やまだ はなこ", mail: str = "hanako@example.jp") -> Applicant:
    return ask_for_login(name=name, kana=kana, mail=mail, by=SYSTEM, at=AT)


def test_the_login_and_its_initial_password_go_by_mail() -> None:
    applicant = asked()
    body = Mail.objects.get(to="hanako@example.jp").body
    initial = body.partition("初期パスワード：")[2].partition("\n")[0]
    assert applicant.account.login_id in body
    assert applicant.account.check_password(initial)


def test_a_login_of_an_applicant_ends_with_its_kind_and_must_change_its_password() -> None:
    account = asked().account
    assert account.login_id.endswith(Kind.APPLICANT)
    assert must_change_password(account)


@pytest.mark.parametrize("name", ["𠮷", "スカルノ", "Nguyễn Văn Anh"])
def test_a_name_of_any_script_or_one_letter_may_ask(name: str) -> None:
    assert asked(name=name).name == name


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"name": " "}, "name"),
        ({"kana": "山田"}, "kana"),
        ({"mail": "hanako"}, "mail"),
        ({"mail": ""}, "mail"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_field(typed: dict[str, str], field: str) -> None:
    with pytest.raises(Refusal) as told:
        asked(**typed)
    assert told.value.field == field
    assert not Mail.objects.exists()


def test_asking_again_with_one_address_makes_no_second_login() -> None:
    assert asked().account_id == asked().account_id
    assert Mail.objects.filter(to="hanako@example.jp").count() == 2


def test_people_who_share_an_address_each_get_a_login() -> None:
    assert asked().account_id != asked(name="山田 太郎", kana="ヤマダ タロウ").account_id


def test_whoever_has_an_id_begins_no_second_registration() -> None:
    case = in_review()
    approve(number=case.number, by=reviewer(case), at=AT)
    by = filer_of(case)
    with pytest.raises(AlreadyHasId):
        open_application(kind=ApplicationKind.REGISTRATION, applicant=by.id, by=by, at=AT)
