"""就業日の入力: days at a registered site, entered by hand, and taken back (CLAIM-05, CLAIM-12 to CLAIM-17)."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from ccus.domain.audit.actions import Touched, record
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.companies.models import Company
from ccus.domain.sites.models import Site
from ccus.domain.work_history.claim_terms import ClaimAct
from ccus.domain.work_history.claims.asking import ask, close_asks, tell_worker
from ccus.domain.work_history.claims.authors import author_company, require_author
from ccus.domain.work_history.claims.day_checks import DayTyped, span_of, typed_days
from ccus.domain.work_history.claims.entered import put_entries, require_free
from ccus.domain.work_history.claims.firms import firms_on
from ccus.domain.work_history.claims.own_ids import one_person_at_a_time
from ccus.domain.work_history.claims.stated import require_move
from ccus.domain.work_history.models import DayClaim
from ccus.domain.workers.models import Worker
from ccus.domain.workers.policies import require_not_withdrawn
from ccus.foundation.periods import ONE_DAY


@transaction.atomic
def enter_days(
    *, worker: Worker, site: Site, company: Company | None, days: Sequence[DayTyped], by: Actor, at: datetime
) -> list[DayClaim]:
    """就業日の入力 at a registered site, all days or none; its companies are asked and told (CLAIM-12 to CLAIM-17).

    `company`: the firm under which the worker worked; None: that of the roster line, else the main 所属. An employer
    enters in its own name. A constant number of statements, however many days. Raises `NotAllowed`, `WorkerWithdrawn`,
    `NoDays`, `TooManyDays`, `DayTwice`, `DayInFuture`, `DayBeforeBirth`, `DayBeforeSystem`, `DeadlinePassed`,
    `TextUnreadable`, `DayOutsidePeriod`, `DayOfficial`, `NotThatFirm`, `TooManyPresses`.
    """
    entered_by = author_company(by, worker)
    require_not_withdrawn(worker)
    typed = typed_days(days, born_on=worker.birth_on, at=at)
    dates = [day.on for day in typed]
    one_person_at_a_time(worker.pk)
    firms = firms_on(worker, dates, place=site.pk, named=entered_by or company)
    require_free(site, worker.pk, dates)
    claims = put_entries(typed, worker=worker, place=site.pk, firms=firms, is_asked=True, by=by, at=at)
    ask(site, claims, firms, entered_by=entered_by, by=by, at=at)
    first, until = span_of(dates)
    record(
        act=Act.DAYS_ENTERED,
        by=by,
        at=at,
        subject=("worker", worker.pk),
        affects=[Touched(first, until, worker=worker.pk, place=site.pk)],
        place=site.pk,
        claims=[claim.pk for claim in claims],
    )
    if entered_by is not None:
        tell_worker(claims, company=entered_by, site=site.name, at=at)
    return claims


@transaction.atomic
def withdraw(*, claim: DayClaim, by: Actor, at: datetime) -> None:
    """申告の取下げ by who said it, while nobody has decided (CLAIM-05, CLAIM-24).

    Raises `NotAllowed`, `ClaimClosed`.
    """
    require_author(claim.recorded_by, claim.worker, by)
    one_person_at_a_time(claim.worker_id)
    require_move(claim, ClaimAct.WITHDRAW)
    close_asks(claim, by=by, at=at)
    DayClaim.objects.filter(pk=claim.pk).update(superseded_at=at)
    record(
        act=Act.CLAIM_WITHDRAWN,
        by=by,
        at=at,
        subject=("day_claim", claim.pk),
        affects=[
            Touched(claim.work_on, claim.work_on + ONE_DAY, worker=claim.worker_id, place=claim.place_id),
            *_the_day_before_attaching(claim),
        ],
    )


def _the_day_before_attaching(claim: DayClaim) -> list[Touched]:
    """The day at the worker's own site stands again when its attachment is withdrawn (CLAIM-20)."""
    old = claim.instead_of
    if old is None:
        return []
    return [Touched(old.work_on, old.work_on + ONE_DAY, worker=old.worker_id, place=old.place_id)]
