"""作業員名簿 in the company's portal (SITE-09 to SITE-12, SITE-26 to SITE-30)."""

import io
from datetime import date, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import load_workbook

from ccus.domain.companies.terms import Role
from ccus.domain.sites.models import PlacementRequest, RosterBatch, RosterBatchRow, RosterLine, RosterPattern
from ccus.domain.workers.models import Worker
from ccus.foundation.identifiers import Kind
from tests.factories import seats, sites, workers
from tests.factories.numbers import numbered
from tests.factories.personas import Cast
from tests.sealed import get_file

pytestmark = pytest.mark.django_db
NOBODYS = numbered(Kind.WORKER, 9_999_999)
HEAD = "技能者ID,フリガナ,職種,立場,初日\r\n"


@pytest.fixture
def clerk(cast: Cast) -> Client:
    """The 事業者責任者 of 高橋鉄筋, signed in."""
    return seats.client_of(seats.seat(cast.takahashi))


@pytest.fixture
def crew(cast: Cast) -> list[Worker]:
    """Two of 高橋鉄筋 who are on no roster yet."""
    own = [workers.worker(), workers.worker(name__official="長" * 40, name__kana="ナガイ")]
    for worker in own:
        workers.affiliation(worker=worker, company=cast.takahashi)
    return own


def at_roster(cast: Cast, part: str = "") -> str:
    return f"/company/rosters/{cast.second_tier.key}/{part}"


def text(client: Client, address: str, **sent: object) -> str:
    """The page that answers, after whatever redirects."""
    response = client.post(address, sent, follow=True) if sent else client.get(address, follow=True)
    return response.content.decode()


def uploaded(client: Client, cast: Cast, *rows: str) -> str:
    """The address of the draft of a file."""
    file = SimpleUploadedFile("名簿.csv", (HEAD + "\r\n".join(rows)).encode("cp932"))
    client.post(at_roster(cast, "import/"), {"file": file, "position": "general"})
    return at_roster(cast, f"import/{RosterBatch.objects.latest('pk').key}/")


def test_the_own_rosters_are_listed_with_their_sites(clerk: Client, cast: Cast) -> None:
    page = text(clerk, "/company/rosters/")
    assert "未来タワー新築工事" in page
    assert "二次下請（鈴木工務店の下）" in page


def test_a_roster_shows_names_that_the_firm_may_see(clerk: Client, cast: Cast) -> None:
    page = text(clerk, at_roster(cast))
    assert "建設 未来" in page
    assert "職長" in page


def test_a_firm_above_sees_the_roster_and_cannot_write_it(cast: Cast) -> None:
    upper = seats.client_of(seats.seat(cast.suzuki))
    page = text(upper, at_roster(cast))
    assert "建設 未来" in page
    assert "まとめて変える" not in page
    assert upper.post(at_roster(cast), {"act": "end"}).status_code == 404


@pytest.mark.parametrize("part", ["", "add/", "import/", "patterns/", "compare/", "roster.csv"])
def test_a_firm_beside_the_chain_finds_no_such_roster(part: str, cast: Cast) -> None:
    other = seats.client_of(seats.seat(cast.stranger))
    assert get_file(other, at_roster(cast, part)).status_code == 404


def test_several_own_workers_are_added_in_one_press(clerk: Client, cast: Cast, crew: list[Worker]) -> None:
    chosen = [worker.number for worker in crew]
    page = text(clerk, at_roster(cast, "add/"), worker=chosen, from_on="令和8年11月20日", position="general")
    assert "2人を名簿にのせました" in page
    assert RosterLine.objects.filter(worker__in=crew, valid_from=date(2026, 11, 20)).count() == 2


def test_what_cannot_be_read_comes_back_with_what_was_typed(
    clerk: Client, cast: Cast, crew: list[Worker]
) -> None:
    page = text(
        clerk, at_roster(cast, "add/"), worker=[crew[0].number], from_on="11月の終わり", position="general"
    )
    assert "名簿の初日（11月の終わり）が読み取れません" in page
    assert 'value="11月の終わり"' in page


def test_one_value_is_filled_down_over_the_chosen_lines(clerk: Client, cast: Cast) -> None:
    sent = {"act": "change", "line": [str(cast.line.key)], "position": "general", "from_on": "2026/11/20"}
    assert "1人の内容を変更しました" in text(clerk, at_roster(cast), **sent)
    assert RosterLine.objects.get(valid_from=date(2026, 11, 20)).position.code == "general"


def test_chosen_lines_end_with_the_day_that_was_typed(clerk: Client, cast: Cast) -> None:
    sent = {"act": "end", "line": [str(cast.line.key)], "last_on": "2026/11/30"}
    assert "1人を名簿から外しました" in text(clerk, at_roster(cast), **sent)
    assert RosterLine.objects.get(superseded_at=None).valid_until == date(2026, 12, 1)


@pytest.mark.parametrize("act", ["change", "end", "pattern", "nothing"])
def test_a_press_without_a_choice_says_what_is_missing(act: str, clerk: Client, cast: Cast) -> None:
    assert clerk.post(at_roster(cast), {"act": act, "last_on": "2026/11/30"}).status_code == 422


def test_a_crew_is_kept_and_put_on_another_roster(
    clerk: Client, cast: Cast, crew: list[Worker], at: datetime
) -> None:
    text(clerk, at_roster(cast), act="pattern", line=[str(cast.line.key)], name="A班")
    pattern = RosterPattern.objects.get()
    other = sites.site(prime=cast.takahashi)
    address = f"/company/rosters/{sites.prime_spot(other).key}/patterns/"
    sent = {"act": "apply", "pattern": str(pattern.key), "from_on": "2026/11/20"}
    assert "1人を名簿にのせました" in text(clerk, address, **sent)
    assert "のせられませんでした" in text(clerk, address, **sent)


def test_a_file_is_mended_on_the_page_and_registered_without_a_second_upload(
    clerk: Client, cast: Cast, crew: list[Worker]
) -> None:
    rows = [
        f"{worker.number},,{trade},一般,R8.11.20"
        for worker, trade in zip(crew, ("鉄筋工", "魔法使い"), strict=True)
    ]
    draft = uploaded(clerk, cast, *rows)
    assert "魔法使い）は、一覧にありません" in text(clerk, draft)
    assert "あと1行は、直すと登録できます" in text(clerk, draft, act="register")
    bad = RosterBatchRow.objects.get(line=None)
    text(clerk, draft, act="mend", row=[f"{bad.pk}:{bad.version}"], **{f"trade-{bad.pk}": "鉄筋工"})
    assert "取り込みは、終わりです" in text(clerk, draft, act="register")
    assert RosterLine.objects.filter(worker__in=crew).count() == 2


def test_a_row_with_a_wrong_number_says_whose_it_is_and_what_stands_for_empty_cells(
    clerk: Client, cast: Cast
) -> None:
    page = text(clerk, uploaded(clerk, cast, "1.23457E+13,ナガイ,,,"))
    assert "1行目" not in page
    assert "2行目</b> ナガイ" in page
    assert "表計算ソフトが丸めた数" in page
    assert 'value="一般"' in page


def test_who_belongs_from_tomorrow_is_offered_today(clerk: Client, cast: Cast) -> None:
    coming = workers.worker()
    workers.affiliation(worker=coming, company=cast.takahashi, valid_from=date(2026, 12, 1))
    assert f'value="{coming.number}"' in text(clerk, at_roster(cast, "add/"))


def test_a_roster_that_nobody_is_on_today_is_not_compared(clerk: Client, cast: Cast) -> None:
    sites.prime_spot(sites.site(prime=cast.takahashi))
    assert "くらべる名簿がありません" in text(clerk, at_roster(cast, "compare/"))


def test_a_row_of_a_file_is_dropped_by_its_box(clerk: Client, cast: Cast, crew: list[Worker]) -> None:
    draft = uploaded(
        clerk, cast, f"{crew[0].number},,魔法使い,一般,R8.11.20", f"{crew[1].number},,鉄筋工,一般,R8.11.20"
    )
    bad = RosterBatchRow.objects.earliest("pk")
    text(clerk, draft, act="mend", drop=[str(bad.pk)])
    assert "直す行は、ありません" in text(clerk, draft)


def test_the_clerk_says_which_column_is_what(clerk: Client, cast: Cast, crew: list[Worker]) -> None:
    draft = uploaded(clerk, cast, f"{crew[0].number},,鉄筋工,一般,R8.11.20")
    page = text(clerk, draft, **{"act": "map", "column-number": "0", "column-from_on": "4"})
    assert "列の対応を変えました" in page
    assert RosterBatch.objects.get().columns == {"number": 0, "from_on": 4}


def test_no_file_and_no_table_are_answered_with_a_sentence(clerk: Client, cast: Cast) -> None:
    empty = clerk.post(at_roster(cast, "import/"), {})
    assert "ファイルが選ばれていません" in empty.content.decode()
    picture = SimpleUploadedFile("写真.xlsx", b"\xff\xd8\xff")
    assert clerk.post(at_roster(cast, "import/"), {"file": picture}).status_code == 422


def test_two_rosters_are_compared_and_the_chosen_are_taken_over(
    clerk: Client, cast: Cast, crew: list[Worker]
) -> None:
    other = sites.prime_spot(sites.site(prime=cast.takahashi))
    sites.roster_line(worker=crew[0], member=other)
    page = text(clerk, at_roster(cast, f"compare/?with={other.key}"))
    assert "この名簿だけ 1人、くらべる名簿だけ 1人" in page
    sent = {"with": str(other.key), "take": [crew[0].number, cast.mirai.number], "from_on": "2026/11/20"}
    assert "1人をのせ、0人を変更し、1人を外しました" in text(clerk, at_roster(cast, "compare/"), **sent)


def test_the_file_holds_exactly_what_the_page_shows(clerk: Client, cast: Cast) -> None:
    table = get_file(clerk, at_roster(cast, "roster.csv")).content.decode("utf-8-sig").splitlines()
    assert table[1].startswith(f"建設 未来,{cast.mirai.number},ケンセツ ミライ,鉄筋工,職長,基礎配筋")
    book = load_workbook(io.BytesIO(get_file(clerk, at_roster(cast, "roster.xlsx")).content))
    assert book.worksheets[0]["B2"].value == cast.mirai.number


def test_a_viewer_sees_rosters_of_the_own_sites_only(cast: Cast) -> None:
    viewer = seats.client_of(seats.seat(cast.takahashi, Role.SITE_VIEWER))
    assert "名簿を作る現場は、まだありません" in text(viewer, "/company/rosters/")
    assert viewer.get(at_roster(cast)).status_code == 404


def test_a_firm_asks_a_worker_of_another_whom_it_knows(clerk: Client, cast: Cast) -> None:
    borrowed = workers.worker(name__kana="カリタ ジロウ")
    born = {"kana": "かりたじろう", "birth_on": f"{borrowed.birth_on:%Y/%m/%d}"}
    sent = {"act": "ask", "from_on": "2026/11/20", "number": borrowed.number}
    assert "要請を送りました" in text(clerk, "/company/placements/", **sent, **born)


def test_a_number_alone_asks_nobody_and_does_not_tell_whether_there_is_somebody(
    clerk: Client, cast: Cast
) -> None:
    sent = {"act": "ask", "from_on": "2026/11/20", "kana": "ダレカ", "birth_on": "1990/01/01"}
    for number in (workers.worker().number, NOBODYS):
        page = text(clerk, "/company/placements/", number=number, **sent)
        assert "組み合わせに当てはまる技能者がいません" in page
    assert not PlacementRequest.objects.exists()
