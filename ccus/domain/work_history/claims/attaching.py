"""付けられる日: which entries at a worker's own site a registered site can take over (CLAIM-20)."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db.models import Exists, OuterRef

from ccus.domain.audit.terms import Actor
from ccus.domain.sites.models import Site
from ccus.domain.work_history.claim_terms import ClaimKind
from ccus.domain.work_history.claims.day_checks import refuse_days
from ccus.domain.work_history.claims.entered import Fit, fit_of, require_free
from ccus.domain.work_history.claims.firms import FirmOfDay
from ccus.domain.work_history.models import DayClaim, OwnSite
from ccus.domain.workers.models import Worker
from ccus.foundation.refusals import Refusal


class NothingToAttach(Refusal):
    """付けられる日がない: no day there, or none that the site can take."""


def fit_at(own_site: OwnSite, site: Site) -> Fit:
    """Which days of an own site a registered one would take, and which would stay, for the page that asks."""
    return fit_of(site, own_site.worker_id, [claim.work_on for claim in waiting_entries(own_site)])


def waiting_entries(own_site: OwnSite) -> list[DayClaim]:
    """The entries at an own site that no registered site has taken over, by day."""
    taken = DayClaim.objects.filter(instead_of=OuterRef("pk"), superseded_at=None)
    standing = DayClaim.objects.filter(
        ~Exists(taken),
        worker=own_site.worker_id,
        place=own_site.place_id,
        kind=ClaimKind.ENTRY,
        superseded_at=None,
    )
    return list(standing.order_by("work_on"))


def fitting(
    entries: Sequence[DayClaim], own_site: OwnSite, site: Site, days: Sequence[date] | None
) -> list[DayClaim]:
    """The entries to be taken over: all that fit, or exactly those days. Raises as `attach_site`."""
    held = {claim.work_on for claim in entries}
    if days is not None:
        refuse_days(
            NothingToAttach,
            set(days) - held,
            f"{own_site.name}に入力されていないか、もう現場が付いています。一覧を開き直して、選び直してください。",
        )
        require_free(site, own_site.worker_id, set(days))
    chosen = set(days) if days is not None else set(fit_of(site, own_site.worker_id, held).free)
    if not chosen:
        if held and days is None:
            require_free(site, own_site.worker_id, held)
        raise NothingToAttach(
            f"{own_site.name}には、現場を付けられる日がありません。先に就業日を入力してください。", "days"
        )
    return [claim for claim in entries if claim.work_on in chosen]


def replaced_by(
    old: DayClaim, worker: Worker, site: Site, firm: FirmOfDay, *, due_at: datetime, by: Actor, at: datetime
) -> DayClaim:
    """The entry at the registered site, not yet stored: what was said stays said."""
    return DayClaim(
        kind=old.kind,
        worker=worker,
        place_id=site.pk,
        work_on=old.work_on,
        company_id=firm.company,
        trade_id=old.trade_id,
        position_id=old.position_id,
        work_content=old.work_content,
        began=old.began,
        ended=old.ended,
        why=old.why,
        remark=old.remark,
        due_at=due_at,
        instead_of=old,
        recorded_at=at,
        recorded_by=str(by),
    )
