"""業務の数字: the list of the six, one of them, and its files."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_safe

from ccus.domain.accounts.officers import OfficerMe
from ccus.domain.accounts.terms import Duty
from ccus.domain.figures.reading.figures import figure_of
from ccus.domain.figures.tables import Shown, Table
from ccus.domain.figures.terms import Figure
from ccus.entrance.asked import found
from ccus.entrance.attached import table_attached
from ccus.entrance.door import office_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.portals.office.figures.drawing import picture_of


@dataclass(frozen=True, slots=True)
class Drawn:
    """表とその図."""

    table: Table
    picture: SafeString


@require_safe
@office_page(Duty.FIGURES)
def figures(request: HttpRequest, officer: OfficerMe) -> HttpResponse:
    """業務の数字: what the office asks itself, and the number that answers it (FIG-01)."""
    shown = [figure_of(each, officer, at=clock.now()) for each in Figure]
    return framed(request, "office/figures/page.html", {"figures": shown}, current="figures")


@require_safe
@office_page(Duty.FIGURES)
def figure(request: HttpRequest, officer: OfficerMe, which: str) -> HttpResponse:
    """One figure: picture and table beside each other (FIG-06)."""
    shown = _asked(request, officer, which)
    drawn = [Drawn(table, _picture(table)) for table in shown.tables]
    context = {"shown": shown, "drawn": drawn, "kind": _kind(shown), "place": request.GET.get("place", "")}
    return framed(request, "office/figures/figure.html", context, current="figures")


@require_safe
@office_page(Duty.FIGURES)
def figure_file(request: HttpRequest, officer: OfficerMe, which: str, table: str, kind: str) -> HttpResponse:
    """A table as CSV or Excel: what the page shows, hidden numbers hidden (FIG-06)."""
    asked = found(next((each for each in _asked(request, officer, which).tables if each.key == table), None))
    day = f"{clock.today():%Y%m%d}"
    name = f"{asked.title.translate(_NO_PATH)}_{day}"
    return table_attached(kind, asked.title, asked.head, asked.lines, name=name, plain=f"{table}-{day}")


_NO_PATH = str.maketrans("/\\:", "／＼：")


def _asked(request: HttpRequest, officer: OfficerMe, which: str) -> Shown:
    if which not in set(Figure):
        raise Http404
    kind, place = request.GET.get("kind", ""), request.GET.get("place", "")
    return figure_of(Figure(which), officer, kind=kind, place=place, at=clock.now())


def _kind(shown: Shown) -> str:
    return next((choice.key for choice in shown.choices if choice.is_chosen), "")


def _picture(table: Table) -> SafeString:
    return mark_safe(picture_of(table))  # noqa: S308 - drawn by us, every word in it escaped
