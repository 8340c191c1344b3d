"""技能者をさがす: OFFICE-06."""

from datetime import date, timedelta

import pytest
import time_machine
from django.test import Client

from ccus.domain.accounts.officers import OfficerMe
from ccus.domain.accounts.terms import Duty
from ccus.domain.applications.models import Enquiry
from ccus.domain.disclosure.models import DisclosureTrace
from ccus.domain.workers.models import Worker
from tests.factories import officers, workers
from tests.portals.worker.cast import Answer, words

PAGE = "/office/enquiries/"
WHY = {"reason": "worker_asked", "note": "電話で本人から"}


def taro(**values: object) -> Worker:
    return workers.worker(
        **{"name__official": "東海林 太郎", "name__kana": "ショウジ タロウ", "birth_on": date(1985, 8, 12)}
        | values
    )


def opened(desk: Client, worker: Worker) -> Answer:
    return desk.post(f"{PAGE}opening/", WHY | {"number": worker.number}, follow=True)


def test_without_a_reason_nothing_is_shown(desk: Client) -> None:
    worker = taro()
    answer = desk.post(PAGE, {"number": worker.number})
    assert answer.status_code == 422
    assert "理由が選ばれていません。" in words(answer)
    assert "ショウジ" not in words(answer)
    assert not DisclosureTrace.objects.exists()


def test_another_reason_must_be_said_in_words(desk: Client) -> None:
    answer = desk.post(PAGE, {"reason": "other", "kana": "しょうじ"})
    assert answer.status_code == 422
    assert "くわしい理由を入力してください。" in words(answer)


@pytest.mark.parametrize(
    "wanted",
    [
        {"kana": "しょうじ"},
        {"kana": "ショウジタロウ"},
        {"kana": "ｼｮｳｼﾞ　ﾀﾛ"},
        {"birth_on": "昭和60年8月12日"},
        {"kana": "しょ", "birth_on": "1985/8/12"},
    ],
)
def test_a_worker_is_found_as_people_type(desk: Client, wanted: dict[str, str]) -> None:
    worker = taro()
    workers.worker(name__official="山田 花子", name__kana="ヤマダ ハナコ")
    shown = words(desk.post(PAGE, WHY | wanted))
    assert "見つかった技能者" in shown
    assert worker.number[:4] in shown
    assert "1985年" in shown
    assert "ヤマダ" not in shown


def test_a_number_as_the_card_prints_it_finds_its_worker(desk: Client) -> None:
    number = taro().number
    shown = words(desk.post(PAGE, WHY | {"number": f"{number[:4]} {number[4:8]}－{number[8:]}"}))
    assert "ショウジ タロウ" in shown


def test_the_list_shows_no_name_and_no_day_of_birth(desk: Client) -> None:
    taro()
    shown = words(desk.post(PAGE, WHY | {"kana": "しょうじ"}))
    assert "東海林" not in shown
    assert "8月12日" not in shown


def test_one_letter_of_kana_or_nothing_at_all_is_too_little(desk: Client) -> None:
    for wanted in ({"kana": "し"}, {}):
        answer = desk.post(PAGE, WHY | wanted)
        assert answer.status_code == 422
        assert "どれかを入力してください。" in words(answer)


def test_signs_of_patterns_are_letters_like_others(desk: Client) -> None:
    taro()
    for typed in ("ショ.*", "%%", "__", "(("):
        assert "ショウジ" not in words(desk.post(PAGE, WHY | {"kana": typed})).split("<form")[0]


def test_of_many_twenty_are_listed_and_more_is_asked(desk: Client) -> None:
    for _ in range(21):
        taro()
    shown = words(desk.post(PAGE, WHY | {"kana": "しょうじ"}))
    assert shown.count("登録情報を開く") == 20
    assert "ほかにも当てはまる方がいます。" in shown


def test_who_is_listed_reads_why(desk: Client, officer: OfficerMe) -> None:
    worker = taro()
    desk.post(PAGE, WHY | {"kana": "しょうじ"})
    trace = DisclosureTrace.objects.get(worker=worker)
    assert (trace.purpose, trace.reason) == ("enquiry", "本人からの問い合わせ：電話で本人から")
    assert set(trace.items) == {"card", "birth_year"}


def test_nobody_found_is_said(desk: Client) -> None:
    assert "当てはまる技能者はいません" in words(desk.post(PAGE, WHY | {"kana": "ぬらりひょん"}))


def test_a_record_opens_after_the_reason_is_written(desk: Client, officer: OfficerMe) -> None:
    worker = taro()
    shown = words(opened(desk, worker))
    enquiry = Enquiry.objects.get(worker=worker)
    assert (enquiry.officer_id, enquiry.reason) == (officer.officer, "worker_asked")
    assert "東海林 太郎" in shown
    assert "「本人からの問い合わせ：電話で本人から」のために見ています。" in shown


def test_a_record_does_not_open_without_a_reason(desk: Client) -> None:
    worker = taro()
    answer = desk.post(f"{PAGE}opening/", {"number": worker.number})
    assert answer.status_code == 422
    assert "東海林" not in words(answer)
    assert not Enquiry.objects.exists()


def test_an_unknown_number_opens_nothing(desk: Client) -> None:
    answer = desk.post(f"{PAGE}opening/", WHY | {"number": "00000000000021"})
    assert answer.status_code == 422
    assert "技能者ID 00000000000021 の方は登録されていません。" in words(answer)


def test_a_record_closes_after_an_hour_and_was_never_a_colleagues(
    desk: Client, clock: time_machine.Traveller
) -> None:
    opened(desk, taro())
    record = f"{PAGE}{Enquiry.objects.get().pk}/"
    assert officers.client_of(officers.officer(Duty.CONTACT)).get(record).status_code == 404
    clock.shift(timedelta(minutes=59))
    assert desk.get(record).status_code == 200
    clock.shift(timedelta(minutes=2))
    assert desk.get(record).status_code == 404
