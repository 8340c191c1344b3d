"""ホームページのお知らせ."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ccus.domain.accounts.officers import OfficerMe
from ccus.domain.accounts.terms import Duty
from ccus.domain.notices import rules
from ccus.domain.notices.actions import announce, withdraw_announcement
from ccus.domain.notices.policies import require_announceable
from ccus.domain.notices.reading import all_announcements
from ccus.entrance.door import office_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.entry.block import Block, Field, Kind
from ccus.foundation.periods import ONE_DAY
from ccus.foundation.refusals import Refusal
from ccus.portals.office.paging import page_of
from ccus.ui.entry.sheets import Sheet, blank, filled

PAGE = 30
ANNOUNCEMENT = Block(
    "announcement",
    "お知らせ",
    (
        Field("title", "題名", is_required=True, longest=rules.TITLE_LENGTH),
        Field("body", "本文", Kind.TEXT, is_required=True, longest=rules.BODY_LENGTH),
        Field("from_on", "のせ始める日", Kind.DATE, is_required=True),
        Field("last_on", "のせる最後の日", Kind.DATE, help="決まっていなければ、空欄にしてください。"),
    ),
)


@require_safe
@office_page(Duty.ANNOUNCE)
def announcements(request: HttpRequest, officer: OfficerMe) -> HttpResponse:
    """お知らせの一覧: planned, shown, over and withdrawn, newest first (OFFICE-09)."""
    return _list(request)


@require_http_methods(["GET", "POST"])
@office_page(Duty.ANNOUNCE)
def new_announcement(request: HttpRequest, officer: OfficerMe) -> HttpResponse:
    """新しいお知らせ: typed, looked at as it will stand, then put up (OFFICE-09)."""
    if request.method == "GET":
        return _form(request, blank(ANNOUNCEMENT, raw={"from_on": clock.today().isoformat()}))
    sheet = filled(ANNOUNCEMENT, request.POST)
    if sheet.faults or "edit" in request.POST:
        return _form(request, sheet)
    try:
        if "announce" not in request.POST:
            return _preview(request, sheet)
        _announce(sheet, officer)
    except Refusal as refusal:
        return _form(request, sheet.refused(refusal))
    messages.success(request, "お知らせを登録しました。")
    return redirect("office:announcements")


@require_POST
@office_page(Duty.ANNOUNCE)
def announcement_withdrawal(request: HttpRequest, officer: OfficerMe, announcement: int) -> HttpResponse:
    """お知らせを下げる."""
    try:
        withdraw_announcement(announcement=announcement, by=officer.actor, at=clock.now())
    except Refusal as refusal:
        return _list(request, refusal)
    messages.success(request, "お知らせを下げました。")
    return redirect("office:announcements")


def _announce(sheet: Sheet, officer: OfficerMe) -> None:
    from_on, last_on = sheet.day("from_on"), sheet.day("last_on")
    announce(
        title=sheet.text("title"),
        body=sheet.text("body"),
        from_on=from_on or clock.today(),
        until_on=last_on + ONE_DAY if last_on else None,
        by=officer.actor,
        at=clock.now(),
    )


def _preview(request: HttpRequest, sheet: Sheet) -> HttpResponse:
    from_on, last_on = sheet.day("from_on") or clock.today(), sheet.day("last_on")
    until_on = last_on + ONE_DAY if last_on else None
    plain = require_announceable(sheet.text("title"), sheet.text("body"), from_on, until_on)
    context = {"plain": plain, "from_on": from_on, "last_on": last_on, "sheet": sheet}
    return framed(request, "office/announcements/preview.html", context, current="announcements")


def _form(request: HttpRequest, sheet: Sheet) -> HttpResponse:
    return framed(
        request,
        "office/announcements/new.html",
        {"form": sheet.form},
        current="announcements",
        status=422 if sheet.faults else 200,
    )


def _list(request: HttpRequest, refusal: Refusal | None = None) -> HttpResponse:
    page = page_of(request)
    found = all_announcements(PAGE + 1, (page - 1) * PAGE)
    context = {
        "announcements": found[:PAGE],
        "today": clock.today(),
        "newer": page - 1,
        "older": page + 1 if len(found) > PAGE else 0,
        "refusal": refusal,
    }
    return framed(
        request,
        "office/announcements/page.html",
        context,
        current="announcements",
        status=422 if refusal else 200,
    )
