"""パスワードを忘れた方: the pages (RESET-02 to RESET-10)."""

import logging
import re
from datetime import timedelta

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from ccus.config.logs import WithoutValues
from ccus.domain.accounts.terms import Duty
from ccus.domain.notices.models import Mail
from ccus.domain.recovery import rules
from ccus.domain.recovery.answering import answer_waiting
from ccus.domain.recovery.models import ResetRequest
from ccus.domain.workers.models import Worker
from ccus.foundation import clock as now_of
from tests.domain.recovery.people import NEW, OWN, forgetful, opened, password_of, sent_to, with_contact
from tests.factories import officers
from tests.factories.accounts import PASSWORD
from tests.factories.factors import with_app

pytestmark = pytest.mark.django_db
NOBODY = "12345678901239"


def words(answer: object) -> str:
    """What a page says, without the token of its form."""
    return re.sub('value="[A-Za-z0-9]{64}"', "", answer.content.decode())  # type: ignore[attr-defined]


def typed(worker: Worker, **other: str) -> dict[str, str]:
    code = worker.cards.get().security_code
    return {"login_id": worker.number, "security_code": code, "birth_on": "昭和50年6月15日"} | other


def choose(client: Client, new: str = NEW) -> object:
    return client.post("/forgotten/password/", {"new": new, "again": new})


def asked(client: Client, number: str) -> tuple[int, str, str, int]:
    """Status and address of the answer, the page behind it, and how many statements it took."""
    with CaptureQueriesContext(connection) as done:
        answer = client.post("/forgotten/", {"login_id": number})
    return answer.status_code, answer.headers["Location"], words(client.get("/forgotten/code/")), len(done)


def test_by_the_code_of_an_own_address_a_new_password_is_chosen_and_opens(client: Client) -> None:
    worker = forgetful()
    with_contact(worker)
    asked(client, worker.number)
    answer_waiting(at=now_of.now())
    answer = client.post("/forgotten/code/", {"code": f" {sent_to(OWN)} "})
    assert answer.headers["Location"] == "/forgotten/password/"
    chosen = words(choose(client))
    assert ("新しいパスワードになりました" in chosen, "次に忘れたときのために" in chosen) == (True, False)
    entered = client.post("/worker/sign-in/", {"login_id": worker.number, "password": NEW})
    assert entered.status_code == 302


def test_known_and_unknown_ids_get_the_same_answer_for_the_same_work() -> None:
    known, bare, gone = forgetful(), forgetful(), forgetful()
    with_contact(known)
    type(password_of(gone)).objects.filter(worker=gone).update(closed_at=now_of.now())
    answers = {asked(Client(), number) for number in (known.number, bare.number, gone.number, NOBODY)}
    assert len(answers) == 1


def test_wrong_codes_for_known_and_unknown_ids_are_answered_alike() -> None:
    known = forgetful()
    with_contact(known)
    said = set()
    for number in (known.number, NOBODY):
        client = Client()
        asked(client, number)
        answer_waiting(at=now_of.now())
        answers = [client.post("/forgotten/code/", {"code": "00000000"}) for _ in range(6)]
        said.add(tuple((answer.status_code, words(answer)) for answer in answers))
    assert len(said) == 1
    assert "もう使えません" in said.pop()[rules.MOST_WRONG_CODES][1]


def test_another_browser_cannot_use_a_code(client: Client) -> None:
    worker = forgetful()
    with_contact(worker)
    asked(client, worker.number)
    answer_waiting(at=now_of.now())
    client.post("/forgotten/code/", {"code": sent_to(OWN)})
    stranger = Client()
    assert stranger.post("/forgotten/code/", {"code": sent_to(OWN)}).headers["Location"] == "/forgotten/"
    assert choose(stranger).headers["Location"] == "/forgotten/"  # type: ignore[attr-defined]


def test_a_code_is_sent_three_times_an_hour_and_the_owners_browser_counts_apart(client: Client) -> None:
    worker = forgetful()
    with_contact(worker)
    client.post("/worker/sign-in/", {"login_id": worker.number, "password": PASSWORD})
    for _ in range(3):
        asked(Client(), worker.number)
    refused = Client().post("/forgotten/", {"login_id": worker.number})
    assert refused.status_code == 429
    assert "13:00を過ぎたら" in words(refused)
    assert asked(client, worker.number)[0] == 302


def received(worker: Worker, **other: str) -> tuple[int, str, int]:
    """Status and page of a request, without its number and words, and how many statements it took."""
    with CaptureQueriesContext(connection) as done:
        answer = Client().post("/forgotten/request/", typed(worker, **other))
    page = words(answer)
    assert page.count('<span class="nb">') == rules.PHRASE_WORDS
    page, numbers = re.subn(r"<b>\d{4} \d{3} \d{3}</b>", "", page)
    assert numbers == 1
    return answer.status_code, re.sub('<span class="nb">.+?</span>', "", page), len(done)


def test_right_and_wrong_requests_get_the_same_answer_for_the_same_work() -> None:
    worker = forgetful()
    wrong: tuple[dict[str, str], ...] = (
        {},
        {"security_code": "9999"},
        {"birth_on": "1975-06-16"},
        {"login_id": NOBODY},
    )
    assert len({received(worker, **other) for other in wrong}) == 1
    assert not Mail.objects.exists()


def test_a_request_waits_is_confirmed_and_opens_the_choice(
    client: Client, clock: time_machine.Traveller
) -> None:
    worker = forgetful()
    page = words(client.post("/forgotten/request/", typed(worker)))
    ticket = re.search(r"<b>(\d{4} \d{3} \d{3})</b>", page)[1]  # type: ignore[index]
    phrase = "".join(re.findall('<span class="nb">(.+?)</span>', page)[: rules.PHRASE_WORDS])
    answer_waiting(at=now_of.now())
    taken = {"ticket": ticket, "phrase": phrase}
    assert "まだ進めません" in words(client.post("/forgotten/choice/", taken))
    clock.shift(rules.WAIT)
    desk = officers.client_of(officers.officer(Duty.IDENTITY))
    request = ResetRequest.objects.get()
    said = {"ticket": ticket, "means": "telephone", "words": "電話で聞いた。"}
    assert desk.post(f"/office/identity/{request.key}/", said).status_code == 302
    assert "まだ進めません" in words(client.post("/forgotten/choice/", taken))
    officers.confirmed_by_another(Duty.IDENTITY)
    assert client.post("/forgotten/choice/", taken).headers["Location"] == "/forgotten/password/"
    assert "次に忘れたときのために" in words(choose(client))
    assert password_of(worker).check_password(NEW)


def test_wrong_waiting_stopped_and_unknown_requests_are_answered_alike() -> None:
    right, wrong, stopped = opened(forgetful()), opened(forgetful(), proof="0" * 64), opened(forgetful())
    Client().post(f"/forgotten/stop/{stopped.request.stop_key}/")
    tries = [(each.request.ticket, each.phrase) for each in (right, wrong, stopped)]
    tries += [("0000000001", "さくら"), (right.request.ticket, "ちがうことば")]
    said = set()
    for ticket, phrase in tries:
        answer = Client().post("/forgotten/choice/", {"ticket": ticket, "phrase": phrase})
        said.add((answer.status_code, words(answer).replace(ticket, "").replace(phrase, "")))
    assert len(said) == 1


def test_the_fifth_hour_of_tries_is_over_for_an_id_that_was_tried_five_times() -> None:
    worker = forgetful()
    for _ in range(5):
        Client().post("/forgotten/request/", typed(worker, security_code="0000"))
    assert Client().post("/forgotten/request/", typed(worker)).status_code == 429
    unknown = [Client().post("/forgotten/request/", typed(worker, login_id=NOBODY)) for _ in range(6)]
    assert [each.status_code for each in unknown] == [200] * 5 + [429]


def test_the_link_stops_also_in_a_browser_where_somebody_else_is_signed_in(client: Client) -> None:
    done, other = opened(forgetful()), forgetful()
    client.force_login(password_of(other))
    assert "止めました" in words(client.post(f"/forgotten/stop/{done.request.stop_key}/"))


def test_no_log_holds_the_link_that_stops() -> None:
    said = f"Forbidden: /forgotten/stop/{opened(forgetful()).request.stop_key}/"
    record = logging.LogRecord("django.request", logging.WARNING, "", 0, said, None, None)
    assert WithoutValues().format(record) == "Forbidden: /forgotten/stop/…/"


def test_the_link_stops_by_one_press_and_looking_stops_nothing(client: Client) -> None:
    done = opened(forgetful())
    address = f"/forgotten/stop/{done.request.stop_key}/"
    client.get(address)
    done.request.refresh_from_db()
    assert done.request.ended_at is None
    stopped = words(client.post(address))
    assert "申し込みを止めました" in stopped
    assert '<a href="/worker/card/">マイカード</a>' in stopped
    done.request.refresh_from_db()
    assert done.request.ending == "stopped"
    assert "もう終わっています" in words(client.post(address))


def test_every_page_of_a_signed_in_owner_shows_the_alarm_with_its_button(client: Client) -> None:
    worker = forgetful()
    client.force_login(password_of(worker))
    before = words(client.get("/worker/"))
    done = opened(worker)
    page = words(client.get("/worker/notices/"))
    assert "パスワードを決め直す申し込みがありました" not in before
    assert f'action="/forgotten/stop/{done.request.stop_key}/"' in page
    assert "止めました" in words(client.post(f"/forgotten/stop/{done.request.stop_key}/"))
    assert "申し込みがありました</h2>" not in words(client.get("/worker/"))


def test_who_opened_a_request_sees_nothing_of_its_owner(client: Client) -> None:
    worker = forgetful()
    page = words(client.post("/forgotten/request/", typed(worker)))
    assert worker.number not in page
    assert "一郎" not in page
    assert str(ResetRequest.objects.get().stop_key) not in page


def test_a_reset_ends_every_session_and_signs_nobody_in(client: Client) -> None:
    worker = forgetful()
    with_contact(worker)
    elsewhere = Client()
    elsewhere.force_login(password_of(worker))
    asked(client, worker.number)
    answer_waiting(at=now_of.now())
    client.post("/forgotten/code/", {"code": sent_to(OWN)})
    choose(client)
    assert elsewhere.get("/worker/").status_code == 302
    assert client.get("/worker/").status_code == 302


def test_a_reset_by_the_page_leaves_every_factor_of_the_owner(client: Client) -> None:
    worker = forgetful()
    with_contact(worker)
    before = set(Authenticator.objects.filter(user=with_app(password_of(worker))).values_list("pk"))
    asked(client, worker.number)
    answer_waiting(at=now_of.now())
    client.post("/forgotten/code/", {"code": sent_to(OWN)})
    choose(client)
    assert len(before) == Authenticator.objects.filter(user=password_of(worker)).count() == 2


def test_a_password_that_is_refused_says_why_and_can_be_mended(client: Client) -> None:
    worker = forgetful()
    with_contact(worker)
    asked(client, worker.number)
    answer_waiting(at=now_of.now())
    client.post("/forgotten/code/", {"code": sent_to(OWN)})
    assert "生年月日が入っています" in words(choose(client, "19750615-tetsu"))
    assert "新しいパスワードになりました" in words(choose(client))


def test_a_mistyped_id_or_date_is_explained_at_its_field(client: Client) -> None:
    page = words(
        client.post("/forgotten/request/", {"login_id": "123", "security_code": "12", "birth_on": "5月"})
    )
    assert "技能者IDが3桁です" in page
    assert "本人確認番号は4桁の数字です（今は2文字です）" in page
    assert "年・月・日を入力してください" in page


def test_the_sign_in_leads_to_whoever_has_forgotten_the_password(client: Client) -> None:
    assert '<a href="/forgotten/">パスワードを忘れた方</a>' in words(client.get("/worker/sign-in/"))


def test_the_code_in_a_request_is_of_half_an_hour(client: Client, clock: time_machine.Traveller) -> None:
    asked(client, forgetful().number)
    clock.shift(timedelta(minutes=31))
    assert client.get("/forgotten/code/").headers["Location"] == "/forgotten/"
