"""作業員名簿パターン: put a crew on a roster, remove a pattern (SITE-27)."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Power
from ccus.domain.sites.actions.roster_patterns import (
    Applied,
    NobodyChosen,
    apply_roster_pattern,
    remove_roster_pattern,
)
from ccus.domain.sites.reading.roster_batches import pattern_for, patterns_of
from ccus.domain.sites.reading.rosters import RosterSpot
from ccus.domain.sites.writers import Writer
from ccus.entrance.asked import found, key_of
from ccus.entrance.door import company_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.periods import ONE_DAY
from ccus.foundation.refusals import Refusal
from ccus.portals.company.roster.people import NOBODY, people_of
from ccus.portals.company.roster.reached import written_roster
from ccus.portals.company.roster.typed import day


@require_http_methods(["GET", "POST"])
@company_page(Power.STRUCTURE)
def roster_patterns(request: HttpRequest, seat: SeatMe, key: UUID) -> HttpResponse:
    """パターンでのせる."""
    spot, writer = written_roster(seat, key)
    if request.method == "GET":
        return _page(request, seat, spot, writer)
    pattern = pattern_for(writer.company, found(key_of(request.POST.get("pattern", ""))))
    now = clock.now()
    try:
        if pattern is None:
            raise NobodyChosen("パターンが選ばれていません。一覧から選んでください。")
        if request.POST.get("act") == "remove":
            remove_roster_pattern(pattern=pattern, company=pattern.company, by=seat.actor, at=now)
            messages.success(request, f"パターン「{pattern.name}」を消しました。名簿は、そのままです。")
            return redirect("company:roster-patterns", key)
        from_on = day(request.POST, "from_on") or clock.today()
        last = day(request.POST, "until_on")
        until_on = last + ONE_DAY if last else None
        done = apply_roster_pattern(
            pattern=pattern, member=spot.member, from_on=from_on, until_on=until_on, by=seat.actor, at=now
        )
    except Refusal as refusal:
        return _page(request, seat, spot, writer, refusal=refusal)
    if done.left:
        return _page(request, seat, spot, writer, done=done)
    messages.success(request, f"{len(done.entered)}人を名簿にのせました。本人にも知らせました。")
    return redirect("company:roster", key)


def _page(
    request: HttpRequest,
    seat: SeatMe,
    spot: RosterSpot,
    writer: Writer,
    *,
    refusal: Refusal | None = None,
    done: Applied | None = None,
) -> HttpResponse:
    people = people_of(seat, [each.worker for each in done.left]) if done else {}
    context = {
        "spot": spot,
        "key": spot.member.key,
        "patterns": patterns_of(writer.company),
        "from_on": request.POST.get("from_on", f"{clock.today():%Y/%m/%d}"),
        "until_on": request.POST.get("until_on", ""),
        "refusal": refusal,
        "done": done,
        "left": [(each, people.get(each.worker, NOBODY)) for each in done.left] if done else [],
    }
    status = 422 if refusal else 200
    return framed(request, "company/roster/patterns/page.html", context, current="rosters", status=status)
