"""1件ずつ: somebody by number, what is registered, and one row of the set that puts it right (FIX-02)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from ccus.domain.accounts.officers import OfficerMe
from ccus.domain.accounts.terms import Duty
from ccus.domain.corrections.actions.writing import add_row
from ccus.domain.corrections.catalogue import kept_of, realm_of
from ccus.domain.corrections.looking import Subject, subject_of, words_of
from ccus.domain.corrections.policies import RowFaulty
from ccus.domain.corrections.reading import set_of, state_of
from ccus.domain.corrections.terms import Doing, Side
from ccus.entrance.asked import count_of, found
from ccus.entrance.door import office_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.entry.showing import typed
from ccus.foundation.kept.rows import FactRow
from ccus.foundation.periods import ONE_DAY
from ccus.foundation.refusals import Refusal
from ccus.portals.office.corrections.forms import find, row_block
from ccus.portals.office.corrections.one import CHANGEABLE, is_row_key
from ccus.portals.office.corrections.view import CURRENT
from ccus.ui.entry.places import asks_for_address, with_address
from ccus.ui.entry.sheets import Sheet, blank, filled


@dataclass(frozen=True, slots=True)
class Choice:
    """登録の一件: its number, which a file names it by; label and words of each field, its last day where it is over;
    `is_chosen`: the form is about it.
    """

    id: int
    words: tuple[tuple[str, str], ...]
    last_on: date | None
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """何をするか: whom the address names, which registered row (from 1, 0 of none), and what is done with it."""

    find: Sheet
    subject: Subject | None
    doing: Doing | None
    place: int

    @property
    def base(self) -> FactRow | None:
        """The registered row."""
        rows = self.subject.rows if self.subject else ()
        return rows[self.place - 1] if 0 < self.place <= len(rows) else None


class Unknown(Refusal):
    """登録されていない番号."""


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
@office_page(Duty.CORRECT)
def correction_row(request: HttpRequest, officer: OfficerMe, key: UUID) -> HttpResponse:
    """行を入力する; what is registered of whom is looked at, and leaves a trace (FIX-13)."""
    change_set = found(set_of(key))
    if state_of(change_set) not in CHANGEABLE or change_set.reverses_id is not None:
        messages.info(request, "この修正には、もう行を加えられません。")
        return redirect("office:correction", key)
    asked = _asked(request, officer, key)
    sheet = _blank(key, asked)
    if request.method != "POST" or asked.subject is None or asked.doing is None:
        return _page(request, key, asked, sheet)
    block, options = row_block(kept_of(change_set)), realm_of(change_set.side).options
    sheet = filled(block, request.POST, options)
    if asks_for_address(request.POST):
        return _page(request, key, asked, with_address(sheet))
    try:
        row = add_row(
            change_set=change_set,
            number=asked.subject.number,
            doing=asked.doing,
            base=_base(request.POST.get("base", "")),
            values={} if asked.doing is Doing.REMOVE else sheet.raw,
            by=officer.actor,
            at=clock.now(),
        )
    except RowFaulty as refusal:
        faults = tuple(Refusal(sentence, field) for field, sentence in refusal.faults.items())
        return _page(request, key, asked, Sheet(block, sheet.raw, {}, faults, options, ""))
    except Refusal as refusal:
        return _page(request, key, asked, Sheet(block, sheet.raw, {}, (refusal,), options, ""))
    messages.success(request, f"{row.ordinal}行目として加えました。")
    return redirect("office:correction", key)


def _base(text: str) -> int | None:
    """The registered row that the form was about; None of one that is new."""
    return int(text) if is_row_key(text) else None


def _asked(request: HttpRequest, officer: OfficerMe, key: UUID) -> Asked:
    change_set = found(set_of(key))
    block = find(Side(change_set.side))
    if "number" not in request.GET:
        return Asked(blank(block), None, None, 0)
    sheet = filled(block, request.GET)
    subject = None
    if not sheet.faults:
        subject = subject_of(change_set, sheet.text("number"), by=officer.actor, at=clock.now())
        if subject is None:
            label = block.fields[0].label
            sentence = f"{label}（{sheet.text('number')}）は、登録されていません。番号を確かめてください。"
            sheet = sheet.refused(Unknown(sentence, "number"))
    place = count_of(request.GET.get("row", ""))
    doing = next((each for each in Doing if each == request.GET.get("doing")), None)
    asked = Asked(sheet, subject, doing, place)
    if doing is Doing.ENTER or asked.base is None:
        return Asked(sheet, subject, doing if doing is Doing.ENTER else None, 0)
    return Asked(sheet, subject, doing or Doing.CHANGE, place)


def _blank(key: UUID, asked: Asked) -> Sheet:
    """The form as what is registered says it; of a new row empty."""
    change_set = found(set_of(key))
    block = row_block(kept_of(change_set))
    held = asked.base.values if asked.base else {}
    raw = {field.name: typed(field, held.get(field.name)) for field in block.fields}
    return blank(block, realm_of(change_set.side).options, raw=raw)


def _stands(row: FactRow) -> bool:
    return row.valid_until is None or row.valid_until > clock.today()


def _page(request: HttpRequest, key: UUID, asked: Asked, sheet: Sheet) -> HttpResponse:
    change_set = found(set_of(key))
    kept, realm = kept_of(change_set), realm_of(change_set.side)
    rows = asked.subject.rows if asked.subject else ()
    fields = kept.block.fields
    context = {
        "set": change_set,
        "side": Side(change_set.side),
        "label": kept.block.label,
        "find": asked.find.form,
        "subject": asked.subject,
        "choices": [
            Choice(
                row.id,
                tuple((f.label, said) for f in fields if (said := words_of(change_set, f, row.values))),
                None if _stands(row) or row.valid_until is None else row.valid_until - ONE_DAY,
                place == asked.place,
            )
            for place, row in enumerate(rows, 1)
        ],
        "doing": asked.doing.value if asked.doing else "",
        "place": asked.place,
        "base": asked.base.id if asked.base else None,
        "form": sheet.form if asked.doing else None,
        "may_remove": kept.block.key not in realm.lasting,
        "may_enter": kept.is_listed or kept.block.many > 1 or not any(map(_stands, rows)),
    }
    status = 422 if sheet.faults or asked.find.faults else 200
    return framed(request, "office/corrections/row.html", context, current=CURRENT, status=status)
