"""六つの数字 by their names."""

from datetime import datetime

from ccus.domain.accounts.officers import OfficerMe, require_duty
from ccus.domain.accounts.terms import Duty
from ccus.domain.figures.reading.days import days
from ccus.domain.figures.reading.firms import firms
from ccus.domain.figures.reading.readers import readers
from ccus.domain.figures.reading.returns import returns
from ccus.domain.figures.reading.sites import sites
from ccus.domain.figures.reading.waiting import waiting
from ccus.domain.figures.tables import Shown
from ccus.domain.figures.terms import Figure


def figure_of(figure: Figure, officer: OfficerMe, *, kind: str = "", place: str = "", at: datetime) -> Shown:
    """One figure as this officer may see it, in a constant number of statements (FIG-01, FIG-02).

    `kind` of application and `place` of a form (`section.field`) choose; what is unknown chooses nothing.
    Raises `NotAllowed` for officers without 業務の数字.
    """
    require_duty(officer.actor, Duty.FIGURES)
    may_ring_up = Duty.CONTACT in officer.duties
    match figure:
        case Figure.WAITING:
            return waiting(kind, at=at)
        case Figure.RETURNS:
            return returns(kind, place)
        case Figure.DAYS:
            return days(at=at)
        case Figure.SITES:
            return sites(at=at, may_ring_up=may_ring_up)
        case Figure.READERS:
            return readers(at=at, may_ring_up=may_ring_up)
        case Figure.FIRMS:
            return firms(at=at)
