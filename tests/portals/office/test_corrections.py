"""登録の修正 at the desk (FIX-01 to FIX-14)."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from ccus.domain.accounts.officers import OfficerMe
from ccus.domain.accounts.terms import Duty
from ccus.domain.corrections.actions.releasing import carry_out
from ccus.domain.corrections.actions.writing import mend_rows
from ccus.domain.corrections.models import ChangePreview, ChangeRelease, ChangeRow, ChangeSet
from ccus.domain.corrections.terms import Doing, LineKind, Side
from ccus.domain.disclosure.models import DisclosureTrace
from ccus.domain.workers.models import BloodGroup, Worker
from ccus.foundation.clock import now
from tests.factories import companies, corrections, officers, workers

pytestmark = pytest.mark.django_db
LIST = "/office/corrections/"
NEW = {
    "which": "worker:blood",
    "words": "申請書の血液型を、読み違えていました。",
    "basis": "申請書の写し",
    "received_on": "2026-11-18",
}


@pytest.fixture
def officer(db: None) -> OfficerMe:
    """An officer of 登録の修正 alone."""
    return officers.officer(Duty.CORRECT)


@pytest.fixture
def worker(db: None) -> Worker:
    return workers.worker(name__kana="ムトゥタントリゲ ワルナクラスーリヤ フェルナンド")


@pytest.fixture
def written(officer: OfficerMe) -> ChangeSet:
    """血液型, without any row yet."""
    return corrections.change_set(by=officer.actor, at=now())


def at_set(change_set: ChangeSet, more: str = "") -> str:
    return f"{LIST}{change_set.key}/{more}"


def text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_with_no_correction_the_list_says_so(desk: Client) -> None:
    assert "進んでいる修正はありません" in text(desk, LIST)
    assert "終わった修正はありません" in text(desk, f"{LIST}?past=1")


def test_an_officer_of_another_duty_sees_none_of_it(written: ChangeSet) -> None:
    other = officers.client_of(officers.officer(*(duty for duty in Duty if duty is not Duty.CORRECT)))
    for address in (
        LIST,
        f"{LIST}new/",
        at_set(written),
        at_set(written, "row/"),
        at_set(written, "preview/"),
    ):
        assert other.get(address).status_code == 403
    assert other.post(at_set(written, "acts/discard/")).status_code == 403


def test_a_correction_is_begun_with_why_and_on_what_it_rests(desk: Client) -> None:
    answer = desk.post(f"{LIST}new/", NEW, follow=True)
    change_set = ChangeSet.objects.get()
    assert (change_set.block, change_set.words) == ("blood", NEW["words"])
    assert "直す行を入れてください" in answer.content.decode()
    assert NEW["words"] in text(desk, LIST)


@pytest.mark.parametrize(
    "wrong", [{"which": "worker:photo"}, {"words": " "}, {"basis": ""}, {"received_on": "2026-11-21"}]
)
def test_what_is_missing_is_said_beside_its_field(desk: Client, wrong: dict[str, str]) -> None:
    answer = desk.post(f"{LIST}new/", NEW | wrong)
    assert (answer.status_code, ChangeSet.objects.count()) == (422, 0)
    assert "入力を確かめてください" in answer.content.decode()


def test_somebody_is_found_by_number_and_reads_of_it(
    desk: Client, written: ChangeSet, worker: Worker
) -> None:
    page = text(desk, at_set(written, f"row/?number={worker.number}"))
    assert "ムトゥタントリゲ" in page
    assert "血液型は、登録されていません" in page
    trace = DisclosureTrace.objects.get(worker=worker)
    assert (trace.purpose, written.number in trace.reason) == ("correction", True)


BLOOD = {"group": "a", "rhesus": "plus", "since": "2026-11-01", "base": ""}


def test_a_row_is_added_by_the_form_of_the_block(desk: Client, written: ChangeSet, worker: Worker) -> None:
    address = at_set(written, f"row/?number={worker.number}&doing=enter")
    assert 'name="group"' in text(desk, address)
    page = desk.post(address, BLOOD, follow=True).content.decode()
    assert "1行目として加えました" in page
    assert "ムトゥタントリゲ" in page
    assert ChangeRow.objects.get().doing == Doing.ENTER


def test_a_registered_row_is_changed_as_it_was_seen(desk: Client, officer: OfficerMe) -> None:
    employer, other = companies.company(name="見本鉄筋"), companies.company(name="見本圧接")
    link = workers.affiliation(worker=workers.worker(), company=employer, employment="regular")
    change_set = corrections.change_set("affiliation", by=officer.actor, at=now())
    address = at_set(change_set, f"row/?number={link.worker.number}&row=1")
    page = text(desk, address)
    assert "見本鉄筋" in page
    assert f'name="base" value="{link.pk}"' in page
    typed = {
        "base": link.pk,
        "company": other.number,
        "employment": "regular",
        "is_main": "1",
        "since": "2019-04-01",
    }
    answer = desk.post(address, typed, follow=True).content.decode()
    assert "見本圧接" in answer
    assert ChangeRow.objects.get().base == link.pk


def test_a_row_that_cannot_be_read_stays_on_the_form(
    desk: Client, written: ChangeSet, worker: Worker
) -> None:
    address = at_set(written, f"row/?number={worker.number}&doing=enter")
    answer = desk.post(address, BLOOD | {"group": "", "since": "2027-01-01"})
    assert (answer.status_code, ChangeRow.objects.count()) == (422, 0)
    assert "血液型" in answer.content.decode()


def test_a_number_of_nobody_is_said(desk: Client, written: ChangeSet) -> None:
    answer = desk.get(at_set(written, "row/?number=12345678901234"))
    page = answer.content.decode()
    assert (answer.status_code, "登録されていません" in page) == (422, True)
    assert "<title>入力を確かめてください" in page


def test_of_several_registered_rows_each_is_shown_with_the_number_by_which_a_file_names_it(
    desk: Client, officer: OfficerMe
) -> None:
    main = workers.affiliation(worker=workers.worker(), company=companies.company())
    second = workers.affiliation(worker=main.worker, company=companies.company(), is_main=False)
    change_set = corrections.change_set("affiliation", by=officer.actor, at=now())
    page = text(desk, at_set(change_set, f"row/?number={main.worker.number}"))
    assert all(f"登録の番号 {link.pk}<" in page for link in (main, second))


def test_a_company_is_corrected_in_the_same_way(desk: Client, officer: OfficerMe) -> None:
    company = companies.company(name="見本工業")
    change_set = corrections.change_set("retirement", side=Side.COMPANY, by=officer.actor, at=now())
    address = at_set(change_set, f"row/?number={company.number}&doing=enter")
    assert "見本工業" in text(desk, address)
    desk.post(address, {"chutaikyo": "1", "since": "2026-11-01", "base": ""})
    assert "見本工業" in text(desk, at_set(change_set))


def test_a_row_is_dropped_from_the_page(desk: Client, written: ChangeSet, worker: Worker) -> None:
    desk.post(at_set(written, f"row/?number={worker.number}&doing=enter"), BLOOD)
    row = ChangeRow.objects.get()
    page = desk.post(at_set(written, "acts/drop/"), {"row": row.pk}, follow=True).content.decode()
    assert "1行を外しました" in page
    assert "まだ行がありません" in page


def test_who_wrote_it_can_throw_it_away(written: ChangeSet, desk: Client) -> None:
    other = officers.client_of(officers.officer(Duty.CORRECT))
    assert "破棄する" not in text(other, at_set(written))
    assert other.post(at_set(written, "acts/discard/")).status_code == 422
    assert "破棄しました" in desk.post(at_set(written, "acts/discard/"), follow=True).content.decode()
    assert written.number in text(desk, f"{LIST}?past=1")


def test_what_is_guarded_most_is_seen_and_changed(desk: Client, written: ChangeSet, worker: Worker) -> None:
    held = {"group": "b", "rhesus": "plus", "valid_from": date(2020, 4, 1), "recorded_at": now()}
    fact = BloodGroup.objects.create(worker=worker, recorded_by="system:0", **held)
    address = at_set(written, f"row/?number={worker.number}&row=1")
    assert f'name="base" value="{fact.pk}"' in text(desk, address)
    desk.post(address, BLOOD | {"base": fact.pk, "since": "2020-04-01"})
    page = text(desk, at_set(written))
    assert "B型" in page
    assert "A型" in page


@pytest.fixture
def slipped(officer: OfficerMe) -> ChangeSet:
    """所属 of 高橋鉄筋's worker put to a firm that nothing connects with the worker; the preview is there."""
    other = companies.company(name="他社工業")
    link = workers.affiliation(
        worker=workers.worker(), company=companies.company(name="高橋鉄筋"), employment="regular"
    )
    change_set = corrections.change_set("affiliation", by=officer.actor, at=now())
    corrections.row(change_set, link.worker.number, {"company": other.number}, by=officer.actor, at=now())
    corrections.previewed(change_set, by=officer.actor, at=now())
    return change_set


@pytest.fixture
def waiting(officer: OfficerMe, worker: Worker) -> ChangeSet:
    """血液型 that nobody gains sight by; the preview is there."""
    change_set = corrections.change_set(by=officer.actor, at=now())
    typed = {"group": "a", "rhesus": "plus", "since": "2026-11-01"}
    corrections.row(change_set, worker.number, typed, doing=Doing.ENTER, by=officer.actor, at=now())
    corrections.previewed(change_set, by=officer.actor, at=now())
    return change_set


def test_what_stops_a_preview_stands_first_with_every_wrong_viewer(desk: Client, slipped: ChangeSet) -> None:
    page = text(desk, at_set(slipped, "preview/"))
    stops, rest = page.split("反映すると変わること")
    assert "つながりのない事業者に見える" in stops
    assert "他社工業" in stops
    assert "つながりなし 1人" in rest
    assert "この内容で許可する" not in page


def test_each_kind_of_line_has_its_page(desk: Client, slipped: ChangeSet) -> None:
    for kind in LineKind:
        assert kind.label in text(desk, at_set(slipped, f"preview/{kind}/"))
    named = text(desk, at_set(slipped, "preview/stop/?stop=stranger"))
    assert "タカハシ イチロウ" in named
    assert "他社工業" in named
    assert "髙橋" not in named
    assert desk.get(at_set(slipped, "preview/nothing/")).status_code == 404


def test_the_second_officer_reads_why_it_was_written_before_the_word(waiting: ChangeSet) -> None:
    page = text(officers.client_of(officers.officer(Duty.CORRECT)), at_set(waiting, "preview/"))
    about, word = page.split("反映すると変わること")
    assert waiting.words in about
    assert waiting.basis in about
    assert "押さなければ、登録は変わりません" in word


def test_rows_that_are_stopped_are_dropped_by_one_press(desk: Client, slipped: ChangeSet) -> None:
    page = desk.post(at_set(slipped, "acts/drop-stopped/"), {"stop": "stranger"}, follow=True)
    assert "1行を外しました" in page.content.decode()
    assert not ChangeRow.objects.filter(dropped_at=None).exists()
    assert desk.post(at_set(slipped, "acts/drop-stopped/"), {"stop": "x"}).status_code == 404


def test_a_preview_in_the_making_shows_how_far_it_is(
    desk: Client, written: ChangeSet, worker: Worker
) -> None:
    desk.post(at_set(written, f"row/?number={worker.number}&doing=enter"), BLOOD)
    page = desk.post(at_set(written, "acts/preview/"), follow=True).content.decode()
    assert '<progress class="making__bar" max="1" value="0"' in page
    assert desk.get(at_set(written, "preview/progress/?seen=0")).status_code == 204


def test_a_finished_preview_is_loaded_anew_by_the_page_that_waits(desk: Client, waiting: ChangeSet) -> None:
    assert desk.get(at_set(waiting, "preview/progress/?seen=0")).headers["HX-Refresh"] == "true"


def test_the_preview_is_a_file_too(desk: Client, slipped: ChangeSet) -> None:
    page = text(desk, at_set(slipped, "preview/"))
    [address] = re.findall(r'href="([^"]+preview/table\.csv[^"]+)"', page)
    assert "他社工業" in desk.get(address.replace("&amp;", "&")).content.decode("utf-8-sig")
    assert desk.get(at_set(slipped, "preview/table.csv")).status_code != 200


def test_a_preview_that_counts_no_more_leads_back_to_the_set(desk: Client, waiting: ChangeSet) -> None:
    row = ChangeRow.objects.get(dropped_at=None)
    desk.post(at_set(waiting, "acts/drop/"), {"row": row.pk})
    assert desk.get(at_set(waiting, "preview/")).headers["Location"] == at_set(waiting)


def test_the_home_page_says_that_a_word_is_waited_for(desk: Client, waiting: ChangeSet) -> None:
    assert "許可を待っている修正はありません" in text(desk, "/office/")
    other = officers.client_of(officers.officer(Duty.CORRECT))
    assert "あなたの許可を待っている修正が<b" in text(other, "/office/")


def test_no_word_is_waited_for_of_who_changed_a_row(waiting: ChangeSet, worker: Worker) -> None:
    other = officers.officer(Duty.CORRECT)
    mended = {ChangeRow.objects.get().pk: {"group": "b"}}
    mend_rows(change_set=waiting, mended=mended, by=other.actor, at=now())
    corrections.previewed(waiting, by=other.actor, at=now())
    assert "許可を待っている修正はありません" in text(officers.client_of(other), "/office/")


def test_the_home_page_says_that_an_own_correction_is_stopped(desk: Client, slipped: ChangeSet) -> None:
    page = text(desk, "/office/")
    assert slipped.number in page
    assert "止まっています" in page


def test_who_wrote_a_correction_cannot_release_it(desk: Client, waiting: ChangeSet) -> None:
    page = text(desk, at_set(waiting, "preview/"))
    assert "別の係員に頼んでください" in page
    assert "この内容で許可する" not in page
    answer = desk.post(at_set(waiting, "acts/release/"), {"preview": preview_key(waiting)})
    assert (answer.status_code, ChangeRelease.objects.count()) == (422, 0)


def test_another_officer_releases_what_was_read(waiting: ChangeSet, worker: Worker) -> None:
    other = officers.client_of(officers.officer(Duty.CORRECT))
    assert "この内容で許可する" in text(other, at_set(waiting, "preview/"))
    page = other.post(at_set(waiting, "acts/release/"), {"preview": preview_key(waiting)}, follow=True)
    assert "まもなく反映します" in page.content.decode()
    assert carry_out(change_set=waiting, at=now())
    assert "すべての行を反映しました" in text(other, at_set(waiting))
    assert BloodGroup.objects.filter(worker=worker, superseded_at=None).exists()


def test_nobody_releases_a_preview_without_having_opened_it(waiting: ChangeSet) -> None:
    other = officers.client_of(officers.officer(Duty.CORRECT))
    answer = other.post(at_set(waiting, "acts/release/"), {"preview": preview_key(waiting)})
    assert (answer.status_code, ChangeRelease.objects.count()) == (422, 0)


@pytest.mark.parametrize("unread", ["head", "far", "post"])
def test_what_shows_nobody_is_no_look_at_a_preview(waiting: ChangeSet, unread: str) -> None:
    other, address = officers.client_of(officers.officer(Duty.CORRECT)), at_set(waiting, "preview/")
    match unread:
        case "head":
            other.head(address)
        case "far":
            other.get(f"{address}?page=9")
        case _:
            other.post(at_set(waiting, "acts/release/"), {"preview": preview_key(waiting)})
    answer = other.post(at_set(waiting, "acts/release/"), {"preview": preview_key(waiting)})
    assert (answer.status_code, ChangeRelease.objects.count()) == (422, 0)


def test_how_many_must_release_counts_the_other_sets_of_the_officer(
    officer: OfficerMe, waiting: ChangeSet, desk: Client
) -> None:
    large = corrections.change_set(by=officer.actor, at=now())
    for _ in range(99):
        number = workers.worker().number
        corrections.row(large, number, {"group": "a"}, doing=Doing.ENTER, by=officer.actor, at=now())
    corrections.released(large, at=now())
    assert "0／2人" in text(desk, at_set(waiting, "preview/"))


def test_what_was_carried_out_is_taken_back_by_a_correction_of_its_own(
    desk: Client, waiting: ChangeSet
) -> None:
    corrections.done(waiting, at=now())
    assert desk.post(at_set(waiting, "acts/reverse/"), {"words": " "}).status_code == 422
    page = desk.post(at_set(waiting, "acts/reverse/"), {"words": "別の方の紙でした。"}, follow=True)
    assert f"修正 {waiting.number}" in page.content.decode()
    assert "確認を作る" in page.content.decode()
    assert "この修正を取り消す" not in text(desk, at_set(waiting))


def test_the_home_page_says_how_an_own_correction_ended(desk: Client, waiting: ChangeSet) -> None:
    corrections.done(waiting, at=now())
    page = text(desk, "/office/")
    assert f'あなたが書いた修正 <span class="num">{waiting.number}</span>' in page
    assert "反映しました" in page


def preview_key(change_set: ChangeSet) -> str:
    return str(ChangePreview.objects.get(change_set=change_set, void_at=None).key)


def test_an_old_page_says_that_its_preview_counts_no_more(waiting: ChangeSet, desk: Client) -> None:
    other = officers.client_of(officers.officer(Duty.CORRECT))
    text(other, at_set(waiting, "preview/"))
    key = preview_key(waiting)
    desk.post(at_set(waiting, "acts/drop/"), {"row": ChangeRow.objects.get(dropped_at=None).pk})
    answer = other.post(at_set(waiting, "acts/release/"), {"preview": key})
    assert (answer.status_code, "もう使えません" in answer.content.decode()) == (422, True)
    assert other.get(at_set(waiting, "preview/fact/")).status_code == 404


def test_the_word_on_one_correction_is_none_on_another(waiting: ChangeSet, slipped: ChangeSet) -> None:
    other = officers.client_of(officers.officer(Duty.CORRECT))
    text(other, at_set(waiting, "preview/"))
    answer = other.post(at_set(slipped, "acts/release/"), {"preview": preview_key(waiting)})
    assert (answer.status_code, ChangeRelease.objects.count()) == (422, 0)


def statements(desk: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        text(desk, address)
    return len(asked)


def test_a_page_of_rows_costs_no_statement_a_row(
    desk: Client, officer: OfficerMe, written: ChangeSet
) -> None:
    given = {"group": "a", "since": "2026-11-01"}

    def add(count: int) -> None:
        for _ in range(count):
            number = workers.worker().number
            corrections.row(written, number, given, doing=Doing.ENTER, by=officer.actor, at=now())

    add(2)
    few = statements(desk, at_set(written))
    add(10)
    assert statements(desk, at_set(written)) == few
