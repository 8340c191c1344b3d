"""名寄せを読む: which IDs are one person, and the days of a person under the ID that stays (SAME-06)."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from ccus.domain.work_history import rules, standing
from ccus.domain.work_history.rules import Standing
from ccus.domain.work_history.scripts import Rows, Script
from ccus.domain.work_history.standing import Key

SQL = """
select distinct b.main_id, b.worker_id
from (select coalesce(%(known_at)b::timestamptz, 'infinity') as known) as k
cross join unnest(%(workers)b::int8[]) as asked(worker)
left join worker_alias a on a.worker_id = asked.worker and a.recorded_at <= k.known
                        and (a.superseded_at is null or a.superseded_at > k.known)
join worker_alias b on b.main_id = coalesce(a.main_id, asked.worker) and b.recorded_at <= k.known
                   and (b.superseded_at is null or b.superseded_at > k.known)
order by 1, 2
"""
"""(main, merged): all IDs of the persons who are asked about; no row for who has one ID."""


_LOCK = """
select count(pg_advisory_xact_lock(hashtextextended('person:' || main, 0)))
from (select main from unnest(%(mains)b::int8[]) as given(main) order by main) as ordered
"""


class Persons(NamedTuple):
    """人: `main_of` knows merged IDs alone, `ids_of_main` the mains of somebody, each first among its own IDs."""

    main_of: Mapping[int, int]
    ids_of_main: Mapping[int, tuple[int, ...]]

    def main(self, worker: int) -> int:
        """The ID under which this worker's days stand."""
        return self.main_of.get(worker, worker)

    def ids(self, worker: int) -> tuple[int, ...]:
        """Every ID of the person, the main first."""
        main = self.main(worker)
        return self.ids_of_main.get(main, (main,))

    def main_keys(self, keys: Iterable[Key]) -> list[Key]:
        """The keys under which the days of these keys stand, each once, in order."""
        if not self.main_of:
            return list(keys)
        return sorted({(self.main(worker), place, day) for worker, place, day in keys})

    def all_keys(self, keys: Iterable[Key]) -> list[Key]:
        """Every key that the persons of these keys have for the same days, in order."""
        if not self.main_of:
            return list(keys)
        return sorted({(one, place, day) for worker, place, day in keys for one in self.ids(worker)})


NOBODY_TWICE = Persons({}, {})


def persons_of(rows: Rows) -> Persons:
    """人 out of `SQL`."""
    if not rows:
        return NOBODY_TWICE
    ids: dict[int, tuple[int, ...]] = {}
    for main, merged in rows:
        ids[main] = (*ids.get(main, (main,)), merged)
    return Persons({merged: main for main, merged in rows}, ids)


def read_persons(workers: Collection[int], known_at: datetime | None = None) -> Script[Persons]:
    """The persons of these workers, now or as known at a moment. One statement."""
    asked: Sequence[int] = sorted(set(workers))
    return persons_of((yield SQL, {"workers": asked, "known_at": known_at}))


def one_at_a_time(persons: Persons) -> Script[None]:
    """Let taps with several cards of one person be placed one after the other; nothing for who has one ID."""
    if persons.main_of:
        yield _LOCK, {"mains": sorted(persons.ids_of_main)}


def read_standings(
    keys: Sequence[Key], persons: Persons, known_at: datetime | None
) -> Script[dict[Key, Standing]]:
    """裏づけ of days by main key: any ID's roster line with any ID's link, whichever supports most (SAME-10)."""
    asked = persons.all_keys(keys)
    given = standing.parameters(asked, known_at)
    if not persons.main_of:
        return standing.from_rows((yield standing.SQL, given))
    linked = [(key, link) for key in asked for link in persons.ids(key[0])]
    given = standing.parameters([key for key, _ in linked], known_at)
    rows = yield standing.SQL, given | {"links": [link for _, link in linked]}
    best: dict[Key, tuple[tuple[int, bool, int], Standing]] = {}
    for row in rows:
        (((worker, place, day), stood),) = standing.from_rows([row]).items()
        key, rank = (persons.main(worker), place, day), _rank(stood, worker, persons)
        if key not in best or rank < best[key][0]:
            best[key] = rank, stood
    return {key: stood for key, (_, stood) in best.items()}


def _rank(stood: Standing, worker: int, persons: Persons) -> tuple[int, bool, int]:
    """The better the fewer reasons, a roster line before none, the main's before another's."""
    missing = len(rules.judge(stood)[1]) + 2 * (stood.line is None)
    return missing, worker != persons.main(worker), worker
