"""ファイルの取り込み: choosing the file (SITE-28)."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Power
from ccus.domain.sites.actions.roster_batches import NobodyInFile, upload_batch
from ccus.domain.sites.reading.roster_batches import batches_of
from ccus.domain.sites.reading.rosters import RosterSpot
from ccus.domain.sites.sheet.columns import LABELS
from ccus.domain.sites.work import lists
from ccus.entrance.door import company_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.refusals import Refusal
from ccus.foundation.sheets.table import MOST_BYTES
from ccus.portals.company.roster.reached import written_roster

_DEFAULTS = ("position", "work_content", "from_on", "until_on")


@require_http_methods(["GET", "POST"])
@company_page(Power.STRUCTURE)
def roster_import(request: HttpRequest, seat: SeatMe, key: UUID) -> HttpResponse:
    """取り込むファイルを選ぶ."""
    spot, _ = written_roster(seat, key)
    if request.method == "GET":
        return _page(request, spot)
    file = request.FILES.get("file")
    try:
        if file is None:
            raise NobodyInFile("ファイルが選ばれていません。ExcelかCSVのファイルを選んでください。", "file")
        batch = upload_batch(
            member=spot.member,
            data=file.read(MOST_BYTES + 1),
            file_name=file.name or "",
            defaults=_defaults(request),
            by=seat.actor,
            at=clock.now(),
        )
    except Refusal as refusal:
        return _page(request, spot, refusal)
    return redirect("company:roster-batch", key, batch.key)


def _defaults(request: HttpRequest) -> dict[str, str]:
    """What stands for empty cells, in the words that a file would have: pages show it beside the cells."""
    typed = {name: request.POST.get(name, "") for name in _DEFAULTS}
    return typed | {"position": lists().positions.get(typed["position"], typed["position"])}


def _page(request: HttpRequest, spot: RosterSpot, refusal: Refusal | None = None) -> HttpResponse:
    context = {
        "spot": spot,
        "key": spot.member.key,
        "labels": LABELS.values(),
        "lists": lists(),
        "batches": batches_of(spot.member),
        "sent": request.POST,
        "from_on": request.POST.get("from_on", f"{clock.today():%Y/%m/%d}"),
        "position": request.POST.get("position", "general"),
        "refusal": refusal,
    }
    status = 422 if refusal else 200
    return framed(request, "company/roster/batch/upload.html", context, current="rosters", status=status)
