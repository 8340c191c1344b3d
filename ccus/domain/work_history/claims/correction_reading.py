"""なおす日を読む: what a day at a registered site says now, in words and as a form begins (PORTAL-28, CLAIM-21)."""

from dataclasses import dataclass
from datetime import date, datetime

from ccus.domain.codes.models import Position, Trade
from ccus.domain.sites.models import Site
from ccus.domain.work_history.claim_terms import ClaimKind
from ccus.domain.work_history.claims.correcting import correctable_site, told_of
from ccus.domain.work_history.claims.day_checks import require_past_days
from ccus.domain.work_history.claims.own_ids import ids_of
from ccus.domain.work_history.claims.reading import ClaimShown, claims_shown
from ccus.domain.work_history.models import DayClaim, WorkRecord
from ccus.domain.work_history.terms import State
from ccus.domain.workers.models import Worker


@dataclass(frozen=True, slots=True)
class DayToCorrect:
    """なおす日: `raw` as the form begins, the words beside it, and the corrections that stand, latest first."""

    place: int
    site: str
    site_number: str
    prime_name: str
    on: date
    state: State
    trade: str
    position: str
    work_content: str
    raw: dict[str, str]
    corrections: tuple[ClaimShown, ...]


def day_to_correct(worker: int, site_number: str, on: date) -> DayToCorrect | None:
    """The day of a worker at a registered site; None: there is no record."""
    site = Site.objects.filter(number=site_number).select_related("prime").first()
    record = (
        WorkRecord.objects.filter(worker=ids_of(worker)[0], work_on=on, place=site.pk).first()
        if site
        else None
    )
    if site is None or record is None:
        return None
    told = told_of(worker, site.pk, on)
    trade = Trade.objects.filter(pk__in=[told.trade]).first()
    position = Position.objects.filter(pk__in=[told.position]).first()
    corrections = DayClaim.objects.filter(
        worker__in=ids_of(worker), place=site.pk, work_on=on, kind=ClaimKind.CORRECTION, superseded_at=None
    )
    return DayToCorrect(
        place=site.pk,
        site=site.name,
        site_number=site.number,
        prime_name=site.prime.name,
        on=on,
        state=State(record.state),
        trade=trade.label if trade else "",
        position=position.label if position else "",
        work_content=told.work_content,
        raw={
            "trade": trade.code if trade else "",
            "position": position.code if position else "",
            "work_content": told.work_content,
        },
        corrections=claims_shown(corrections.order_by("-pk")),
    )


def require_correctable(worker: Worker, day: DayToCorrect, *, at: datetime) -> None:
    """Say on the page already what the act would refuse. Raises `NotCorrectable`, `DeadlinePassed`."""
    correctable_site(worker.pk, day.place, day.on)
    require_past_days([day.on], born_on=worker.birth_on, at=at)
