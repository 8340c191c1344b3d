"""名簿の画面: the lines that a page shows, with names; the files show the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ccus.domain.companies.seats import SeatMe
from ccus.domain.sites.reading.roster import LineShown, roster_of
from ccus.domain.sites.reading.rosters import RosterSpot
from ccus.portals.company.roster.people import NOBODY, Person, people_of


@dataclass(frozen=True, slots=True)
class Row:
    """名簿の行, with the name as far as it may be seen."""

    line: LineShown
    person: Person


def lines_from(spot: RosterSpot, day: date, *, with_past: bool) -> tuple[LineShown, ...]:
    """Lines of the day and later ones; with those that are over too, if wanted."""
    lines = roster_of(spot.member.pk)
    return lines if with_past else tuple(each for each in lines if not each.until_on or each.until_on > day)


def rows_of(seat: SeatMe, lines: Sequence[LineShown]) -> list[Row]:
    """The lines with names."""
    people = people_of(seat, list({line.worker for line in lines}))
    return [Row(line, people.get(line.worker, NOBODY)) for line in lines]
