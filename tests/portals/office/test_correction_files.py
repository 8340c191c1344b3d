"""登録の修正 from a file: the template, rows with mistakes, a file that is read again (FIX-02)."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from ccus.domain.accounts.officers import OfficerMe
from ccus.domain.corrections.models import ChangeRow, ChangeSet
from ccus.domain.workers.models import Worker
from ccus.foundation.clock import now
from tests.factories import corrections, workers
from tests.portals.office.test_corrections import at_set, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def worker(db: None) -> Worker:
    return workers.worker(name__kana="ムトゥタントリゲ ワルナクラスーリヤ フェルナンド")


@pytest.fixture
def written(officer: OfficerMe) -> ChangeSet:
    """血液型, without any row yet."""
    return corrections.change_set(by=officer.actor, at=now())


def sent(desk: Client, change_set: ChangeSet, lines: str) -> str:
    file = SimpleUploadedFile("修正.csv", lines.encode("utf-8-sig"))
    return desk.post(at_set(change_set, "file/"), {"file": file}, follow=True).content.decode()


def test_a_file_is_written_by_the_headings_of_the_template(
    desk: Client, written: ChangeSet, worker: Worker
) -> None:
    template = desk.get(at_set(written, "template.csv")).content.decode("utf-8-sig")
    assert template.startswith("技能者ID,操作,登録の番号,")
    page = sent(desk, written, f"{template}{worker.number},登録,,A型,plus,2026/11/01\n")
    assert "1行を取り込みました。すべての行を読み取れました。" in page
    assert "ムトゥタントリゲ" in page


def test_rows_with_mistakes_are_mended_where_they_are_shown(
    desk: Client, written: ChangeSet, worker: Worker
) -> None:
    page = sent(
        desk, written, f"技能者ID,操作,血液型,変わった日\n{worker.number},登録,Z型,2026/11/01\n1,登録,,\n"
    )
    assert "間違いのある行が2行あります" in page
    first, second = ChangeRow.objects.order_by("ordinal")
    mended = {"row": [first.pk], f"group-{first.pk}": "A型", "drop": [second.pk]}
    page = desk.post(at_set(written, "acts/mend/"), mended, follow=True).content.decode()
    assert "直した内容を保存しました。1行を外しました。" in page
    assert "A型" in page
    assert "確認を作る" in page


def test_whoever_mends_rows_that_another_officer_mended_first_is_told_so_alone(
    desk: Client, written: ChangeSet, worker: Worker
) -> None:
    sent(desk, written, f"技能者ID,操作,血液型,変わった日\n{worker.number},登録,Z型,2026/11/01\n")
    row = ChangeRow.objects.get().pk
    _first, second = (
        desk.post(at_set(written, "acts/mend/"), {"row": [row], f"group-{row}": group}, follow=True)
        for group in ("A型", "B型")
    )
    page = second.content.decode()
    assert "1行は、先にほかの係員が直していた" in page
    assert "直した内容を保存しました" not in page


def test_no_file_and_no_table_are_said_beside_the_field(desk: Client, written: ChangeSet) -> None:
    assert desk.post(at_set(written, "file/")).status_code == 422
    assert "見出し" in sent(desk, written, "あ\nい\n")


def test_a_mended_file_takes_the_place_of_the_rows_before_it(
    desk: Client, written: ChangeSet, worker: Worker
) -> None:
    sent(desk, written, f"技能者ID,操作,血液型,変わった日\n{worker.number},登録,A型,2026/11/01\n")
    assert "1行</span>あります" in text(desk, at_set(written, "file/"))
    page = desk.post(at_set(written, "acts/drop-all/"), follow=True).content.decode()
    assert "1行を外しました" in page
    assert "この修正には、もう" not in page
    assert not ChangeRow.objects.filter(dropped_at=None).exists()
