"""修正への行為: one act, then the page on which it was pressed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from ccus.domain.accounts.officers import OfficerMe
from ccus.domain.accounts.terms import Duty
from ccus.domain.corrections.actions.previewing import ask_for_preview
from ccus.domain.corrections.actions.releasing import release_set
from ccus.domain.corrections.actions.reversing import write_reversal
from ccus.domain.corrections.actions.writing import discard_set, drop_rows, mend_rows
from ccus.domain.corrections.headings import headings_of
from ccus.domain.corrections.policies import PreviewOver
from ccus.domain.corrections.reading import set_of
from ccus.domain.corrections.reports import preview_of
from ccus.domain.corrections.terms import StopKind
from ccus.entrance.asked import found, key_of
from ccus.entrance.door import office_page
from ccus.foundation import clock
from ccus.foundation.refusals import Refusal
from ccus.portals.office.corrections.forms import REVERSAL
from ccus.portals.office.corrections.one import is_row_key, set_page
from ccus.portals.office.corrections.preview import preview_page
from ccus.ui.entry.sheets import filled

_ON_PREVIEW = {"release", "drop-stopped"}
"""Pressed on the page of the preview; everything else on the page of the set."""


@dataclass(frozen=True, slots=True)
class Pressed:
    """押されたボタン: by which officer, on which set."""

    request: HttpRequest
    officer: OfficerMe
    key: UUID

    @property
    def rows(self) -> list[int]:
        """Keys of the rows that the page sent."""
        return [int(row) for row in self.request.POST.getlist("row") if is_row_key(row)]

    def to(self, page: str) -> HttpResponse:
        """Back to a page of the set."""
        return redirect(page, self.key)

    def say(self, words: str) -> None:
        """What the next page says on top."""
        messages.success(self.request, words)


@require_POST
@office_page(Duty.CORRECT)
def correction_act(request: HttpRequest, officer: OfficerMe, key: UUID, act: str) -> HttpResponse:
    """直す、外す、確認を作る、許可する、破棄する、取り消す."""
    found(set_of(key))
    if act not in _ACTS:
        raise Http404
    try:
        return _ACTS[act](Pressed(request, officer, key))
    except Refusal as refusal:
        page = preview_page if act in _ON_PREVIEW else set_page
        return page(request, officer, key, refusal)


def _mend(pressed: Pressed) -> HttpResponse:
    if "drop-all" in pressed.request.POST:
        return _dropped(pressed, faulty=True)
    change_set, posted = found(set_of(pressed.key)), pressed.request.POST
    headings = headings_of(change_set.side, change_set.block)
    meant = {int(row) for row in posted.getlist("drop") if is_row_key(row)}
    mended = {
        row: {name: posted[f"{name}-{row}"] for name in headings if f"{name}-{row}" in posted}
        for row in pressed.rows
        if row not in meant
    }
    overtaken = mend_rows(change_set=change_set, mended=mended, by=pressed.officer.actor, at=clock.now())
    dropped = drop_rows(change_set=change_set, rows=meant, by=pressed.officer.actor, at=clock.now())
    saved = "直した内容を保存しました。" if len(overtaken) < len(mended) else ""
    gone = f"{dropped:,}行を外しました。" if dropped else ""
    later = f"{len(overtaken)}行は、先にほかの係員が直していたので、そのままにしました。" if overtaken else ""
    pressed.say(f"{saved}{gone}{later}" or "変わった行はありません。")
    return redirect(f"{_address(pressed)}?show=faulty")


def _drop(pressed: Pressed) -> HttpResponse:
    return _dropped(pressed, rows=pressed.rows)


def _drop_all(pressed: Pressed) -> HttpResponse:
    _dropped(pressed, everything=True)
    return pressed.to("office:correction-file")


def _drop_stopped(pressed: Pressed) -> HttpResponse:
    stop = next((each for each in StopKind if each == pressed.request.POST.get("stop")), None)
    if stop is None:
        raise Http404
    return _dropped(pressed, stop=stop)


def _dropped(
    pressed: Pressed,
    *,
    rows: list[int] | None = None,
    stop: StopKind | None = None,
    faulty: bool = False,
    everything: bool = False,
) -> HttpResponse:
    count = drop_rows(
        change_set=found(set_of(pressed.key)),
        rows=rows or (),
        stop=stop,
        faulty=faulty,
        everything=everything,
        by=pressed.officer.actor,
        at=clock.now(),
    )
    pressed.say(f"{count:,}行を外しました。")
    return pressed.to("office:correction")


def _preview(pressed: Pressed) -> HttpResponse:
    ask_for_preview(change_set=found(set_of(pressed.key)), by=pressed.officer.actor, at=clock.now())
    return pressed.to("office:correction-preview")


def _release(pressed: Pressed) -> HttpResponse:
    seen, current = key_of(pressed.request.POST.get("preview", "")), preview_of(found(set_of(pressed.key)))
    if current is None or seen != current.key:
        raise PreviewOver("この確認は、もう使えません。修正のページを開き直して、新しい確認を見てください。")
    left = release_set(preview=current.key, by=pressed.officer.actor, at=clock.now())
    more = f"あと{left}人の許可がいります。" if left else "許可がそろいました。まもなく反映します。"
    pressed.say(f"この修正を許可しました。{more}")
    return pressed.to("office:correction")


def _discard(pressed: Pressed) -> HttpResponse:
    discard_set(change_set=found(set_of(pressed.key)), by=pressed.officer.actor, at=clock.now())
    pressed.say("修正を破棄しました。登録は変わっていません。")
    return pressed.to("office:correction")


def _reverse(pressed: Pressed) -> HttpResponse:
    sheet = filled(REVERSAL, pressed.request.POST)
    try:
        if not sheet.faults:
            written = write_reversal(
                change_set=found(set_of(pressed.key)),
                words=sheet.text("words"),
                by=pressed.officer.actor,
                at=clock.now(),
            )
            pressed.say(f"取り消しの修正 {written.number} を書きました。次は、確認です。")
            return redirect("office:correction", written.key)
    except Refusal as refusal:
        sheet = sheet.refused(refusal)
    return set_page(pressed.request, pressed.officer, pressed.key, reversal=sheet)


_ACTS: Mapping[str, Callable[[Pressed], HttpResponse]] = {
    "mend": _mend,
    "drop": _drop,
    "drop-all": _drop_all,
    "drop-stopped": _drop_stopped,
    "preview": _preview,
    "release": _release,
    "discard": _discard,
    "reverse": _reverse,
}


def _address(pressed: Pressed) -> str:
    return str(pressed.to("office:correction").headers["Location"])
