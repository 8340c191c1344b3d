"""登録の修正の係: a set that one officer writes (FIX-01)."""

from ccus.domain.accounts.officers import OfficerMe
from ccus.domain.accounts.terms import Duty
from ccus.domain.audit.terms import Act
from ccus.domain.corrections.actions.filing import read_file
from ccus.domain.corrections.actions.previewing import ask_for_preview, open_preview
from ccus.domain.corrections.actions.releasing import release_set
from ccus.domain.corrections.actions.reversing import write_reversal
from ccus.domain.corrections.actions.writing import discard_set, drop_rows, mend_rows
from ccus.domain.corrections.models import ChangePreview, ChangeRow, ChangeSet
from ccus.domain.corrections.terms import Doing as Done
from ccus.jobs.corrections import preview
from tests.domain.office.doings.doing import Deed, Doing
from tests.factories import workers
from tests.factories.applications import AT
from tests.factories.corrections import change_set, done, previewed, row

ANEW = {"group": "o", "rhesus": "plus"}


def _set(one: OfficerMe) -> ChangeSet:
    return change_set(by=one.actor, at=AT)


def _with_row(one: OfficerMe) -> tuple[ChangeSet, ChangeRow]:
    written, worker = _set(one), workers.worker()
    return written, row(written, worker.number, ANEW, by=one.actor, at=AT, doing=Done.ENTER)


def _write(_: OfficerMe) -> Deed:
    return lambda by: change_set(by=by, at=AT)


def _add(one: OfficerMe) -> Deed:
    written, worker = _set(one), workers.worker()
    return lambda by: row(written, worker.number, ANEW, by=by, at=AT, doing=Done.ENTER)


def _mend(one: OfficerMe) -> Deed:
    written, added = _with_row(one)
    mended = {added.pk: {"group": "ab"}}
    return lambda by: mend_rows(change_set=written, mended=mended, by=by, at=AT)


def _drop(one: OfficerMe) -> Deed:
    written, added = _with_row(one)
    return lambda by: drop_rows(change_set=written, rows=[added.pk], by=by, at=AT)


def _preview(one: OfficerMe) -> Deed:
    written, _ = _with_row(one)
    return lambda by: ask_for_preview(change_set=written, by=by, at=AT)


def _open(one: OfficerMe) -> Deed:
    key = ask_for_preview(change_set=_with_row(one)[0], by=one.actor, at=AT)
    preview(key)
    return lambda by: open_preview(preview=key, by=by, at=AT)


def _discard(one: OfficerMe) -> Deed:
    written = _set(one)
    return lambda by: discard_set(change_set=written, by=by, at=AT)


def _release(one: OfficerMe) -> Deed:
    key = previewed(_with_row(one)[0], by=one.actor, at=AT)
    return lambda by: release_set(preview=key, by=by, at=AT)


def _opened(second: OfficerMe) -> None:
    open_preview(preview=ChangePreview.objects.get().key, by=second.actor, at=AT)


def _read(one: OfficerMe) -> Deed:
    written, worker = _set(one), workers.worker()
    data = f"技能者ID,操作,血液型,Rh\n{worker.number},登録,O,＋\n".encode()
    return lambda by: read_file(change_set=written, data=data, name="血液型.csv", by=by, at=AT)


def _reverse(one: OfficerMe) -> Deed:
    written = done(_with_row(one)[0], at=AT)
    return lambda by: write_reversal(change_set=written, words="読みちがい", by=by, at=AT)


DOINGS: dict[Act, Doing] = {
    Act.CORRECTION_WRITTEN: Doing(Duty.CORRECT, _write),
    Act.CORRECTION_ROW_ADDED: Doing(Duty.CORRECT, _add),
    Act.CORRECTION_ROWS_MENDED: Doing(Duty.CORRECT, _mend),
    Act.CORRECTION_ROWS_DROPPED: Doing(Duty.CORRECT, _drop),
    Act.CORRECTION_PREVIEW_ASKED: Doing(Duty.CORRECT, _preview),
    Act.CORRECTION_PREVIEW_OPENED: Doing(Duty.CORRECT, _open),
    Act.CORRECTION_DISCARDED: Doing(Duty.CORRECT, _discard),
    Act.CORRECTION_RELEASED: Doing(Duty.CORRECT, _release, _opened),
    Act.CORRECTION_FILE_READ: Doing(Duty.CORRECT, _read),
    Act.CORRECTION_REVERSED: Doing(Duty.CORRECT, _reverse),
}
