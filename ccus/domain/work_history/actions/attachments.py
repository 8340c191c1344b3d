"""現場IDの付与: days at a site that was not registered become entries at the registered one (CLAIM-20, D-16)."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from ccus.domain.audit.actions import Touched, record
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.sites.models import Site
from ccus.domain.work_history.claims.asking import ask, tell_worker
from ccus.domain.work_history.claims.attaching import fitting, replaced_by, waiting_entries
from ccus.domain.work_history.claims.authors import author_company, require_author
from ccus.domain.work_history.claims.day_checks import due_of, span_of
from ccus.domain.work_history.claims.entered import stored
from ccus.domain.work_history.claims.firms import firms_as_claimed
from ccus.domain.work_history.claims.own_ids import one_person_at_a_time
from ccus.domain.work_history.models import DayClaim, OwnSite
from ccus.domain.workers.policies import require_not_withdrawn
from ccus.foundation.clock import day_of


@transaction.atomic
def attach_site(
    *, own_site: OwnSite, site: Site, days: Sequence[date] | None, by: Actor, at: datetime
) -> list[DayClaim]:
    """現場IDの付与: each day that the site's period holds is entered there anew, in place of the old entry (CLAIM-20).

    `days` None: all that fit; days that do not stay as they are (`attaching.fit_at` names them). With `days` every
    one of them has to fit. The deadline is counted from today. Raises `NotAllowed`, `WorkerWithdrawn`,
    `NothingToAttach`, `DayOutsidePeriod`, `DayTwice`, `DayOfficial`, `TooManyPresses`.
    """
    require_author(own_site.recorded_by, own_site.worker, by)
    worker = own_site.worker
    require_not_withdrawn(worker)
    one_person_at_a_time(worker.pk)
    old = fitting(waiting_entries(own_site), own_site, site, days)
    dates = [claim.work_on for claim in old]
    firms = firms_as_claimed(worker, {claim.work_on: claim.company_id for claim in old}, place=site.pk)
    due_at = due_of(day_of(at))
    claims = stored(
        [replaced_by(claim, worker, site, firms[claim.work_on], due_at=due_at, by=by, at=at) for claim in old]
    )
    entered_by = author_company(by, worker)
    ask(site, claims, firms, entered_by=entered_by, by=by, at=at)
    first, until = span_of(dates)
    record(
        act=Act.SITE_ATTACHED,
        by=by,
        at=at,
        subject=("place", own_site.place_id),
        affects=[Touched(first, until, worker=worker.pk, place=p) for p in (own_site.place_id, site.pk)],
        place=site.pk,
        claims=[claim.pk for claim in claims],
    )
    if entered_by is not None:
        tell_worker(claims, company=entered_by, site=site.name, at=at)
    return claims
