"""重複の疑い on the pages of a case: before an ID is given (SAME-11 to SAME-16)."""

from datetime import date

import pytest
from django.test import Client

from ccus.domain.accounts.officers import OfficerMe
from ccus.domain.applications.models import Application
from ccus.domain.applications.terms import State
from ccus.domain.workers.models import Worker
from tests.factories import applications, officers, workers
from tests.portals.worker.cast import Answer, words

STRONG = "すでに登録した方かもしれません"


@pytest.fixture
def case(officer: OfficerMe) -> Application:
    """山田 花子 before the officer."""
    return applications.in_review(by=officer)


@pytest.fixture
def known(case: Application) -> Worker:
    """山田 花子, registered while the case was open."""
    born = date(1995, 5, 5)
    return workers.worker(birth_on=born, name__official="山田 花子", name__kana="ヤマダ ハナコ")


def page(case: Application, *more: str) -> str:
    return "/".join(["/office/cases", case.number, *more, ""])


def compare(desk: Client, case: Application, other: str) -> Answer:
    return desk.post(page(case, "suspects", other), {"reason": "重複の確認"})


def say(desk: Client, case: Application, other: str, text: str = "免許証の番号が違う") -> Answer:
    address = page(case, "suspects", other, "different")
    return desk.post(address, {"different-words": text}, follow=True)


def test_a_case_that_nobody_resembles_says_nothing_of_suspects(desk: Client, case: Application) -> None:
    assert "重複の疑い" not in words(desk.get(page(case)))


def test_the_case_warns_of_whom_and_why_before_an_id_is_given(
    desk: Client, case: Application, known: Worker
) -> None:
    shown = words(desk.get(page(case)))
    assert all(text in shown for text in (STRONG, "強い疑い", "フリガナが同じ", "生年月日が同じ"))
    assert STRONG in words(desk.get(page(case, "approval")))


def test_an_approval_under_a_strong_suspicion_is_refused_in_words(
    desk: Client, case: Application, known: Worker
) -> None:
    refused = desk.post(page(case, "approval"))
    assert refused.status_code == 422
    assert "同じ人かもしれません" in words(refused)
    assert applications.fresh(case).state == State.IN_REVIEW


def test_nothing_of_the_suspect_is_shown_before_a_reason(
    desk: Client, case: Application, known: Worker
) -> None:
    shown = words(desk.get(page(case, "suspects", known.number)))
    assert "ヤマダ ハナコ" in shown
    assert "山田" not in shown
    assert desk.post(page(case, "suspects", known.number), {"reason": ""}).status_code == 422


def test_after_a_reason_both_stand_side_by_side(desk: Client, case: Application, known: Worker) -> None:
    shown = words(compare(desk, case, known.number))
    assert shown.count("山田 花子") == 2
    assert "別人とする" in shown


def test_found_different_with_words_the_case_is_approved(
    desk: Client, case: Application, known: Worker
) -> None:
    compare(desk, case, known.number)
    assert STRONG not in words(say(desk, case, known.number))
    assert "承認し、登録しました" in words(desk.post(page(case, "approval"), follow=True))


def test_without_words_nobody_is_found_different(desk: Client, case: Application, known: Worker) -> None:
    compare(desk, case, known.number)
    assert say(desk, case, known.number, "").status_code == 422


def test_whoever_never_compared_them_is_told_to_do_so(desk: Client, case: Application, known: Worker) -> None:
    refused = say(desk, case, known.number)
    assert refused.status_code == 422
    assert "先に、見る理由を書いて" in words(refused)


def test_what_was_said_is_shown_with_its_officer_and_can_be_taken_back(
    desk: Client, case: Application, known: Worker
) -> None:
    compare(desk, case, known.number)
    say(desk, case, known.number)
    assert "免許証の番号が違う" in words(desk.get(page(case, "suspects", known.number)))
    desk.post(page(case, "suspects", known.number, "again"))
    assert STRONG in words(desk.get(page(case)))


def test_another_registration_is_named_by_its_number_alone(desk: Client, case: Application) -> None:
    twin = applications.submitted()
    shown = words(desk.get(page(case, "suspects", twin.number)))
    assert twin.number in shown
    assert "ヤマダ" not in shown
    assert words(compare(desk, case, twin.number)).count("山田 花子") == 2


def test_whoever_does_not_have_the_case_sees_no_suspects(known: Worker, case: Application) -> None:
    colleague = officers.client_of(officers.officer(name="同僚 次郎"))
    shown = words(colleague.get(page(case, "suspects", known.number)))
    assert "ヤマダ" not in shown
    assert compare(colleague, case, known.number).status_code == 422


def test_what_was_written_too_late_of_a_suspect_comes_back(known: Worker, case: Application) -> None:
    colleague = officers.client_of(officers.officer())
    assert "免許証の番号が違う" in words(say(colleague, case, known.number))


def test_a_number_that_nobody_suspected_has_is_not_found(desk: Client, case: Application) -> None:
    assert desk.get(page(case, "suspects", workers.worker().number)).status_code == 404
