"""審査の画面: OFFICE-04, OFFICE-05, OFFICE-07, APP-09 to APP-13."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from ccus.domain.accounts.officers import OfficerMe
from ccus.domain.applications.actions.filing import submit, withdraw_application
from ccus.domain.applications.models import Application, Submission
from ccus.domain.applications.policies import filer_of
from ccus.domain.applications.terms import ApplicationKind, State
from ccus.domain.audit.models import Event
from ccus.domain.audit.terms import SYSTEM, Act
from ccus.domain.disclosure.models import DisclosureTrace
from ccus.domain.evidence.models import Evidence
from ccus.domain.workers.actions.registered import change_fact
from ccus.domain.workers.registered import registered
from ccus.foundation.clock import now, today
from tests.factories import applications, officers
from tests.portals.worker.cast import words
from tests.sealed import get_file

NEW, CHANGE = ApplicationKind.REGISTRATION, ApplicationKind.CHANGE


def page(case: Application, *more: str) -> str:
    return "/".join(["/office/cases", case.number, *more, ""])


def mine(officer: OfficerMe, kind: ApplicationKind = NEW) -> Application:
    return applications.in_review(kind, by=officer)


def picture_of(case: Application) -> str:
    contents = Submission.objects.get(application=case).contents
    return str(contents["identity"][0]["values"]["front"])


def test_before_it_is_taken_nothing_that_was_handed_in_is_shown(desk: Client) -> None:
    shown = words(desk.get(page(applications.submitted(NEW))))
    assert "審査を始める" in shown
    assert "山田" not in shown


def test_taken_it_shows_every_field_as_it_was_handed_in(desk: Client) -> None:
    case = applications.submitted(NEW)
    shown = words(desk.post(page(case, "hold"), follow=True))
    assert all(
        text in shown for text in ("山田 花子", "ヤマダ ハナコ", "1995年5月5日", "〒105-0001", "12:30まで")
    )


def test_a_colleagues_case_stays_closed_and_says_whose_it_is(desk: Client) -> None:
    case = applications.in_review(NEW, by=officers.officer(name="同僚 次郎"))
    assert "同僚 次郎さんが審査しています" in words(desk.get(page(case)))
    refused = desk.post(page(case, "hold"))
    assert refused.status_code == 422
    assert "同僚 次郎さんが担当しています（12:30まで）" in words(refused)
    assert "山田" not in words(refused)


def test_a_change_shows_what_is_registered_beside_what_would_be(desk: Client, officer: OfficerMe) -> None:
    shown = words(desk.get(page(mine(officer, CHANGE))))
    assert "加える" in shown
    assert "090-1234-5678" in shown


def test_opening_a_workers_case_leaves_a_trace_with_its_number(desk: Client, officer: OfficerMe) -> None:
    case = mine(officer, CHANGE)
    desk.get(page(case))
    trace = DisclosureTrace.objects.get(worker=case.worker_id)
    assert (trace.purpose, trace.reason, trace.actor_id) == ("review", case.number, officer.officer)


def test_opening_an_applicants_case_leaves_an_event(desk: Client, officer: OfficerMe) -> None:
    case = mine(officer)
    desk.get(page(case))
    assert Event.objects.get(act=Act.CASE_OPENED).subject_id == case.pk


def test_an_image_opens_to_whoever_has_the_case_and_leaves_an_event(desk: Client, officer: OfficerMe) -> None:
    case = mine(officer)
    answer = get_file(desk, page(case, "images", picture_of(case)))
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "image/jpeg")
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert Event.objects.get(act=Act.CASE_IMAGE_OPENED).subject_id == case.pk


def test_the_small_image_belongs_to_the_page(desk: Client, officer: OfficerMe) -> None:
    case = mine(officer)
    assert get_file(desk, page(case, "previews", picture_of(case))).status_code == 200
    assert not Event.objects.filter(act=Act.CASE_IMAGE_OPENED).exists()


def test_an_image_opens_to_nobody_else(officer: OfficerMe) -> None:
    case = mine(officer)
    colleague = officers.client_of(officers.officer())
    assert get_file(colleague, page(case, "images", picture_of(case))).status_code == 404


def test_an_image_of_another_case_does_not_open_here(desk: Client, officer: OfficerMe) -> None:
    case, other = mine(officer), applications.submitted(NEW)
    assert get_file(desk, page(case, "images", picture_of(other))).status_code == 404


def test_a_hold_that_ran_out_closes_the_images_too(
    desk: Client, officer: OfficerMe, clock: time_machine.Traveller
) -> None:
    case = mine(officer)
    clock.shift(timedelta(minutes=31))
    assert get_file(desk, page(case, "images", picture_of(case))).status_code == 404


def test_a_finding_stands_at_its_field_with_the_sentence_of_its_code(
    desk: Client, officer: OfficerMe
) -> None:
    case = mine(officer)
    field = page(case, "fields", "contact", "1", "street")
    answer = desk.post(field, {"code": "F01", "finding": "1"})
    assert answer.headers["Location"] == f"{page(case)}#e-contact-1-street"
    assert "記入がありません。書類のとおりに記入してください。" in words(desk.get(page(case)))


def test_the_same_finding_twice_is_refused_beside_its_form(desk: Client, officer: OfficerMe) -> None:
    field = page(mine(officer), "fields", "contact", "1", "street")
    desk.post(field, {"code": "F01", "sentence": "番地がありません。"})
    again = desk.post(field, {"code": "F01", "sentence": "番地がありません。"})
    assert again.status_code == 422
    assert "同じ不備（未記入）が書かれています" in words(again)


def test_a_finding_is_taken_back_before_the_return(desk: Client, officer: OfficerMe) -> None:
    case = mine(officer)
    desk.post(page(case, "fields"), {"code": "F01"})
    number = case.findings.get().pk
    desk.post(page(case, "findings", str(number), "drop"))
    assert not case.findings.exists()


@pytest.mark.parametrize(
    ("place", "anchor"),
    [(["contact", "1", "street"], "#e-contact-1-street"), (["contact"], "#s-contact"), ([], "#decide")],
)
def test_marking_and_taking_back_lead_to_where_it_stands(
    desk: Client, officer: OfficerMe, place: list[str], anchor: str
) -> None:
    case = mine(officer)
    marked = desk.post(page(case, "fields", *place), {"code": "F01"})
    assert f'name="spot" value="{anchor[1:]}"' in words(desk.get(page(case)))
    taken_back = desk.post(page(case, "findings", str(case.findings.get().pk), "drop"), {"spot": anchor[1:]})
    assert marked.headers["Location"] == taken_back.headers["Location"] == page(case) + anchor


def test_a_postcode_is_mended_without_filling_in_an_address(desk: Client, officer: OfficerMe) -> None:
    field = page(mine(officer), "fields", "contact", "1", "postcode")
    assert "住所を入れる" not in words(desk.get(field))
    typed = {"postcode": "100-0014", "comment": "免許証のとおりに直しました。", "correct": "1"}
    assert desk.post(field, typed).status_code == 302


def test_words_for_a_case_that_left_the_hand_stand_on_its_page(desk: Client, officer: OfficerMe) -> None:
    case = mine(officer)
    desk.post(page(case, "release"))
    withdraw_application(number=case.number, by=filer_of(case), at=now())
    late = desk.post(
        page(case, "fields", "contact"), {"code": "X99", "sentence": "建物名を確かめてください。"}
    )
    assert late.status_code == 422
    assert "建物名を確かめてください。" in words(late)


def test_a_finding_without_its_kind_is_asked_for_it(desk: Client, officer: OfficerMe) -> None:
    again = desk.post(
        page(mine(officer), "fields", "contact", "1", "street"), {"code": "", "sentence": "番地"}
    )
    assert again.status_code == 422
    assert "不備の種類が選ばれていません" in words(again)
    assert "番地</textarea>" in words(again)


def test_a_correction_shows_before_and_after_and_why(desk: Client, officer: OfficerMe) -> None:
    case = mine(officer)
    typed = {"street": "1丁目9番", "comment": "免許証のとおりに直しました。", "correct": "1"}
    assert desk.post(page(case, "fields", "contact", "1", "street"), typed).status_code == 302
    shown = words(desk.get(page(case)))
    assert "1丁目2番3号 → 1丁目9番" in shown
    assert "免許証のとおりに直しました。" in shown


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"postcode": "12", "comment": "直しました。"}, "郵便番号"),
        ({"postcode": "1000001", "comment": ""}, "補記コメントは、1文字以上"),
    ],
)
def test_a_correction_that_cannot_be_keeps_what_was_typed(
    desk: Client, officer: OfficerMe, typed: dict[str, str], sentence: str
) -> None:
    answer = desk.post(page(mine(officer), "fields", "contact", "1", "postcode"), typed | {"correct": "1"})
    assert answer.status_code == 422
    assert sentence in words(answer)
    assert f'value="{typed["postcode"]}"' in words(answer)


def test_an_image_cannot_be_mended_by_the_office(desk: Client, officer: OfficerMe) -> None:
    shown = words(desk.get(page(mine(officer), "fields", "identity", "1", "front")))
    assert "運営主体では直せません" in shown
    assert 'name="correct"' not in shown


def test_a_place_that_was_not_handed_in_is_nowhere(desk: Client, officer: OfficerMe) -> None:
    case = mine(officer)
    assert desk.get(page(case, "fields", "awards")).status_code == 404
    assert desk.get(page(case, "fields", "contact", "9")).status_code == 404
    assert desk.get(page(case, "fields", "contact", "1", "shoe")).status_code == 404


def test_with_script_only_the_forms_come(desk: Client, officer: OfficerMe) -> None:
    field = page(mine(officer), "fields", "contact", "1", "street")
    shown = words(desk.get(field, headers={"HX-Request": "true"}))
    assert "<html" not in shown
    assert "補記して直す" in shown


def test_returning_needs_a_finding_and_says_so(desk: Client, officer: OfficerMe) -> None:
    case = mine(officer)
    refused = desk.post(page(case, "return"))
    assert (refused.status_code, "不備が1つも書かれていません" in words(refused)) == (422, True)
    desk.post(page(case, "fields"), {"code": "F01"})
    assert "を差し戻しました。" in words(desk.post(page(case, "return"), follow=True))
    assert applications.fresh(case).state == State.RETURNED


def test_approval_shows_what_will_be_registered_and_then_does_it(desk: Client, officer: OfficerMe) -> None:
    case = mine(officer)
    shown = words(desk.get(page(case, "approval")))
    assert "技能者IDが決まり、カードを発行します。" in shown
    assert "山田 花子" in shown
    assert applications.fresh(case).state == State.IN_REVIEW
    assert "承認し、登録しました。" in words(desk.post(page(case, "approval"), follow=True))
    assert applications.fresh(case).state == State.APPROVED


def test_a_rejection_without_a_reason_is_refused_at_its_field(desk: Client, officer: OfficerMe) -> None:
    case = mine(officer)
    answer = desk.post(page(case, "rejection"), {"reason": ""})
    assert answer.status_code == 422
    assert "却下の理由が入力されていません。" in words(answer)


def test_a_rejection_ends_the_case_with_its_reason(desk: Client, officer: OfficerMe) -> None:
    case = mine(officer)
    shown = words(desk.post(page(case, "rejection"), {"reason": "二重の申請です。"}, follow=True))
    assert "を却下しました。" in shown
    assert "二重の申請です。" in shown


def test_released_it_waits_again_and_closes(desk: Client, officer: OfficerMe) -> None:
    case = mine(officer)
    shown = words(desk.post(page(case, "release"), follow=True))
    assert "担当を外しました。" in shown
    assert "だれも担当していません。" in shown


def test_after_the_hold_ran_out_and_another_took_it_nothing_is_decided(
    desk: Client, officer: OfficerMe, clock: time_machine.Traveller
) -> None:
    case = mine(officer)
    clock.shift(timedelta(minutes=31))
    officers.client_of(officers.officer(name="同僚 次郎")).post(page(case, "hold"))
    refused = desk.post(page(case, "approval"))
    assert refused.status_code == 422
    assert "同僚 次郎さんが担当しています" in words(refused)
    assert applications.fresh(case).state == State.IN_REVIEW


def test_what_the_applicant_withdrew_meanwhile_cannot_be_taken(desk: Client) -> None:
    case = applications.submitted(NEW)
    withdraw_application(number=case.number, by=filer_of(case), at=applications.AT)
    refused = desk.post(page(case, "hold"))
    assert refused.status_code == 422
    assert "「取下げ」で終わっています" in words(refused)


def test_what_changed_meanwhile_is_refused_on_the_page_of_the_case(desk: Client, officer: OfficerMe) -> None:
    worker = applications.worker_with_card()
    desk.post(page(applications.in_review(CHANGE, worker=worker, by=officer), "approval"))
    case = applications.in_review(CHANGE, worker=worker, by=officer)
    (stood,) = registered(worker.pk, on=today(), keys=["contact"])["contact"]
    moved = {**stood.values, "street": "9丁目"}
    change_fact(worker=worker, key="contact", base=stood.id, values=moved, by=SYSTEM, at=now())
    refused = desk.post(page(case, "approval"))
    assert refused.status_code == 422
    assert "「連絡先」の登録内容が、申請のあとで変わっています" in words(refused)


def test_a_draft_is_nobodys_case_yet(desk: Client) -> None:
    assert desk.get(page(applications.drafted(NEW))).status_code == 404


def test_an_unknown_number_is_nowhere(desk: Client) -> None:
    assert desk.get("/office/cases/261120-0000000/").status_code == 404
    assert desk.post("/office/cases/261120-0000000/hold/").status_code == 404


def test_earlier_submissions_can_be_read_again(desk: Client, officer: OfficerMe) -> None:
    case = mine(officer)
    typed = {"street": "1丁目9番", "comment": "直しました。", "correct": "1"}
    desk.post(page(case, "fields", "contact", "1", "street"), typed)
    assert "1丁目2番3号" in words(desk.get(page(case, "submissions", "1")))
    assert desk.get(page(case, "submissions", "7")).status_code == 404


def test_images_stay_as_they_were_handed_in(desk: Client, officer: OfficerMe) -> None:
    case = mine(officer)
    assert Evidence.objects.get(key=picture_of(case)).kept_at is not None
    assert "右に回す" not in words(desk.get(page(case)))


def test_after_a_resubmission_the_answered_findings_stand_in_the_history(
    desk: Client, officer: OfficerMe
) -> None:
    case = mine(officer)
    desk.post(page(case, "fields", "contact", "1", "street"), {"code": "F01"})
    desk.post(page(case, "return"))
    submit(number=case.number, by=filer_of(case), at=now())
    shown = words(desk.post(page(case, "hold"), follow=True))
    assert "これまでの不備" in shown
    assert "連絡先：番地" in shown
    assert 'class="entries__wrong"' not in shown


@pytest.mark.parametrize("letters", ["\x00", "\u202e", "😀" * 500, "<script>", "' or 1=1"])
def test_letters_that_mean_something_elsewhere_are_refused_or_shown_as_they_are(
    desk: Client, officer: OfficerMe, letters: str
) -> None:
    field = page(mine(officer), "fields", "contact", "1", "street")
    for typed in (
        {"code": letters},
        {"code": "F01", "sentence": letters},
        {"street": letters, "correct": "1"},
    ):
        answer = desk.post(field, typed)
        assert answer.status_code in {302, 422}
        assert "<script>" not in words(answer)


def test_what_was_written_after_the_half_hour_counts_while_nobody_else_took_the_case(
    desk: Client, officer: OfficerMe, clock: time_machine.Traveller
) -> None:
    case = mine(officer)
    clock.shift(timedelta(minutes=45))
    field = page(case, "fields", "contact", "1", "street")
    answer = desk.post(field, {"code": "F01", "sentence": "番地がありません。"}, follow=True)
    assert "番地がありません。" in words(answer)
    assert "13:15まで担当しています" in words(answer)


def test_what_was_written_too_late_is_shown_again(
    desk: Client, officer: OfficerMe, clock: time_machine.Traveller
) -> None:
    case = mine(officer)
    clock.shift(timedelta(minutes=31))
    officers.client_of(officers.officer(name="同僚 次郎")).post(page(case, "hold"))
    field = page(case, "fields", "contact", "1", "street")
    refused = desk.post(field, {"code": "F01", "sentence": "番地がありません。"})
    assert refused.status_code == 422
    assert "同僚 次郎さんが担当しています" in words(refused)
    assert "番地がありません。" in words(refused)


@pytest.mark.parametrize(("letter", "is_told"), [("𪚥", True), ("𠮷", False)])
def test_a_letter_that_no_card_can_show_is_named_beside_the_name(
    desk: Client, officer: OfficerMe, letter: str, is_told: bool
) -> None:
    name = {"name": {**applications.NAME, "official": f"山田 {letter}子"}}
    case = applications.in_review(CHANGE, by=officer, typed=name)
    shown = words(desk.get(page(case)))
    assert f"山田 {letter}子" in shown
    assert (f'カードに印刷できない字：<b translate="no">{letter}</b>' in shown) is is_told
