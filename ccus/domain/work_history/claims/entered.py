"""入力の行: what stands against the days of one press at one place, and the rows it becomes (CLAIM-12, CLAIM-13)."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from ccus.domain.audit.terms import Actor
from ccus.domain.sites.models import AccumulationPeriod, Site
from ccus.domain.work_history.claim_terms import ClaimKind
from ccus.domain.work_history.claims.day_checks import DayTwice, DayTyped, days_words, due_of, refuse_days
from ccus.domain.work_history.claims.firms import FirmOfDay
from ccus.domain.work_history.claims.own_ids import ids_of
from ccus.domain.work_history.claims.presses import require_few_presses
from ccus.domain.work_history.models import DayClaim, WorkRecord
from ccus.domain.work_history.terms import State
from ccus.domain.workers.models import Worker
from ccus.foundation.constraints import refusing
from ccus.foundation.japanese import date_words
from ccus.foundation.periods import ONE_DAY, Period
from ccus.foundation.refusals import Refusal
from ccus.foundation.superseding import period_of


class DayOutsidePeriod(Refusal):
    """蓄積期間の外の日 (CLAIM-12, D-13)."""


class DayOfficial(Refusal):
    """もう正式な日: nothing to enter (CLAIM-13)."""


@dataclass(frozen=True, slots=True)
class Fit:
    """入力できる日の見分け: `free` days can be entered at a site, the others lie `outside` its period, were `entered`
    there before, or are `official` already.
    """

    free: tuple[date, ...]
    outside: tuple[date, ...]
    entered: tuple[date, ...]
    official: tuple[date, ...]


def fit_of(site: Site, worker: int, dates: Collection[date]) -> Fit:
    """Which days can be entered at a site, whatever the person's ID (SAME-06). Five statements."""
    periods = _periods(site)
    outside = {on for on in dates if not any(on in period for period in periods)}
    ids = ids_of(worker)
    entered, official = _entered(ids, site.pk, dates), _official_days(ids[0], site.pk, dates)
    in_the_way = outside | entered | official
    return Fit(
        *(
            tuple(sorted(days))
            for days in (set(dates) - in_the_way, outside, entered - outside, official - entered - outside)
        )
    )


def require_free(site: Site, worker: int, dates: Collection[date]) -> None:
    """Refuse days that cannot be entered at a site. Raises `DayOutsidePeriod`, `DayTwice`, `DayOfficial`."""
    fit = fit_of(site, worker, dates)
    if fit.outside:
        refuse_days(
            DayOutsidePeriod,
            fit.outside,
            f"{site.name}の就業履歴蓄積期間{_said_periods(site)}の外です。この日を外して、もう一度入力してください。"
            "ほかの日も、まだ入力されていません。",
        )
    refuse_entered(fit.entered)
    refuse_days(
        DayOfficial,
        fit.official,
        "もう正式な就業履歴になっています。入力はいりません。この日を外してください。",
    )


def refuse_entered(dates: Collection[date]) -> None:
    """Refuse days that were entered at this place before (CLAIM-13)."""
    refuse_days(
        DayTwice,
        dates,
        "この現場に、もう入力されています。この日を外してください。"
        "なおすときは、「申告の状況」を開いてください。承認待ちの日は、取り下げてから入力し直せます。",
    )


def entered_days(worker: int, place: int, dates: Collection[date]) -> set[date]:
    """Days with an entry of the person that stands there."""
    return _entered(ids_of(worker), place, dates)


def _entered(ids: Sequence[int], place: int, dates: Collection[date]) -> set[date]:
    standing = DayClaim.objects.filter(
        worker__in=ids, place=place, work_on__in=dates, kind=ClaimKind.ENTRY, superseded_at=None
    )
    return set(standing.values_list("work_on", flat=True))


def put_entries(
    days: Sequence[DayTyped],
    *,
    worker: Worker,
    place: int,
    firms: Mapping[date, FirmOfDay],
    is_asked: bool,
    by: Actor,
    at: datetime,
) -> list[DayClaim]:
    """Store one entry a day, in one statement, in the order of the days. Raises `DayTwice`."""
    rows = [
        DayClaim(
            kind=ClaimKind.ENTRY,
            worker=worker,
            place_id=place,
            work_on=day.on,
            company_id=firms[day.on].company,
            trade=day.trade,
            position=day.position,
            work_content=day.work_content,
            began=day.began,
            ended=day.ended,
            why=day.why,
            remark=day.remark,
            due_at=due_of(day.on) if is_asked else None,
            recorded_at=at,
            recorded_by=str(by),
        )
        for day in days
    ]
    return stored(rows)


def stored(rows: Sequence[DayClaim]) -> list[DayClaim]:
    """The claims, stored in one statement, or a refusal if somebody else said the same of one of the days first.

    Raises `DayTwice`, `TooManyPresses`.
    """
    require_few_presses(rows[0].worker_id, at=rows[0].recorded_at)
    said = days_words(row.work_on for row in rows)
    first = DayTwice(
        f"{said}のどれかは、ほかの端末から、今入力されました。「申告の状況」を開いて確かめてください。",
        "days",
    )
    with refusing({"day_claim_once": first, "day_claim_replaced_once": first}):
        return DayClaim.objects.bulk_create(rows)


def _official_days(main: int, place: int, dates: Collection[date]) -> set[date]:
    official = WorkRecord.objects.filter(worker=main, place=place, work_on__in=dates, state=State.OFFICIAL)
    return set(official.values_list("work_on", flat=True))


def _periods(site: Site) -> list[Period]:
    standing = AccumulationPeriod.objects.filter(site=site, superseded_at=None).order_by("valid_from")
    return [period_of(fact) for fact in standing]


def _said_periods(site: Site) -> str:
    said = [
        f"{date_words(period.from_on)}から"
        + (f"{date_words(period.until_on - ONE_DAY)}まで" if period.until_on else "")
        for period in _periods(site)
    ]
    return f"（{'、'.join(said)}）" if said else ""
