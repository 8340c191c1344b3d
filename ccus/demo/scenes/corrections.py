"""登録の修正: one set that a preview stopped, from a file one line off; one that waits for a word."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.apps import apps

from ccus.demo.plan.roles import LONG_NAME, MIRAI, ROLES, SINGLE_NAME
from ccus.demo.scenes.firms import CLERKS
from ccus.domain.audit.terms import Actor
from ccus.domain.corrections.actions.previewing import ask_for_preview
from ccus.domain.corrections.actions.writing import add_row, write_set
from ccus.domain.corrections.previewing import finish, left_of, preview_turn
from ccus.domain.corrections.terms import Doing, Side
from ccus.foundation.clock import day_of

_SLIPPED = 20
"""How many lines of the file are one off."""
_MERGED = "会社の合併のあと、所属が前の会社のままになっていました。"
_MISREAD = "申請書の血液型を、読み違えて登録していました。"
_WEEK = timedelta(days=7)


def play(slipping: Actor, careful: Actor, at: datetime) -> None:
    """`slipping` wrote 所属 from a file whose column slipped, `careful` 血液型 of three; each has its preview."""
    _previewed(_slipped(slipping, at), slipping, at)
    _previewed(_misread(careful, at), careful, at)


def _slipped(by: Actor, at: datetime) -> Any:
    """Everybody gets the company of the line below, as in 2019: nothing connects them."""
    basis = "合併の届け（一覧表）"
    written = _write("affiliation", _MERGED, basis, day_of(at), by, at)
    lines = _lines(day_of(at))
    for (worker, _), (_, company) in zip(lines, [*lines[1:], lines[0]], strict=True):
        _change(written, worker, {"company": company}, by, at)
    return written


def _misread(by: Actor, at: datetime) -> Any:
    written = _write("blood", _MISREAD, "血液型の検査の紙の写し（3枚）", day_of(at), by, at)
    for role, group in ((MIRAI, "o"), (LONG_NAME, "a"), (SINGLE_NAME, "b")):
        _change(written, role.number, {"group": group}, by, at)
    return written


def _lines(on: date) -> list[tuple[str, str]]:
    """技能者ID and 事業者ID of workers outside the cast, each of another firm than the one before."""
    links = apps.get_model("workers", "Affiliation").objects.filter(
        superseded_at=None, is_main=True, valid_until=None, valid_from__lt=on
    )
    others = links.exclude(company__name__in={clerk.firm for clerk in CLERKS}).exclude(
        worker__number__in={role.number for role in ROLES}
    )
    left = apps.get_model("workers", "Withdrawal").objects.values("worker")
    found: list[tuple[str, str]] = []
    for worker, company in (
        others.exclude(worker__in=left).order_by("worker").values_list("worker__number", "company__number")
    ):
        if len(found) < _SLIPPED and (not found or found[-1][1] != company):
            found.append((worker, company))
    return found if not found or found[0][1] != found[-1][1] else found[:-1]


def _write(block: str, words: str, basis: str, today: date, by: Actor, at: datetime) -> Any:
    return write_set(
        side=Side.WORKER,
        block=block,
        words=words,
        basis=basis,
        received_on=today - _WEEK,
        by=by,
        at=at,
    )


def _change(written: Any, number: str, values: Mapping[str, str], by: Actor, at: datetime) -> None:
    add_row(change_set=written, number=number, doing=Doing.CHANGE, base=None, values=values, by=by, at=at)


def _previewed(written: Any, by: Actor, at: datetime) -> None:
    """確認, made at once: the job that begins with the demo finds nothing left to do."""
    key = ask_for_preview(change_set=written, by=by, at=at)
    for turn in left_of(key):
        preview_turn(key, turn, at=at)
    finish(key, at=at)
