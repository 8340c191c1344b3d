"""区分のページ: the form of a row, with what is wrong, how it was understood, and what another screen saved."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse

from ccus.domain.applications.options import label, options
from ccus.entrance.frame import framed
from ccus.entrance.short_lived import sealed
from ccus.foundation.entry.showing import show
from ccus.foundation.refusals import Refusal
from ccus.portals.filing.picture.address import picture_url
from ccus.portals.filing.section.typing import Typing
from ccus.portals.filing.sheet.sections import SectionSheet
from ccus.ui.entry.form import BlockForm, block_form, echoes

CURRENT = "filing:home"


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """ほかの画面で保存された内容: the sentence, and label and words of each field."""

    sentence: str
    fields: tuple[tuple[str, str], ...]


def form_of(typing: Typing, *, is_strict: bool, picture: Callable[[str], str] | None = None) -> BlockForm:
    """The form; what is still missing is only said where somebody wants to go on (`is_strict`).

    `picture` gives the address of an image; where nothing is drawn, none.
    """
    reading = typing.read
    faults = [
        fault for fault in reading.faults if is_strict or not fault.field or typing.raw.get(fault.field)
    ]
    named = {problem.field for problem in typing.problems}
    return block_form(
        typing.section.block,
        typing.raw,
        options=options,
        faults=[*typing.problems, *(fault for fault in faults if fault.field not in named)],
        echoes=echoes(typing.section.block, typing.raw, reading.values, label=label),
        findings=typing.section.findings_of(typing.row.key),
        picture=picture,
    )


def page(
    request: HttpRequest,
    typing: Typing,
    *,
    is_strict: bool = False,
    status: int = 200,
    elsewhere: Elsewhere | None = None,
) -> HttpResponse:
    """The page of one row."""
    sheet, section = typing.sheet, typing.section
    context = {
        "sheet": sheet,
        "case": sheet.case,
        "section": section,
        "row": typing.row,
        "form": form_of(typing, is_strict=is_strict, picture=lambda key: sealed(request, picture_url(key))),
        "action": typing.url,
        "version": typing.version,
        "place": sheet.place_of(section.key),
        "towns": typing.towns,
        "postcode": typing.about,
        "elsewhere": elsewhere,
        "general_findings": section.findings_of(typing.row.key).get("", ()),
        "can_remove": typing.row.before is not None and section.can_remove,
    }
    return framed(request, "filing/section/page.html", context, current=CURRENT, status=status)


def elsewhere(refusal: Refusal, section: SectionSheet, key: str) -> Elsewhere:
    """What another screen saved about the row meanwhile."""
    row = section.row(key)
    raw = row.read.values if row is not None else {}
    words = (
        (field.label, show(field, raw.get(field.name), label=label) or _as_typed(row.raw, field.name))
        for field in section.block.fields
        if row is not None
    )
    return Elsewhere(refusal.sentence, tuple((name, said) for name, said in words if said))


def _as_typed(raw: object, name: str) -> str:
    return str(raw.get(name, "")) if isinstance(raw, dict) else ""


def errors_of(problems: Sequence[Refusal]) -> str:
    """The first of what a pressed button refused, for a place that has room for one."""
    return problems[0].sentence if problems else ""
