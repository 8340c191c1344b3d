"""重複の疑い: one suspect of a case, side by side after a reason, and what is said of it (SAME-13 to SAME-16)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from ccus.domain.accounts.officers import OfficerMe, names_of
from ccus.domain.accounts.terms import Duty
from ccus.domain.applications.actions.suspects import (
    LONGEST_REASON,
    LONGEST_WORDS,
    SideBySide,
    compare_suspect,
    say_other_person,
    take_back_other_person,
)
from ccus.domain.applications.contents import Row
from ccus.domain.applications.suspects import has_compared, suspects_before
from ccus.domain.disclosure.reading import HIDDEN, FactRow, WorkerSeen
from ccus.domain.disclosure.terms import Relation
from ccus.entrance.door import office_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.entry.block import Block, Field, Kind
from ccus.foundation.refusals import Refusal
from ccus.portals.office.case.page import case_page, opened
from ccus.portals.office.same_person.beside import Beside, beside
from ccus.ui.entry.sheets import Sheet, blank, filled

COMPARED = ("name", "status", "contact")
LOOK = Block(
    "look",
    "くらべる",
    (
        Field(
            "reason",
            "見る理由",
            is_required=True,
            longest=LONGEST_REASON,
            help="たとえば「新規登録の重複の確認」。",
        ),
    ),
)
DIFFERENT = Block(
    "different",
    "別人とする",
    (
        Field(
            "words",
            "判断の理由",
            Kind.TEXT,
            is_required=True,
            longest=LONGEST_WORDS,
            help="何を見て、別人と判断したか。係員だけが読みます。",
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Asked:
    """画面に出すもの: the forms as they were typed, what is seen side by side, and what was refused."""

    look: Sheet
    different: Sheet
    rows: tuple[Beside, ...] = ()
    refusal: Refusal | None = None

    @property
    def wrong(self) -> Sheet | None:
        """The form that was refused."""
        return next((sheet for sheet in (self.look, self.different) if sheet.faults), None)


@require_http_methods(["GET", "POST"])
@office_page(Duty.REVIEW)
def case_suspect(request: HttpRequest, officer: OfficerMe, number: str, other: str) -> HttpResponse:
    """疑われる人: why; side by side after saying why one looks."""
    look = blank(LOOK)
    rows: tuple[Beside, ...] = ()
    if request.method == "POST":
        look = filled(LOOK, request.POST)
        if not look.faults:
            try:
                rows = _beside(
                    compare_suspect(
                        number=number,
                        other=other,
                        reason=look.text("reason"),
                        by=officer.actor,
                        at=clock.now(),
                    )
                )
            except Refusal as refusal:
                return _page(request, officer, number, other, Asked(look, _different(), refusal=refusal))
    return _page(request, officer, number, other, Asked(look, _different(), rows))


@require_POST
@office_page(Duty.REVIEW)
def case_suspect_different(request: HttpRequest, officer: OfficerMe, number: str, other: str) -> HttpResponse:
    """別人とする, then the case again."""
    sheet = filled(DIFFERENT, request.POST, prefix="different-")
    if not sheet.faults:
        try:
            words = sheet.text("words")
            say_other_person(number=number, other=other, words=words, by=officer.actor, at=clock.now())
        except Refusal as refusal:
            return _page(request, officer, number, other, Asked(blank(LOOK), sheet, refusal=refusal))
        messages.success(request, "別人としました。承認すると、その判断が登録に残ります。")
        return redirect("office:case", number)
    return _page(request, officer, number, other, Asked(blank(LOOK), sheet))


@require_POST
@office_page(Duty.REVIEW)
def case_suspect_again(request: HttpRequest, officer: OfficerMe, number: str, other: str) -> HttpResponse:
    """別人を取り消す."""
    try:
        take_back_other_person(number=number, other=other, by=officer.actor, at=clock.now())
    except Refusal as refusal:
        return _page(request, officer, number, other, Asked(blank(LOOK), _different(), refusal=refusal))
    messages.success(request, "別人を取り消しました。")
    return redirect("office:case-suspect", number, other)


def _page(request: HttpRequest, officer: OfficerMe, number: str, other: str, asked: Asked) -> HttpResponse:
    if opened(number, officer) is None:
        return case_page(request, officer, number, asked.refusal)
    suspect = next((each for each in suspects_before(number, on=clock.today()) if each.number == other), None)
    if suspect is None:
        if asked.refusal is None:
            raise Http404
        return case_page(request, officer, number, asked.refusal)
    context = {
        "number": number,
        "suspect": suspect,
        "rows": asked.rows,
        "look": asked.look.form,
        "different": asked.different.form,
        "wrong": asked.wrong.form if asked.wrong else None,
        "refusal": asked.refusal,
        "is_compared": has_compared(officer.actor, number, suspect),
        "names": names_of([suspect.said.by] if suspect.said else []),
    }
    status = 422 if asked.wrong or asked.refusal else 200
    return framed(request, "office/case/suspect.html", context, current="queue", status=status)


def _different() -> Sheet:
    return blank(DIFFERENT, prefix="different-")


def _beside(seen: SideBySide) -> tuple[Beside, ...]:
    return beside(_as_seen(seen.own), seen.registered or _as_seen(seen.filed))


def _as_seen(contents: Mapping[str, Sequence[Row]]) -> WorkerSeen:
    """What was handed in, as the record of somebody registered would show it."""
    born = date.fromisoformat(str(contents["birth"][0].values["birth_on"]))
    blocks = {
        key: tuple(FactRow(0, row.values, born, None, clock.now()) for row in contents.get(key, ()))
        for key in COMPARED
    }
    return WorkerSeen(0, "", Relation.SELF, False, "", "", "", HIDDEN, born, blocks, frozenset())
