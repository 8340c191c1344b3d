"""画面への道: the address where a step is taken, for those who may take it."""

from django.urls import reverse

from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Power
from ccus.domain.readiness.reading import Mend
from ccus.domain.readiness.terms import Screen
from ccus.domain.sites.reading.sites import SiteShown

_WAYS = {
    Screen.STRUCTURE: (Power.STRUCTURE, "company:site"),
    Screen.ROSTER: (Power.STRUCTURE, "company:site"),
    Screen.PERIOD: (Power.EDIT_SITE, "company:site-period"),
    Screen.EMPLOYEES: (Power.EMPLOYEES, "company:employee-requests"),
}
"""画面 → the power it needs, and its page."""
_WITHOUT_SITE = {Screen.EMPLOYEES}


def way_of(mend: Mend, site: SiteShown, seat: SeatMe) -> str:
    """The address of the screen; nothing where somebody else mends it, or the role is not enough."""
    screen = mend.step.screen
    if mend.company != seat.company or screen not in _WAYS:
        return ""
    power, page = _WAYS[screen]
    if not seat.may(power):
        return ""
    return reverse(page) if screen in _WITHOUT_SITE else reverse(page, args=[site.number])
