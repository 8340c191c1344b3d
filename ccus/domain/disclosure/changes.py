"""設定の記録: each opening and closing of items, by whom and when (DISC-25). Read from the halves themselves."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from django.db.models import Q

from ccus.domain.disclosure.models import DisclosureSwitch
from ccus.domain.disclosure.terms import WORDS, Moved
from ccus.domain.workers.models import Affiliation
from ccus.domain.workers.terms import Item
from ccus.foundation.clock import end_of
from ccus.foundation.periods import ONE_DAY, Period
from ccus.foundation.superseding import period_of

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LONGEST_CURSOR = 16


@dataclass(frozen=True, slots=True)
class Change:
    """変更の一件: `who` is the employer's name, empty for the worker."""

    at: datetime
    who: str
    moved: Moved
    items: tuple[Item, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """The items as the rules call them."""
        return tuple(WORDS[item] for item in self.items)

    @property
    def cursor(self) -> int:
        """Where the next page begins: the instant in microseconds."""
        return (self.at - _EPOCH) // timedelta(microseconds=1)


def cursor_in(typed: str) -> int | None:
    """A `cursor` as an address says it; None for anything else."""
    return int(typed) if typed.isascii() and typed.isdecimal() and len(typed) <= _LONGEST_CURSOR else None


def changes_of(
    worker: int, *, company: int | None = None, before: int | None = None, limit: int, today: date
) -> tuple[Change, ...]:
    """設定の記録, newest first; of one employer (key) alone where it is named. Two statements.

    `before`: the `cursor` of the last one of the page before. Changes of one instant stay together, so there can be a
    few more than `limit`.
    """
    of_them = Q(worker=worker, valid_until=None) & (Q(company=company) if company is not None else Q())
    rows = DisclosureSwitch.objects.filter(of_them).select_related("company")
    links = _links(worker)
    found: defaultdict[tuple[datetime, Moved, str], set[Item]] = defaultdict(set)
    for row in rows:
        for at, moved in _moves(row, links, today):
            found[at, moved, row.company.name if row.company is not None else ""].add(Item(row.item))
    changes = [
        Change(at, who, moved, tuple(item for item in Item if item in found[at, moved, who]))
        for at, moved, who in sorted(found, key=_when, reverse=True)
    ]
    later = [change for change in changes if before is None or change.cursor < before]
    last = later[limit - 1].at if len(later) >= limit else None
    return tuple(change for change in later if last is None or change.at >= last)


def _when(key: tuple[datetime, Moved, str]) -> tuple[datetime, bool, str]:
    """Newest last; of one instant what was opened comes before what was closed by it."""
    at, moved, who = key
    return at, moved is not Moved.OPENED, who


def _moves(
    row: DisclosureSwitch, links: Mapping[int, Sequence[Period]], today: date
) -> Iterator[tuple[datetime, Moved]]:
    """Opened, and closed if it was: by hand, or before that because the employer's link had ended (DISC-21)."""
    yield row.recorded_at, Moved.OPENED
    ended_on = None if row.company_id is None else _end(row.valid_from, links.get(row.company_id, ()))
    ended_at = max(row.recorded_at, end_of(ended_on - ONE_DAY)) if ended_on and ended_on <= today else None
    if ended_at is not None and (row.superseded_at is None or ended_at <= row.superseded_at):
        yield ended_at, Moved.LINK_ENDED
    elif row.superseded_at is not None:
        yield row.superseded_at, Moved.CLOSED


def _end(day: date, links: Sequence[Period]) -> date | None:
    """The first day without a link since `day`; None while it stands. `links`: the earliest first."""
    for link in links:
        if day in link:
            if link.until_on is None:
                return None
            day = link.until_on
    return day


def _links(worker: int) -> dict[int, list[Period]]:
    """Employer → the days of its 所属, the earliest first."""
    found: defaultdict[int, list[Period]] = defaultdict(list)
    for row in Affiliation.objects.filter(worker=worker, superseded_at=None).order_by("valid_from"):
        found[row.company_id].append(period_of(row))
    return found
