"""画面への道: the address where a step is taken, for those who may take it."""

from django.urls import reverse

from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Power
from ccus.domain.readiness.reading import Mend
from ccus.domain.readiness.terms import Screen, Step
from ccus.domain.sites.reading.sites import SiteShown

_POWERS = {
    Screen.STRUCTURE: Power.STRUCTURE,
    Screen.ROSTER: Power.STRUCTURE,
    Screen.PERIOD: Power.EDIT_SITE,
    Screen.EMPLOYEES: Power.EMPLOYEES,
}
"""画面 → the power it needs."""
_AT_THE_SPOT = {Step.ACCEPT, Step.CLAIM}


def way_of(mend: Mend, site: SiteShown, seat: SeatMe) -> str:
    """The address of the screen; nothing where somebody else mends it, or the role is not enough."""
    screen = mend.step.screen
    if mend.company != seat.company or screen not in _POWERS or not seat.may(_POWERS[screen]):
        return ""
    match screen:
        case Screen.EMPLOYEES:
            return reverse("company:employee-requests")
        case Screen.PERIOD:
            return reverse("company:site-period", args=[site.number])
        case Screen.ROSTER:
            return reverse("company:roster", args=[mend.spot])
    if mend.step in _AT_THE_SPOT:
        return reverse("company:structure-spot", args=[site.number, mend.spot])
    return reverse("company:structure-site", args=[site.number])
