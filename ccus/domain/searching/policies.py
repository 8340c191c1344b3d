"""さがしてよいか: what a company may still search for and be shown today, and the sentences if not (SEEK-07)."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings

from ccus.domain.searching.criteria import Criteria
from ccus.domain.searching.models import SearchDay, SearchStop
from ccus.foundation.japanese import date_words
from ccus.foundation.periods import ONE_DAY
from ccus.foundation.refusals import Refusal
from ccus.foundation.superseding import standing_on


class NotEnough(Refusal):
    """条件の不足: one of what everybody may see is asked (SEEK-03)."""


class SearchesSpent(Refusal):
    """今日の検索の回数が上限 (SEEK-07)."""


class SearchStopped(Refusal):
    """検索の停止: the office stopped it until a day (LOOK-08)."""


@dataclass(frozen=True, slots=True)
class Left:
    """今日の残り: searches and workers that a company may still be shown; `until` is the last day of a stop."""

    searches: int
    searches_most: int
    workers: int
    workers_most: int
    until: date | None = None


def left_of(company: int, *, on: date) -> Left:
    """今日の残り of a company (key). Two statements."""
    until = stopped_until(company, on=on)
    day = SearchDay.objects.filter(company=company, on=on).first()
    if day is None:
        searches, workers = settings.SEARCHES_A_DAY, settings.SEARCH_WORKERS_A_DAY
        return Left(searches, searches, workers, workers, until)
    return Left(
        day.searches_most - day.searches,
        day.searches_most,
        day.workers_most - day.workers,
        day.workers_most,
        until,
    )


def stopped_until(company: int, *, on: date) -> date | None:
    """The last day of the stop that stands for a company (key), None where none does (LOOK-08)."""
    stops = standing_on(SearchStop.objects.filter(company=company), on)
    ends = stops.values_list("valid_until", flat=True).first()
    return ends - ONE_DAY if ends is not None else None


def require_enough(criteria: Criteria) -> None:
    """Refuse a search by what is opened alone (SEEK-03)."""
    if not criteria.is_enough:
        raise NotEnough(
            "さがす条件が足りません。主な職種、カードの色、フリガナ、技能者IDのどれかを入れてください。",
            "trade",
        )


def searches_spent(most: int) -> SearchesSpent:
    """The refusal of one search too many."""
    return SearchesSpent(
        f"今日の検索が、1日の上限（{most}回）になりました。明日の0時から、またさがせます。"
        "今日すでに見た検索は、もう一度開けます。"
    )


def stopped(until: date) -> SearchStopped:
    """The refusal while the office has stopped it."""
    return SearchStopped(
        f"技能者の検索は、運営主体が{date_words(until)}まで止めています。お問い合わせセンターに聞いてください。"
    )
