"""取り込み (SITE-28)."""

from datetime import date, datetime

import pytest

from ccus.domain.audit.policies import NotAllowed
from ccus.domain.sites.actions.roster_batches import (
    BatchClosed,
    ColumnTwice,
    Mended,
    NobodyInFile,
    discard_batch,
    drop_rows,
    map_columns,
    mend_rows,
    register_batch,
    upload_batch,
)
from ccus.domain.sites.models import RosterBatch, RosterBatchRow, RosterLine
from ccus.domain.sites.reading.roster_batches import batch_shown
from ccus.domain.sites.sheet.rows import RowRead
from ccus.domain.sites.writers import Writer
from ccus.domain.workers.models import Worker
from tests.factories import workers
from tests.factories.personas import Cast, firm

pytestmark = pytest.mark.django_db
HEAD = "技能者ID,フリガナ,職種,立場,作業内容,初日,末日"


@pytest.fixture
def crew(cast: Cast) -> list[Worker]:
    """Two of 高橋鉄筋, and one of 他社."""
    own = [workers.worker(), workers.worker()]
    for worker in own:
        workers.affiliation(worker=worker, company=cast.takahashi)
    other = workers.worker()
    workers.affiliation(worker=other, company=cast.stranger)
    return [*own, other]


def row(worker: Worker | str, **changes: str) -> str:
    number = worker if isinstance(worker, str) else worker.number
    cells = {
        "kana": "ﾀｶﾊｼ ｲﾁﾛｳ",
        "trade": "鉄筋工",
        "position": "一般",
        "content": "基礎",
        "from": "R8.11.20",
    }
    kept = cells | {"until": "令和8年12月20日"} | changes
    return ",".join([number, *kept.values()])


def upload(cast: Cast, at: datetime, *rows: str, head: str = HEAD) -> RosterBatch:
    return upload_batch(
        member=cast.second_tier,
        data="\r\n".join([head, *rows]).encode("cp932"),
        file_name="名簿.csv",
        defaults={},
        by=firm(cast.takahashi),
        at=at,
    )


def rows_of(cast: Cast, batch: RosterBatch, at: datetime) -> tuple[RowRead, ...]:
    return batch_shown(batch, writer=Writer(cast.takahashi.pk), at=at).rows


def faults(cast: Cast, crew: list[Worker], at: datetime, **changes: str) -> dict[str, str]:
    (read,) = rows_of(cast, upload(cast, at, row(crew[0], **changes)), at)
    return dict(read.faults)


def test_rows_of_a_file_become_lines_of_the_roster(cast: Cast, crew: list[Worker], at: datetime) -> None:
    batch = upload(cast, at, row(crew[0]), row(crew[1]))
    done = register_batch(batch=batch, by=firm(cast.takahashi), at=at)
    assert (done.entered, done.left) == (2, 0)
    line = RosterLine.objects.get(worker=crew[0])
    assert (line.valid_from, line.valid_until) == (date(2026, 11, 20), date(2026, 12, 21))
    assert RosterBatch.objects.get().closed_at == at


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        ({"kana": "ヤマダ タロウ"}, "kana", "登録とちがいます"),
        ({"trade": "大工"}, "trade", "この技能者の登録にありません"),
        ({"trade": "魔法使い"}, "trade", "一覧にありません"),
        ({"position": "社長"}, "position", "一覧にありません"),
        ({"from": "令和8年13月1日"}, "from_on", "13月は、暦にありません"),
        ({"until": "2026/11/1"}, "until_on", "より前です"),
        ({"content": "筋" * 81}, "work_content", "81文字"),
        ({"from": ""}, "from_on", "入力されていません"),
    ],
)
def test_what_is_wrong_is_named_at_its_cell(
    changes: dict[str, str], field: str, sentence: str, cast: Cast, crew: list[Worker], at: datetime
) -> None:
    found = faults(cast, crew, at, **changes)
    assert set(found) == {field}
    assert sentence in found[field]


def test_a_stranger_and_nobody_are_refused_in_the_same_words(
    cast: Cast, crew: list[Worker], at: datetime
) -> None:
    stranger, nobody = rows_of(cast, upload(cast, at, row(crew[2]), row("99999999999999")), at)
    assert stranger.faults["number"] == nobody.faults["number"]
    assert set(stranger.faults) == set(nobody.faults) == {"number"}


def test_the_kana_of_a_stranger_is_never_confirmed(cast: Cast, crew: list[Worker], at: datetime) -> None:
    right, wrong = upload(cast, at, row(crew[2])), upload(cast, at, row(crew[2], kana="ヤマダ"))
    assert rows_of(cast, right, at)[0].faults == rows_of(cast, wrong, at)[0].faults


def test_a_worker_twice_in_the_file_is_named_with_the_first_row(
    cast: Cast, crew: list[Worker], at: datetime
) -> None:
    first, second = rows_of(cast, upload(cast, at, row(crew[0]), row(crew[0])), at)
    assert first.faults == {}
    assert "ファイルの2行目と同じ技能者ID" in second.faults["number"]


def test_a_worker_twice_is_named_with_the_row_that_was_registered_before(
    cast: Cast, crew: list[Worker], at: datetime
) -> None:
    batch = upload(cast, at, row(crew[0]), row(crew[0]))
    register_batch(batch=batch, by=firm(cast.takahashi), at=at)
    (second,) = rows_of(cast, batch, at)
    assert set(second.faults) == {"number"}
    assert "ファイルの2行目と同じ技能者ID" in second.faults["number"]


def test_somebody_on_the_roster_already_is_named(cast: Cast, at: datetime) -> None:
    (read,) = rows_of(cast, upload(cast, at, row(cast.mirai, kana="ケンセツ ミライ")), at)
    assert "すでにのっています" in read.faults["from_on"]


def test_columns_in_any_order_are_found_by_their_headings(
    cast: Cast, crew: list[Worker], at: datetime
) -> None:
    head = "No.,開始日,職　種,技能者ＩＤ（14桁）,役職"
    (read,) = rows_of(cast, upload(cast, at, f"1,2026/11/20,鉄筋工,{crew[0].number},職長", head=head), at)
    assert read.entry is not None
    assert read.entry.work.position == "foreman"


def test_a_clerk_corrects_which_column_is_what(cast: Cast, crew: list[Worker], at: datetime) -> None:
    batch = upload(cast, at, f"{crew[0].number},2026/11/20,一般", head="技能者ID,甲,乙")
    map_columns(
        batch=batch, columns={"number": 0, "from_on": 1, "position": 2}, by=firm(cast.takahashi), at=at
    )
    assert rows_of(cast, batch, at)[0].faults == {}
    with pytest.raises(ColumnTwice):
        map_columns(batch=batch, columns={"number": 0, "kana": 0}, by=firm(cast.takahashi), at=at)


def test_bad_rows_stay_are_mended_and_registered_without_a_second_upload(
    cast: Cast, crew: list[Worker], at: datetime
) -> None:
    batch = upload(cast, at, row(crew[0]), row(crew[1], trade="魔法使い"))
    assert register_batch(batch=batch, by=firm(cast.takahashi), at=at).left == 1
    (bad,) = rows_of(cast, batch, at)
    mended = Mended(bad.key, bad.version, {"trade": "鉄筋工"})
    assert mend_rows(batch=batch, rows=[mended], by=firm(cast.takahashi), at=at) == ()
    assert register_batch(batch=batch, by=firm(cast.takahashi), at=at).entered == 1
    assert RosterLine.objects.filter(worker__in=crew).count() == 2


def test_a_row_that_somebody_changed_meanwhile_is_not_overwritten(
    cast: Cast, crew: list[Worker], at: datetime
) -> None:
    batch = upload(cast, at, row(crew[0]))
    (read,) = rows_of(cast, batch, at)
    for content, overtaken in (("先", ()), ("後", (2,))):
        mended = Mended(read.key, read.version, {"work_content": content})
        assert mend_rows(batch=batch, rows=[mended], by=firm(cast.takahashi), at=at) == overtaken
    assert RosterBatchRow.objects.get().mended == {"work_content": "先"}


def test_a_row_is_registered_once_however_often_it_is_pressed(
    cast: Cast, crew: list[Worker], at: datetime
) -> None:
    batch = upload(cast, at, row(crew[0]), row(crew[1], trade="魔法使い"))
    pressed = [register_batch(batch=batch, by=firm(cast.takahashi), at=at).entered for _ in range(2)]
    assert pressed == [1, 0]


def test_a_dropped_row_is_not_registered_and_the_draft_is_over(
    cast: Cast, crew: list[Worker], at: datetime
) -> None:
    batch = upload(cast, at, row(crew[0]))
    keys = [read.key for read in rows_of(cast, batch, at)]
    assert drop_rows(batch=batch, rows=keys, by=firm(cast.takahashi), at=at) == 1
    with pytest.raises(BatchClosed):
        register_batch(batch=batch, by=firm(cast.takahashi), at=at)


def test_a_discarded_draft_registers_nobody(cast: Cast, crew: list[Worker], at: datetime) -> None:
    batch = upload(cast, at, row(crew[0]))
    discard_batch(batch=batch, by=firm(cast.takahashi), at=at)
    with pytest.raises(BatchClosed):
        register_batch(batch=batch, by=firm(cast.takahashi), at=at)


def test_a_file_without_rows_is_refused(cast: Cast, at: datetime) -> None:
    with pytest.raises(NobodyInFile):
        upload(cast, at)


def test_only_who_writes_the_roster_brings_in_files(cast: Cast, crew: list[Worker], at: datetime) -> None:
    with pytest.raises(NotAllowed):
        upload_batch(
            member=cast.second_tier,
            data=b"x",
            file_name="a.csv",
            defaults={},
            by=firm(cast.stranger),
            at=at,
        )


def test_a_formula_is_a_fault_until_its_field_is_mended(cast: Cast, crew: list[Worker], at: datetime) -> None:
    batch = upload(cast, at, row(crew[0]))
    RosterBatchRow.objects.update(marks={"4": "数式が入っています。"})
    (read,) = rows_of(cast, batch, at)
    assert read.faults == {"work_content": "数式が入っています。"}
    mended = Mended(read.key, read.version, {"work_content": "配筋"})
    mend_rows(batch=batch, rows=[mended], by=firm(cast.takahashi), at=at)
    assert rows_of(cast, batch, at)[0].faults == {}
