"""修正をファイルで書く (FIX-02)."""

from datetime import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ccus.domain.audit.terms import Actor
from ccus.domain.corrections.actions.filing import FileRead, read_file
from ccus.domain.corrections.actions.previewing import ask_for_preview
from ccus.domain.corrections.actions.writing import drop_rows, mend_rows
from ccus.domain.corrections.headings import headings_of
from ccus.domain.corrections.models import ChangeRow, ChangeSet
from ccus.domain.corrections.policies import NobodyInFile, NoHeadings, RowsFaulty
from ccus.domain.corrections.terms import Doing, Side
from ccus.domain.workers.models import Affiliation
from tests.factories import workers
from tests.factories.companies import company
from tests.factories.corrections import change_set

pytestmark = pytest.mark.django_db
HEAD = ["技能者ID", "操作", "事業者ID（所属先）", "主たる所属にする", "雇用形態"]


@pytest.fixture
def links(by: Actor, at: datetime) -> ChangeSet:
    return change_set("affiliation", by=by, at=at)


def linked(**values: object) -> Affiliation:
    return workers.affiliation(worker=workers.worker(), company=company(), employment="regular", **values)


def csv(*rows: list[str], head: list[str] | None = None) -> bytes:
    return "\n".join(",".join(row) for row in [head or HEAD, *rows]).encode()


def read(written: ChangeSet, data: bytes, by: Actor, at: datetime) -> FileRead:
    return read_file(change_set=written, data=data, name="所属.csv", by=by, at=at)


def test_each_row_of_the_file_is_a_row_of_the_set(links: ChangeSet, by: Actor, at: datetime) -> None:
    held, right = [linked(), linked()], company()
    data = csv(*([link.worker.number, "変更", right.number, "", ""] for link in held))
    assert read(links, data, by, at) == FileRead(rows=2, faulty=0)
    rows = ChangeRow.objects.order_by("ordinal")
    assert [(row.ordinal, row.base, row.values["company"]) for row in rows] == [
        (2, held[0].pk, right.number),
        (3, held[1].pk, right.number),
    ]


def test_a_file_read_anew_in_the_place_of_the_first_is_numbered_as_it_stands_in_it(
    links: ChangeSet, by: Actor, at: datetime
) -> None:
    data = csv(*([linked().worker.number, "変更", company().number, "", ""] for _ in range(2)))
    for _ in range(2):
        drop_rows(change_set=links, everything=True, by=by, at=at)
        read(links, data, by, at)
    standing = ChangeRow.objects.filter(dropped_at=None)
    assert sorted(standing.values_list("ordinal", flat=True)) == [2, 3]


def test_an_empty_cell_leaves_what_is_registered(links: ChangeSet, by: Actor, at: datetime) -> None:
    link = linked()
    read(links, csv([link.worker.number, "変更", "", "いいえ", ""]), by, at)
    values = ChangeRow.objects.get().values
    assert (values["company"], values["is_main"], values["employment"]) == (
        link.company.number,
        False,
        "regular",
    )


def test_a_cell_that_says_so_empties_its_field(by: Actor, at: datetime) -> None:
    worker = workers.worker(name__alias="建設 一郎", name__official_source="resident_record")
    written = change_set("name", by=by, at=at)
    data = csv([worker.number, "空欄にする"], head=["技能者ID", "通称名"])
    assert read(written, data, by, at).faulty == 0
    assert ChangeRow.objects.get().values["alias"] is None


def test_words_of_a_list_are_read_as_its_codes(links: ChangeSet, by: Actor, at: datetime) -> None:
    link = linked()
    read(links, csv([link.worker.number, "", "", "○", "日雇"]), by, at)
    row = ChangeRow.objects.get()
    assert (row.doing, row.values["is_main"]) == (Doing.CHANGE, True)
    assert row.values["employment"] == "daily"


def test_rows_with_mistakes_are_kept_and_stop_the_preview(links: ChangeSet, by: Actor, at: datetime) -> None:
    wrong = [["123", "変更", "", "", ""], [linked().worker.number, "へんこう", "9" * 14, "", ""]]
    assert read(links, csv(*wrong), by, at) == FileRead(rows=2, faulty=2)
    with pytest.raises(RowsFaulty):
        ask_for_preview(change_set=links, by=by, at=at)
    assert drop_rows(change_set=links, faulty=True, by=by, at=at) == 2


def test_a_mistake_is_mended_in_its_place(links: ChangeSet, by: Actor, at: datetime) -> None:
    link = linked()
    read(links, csv(["123", "変更", company().number, "", ""]), by, at)
    wrong = ChangeRow.objects.get()
    mended = {wrong.pk: {"owner": link.worker.number, "employment": ""}}
    mend_rows(change_set=links, mended=mended, by=by, at=at)
    row = ChangeRow.objects.get(dropped_at=None)
    assert (row.faults, row.base, row.ordinal, row.values["employment"]) == ({}, link.pk, 2, "regular")


def test_the_same_row_twice_in_a_file_is_named(links: ChangeSet, by: Actor, at: datetime) -> None:
    link, right = linked(), company()
    line = [link.worker.number, "変更", right.number, "", ""]
    assert read(links, csv(line, line), by, at).faulty == 1
    assert "2行目と同じ" in ChangeRow.objects.get(ordinal=3).faults["base"]


def test_of_several_links_the_main_one_is_meant_unless_another_is_named(
    links: ChangeSet, by: Actor, at: datetime
) -> None:
    main = linked()
    second = workers.affiliation(worker=main.worker, company=company(), is_main=False, employment="daily")
    head, right = ["技能者ID", "登録の番号", "事業者ID（所属先）"], company().number
    rows = [[main.worker.number, "", right], [main.worker.number, str(second.pk), right]]
    read(links, csv(*rows, head=head), by, at)
    assert set(ChangeRow.objects.values_list("base", flat=True)) == {main.pk, second.pk}


def test_a_number_that_is_none_of_the_registered_rows_is_named(
    links: ChangeSet, by: Actor, at: datetime
) -> None:
    data = csv([linked().worker.number, "99", company().number], head=["技能者ID", "登録の番号", "事業者ID"])
    read(links, data, by, at)
    assert "登録の番号（99）" in ChangeRow.objects.get().faults["base"]


def test_headings_that_are_no_fields_are_named(links: ChangeSet, by: Actor, at: datetime) -> None:
    head = ["技能者ID", "氏名", "事業者ID"]
    data = csv([linked().worker.number, "髙橋 一郎", company().number], head=head)
    assert read(links, data, by, at) == FileRead(rows=1, faulty=0, ignored=("氏名",))


def test_a_file_without_headings_is_refused(links: ChangeSet, by: Actor, at: datetime) -> None:
    with pytest.raises(NoHeadings):
        read(links, csv(["1", "2"], head=["なまえ", "かいしゃ"]), by, at)


def test_a_file_of_headings_alone_is_refused(links: ChangeSet, by: Actor, at: datetime) -> None:
    with pytest.raises(NobodyInFile):
        read(links, csv(), by, at)


@pytest.mark.parametrize(("side", "block"), [(Side.WORKER, "affiliation"), (Side.COMPANY, "licences")])
def test_no_two_columns_of_a_template_are_called_the_same(side: Side, block: str) -> None:
    names = list(headings_of(side, block).values())
    assert len(set(names)) == len(names)


def test_the_number_of_statements_does_not_grow_with_the_rows_of_a_turn(
    links: ChangeSet, by: Actor, at: datetime
) -> None:
    counted = []
    for many in (2, 20):
        data = csv(*([linked().worker.number, "変更", company().number, "", ""] for _ in range(many)))
        with CaptureQueriesContext(connection) as queries:
            read(links, data, by, at)
        counted.append(len(queries))
    assert counted[0] == counted[1]
