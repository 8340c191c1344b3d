"""案件: the signs of a company; an officer takes it, asks, opens the workers with a reason, closes it (LOOK-08)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from ccus.domain.accounts.officers import OfficerMe, names_of
from ccus.domain.accounts.terms import Duty
from ccus.domain.disclosure.reading import WorkerSeen, workers_as_seen_by
from ccus.domain.disclosure.terms import Purpose
from ccus.domain.looks.actions import cases as acts
from ccus.domain.looks.cases import case_row, shown, workers_of
from ccus.domain.looks.fields import in_words
from ccus.domain.looks.policies import is_held
from ccus.domain.looks.terms import Verdict
from ccus.domain.workers.terms import Item
from ccus.entrance.asked import found
from ccus.entrance.door import office_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.entry.block import Block, Field, Kind
from ccus.foundation.entry.options import Option, of_terms
from ccus.foundation.periods import ONE_DAY
from ccus.foundation.refusals import Refusal
from ccus.ui.entry.sheets import Sheet, blank, filled

OPEN = Block(
    "open",
    "技能者を開く",
    (
        Field(
            "reason",
            "見る理由",
            is_required=True,
            help="開かれた技能者が、あとで「閲覧の記録」で読みます。会社の名前は書かないでください。",
        ),
    ),
)
_OF = Field("of", "結論", is_required=True)
SAYING = {
    "take": Block("take", "担当する", ()),
    "back": Block("back", "担当をやめる", ()),
    "ask": Block(
        "ask",
        "会社に聞く",
        (in_words("質問", "会社の担当者が読みます。技能者の名前は書かないでください。聞けるのは一度です。"),),
    ),
    "close": Block(
        "close",
        "結論を出す",
        (
            Field("verdict", "結論", Kind.CHOICE, is_required=True, choices="verdict"),
            Field(
                "last_on",
                "停止の最後の日",
                Kind.DATE,
                help="この日まで、技能者の検索を止めます。",
                only_with=("verdict", Verdict.STOP),
            ),
            in_words("理由", "「注意」と「検索の停止」のときは、会社の担当者が読みます。"),
        ),
    ),
    "confirm": Block("confirm", "停止を確認する", (_OF,)),
    "decline": Block("decline", "停止を認めない", (_OF,)),
}


@dataclass(frozen=True, slots=True)
class Said:
    """行うこと: an officer's word on a case, as the form reads."""

    key: UUID
    sheet: Sheet
    officer: OfficerMe

    def do(self, act: str) -> str:
        """The act of that name; what the page says afterwards."""
        return _ACTS[act](self)


def _take(said: Said) -> str:
    acts.take_case(case=found(case_row(said.key)), by=said.officer.actor, at=clock.now())
    return "この案件を担当します。"


def _back(said: Said) -> str:
    acts.hand_back_case(case=found(case_row(said.key)), by=said.officer.actor, at=clock.now())
    return "担当をやめました。ほかの係員が担当できます。"


def _ask(said: Said) -> str:
    words = said.sheet.text("words")
    acts.ask_company(case=found(case_row(said.key)), words=words, by=said.officer.actor, at=clock.now())
    return "会社に質問を送りました。"


def _close(said: Said) -> str:
    verdict = Verdict(said.sheet.text("verdict"))
    acts.close_case(
        case=found(case_row(said.key)),
        verdict=verdict,
        words=said.sheet.text("words"),
        until_on=_after(said.sheet.day("last_on")),
        by=said.officer.actor,
        at=clock.now(),
    )
    is_stop = verdict is Verdict.STOP
    return "停止を提案しました。別の係員の確認を待っています。" if is_stop else "案件を終えました。"


def _confirm(said: Said) -> str:
    of = said.sheet.text("of")
    acts.confirm_stop(case=found(case_row(said.key)), seen=of, by=said.officer.actor, at=clock.now())
    return "この会社の技能者の検索を止めました。会社に知らせました。"


def _decline(said: Said) -> str:
    of = said.sheet.text("of")
    acts.decline_stop(case=found(case_row(said.key)), seen=of, by=said.officer.actor, at=clock.now())
    return "停止を認めませんでした。担当の係員が、もう一度結論を出します。"


_ACTS: dict[str, Callable[[Said], str]] = {
    "take": _take,
    "back": _back,
    "ask": _ask,
    "close": _close,
    "confirm": _confirm,
    "decline": _decline,
}


@require_http_methods(["GET", "HEAD", "POST"])
@office_page(Duty.CONTACT)
def look_case(request: HttpRequest, officer: OfficerMe, key: UUID) -> HttpResponse:
    """案件: its signs without any worker; those behind them after saying why (LOOK-07, LOOK-09)."""
    found(case_row(key))
    look = filled(OPEN, request.POST) if request.method == "POST" else blank(OPEN)
    return _page(request, officer, key, look=look)


@require_POST
@office_page(Duty.CONTACT)
def look_case_act(request: HttpRequest, officer: OfficerMe, key: UUID, act: str) -> HttpResponse:
    """担当、質問、結論、確認: one act, then the case again."""
    found(case_row(key))
    if act not in SAYING:
        raise Http404
    sheet = filled(SAYING[act], request.POST, _verdicts, prefix=f"{act}-")
    if not sheet.faults:
        try:
            messages.success(request, Said(key, sheet, officer).do(act))
            return redirect("office:look-case", key)
        except Refusal as refusal:
            sheet = sheet.refused(refusal)
    return _page(request, officer, key, said=sheet)


def _page(
    request: HttpRequest,
    officer: OfficerMe,
    key: UUID,
    *,
    look: Sheet | None = None,
    said: Sheet | None = None,
) -> HttpResponse:
    row = found(case_row(key))
    look = look or blank(OPEN)
    try:
        seen = _seen(officer, workers_of(row), look)
    except Refusal as refusal:
        seen, look = (), look.refused(refusal)
    case = shown(row)
    wrong = next((sheet for sheet in (look, said) if sheet is not None and sheet.faults), None)
    actors = [case.taken_by, *(by for each in case.verdicts for by in (each.by, each.second_by))]
    context = {
        "case": case,
        "seen": seen,
        "workers": len(workers_of(row)),
        "look": look.form,
        "forms": {
            act: (said if said is not None and said.block is block else _blank(act)).form
            for act, block in SAYING.items()
        },
        "form": wrong.form if wrong else None,
        "may_take": case.closed_at is None and not is_held(case.taken_by),
        "is_mine": case.taken_by == str(officer.actor),
        "is_own_verdict": case.verdict is not None and case.verdict.by == str(officer.actor),
        "names": names_of(actors),
    }
    return framed(request, "office/looks/case.html", context, current="looks", status=422 if wrong else 200)


def _seen(officer: OfficerMe, workers: tuple[int, ...], look: Sheet) -> tuple[WorkerSeen, ...]:
    """技能者, once the reason is said; each look leaves a row that the worker reads (LOOK-09)."""
    if not look.values or look.faults:
        return ()
    return workers_as_seen_by(
        officer.actor,
        workers,
        purpose=Purpose.ENQUIRY,
        reason=look.text("reason"),
        at=clock.now(),
        items=(Item.TRACES, Item.EMPLOYERS),
    )


def _blank(act: str) -> Sheet:
    return blank(SAYING[act], _verdicts, prefix=f"{act}-")


def _after(last_on: date | None) -> date | None:
    return last_on + ONE_DAY if last_on is not None and last_on < date.max else None


def _verdicts(name: str) -> tuple[Option, ...]:
    """結論, the only list here."""
    return of_terms(Verdict)
