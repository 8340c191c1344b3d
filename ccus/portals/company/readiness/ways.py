"""画面への道: the address where a step is taken, for those who may take it."""

from django.urls import reverse

from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Power
from ccus.domain.readiness.reading import Mend
from ccus.domain.readiness.terms import Screen
from ccus.domain.sites.reading.sites import SiteShown

_NEEDS = {
    Screen.STRUCTURE: Power.STRUCTURE,
    Screen.ROSTER: Power.STRUCTURE,
    Screen.EMPLOYEES: Power.EMPLOYEES,
    Screen.PERIOD: Power.EDIT_SITE,
}


def way_of(mend: Mend, site: SiteShown, seat: SeatMe) -> str:
    """The address of the screen; nothing where somebody else mends it, or the role is not enough."""
    screen = mend.step.screen
    if mend.company != seat.company or screen not in _NEEDS or not seat.may(_NEEDS[screen]):
        return ""
    return reverse("company:site-period", args=[site.number])
