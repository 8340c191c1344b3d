"""提出とそのあと: the number, the steps, what the office found, 取下げ, the 技能者ID; APP-02 to APP-15, G19-6."""

import pytest
from pytest_django import DjangoAssertNumQueries

from ccus.domain.applications.actions import review
from ccus.domain.applications.actions.approval import approve
from ccus.domain.applications.models import Application, Finding
from ccus.domain.applications.terms import ApplicationKind, State
from ccus.domain.audit.models import Event
from ccus.domain.audit.terms import Act
from ccus.domain.workers.models import Worker
from ccus.domain.workers.terms import Grade
from tests.factories import applications as made
from tests.portals.filing import desk
from tests.sealed import get_file

pytestmark = pytest.mark.django_db


def returned(**about: str) -> Application:
    """A change that came back."""
    case = made.in_review(ApplicationKind.CHANGE)
    office = made.reviewer(case)
    review.add_finding(number=case.number, code="D01", by=office, at=made.AT, **about)
    review.return_to_applicant(number=case.number, by=office, at=made.AT)
    return made.fresh(case)


def approved() -> Application:
    """A registration that ended well."""
    case = made.in_review()
    approve(number=case.number, by=made.reviewer(case), at=made.AT)
    return made.fresh(case)


def test_an_incomplete_application_lists_its_faults_with_links_to_the_fields() -> None:
    case = made.opened(ApplicationKind.REGISTRATION)
    who, address = desk.of_filer(case), desk.filed_at(case)
    who.post(f"{address}contact/", phone="090", version="0", act="list")
    answer = who.post(f"{address}check/")
    assert answer.status_code == 422
    assert f'href="{address}contact/?check=1#id_phone"' in answer.content.decode()


def test_pressing_twice_ends_at_the_same_number() -> None:
    case = made.drafted()
    who, address = desk.of_filer(case), desk.filed_at(case)
    answers = [who.post(f"{address}check/") for _ in range(2)]
    assert [answer["Location"] for answer in answers] == [f"{address}received/"] * 2
    assert made.fresh(case).steps == 1


def test_the_number_stands_large_with_fee_and_due_day_and_where_it_was_mailed() -> None:
    case = made.submitted(is_settled=False)
    assert case.applicant is not None
    words = desk.of_filer(case).get(f"{desk.filed_at(case)}received/")
    for said in (case.number, "申請番号確認", "お支払いの期限", "2026年12月20日", case.applicant.mail):
        assert said in words


def test_the_receipt_is_a_paper() -> None:
    case = made.submitted(is_settled=False)
    answer = get_file(desk.of_filer(case).client, f"{desk.filed_at(case)}received/receipt.pdf")
    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF")


def test_the_back_button_after_submitting_changes_nothing_and_says_so() -> None:
    case = made.submitted(ApplicationKind.CHANGE)
    who, address = desk.of_filer(case), desk.filed_at(case)
    answer = who.post(f"{address}contact/", **made.CONTACT, version="1", act="next")
    assert answer.status_code == 409
    assert "いま書きかえられません" in answer.content.decode()
    assert who.client.get(f"{address}contact/")["Location"] == address


def test_the_steps_say_where_it_stands_and_who_moves() -> None:
    words = desk.of_filer(case := made.submitted(ApplicationKind.CHANGE)).get(desk.filed_at(case))
    assert "順番を待っています。" in words
    assert "窓口（運営主体）" in words


def test_an_approved_reissue_says_where_the_new_card_is_to_be_seen() -> None:
    case = made.in_review(ApplicationKind.REISSUE)
    approve(number=case.number, by=made.reviewer(case), at=made.AT)
    words = desk.of_filer(case).get(desk.filed_at(case))
    assert "新しいカードが今どこにあるかは" in words


def test_what_the_office_found_leads_to_its_field() -> None:
    case = returned(section="contact", row="1", field="phone", sentence="番号がつながりません。")
    who, address = desk.of_filer(case), desk.filed_at(case)
    words = who.get(address)
    assert f'href="{address}contact/?check=1#id_phone"' in words
    assert "不備コード D01" in words
    assert "番号がつながりません。" in who.get(f"{address}contact/")


def test_a_finding_that_was_answered_is_marked_and_may_go_back() -> None:
    case = returned(section="contact", row="1", field="phone", sentence="番号がつながりません。")
    who, address = desk.of_filer(case), desk.filed_at(case)
    who.post(
        f"{address}contact/", **{**made.CONTACT, "phone": "080-1111-2222"}, version=_version(case), act="list"
    )
    assert "書きなおしました" in who.get(address)
    assert who.post(f"{address}check/")["Location"] == f"{address}received/"
    assert made.fresh(case).state == State.CORRECTED


def test_a_finding_without_a_section_is_said_on_top() -> None:
    case = returned(sentence="写しが読み取れません。")
    assert "写しが読み取れません。" in desk.of_filer(case).get(desk.filed_at(case))


def test_a_finding_whose_section_is_asked_no_more_is_said_on_top_too() -> None:
    case = made.in_review(ApplicationKind.CHANGE)
    about = {"application": case, "section": "former", "code_id": "D01", "at": made.AT, "by": "operator:1"}
    Finding.objects.create(sentence="昔の項目の話です。", **about)
    review.return_to_applicant(number=case.number, by=made.reviewer(case), at=made.AT)
    assert "昔の項目の話です。" in desk.of_filer(case).get(desk.filed_at(case))


def test_a_page_asks_the_database_as_often_for_a_full_form_as_for_an_empty_one(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    for case in (made.opened(ApplicationKind.REGISTRATION), made.drafted(grade=Grade.DETAILED)):
        who = desk.of_filer(case)
        who.get(desk.filed_at(case))  # reads what is read once a process
        with django_assert_max_num_queries(24):
            who.get(desk.filed_at(case))


def test_what_was_submitted_can_be_read_again() -> None:
    case = made.submitted(ApplicationKind.CHANGE)
    assert "090-1234-5678" in desk.of_filer(case).get(f"{desk.filed_at(case)}filed/")


def test_a_rejection_says_why() -> None:
    case = made.in_review(ApplicationKind.CHANGE)
    review.reject(number=case.number, reason="本人の申請ではないため。", by=made.reviewer(case), at=made.AT)
    assert "本人の申請ではないため。" in desk.of_filer(case).get(desk.filed_at(case))


def test_withdrawing_is_asked_once_more() -> None:
    case = made.submitted(ApplicationKind.CHANGE)
    who, address = desk.of_filer(case), desk.filed_at(case)
    assert "この申請を取り下げますか" in who.get(f"{address}withdrawal/")
    answer = who.client.post(f"{address}withdrawal/", follow=True)
    assert "取り下げました。" in answer.content.decode()
    assert made.fresh(case).state == State.WITHDRAWN


def test_a_case_under_review_is_not_withdrawn() -> None:
    case = made.in_review(ApplicationKind.CHANGE)
    answer = desk.of_filer(case).post(f"{desk.filed_at(case)}withdrawal/")
    assert answer.status_code == 422
    assert made.fresh(case).state == State.IN_REVIEW


def test_the_new_id_and_its_password_are_handed_over_once_asked() -> None:
    case = approved()
    who, address = desk.of_filer(case), desk.filed_at(case)
    assert "技能者の登録が完了しました" in who.get(address)
    assert '<code class="secret"' not in who.get(f"{address}id/")
    answer = who.post(f"{address}id/")
    assert '<code class="secret"' in answer.content.decode()
    assert answer["Cache-Control"] == "private, no-store"


def test_before_the_approval_there_is_nothing_to_hand_over() -> None:
    case = made.submitted()
    assert desk.of_filer(case).client.get(f"{desk.filed_at(case)}id/").status_code == 404


def _version(case: Application) -> str:
    return str(case.draft.get(section="contact").version)


def test_the_applicant_login_ends_with_the_first_password_of_the_worker() -> None:
    case = approved()
    me, worker = desk.of_filer(case), Worker.objects.get(applicant=case.applicant_id)
    assert me.client.get("/filing/").status_code == 200
    desk.of_worker(worker)
    answer = me.client.get(desk.filed_at(case))
    assert answer.status_code == 403
    assert "これからは、技能者IDと" in answer.content.decode()
    assert me.client.post("/worker/sign-out/").status_code == 302


@pytest.fixture
def known() -> Application:
    """A whole draft about somebody who is registered."""
    approved()
    return made.drafted()


def test_the_page_before_the_submission_tells_nobody_who_is_registered(known: Application) -> None:
    me, address = desk.of_filer(known), f"{desk.filed_at(known)}check/"
    assert "既に登録されています" not in me.get(address)
    answer = me.post(address)
    assert answer.status_code == 422
    assert "既に登録されています" in answer.content.decode()
    event = Event.objects.get(act=Act.PERSON_FOUND_REGISTERED)
    assert (event.subject_id, event.detail) == (known.pk, {})


def test_after_five_tellings_nothing_is_submitted_whatever_it_is(known: Application) -> None:
    me, address = desk.of_filer(known), f"{desk.filed_at(known)}check/"
    for _ in range(5):
        assert "既に登録されています" in me.post(address).content.decode()
    made.write(known, {"birth": {"birth_on": "1990-01-01"}}, by=me.actor)
    answer = me.post(address)
    assert (answer.status_code, made.fresh(known).state) == (422, State.DRAFT)
    assert "お問い合わせセンターに連絡してください" in answer.content.decode()
    assert "既に登録されています" not in answer.content.decode()


def test_who_is_registered_is_not_told_while_anything_else_is_wrong(known: Application) -> None:
    me, address = desk.of_filer(known), f"{desk.filed_at(known)}check/"
    made.write(known, {"consent": {}}, by=me.actor)
    assert "既に登録されています" not in me.post(address).content.decode()
    assert not Event.objects.filter(act=Act.PERSON_FOUND_REGISTERED).exists()
