"""検索の行為: searching within what a day allows, and stopping a company that looks too much (SEEK-05 to SEEK-07)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.db import transaction

from ccus.domain.accounts.officers import require_duty, require_two
from ccus.domain.accounts.terms import Duty
from ccus.domain.audit.actions import record
from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.companies.models import Company
from ccus.domain.companies.policies import company_of, require_company
from ccus.domain.companies.terms import Power
from ccus.domain.searching.criteria import Criteria, digest_of
from ccus.domain.searching.finding import Hit, hits
from ccus.domain.searching.firms import Firm, FirmCriteria, firm_digest_of, firms_found
from ccus.domain.searching.models import SearchDay, SearchMade, SearchShown, SearchStop
from ccus.domain.searching.policies import require_enough, searches_spent, stopped, stopped_until
from ccus.domain.searching.rules import PAGES
from ccus.domain.workers.models import Affiliation
from ccus.foundation.clock import day_of
from ccus.foundation.constraints import one_at_a_time, refusing
from ccus.foundation.periods import Period
from ccus.foundation.refusals import Refusal
from ccus.foundation.superseding import end_on, standing_on, supersede


class StoppedAlready(Refusal):
    """停止の重なり: a company is stopped once on any day (LOOK-08)."""


@dataclass(frozen=True, slots=True)
class Found:
    """見つかった人: a page of keys. `has_more`: another page may be shown; `is_full`: more were found, but none may.

    `is_cut`: today allows no more workers.
    """

    hits: tuple[Hit, ...]
    has_more: bool
    is_full: bool
    is_cut: bool


@transaction.atomic
def search_workers(*, company: Company, criteria: Criteria, page: int = 1, by: Actor, at: datetime) -> Found:
    """技能者の検索: one page of those found. The same search of a day counts once, and so does the same worker.

    Own workers are not counted. Raises `NotAllowed`, `NotEnough`, `SearchesSpent`, `SearchStopped`.
    """
    require_company(by, company, Power.EMPLOYEES)
    require_enough(criteria)
    one_at_a_time("search", company.pk)
    today = day_of(at)
    until = stopped_until(company.pk, on=today)
    if until is not None:
        raise stopped(until)
    day = _counted(company, today, digest_of(criteria))
    found, are_more = hits(criteria, company=company.pk, on=today, page=page)
    shown = _within_the_day(day, found)
    subject = ("company", company.pk)
    record(
        act=Act.WORKERS_SEARCHED,
        by=by,
        at=at,
        subject=subject,
        asked=sorted(criteria.asked()),
        shown=len(shown),
    )
    is_last = page >= PAGES
    return Found(shown, are_more and not is_last, are_more and is_last, is_cut=len(shown) < len(found))


@transaction.atomic
def search_firms(
    *, company: Company, criteria: FirmCriteria, page: int = 1, by: Actor, at: datetime
) -> tuple[tuple[Firm, ...], bool]:
    """事業者の検索: a page of firms, and whether there are more; within the searches of the same day, for any account.

    A 停止 is about workers: firms are found all the same, uncounted. Raises `NotAllowed`, `SearchesSpent`.
    """
    if company_of(by) != company.pk:
        raise NotAllowed("ほかの事業者の検索は、できません。ご自分の会社で、さがしてください。")
    one_at_a_time("search", company.pk)
    today = day_of(at)
    if stopped_until(company.pk, on=today) is None:
        _counted(company, today, firm_digest_of(criteria))
    found = firms_found(criteria, on=today, page=page)
    record(
        act=Act.FIRMS_SEARCHED,
        by=by,
        at=at,
        subject=("company", company.pk),
        asked=sorted(criteria.asked()),
        shown=len(found[0]),
    )
    return found


@transaction.atomic
def stop_searching(*, company: Company, until_on: date, by: Actor, at: datetime) -> SearchStop:
    """検索の停止, from today to the day before `until_on`, by two officers (LOOK-08, EYES-02).

    Raises `NotAllowed`, `StoppedAlready`, `PeriodBackwards`.
    """
    require_two(by, Duty.CONTACT)
    one_at_a_time("search", company.pk)
    period = Period.checked(day_of(at), until_on, label="検索の停止", field="until_on")
    already = StoppedAlready("この事業者の検索は、もう止まっています。今の停止を終えてから、止めてください。")
    with refusing({"search_stop_one": already}):
        stop = SearchStop.objects.create(
            company=company,
            valid_from=period.from_on,
            valid_until=period.until_on,
            recorded_at=at,
            recorded_by=str(by),
        )
    record(act=Act.SEARCH_STOPPED, by=by, at=at, subject=("company", company.pk), until_on=str(until_on))
    return stop


@transaction.atomic
def end_stop(*, company: Company, by: Actor, at: datetime) -> None:
    """検索の停止の終わり, at once. Where none stands, nothing happens. Raises `AlreadyChanged`."""
    require_duty(by, Duty.CONTACT)
    one_at_a_time("search", company.pk)
    today = day_of(at)
    stop = standing_on(SearchStop.objects.filter(company=company), today).first()
    if stop is None:
        return
    if stop.valid_from == today:
        supersede(stop, at=at)
    else:
        end_on(stop, today, at=at)
    record(act=Act.SEARCH_STOP_ENDED, by=by, at=at, subject=("company", company.pk))


def _counted(company: Company, on: date, digest: str) -> SearchDay:
    """Today with this search in its count, once. Raises `SearchesSpent`."""
    day = _day(company, on)
    with refusing({"search_day_searches": searches_spent(day.searches_most)}):
        SearchMade.objects.bulk_create([SearchMade(day=day, digest=digest)], ignore_conflicts=True)
    return day


def _day(company: Company, on: date) -> SearchDay:
    """Today of a company, with the bounds of the settings when it begins."""
    first = SearchDay(
        company=company,
        on=on,
        searches_most=settings.SEARCHES_A_DAY,
        workers_most=settings.SEARCH_WORKERS_A_DAY,
    )
    SearchDay.objects.bulk_create([first], ignore_conflicts=True)
    return SearchDay.objects.get(company=company, on=on)


def _within_the_day(day: SearchDay, found: Sequence[Hit]) -> tuple[Hit, ...]:
    """Those of a page whom today still allows, in order; the new ones are written down, which counts them."""
    keys = [hit.worker for hit in found]
    seen = set(SearchShown.objects.filter(day=day, worker__in=keys).values_list("worker", flat=True))
    own = standing_on(Affiliation.objects.filter(company=day.company_id, worker__in=keys), day.on)
    free = seen | set(own.values_list("worker", flat=True))
    fresh = [key for key in keys if key not in free][: day.workers_most - day.workers]
    SearchShown.objects.bulk_create(SearchShown(day=day, worker_id=key) for key in fresh)
    allowed = free | set(fresh)
    return tuple(hit for hit in found if hit.worker in allowed)
