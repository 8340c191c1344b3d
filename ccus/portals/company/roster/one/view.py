"""一つの名簿: its lines; select, fill down, end, keep as a pattern (SITE-09, SITE-12, SITE-26, SITE-27)."""

from collections.abc import Callable, Sequence
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Power
from ccus.domain.sites.actions.roster import change_many, end_many
from ccus.domain.sites.actions.roster_patterns import save_roster_pattern
from ccus.domain.sites.reading.roster import LineShown, lines_for, trades_of
from ccus.domain.sites.reading.roster_batches import batches_of
from ccus.domain.sites.reading.rosters import RosterSpot
from ccus.domain.sites.work import lists
from ccus.entrance.asked import count_of, key_of
from ccus.entrance.door import company_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.periods import ONE_DAY
from ccus.foundation.refusals import Refusal
from ccus.portals.company.roster.one.shown import lines_from, rows_of
from ccus.portals.company.roster.reached import seen_roster, written_roster
from ccus.portals.company.roster.typed import changes_of, day

PAGE = 50


class NothingChosen(Refusal):
    """選ばれていない: no line, or nothing to change."""


@require_http_methods(["GET", "POST"])
@company_page(Power.VIEW_STRUCTURE)
def roster(request: HttpRequest, seat: SeatMe, key: UUID) -> HttpResponse:
    """作業員名簿 of one spot, fifty lines a page."""
    if request.method == "GET":
        return _page(request, seat, seen_roster(seat, key))
    spot, _ = written_roster(seat, key)
    act = _ACTS.get(request.POST.get("act", ""))
    try:
        if act is None:
            raise NothingChosen("何をするかが選ばれていません。下のボタンから選んでください。")
        done = act(request, seat, spot)
    except Refusal as refusal:
        return _page(request, seat, spot, refusal)
    messages.success(request, done)
    return redirect("company:roster", key)


def _chosen(request: HttpRequest, spot: RosterSpot) -> list[UUID]:
    if request.POST.get("all"):
        return [line.key for line in lines_from(spot, clock.today(), with_past=False)]
    keys = [key_of(typed) for typed in request.POST.getlist("line")]
    if not keys:
        raise NothingChosen("人が選ばれていません。名簿で、左の四角に印を付けてください。")
    return [key for key in keys if key is not None]


def _change(request: HttpRequest, seat: SeatMe, spot: RosterSpot) -> str:
    lines = lines_for(spot.member.pk, _chosen(request, spot))
    changes = changes_of(request.POST)
    if not changes:
        raise NothingChosen("変える内容が入力されていません。変える項目だけを選んでください。")
    from_on = day(request.POST, "from_on", "変更する最初の日")
    done = change_many(lines=lines, changes=changes, from_on=from_on, by=seat.actor, at=clock.now())
    return f"{len(done)}人の内容を変更しました。"


def _end(request: HttpRequest, seat: SeatMe, spot: RosterSpot) -> str:
    last = day(request.POST, "last_on", "名簿の末日")
    if last is None:
        raise NothingChosen("名簿の末日が入力されていません。最後の日を入力してください。", "last_on")
    lines = lines_for(spot.member.pk, _chosen(request, spot))
    done = end_many(lines=lines, until_on=last + ONE_DAY, by=seat.actor, at=clock.now())
    return f"{len(done)}人を名簿から外しました。"


def _keep(request: HttpRequest, seat: SeatMe, spot: RosterSpot) -> str:
    lines = lines_for(spot.member.pk, _chosen(request, spot))
    name = request.POST.get("name", "")
    kept = save_roster_pattern(member=spot.member, lines=lines, name=name, by=seat.actor, at=clock.now())
    return f"パターン「{kept.name}」として保存しました。"


_ACTS: dict[str, Callable[[HttpRequest, SeatMe, RosterSpot], str]] = {
    "change": _change,
    "end": _end,
    "pattern": _keep,
}


def _page(
    request: HttpRequest, seat: SeatMe, spot: RosterSpot, refusal: Refusal | None = None
) -> HttpResponse:
    today = clock.today()
    with_past = request.GET.get("past") == "1"
    lines = lines_from(spot, today, with_past=with_past)
    first = min(count_of(request.GET.get("from", "")), max(0, len(lines) - 1))
    page = lines[first : first + PAGE]
    known = lists()
    context = {
        "spot": spot,
        "key": spot.member.key,
        "rows": rows_of(seat, page),
        "count": len(lines),
        "heads": len({line.worker for line in lines}),
        "first": first,
        "previous": max(0, first - PAGE),
        "next": first + PAGE if first + PAGE < len(lines) else None,
        "with_past": with_past,
        "chosen": set(request.POST.getlist("line")),
        "sent": request.POST,
        "lists": known,
        "trades": _trades(spot.writer.company, page) if spot.writer else {},
        "batches": batches_of(spot.member) if spot.writer else (),
        "refusal": refusal,
        "today": today,
    }
    return framed(
        request, "company/roster/one/page.html", context, current="rosters", status=422 if refusal else 200
    )


def _trades(company: int, lines: Sequence[LineShown]) -> dict[str, str]:
    return trades_of(company, {line.worker for line in lines}, on=clock.today())
