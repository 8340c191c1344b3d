"""パスワード変更: G07-2 to G07-7, SIGN-04, SIGN-05, SIGN-09."""

import pytest
from django.test import Client

from ccus.domain.audit.models import Event
from ccus.domain.audit.terms import Act
from tests.portals.worker import cast

pytestmark = pytest.mark.django_db
PAGE, NEW = "/worker/password/", "aoi-sora-to-ashiba"


def change(client: Client, new: str = NEW, again: str | None = None, **more: str) -> cast.Answer:
    return client.post(PAGE, {"new": new, "again": new if again is None else again, **more}, follow=True)


def enters(person: cast.Person, password: str) -> bool:
    typed = {"login_id": person.number, "password": password}
    return Client().post("/worker/sign-in/", typed).status_code == 302


def test_the_page_shows_its_notes_and_the_button_of_the_guide() -> None:
    page = cast.signed_in(cast.register()).get(PAGE).content.decode()
    assert "注意事項" in page
    assert "技能者ID、氏名、生年月日、メールアドレス、よく使われる言葉は使えません" in page
    assert '<button class="btn btn--fill btn--big" type="submit">パスワード変更</button>' in page


def test_a_change_succeeds_in_the_words_of_the_guide_and_opens_the_portal() -> None:
    mirai = cast.register()
    answer = change(cast.signed_in(mirai))
    assert answer.redirect_chain == [("/worker/", 302)]  # type: ignore[attr-defined]
    assert "パスワードの変更に成功しました。" in answer.content.decode()


def test_from_the_second_sign_in_only_the_new_password_opens() -> None:
    mirai = cast.register()
    change(cast.signed_in(mirai))
    assert not enters(mirai, mirai.initial_password)
    assert enters(mirai, NEW)


def test_other_sessions_end_and_this_one_stays() -> None:
    mirai = cast.settled()
    here, elsewhere = cast.signed_in(mirai), cast.signed_in(mirai)
    change(here, present=cast.PASSWORD)
    assert here.get("/worker/").status_code == 200
    assert elsewhere.get("/worker/").status_code == 302


def test_the_initial_password_cannot_be_set_again() -> None:
    mirai = cast.register()
    answer = change(cast.signed_in(mirai), mirai.initial_password)
    assert answer.status_code == 422
    assert "初期パスワードは、もう一度設定できません。" in answer.content.decode()


@pytest.mark.parametrize(
    ("new", "again", "sentence"),
    [
        ("short", None, "新しいパスワードが短すぎます。12文字以上にしてください。"),
        ("password2026", None, "よく使われる言葉"),
        ("mirai19890401", None, "生年月日が入っています"),
        (NEW, "aoi-sora", "上の新しいパスワードと違います"),
        ("", None, "新しいパスワードを入力してください。"),
        ("x" * 300, None, "新しいパスワードが長すぎます。"),
    ],
)
def test_a_refused_password_says_what_to_do(new: str, again: str | None, sentence: str) -> None:
    answer = change(cast.signed_in(cast.register()), new, again)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()


def test_whoever_only_found_the_device_unlocked_cannot_change_it() -> None:
    answer = change(cast.signed_in(cast.settled()), present="a-guess-of-a-thief")
    assert "今のパスワードが違います。" in answer.content.decode()


def test_a_finder_of_the_device_cannot_guess_for_ever() -> None:
    finder = cast.signed_in(cast.settled())
    for _ in range(10):
        change(finder, present="a-guess-of-a-thief")
    assert "ログインの失敗が続いています" in change(finder, present=cast.PASSWORD).content.decode()


def test_whoever_is_slow_to_find_a_good_password_is_no_guesser() -> None:
    here = cast.signed_in(cast.register())
    for _ in range(11):
        change(here, "password2026")
    assert "パスワードの変更に成功しました。" in change(here).content.decode()


def test_strangers_who_guess_at_the_sign_in_do_not_keep_the_owner_from_changing() -> None:
    mirai = cast.settled()
    here = cast.signed_in(mirai)
    for _ in range(6):
        enters(mirai, "a-guess-by-a-stranger")
    assert "パスワードの変更に成功しました。" in change(here, present=cast.PASSWORD).content.decode()


def test_the_change_is_audited_and_told_to_its_owner() -> None:
    mirai = cast.register()
    here = cast.signed_in(mirai)
    change(here)
    event = Event.objects.get(act=Act.PASSWORD_CHANGED)
    assert (event.actor_kind, event.actor_id) == ("worker", mirai.worker.pk)
    assert "パスワードを変更しました" in here.get("/worker/notices/").content.decode()


def test_until_the_change_the_frame_offers_no_way_that_leads_back_here() -> None:
    page = cast.signed_in(cast.register()).get(PAGE).content.decode()
    assert "/worker/history/" not in page
    assert "ログアウト" in page


def test_a_worker_chooses_no_password_with_the_own_name() -> None:
    answer = change(cast.signed_in(cast.register()), new="kensetsu-mirai-5ji")
    assert "名前かメールアドレスが入っています" in answer.content.decode()
