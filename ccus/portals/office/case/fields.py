"""項目の画面: a finding or a correction of one field, row, section or of the whole; a page without script."""

import re
from dataclasses import dataclass, replace

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST
from django_htmx.http import HttpResponseClientRefresh

from ccus.domain.accounts.officers import OfficerMe
from ccus.domain.accounts.terms import Duty
from ccus.domain.applications import options
from ccus.domain.applications.actions.review import add_finding, correct, drop_finding
from ccus.domain.applications.reading.desk import deficiencies
from ccus.entrance.door import office_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.entry.block import Block, Field, Kind
from ccus.foundation.refusals import Refusal
from ccus.portals.office.case.page import case_page, opened
from ccus.portals.office.case.paper import Entry, Paper, Place
from ccus.ui.entry.form import BlockForm, block_form

LONGEST = 400
WHOLE = "申請の全体"
NO_CODE = "不備の種類が選ばれていません。一覧から選んでください。"
ANCHOR = re.compile(r"[a-z0-9_-]{1,120}")


@dataclass(frozen=True, slots=True)
class Wrong:
    """断られた入力: what was typed into which of the two forms, and why not."""

    form: str
    refusal: Refusal
    typed: QueryDict


@dataclass(frozen=True, slots=True)
class Spot:
    """画面の場所: what the page is about, in words, and the field itself where it is one."""

    number: str
    place: Place
    label: str
    entry: Entry | None

    @property
    def address(self) -> str:
        """Where the page lies."""
        parts = [part for part in (self.place.section, self.place.row, self.place.field) if part]
        return reverse(
            "office:case-" + ("whole", "section", "row", "field")[len(parts)], args=[self.number, *parts]
        )

    @property
    def back(self) -> str:
        """Where it stands on the page of the case."""
        return reverse("office:case", args=[self.number]) + f"#{self.place.anchor}"


@require_http_methods(["GET", "POST"])
@office_page(Duty.REVIEW)
def case_field(
    request: HttpRequest, officer: OfficerMe, number: str, section: str = "", row: str = "", field: str = ""
) -> HttpResponse:
    """不備を付ける or 補記して直す (APP-10, APP-11); with script the same forms open below the field."""
    found, place = opened(number, officer), Place(section, row, field)
    spot = _spot(number, found[1], place) if found else None
    if request.method == "POST":
        return _act(request, officer, number, place, spot)
    if spot is not None:
        return _page(request, spot, None)
    if "HX-Request" in request.headers:
        return HttpResponseClientRefresh()
    return case_page(request, officer, number)


@require_POST
@office_page(Duty.REVIEW)
def case_finding_drop(request: HttpRequest, officer: OfficerMe, number: str, finding: int) -> HttpResponse:
    """不備を取り消す, and back to where it stood on the page."""
    try:
        drop_finding(number=number, finding=finding, by=officer.actor, at=clock.now())
    except Refusal as refusal:
        return case_page(request, officer, number, refusal)
    spot = request.POST.get("spot", "")
    anchor = f"#{spot}" if ANCHOR.fullmatch(spot) else ""
    return redirect(reverse("office:case", args=[number]) + anchor)


def _act(
    request: HttpRequest, officer: OfficerMe, number: str, place: Place, spot: Spot | None
) -> HttpResponse:
    """Without a spot the half hour is over: as long as nobody else took the case, what was typed still counts."""
    typed = request.POST
    form = "correct" if "correct" in typed else "finding"
    said = {"number": number, "section": place.section, "row": place.row, "field": place.field}
    try:
        if form == "correct":
            raw, comment = typed.get(place.field, ""), typed.get("comment", "")
            correct(**said, raw=raw, comment=comment, by=officer.actor, at=clock.now())
        else:
            code, sentence = _chosen(typed.get("code", "")), typed.get("sentence", "")
            add_finding(**said, code=code, sentence=sentence, by=officer.actor, at=clock.now())
    except Refusal as refusal:
        if spot is None or opened(number, officer) is None:
            return case_page(request, officer, number, refusal)
        return _page(request, spot, Wrong(form, refusal, typed))
    return redirect(reverse("office:case", args=[number]) + f"#{place.anchor}")


def _chosen(code: str) -> str:
    """The code if there is such a 不備コード; texts that PostgreSQL cannot even compare are none."""
    if not code:
        raise Refusal(NO_CODE, "code")
    return code if code in {each.code for each in deficiencies()} else ""


def _spot(number: str, paper: Paper, place: Place) -> Spot:
    """Raises Http404 for a place that was not handed in."""
    if not place.section:
        return Spot(number, place, WHOLE, None)
    section = next((each for each in paper.sections if each.place.section == place.section), None)
    if section is None:
        raise Http404
    if place.field:
        entry = paper.entry(place)
        if entry is None:
            raise Http404
        return Spot(number, place, f"{section.label}：{entry.field.label}", entry)
    if place.row and place.row not in {row.place.row for row in section.rows}:
        raise Http404
    return Spot(number, place, section.label, None)


def _page(request: HttpRequest, spot: Spot, wrong: Wrong | None) -> HttpResponse:
    context = {
        "spot": spot,
        "number": spot.number,
        "entry": spot.entry,
        "deficiencies": deficiencies(),
        "finding": wrong if wrong and wrong.form == "finding" else None,
        "correction": _correction(spot, wrong if wrong and wrong.form == "correct" else None),
        "wrong": wrong,
        "refusal": wrong.refusal if wrong else None,
    }
    if "HX-Request" in request.headers:
        return render(request, "office/case/forms.html", context)
    status = 422 if wrong else 200
    return framed(request, "office/case/field.html", context, current="queue", status=status)


def _correction(spot: Spot, wrong: Wrong | None) -> BlockForm | None:
    """The field itself with its comment, as one form; None where the office may not mend it."""
    if spot.entry is None or not spot.entry.may_be_mended:
        return None
    comment = Field(
        "comment",
        "補記コメント",
        Kind.TEXT,
        is_required=True,
        longest=LONGEST,
        help="何を見て、どう直したかを書いてください。申請した方が読みます。",
    )
    asked = spot.entry.field
    # A postcode alone fills in no address: there is nothing else on the form to fill.
    kind = Kind.LINE if asked.kind is Kind.POSTCODE else asked.kind
    alone = replace(asked, label=f"新しい値（{asked.label}）", kind=kind, only_with=None)
    raw = {alone.name: spot.entry.typed}
    if wrong is not None:
        raw = {name: wrong.typed.get(name, "") for name in (alone.name, comment.name)}
    block = Block("correction", "補記", (alone, comment))
    return block_form(block, raw, options=options.options, faults=[wrong.refusal] if wrong else [])
