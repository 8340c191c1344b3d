"""期限の近い技能者."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Power
from ccus.domain.disclosure.reading import HIDDEN
from ccus.domain.employees.radar import Near, radar_of
from ccus.entrance.door import company_page
from ccus.entrance.frame import framed
from ccus.foundation import clock


@dataclass(frozen=True, slots=True)
class Line:
    """一行: what of whom, until when."""

    near: Near
    name: str

    @property
    def tone(self) -> str:
        """How near it is, as a colour; the words say it too."""
        return "refused" if self.near.days_left <= 3 else "pending"

    @property
    def left(self) -> str:
        """あと何日か, in words."""
        days = self.near.days_left
        if days < 0:
            return f"{-days}日前に切れました"
        return "今日まで" if days == 0 else f"あと{days}日"


@require_safe
@company_page(Power.EMPLOYEES)
def expiring(request: HttpRequest, seat: SeatMe) -> HttpResponse:
    """期限が30日以内に来るもの, and what is past (EMP-04, EMP-05)."""
    lines = [Line(near, _name(near)) for near in radar_of(seat.actor, seat.company, at=clock.now())]
    context = {
        "coming": [line for line in lines if line.near.days_left >= 0],
        "past": [line for line in reversed(lines) if line.near.days_left < 0],
        "today": clock.today(),
        "tab": "expiring",
    }
    return framed(request, "company/employees/expiring/page.html", context, current="employee-expiring")


def _name(near: Near) -> str:
    if "name" in near.seen.hidden:
        return str(HIDDEN)
    rows = near.seen.shown["name"]
    return str(rows[0].values["official"]) if rows else near.seen.kana
