"""期限を読む: what runs out of workers, and on which days they are booked (EMP-04, EMP-06). Shows nothing."""

from collections.abc import Collection, Iterator
from datetime import date, timedelta

from django.db import models

from ccus.domain.cards.models import Card
from ccus.domain.employees.rules import Booked, Expiring, check_counts_until
from ccus.domain.employees.terms import RunsOut
from ccus.domain.sites.models import RosterLine
from ccus.domain.workers import options
from ccus.domain.workers.blocks.catalogue import BY_KEY
from ccus.domain.workers.models import CoreWorkerQualification, HealthCheck, PersonalStatus, Qualification
from ccus.domain.workers.rules import year_before
from ccus.foundation.periods import ONE_DAY, Period
from ccus.foundation.reading_as import REGISTER, reading_as
from ccus.foundation.superseding import standing_on

_HELD = ((RunsOut.QUALIFICATION, Qualification), (RunsOut.CORE, CoreWorkerQualification))
_CHOICES = {RunsOut.QUALIFICATION: "qualifications", RunsOut.CORE: "core"}


def expiries(workers: Collection[int], *, today: date) -> Iterator[Expiring]:
    """What these workers have that has a last day, however far; a 資格 without one never ends. Five statements."""
    cards = Card.objects.filter(worker__in=workers, revocation=None)
    for worker, last_on in cards.values_list("worker", "expires_on"):
        yield Expiring(worker, RunsOut.CARD, "", last_on)
    for kind, table in _HELD:
        held = table._default_manager.filter(worker__in=workers, superseded_at=None, valid_from__lte=today)
        for worker, what, until in held.values_list("worker", "qualification", "valid_until"):
            yield Expiring(worker, kind, what, until - ONE_DAY if until else date.max)
    statuses = standing_on(PersonalStatus.objects.filter(worker__in=workers), today)
    for worker, stays_until in statuses.values_list("worker", "residence_until"):
        if stays_until is not None:
            yield Expiring(worker, RunsOut.RESIDENCE, "", stays_until)
    for worker, taken_on in _checks(workers, today):
        yield Expiring(worker, RunsOut.HEALTH, "", check_counts_until(taken_on))


@reading_as(REGISTER)  # for whom days are counted, nobody is shown a check
def _checks(workers: Collection[int], today: date) -> list[tuple[int, date]]:
    checks = HealthCheck.objects.filter(worker__in=workers, superseded_at=None, valid_from__lte=today)
    return list(checks.values_list("worker", "valid_from"))


def touched(*, today: date, within: int) -> set[int]:
    """Workers of whom something may run out from today to so many days ahead; five statements."""
    last = today + timedelta(days=within)
    ends = {"valid_until__gt": today, "valid_until__lte": last + ONE_DAY, "superseded_at": None}
    taken = (year_before(today) - ONE_DAY, year_before(last) + ONE_DAY)
    found: list[models.QuerySet[models.Model]] = [
        Card.objects.filter(revocation=None, expires_on__range=(today, last)),
        *(table._default_manager.filter(**ends) for _, table in _HELD),
        PersonalStatus.objects.filter(superseded_at=None, residence_until__range=(today, last)),
        HealthCheck.objects.filter(superseded_at=None, valid_from__range=taken),
    ]
    return {worker for rows in found for worker in rows.values_list("worker", flat=True)}


def booked(workers: Collection[int], *, today: date, company: int | None = None) -> list[Booked]:
    """Days from today on which they stand on a roster within the site's 蓄積期間; only a company's own where named."""
    lines = RosterLine.objects.filter(worker__in=workers, superseded_at=None)
    lines = lines.exclude(valid_until__lte=today)
    if company is not None:
        lines = lines.filter(member__company=company)
    running = lines.filter(place__site__periods__superseded_at=None, place__site__periods__isnull=False)
    columns = (
        "worker", "place__site__name", "valid_from", "valid_until", "place__site__periods__valid_from",
        "place__site__periods__valid_until",
    )  # fmt: skip
    found = []
    for worker, site, from_on, until_on, opens, closes in running.values_list(*columns):
        days = Period(from_on, until_on).since(opens)
        days = days.before(closes) if days and closes else days
        if days is not None:
            found.append(Booked(worker, site, days))
    return found


def words_of(expiry: Expiring) -> str:
    """The name of what runs out: カード, 健康診断, or the 資格種別."""
    if expiry.kind not in _CHOICES:
        return expiry.kind.label
    return options.label(BY_KEY[_CHOICES[expiry.kind]].block["qualification"].choices, expiry.what)
