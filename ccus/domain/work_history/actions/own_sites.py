"""現場登録のない現場: described as its signboard says it, and days worked there (CLAIM-18, CLAIM-19)."""

from collections.abc import Sequence
from datetime import datetime
from uuid import uuid4

from django.db import transaction

from ccus.domain.audit.actions import Touched, record
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.companies.models import Company
from ccus.domain.sites.models import Place
from ccus.domain.work_history.claims.asking import tell_worker
from ccus.domain.work_history.claims.authors import author_company, require_author
from ccus.domain.work_history.claims.day_checks import DayTyped, span_of, typed_days
from ccus.domain.work_history.claims.entered import entered_days, put_entries, refuse_entered
from ccus.domain.work_history.claims.firms import firms_on
from ccus.domain.work_history.claims.own_ids import one_person_at_a_time
from ccus.domain.work_history.claims.presses import require_few_presses
from ccus.domain.work_history.claims.signboards import Signboard, require_new
from ccus.domain.work_history.models import DayClaim, OwnSite
from ccus.domain.workers.models import Worker
from ccus.domain.workers.policies import require_not_withdrawn
from ccus.foundation.clock import day_of
from ccus.foundation.superseding import already_changed


@transaction.atomic
def open_own_site(
    *,
    worker: Worker,
    name: str,
    address: str = "",
    labour_insurance: str = "",
    building_confirmation: str = "",
    corins: str = "",
    prime_name: str = "",
    employer_name: str = "",
    by: Actor,
    at: datetime,
) -> OwnSite:
    """現場登録のない現場の入力: a place that only the worker, or the employer that enters it, sees (CLAIM-18).

    Only `name` is needed. Raises `NotAllowed`, `WorkerWithdrawn`, `TextUnreadable`, `OwnSiteKnown`, `NotThatFirm`,
    `TooManyPresses`.
    """
    company = author_company(by, worker)
    require_not_withdrawn(worker)
    if company is not None:
        firms_on(worker, [day_of(at)], place=0, named=company)
    board = Signboard(
        name, address, labour_insurance, building_confirmation, corins, prime_name, employer_name
    ).tidied()
    one_person_at_a_time(worker.pk)
    require_new(board, worker.pk)
    require_few_presses(worker.pk, at=at)
    place = Place.objects.create(kind="own")
    own_site = OwnSite.objects.create(
        key=uuid4(), place=place, worker=worker, recorded_at=at, recorded_by=str(by), **board.columns()
    )
    record(act=Act.OWN_SITE_OPENED, by=by, at=at, subject=("place", place.pk), worker=worker.pk)
    return own_site


@transaction.atomic
def mend_own_site(
    *,
    own_site: OwnSite,
    name: str,
    address: str = "",
    labour_insurance: str = "",
    building_confirmation: str = "",
    corins: str = "",
    prime_name: str = "",
    employer_name: str = "",
    by: Actor,
    at: datetime,
) -> OwnSite:
    """現場登録のない現場の訂正: the text becomes another; place, `key` and days stay (CLAIM-18).

    Raises `NotAllowed`, `TextUnreadable`, `OwnSiteKnown`, `TooManyPresses`, `AlreadyChanged`.
    """
    require_author(own_site.recorded_by, own_site.worker, by)
    board = Signboard(
        name, address, labour_insurance, building_confirmation, corins, prime_name, employer_name
    ).tidied()
    one_person_at_a_time(own_site.worker_id)
    require_new(board, own_site.worker_id, but=own_site.place_id)
    require_few_presses(own_site.worker_id, at=at)
    if not OwnSite.objects.filter(pk=own_site.pk, superseded_at=None).update(superseded_at=at):
        raise already_changed()
    mended = OwnSite.objects.create(
        key=own_site.key,
        place_id=own_site.place_id,
        worker=own_site.worker,
        recorded_at=at,
        recorded_by=str(by),
        **board.columns(),
    )
    record(act=Act.OWN_SITE_MENDED, by=by, at=at, subject=("place", mended.place_id), own_site=mended.pk)
    return mended


@transaction.atomic
def enter_days_at_own_site(
    *, own_site: OwnSite, company: Company | None, days: Sequence[DayTyped], by: Actor, at: datetime
) -> list[DayClaim]:
    """就業日の入力 at a site that is not registered, all days or none; nobody is asked (CLAIM-12, CLAIM-19).

    Raises as `entries.enter_days`, but for the period.
    """
    require_author(own_site.recorded_by, own_site.worker, by)
    worker, place = own_site.worker, own_site.place_id
    entered_by = author_company(by, worker)
    require_not_withdrawn(worker)
    typed = typed_days(days, born_on=worker.birth_on, at=at)
    dates = [day.on for day in typed]
    one_person_at_a_time(worker.pk)
    firms = firms_on(worker, dates, place=place, named=entered_by or company)
    refuse_entered(entered_days(worker.pk, place, dates))
    claims = put_entries(typed, worker=worker, place=place, firms=firms, is_asked=False, by=by, at=at)
    first, until = span_of(dates)
    record(
        act=Act.DAYS_ENTERED,
        by=by,
        at=at,
        subject=("worker", worker.pk),
        affects=[Touched(first, until, worker=worker.pk, place=place)],
        place=place,
        claims=[claim.pk for claim in claims],
    )
    if entered_by is not None:
        tell_worker(claims, company=entered_by, site=own_site.name, at=at)
    return claims
