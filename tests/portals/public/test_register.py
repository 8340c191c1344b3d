"""申請用ログインIDの申し込み: the form, its limits, and that it tells strangers nothing."""

import pytest
from django.test import Client

from ccus.domain.accounts.actions import change_password
from ccus.domain.accounts.rules import LIMITS
from ccus.domain.accounts.terms import Counted
from ccus.domain.applications.models import Applicant
from ccus.domain.audit.terms import SYSTEM
from ccus.domain.notices.models import Mail
from ccus.foundation import clock

pytestmark = pytest.mark.django_db
GIVEN = {"name": "建設 未来", "kana": "けんせつ　みらい", "mail": "mirai@example.jp", "consent": "on"}
SENT = "/register/sent/"


def ask(client: Client, **other: str) -> tuple[int, str]:
    answer = client.post("/register/", GIVEN | other)
    return answer.status_code, answer.headers.get("Location", "") or answer.content.decode()


def mails() -> list[str]:
    return list(Mail.objects.order_by("pk").values_list("body", flat=True))


def test_asking_brings_id_and_initial_password_by_mail(client: Client) -> None:
    assert ask(client) == (302, SENT)
    applicant = Applicant.objects.get()
    assert (applicant.name, applicant.kana) == ("建設 未来", "ケンセツ ミライ")
    assert f"ログインID：{applicant.account.login_id}" in mails()[0]
    assert "/filing/sign-in/" in mails()[0]


def test_asking_again_before_the_first_sign_in_renews_the_password_of_the_same_id(client: Client) -> None:
    ask(client)
    assert ask(client, mail="MIRAI@example.jp") == (302, SENT)
    assert Applicant.objects.count() == 1
    assert len(set(mails())) == 2


def test_asking_with_a_known_address_answers_the_same_and_says_in_the_mail_how_to_go_on(
    client: Client,
) -> None:
    ask(client)
    change_password(
        account=Applicant.objects.get().account,
        new="ashiba-to-aoi-sora",
        birth_on=None,
        by=SYSTEM,
        at=clock.now(),
    )
    assert ask(client) == (302, SENT)
    assert "もうできています" in mails()[1]
    assert "初期パスワード" not in mails()[1]


def test_whoever_has_a_worker_id_by_now_is_a_new_applicant(client: Client) -> None:
    ask(client)
    ask(client, mail="other@example.jp")
    assert Applicant.objects.count() == 2


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("mail", "mirai＠", "メールアドレス"),
        ("mail", "", "メールアドレス"),
        ("name", "", "氏名"),
        ("name", "未来😀", "絵文字"),
        ("kana", "建設", "カタカナでない文字"),
        ("consent", "", "まだ同意していません"),
    ],
)
def test_a_fault_is_explained_at_its_field_and_what_was_typed_stays(
    client: Client, field: str, typed: str, said: str
) -> None:
    status, page = ask(client, **{field: typed})
    assert status == 422
    assert said in page
    assert 'value="けんせつ　みらい"' in page or field == "kana"
    assert not Applicant.objects.exists()


def test_every_fault_is_said_at_once(client: Client) -> None:
    page = client.post("/register/", {}).content.decode()
    assert page.count('class="err"') == 4


def test_a_mail_address_is_asked_for_three_times_an_hour_and_then_not(client: Client) -> None:
    for _ in range(LIMITS[Counted.ASKED_MAIL].tries):
        assert ask(client) == (302, SENT)
    status, page = ask(client)
    assert status == 429
    assert "このメールアドレスへの申し込みが続いています。" in page
    assert len(mails()) == LIMITS[Counted.ASKED_MAIL].tries


def test_a_network_asks_sixty_times_an_hour_and_then_not(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(LIMITS, Counted.ASKED_NETWORK, LIMITS[Counted.ASKED_MAIL])
    for n in range(3):
        assert ask(client, mail=f"a{n}@example.jp") == (302, SENT)
    status, page = ask(client, mail="b@example.jp")
    assert status == 429
    assert "このネットワークからの申し込みが続いています。" in page


def test_the_page_after_asking_names_nobody(client: Client) -> None:
    ask(client)
    page = client.get(SENT).content.decode()
    assert "mirai@example.jp" not in page
    assert "建設 未来" not in page
