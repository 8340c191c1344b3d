"""施工体系図: one sheet of the tree of a site with its list, whatever the number of firms (SITE-23)."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from ccus.domain.codes.rules import first_open_day
from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Power
from ccus.domain.sites.reading.structure import Tree
from ccus.domain.sites.terms import SpotState, Standing
from ccus.domain.sites.tree import Node, Sheet, sheet_with, sheets_of
from ccus.domain.work_history.undeclared import undeclared_firms
from ccus.entrance.asked import count_of
from ccus.entrance.door import company_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.portals.company.sites.reached import seen_site
from ccus.portals.company.structure.seen import seen_tree
from ccus.portals.company.structure.site.drawing import drawn
from ccus.portals.company.structure.site.listing import listed

_FOUND = 30


@require_safe
@company_page(Power.VIEW_STRUCTURE)
def structure_site(request: HttpRequest, seat: SeatMe, site: str) -> HttpResponse:
    """施工体系図: a sheet is chosen by number, or by the name or 事業者ID of a firm on it."""
    shown = seen_site(seat, site)
    tree = seen_tree(shown, seat)
    sheets = sheets_of([Node(spot.member, spot.parent) for spot in tree.spots])
    text = request.GET.get("q", "").strip()
    sheet = _chosen(sheets, request.GET.get("sheet", ""))
    page = reverse("company:structure-site", args=[site])
    context = {
        "site": shown,
        "tree": tree,
        "sheets": sheets,
        "sheet": sheet,
        "drawing": drawn(sheet, tree.by_member, _addresses(sheet, tree, page)),
        "waiting": sum(spot.state is SpotState.WAITING for spot in tree.spots),
        "stand_ins": sum(spot.state is SpotState.STAND_IN for spot in tree.spots),
        "entries": list(listed(sheet, tree.by_member)),
        "own": [spot for spot in tree.spots if spot.company == seat.company],
        "text": text,
        "found": _found(tree, sheets, text),
        "is_prime": (shown.standing is Standing.PRIME),
    }
    return framed(request, "company/structure/site/page.html", context, current="structure")


@require_safe
@company_page(Power.VIEW_STRUCTURE)
def structure_undeclared(request: HttpRequest, seat: SeatMe, site: str) -> HttpResponse:
    """宣言されていない事業者, for the prime: since the first day that can still heal."""
    shown = seen_site(seat, site)
    tree = seen_tree(shown, seat)
    firms = (
        undeclared_firms(shown.place, first_open_day(clock.today()))
        if (shown.standing is Standing.PRIME)
        else ()
    )
    context = {
        "site": shown,
        "firms": firms,
        "is_prime": (shown.standing is Standing.PRIME),
        "top": tree.spots[0] if tree.spots else None,
        "uppers": [spot for spot in tree.spots if spot.tier == 1],
    }
    return framed(request, "company/structure/site/undeclared.html", context, current="structure")


def _chosen(sheets: tuple[Sheet, ...], number: str) -> Sheet:
    asked = count_of(number)
    return sheets[asked - 1] if 1 <= asked <= len(sheets) else sheets[0]


def _addresses(sheet: Sheet, tree: Tree, page: str) -> dict[int, str]:
    addresses = {box.id: f"{page}{tree.by_member[box.id].key}/" for box in sheet.boxes}
    ahead = {box.continued_on for box in sheet.boxes if box.continued_on is not None}
    return addresses | {-number: f"{page}?sheet={number}" for number in ahead}


def _found(tree: Tree, sheets: tuple[Sheet, ...], text: str) -> list[tuple[object, int | None]]:
    if not text:
        return []
    digits = text.replace(" ", "").replace("-", "")
    matching = [spot for spot in tree.spots if text in spot.name or digits == spot.company_number]
    return [(spot, sheet_with(sheets, spot.member)) for spot in matching[:_FOUND]]
