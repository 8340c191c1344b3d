"""申告を読む: the claims that bear on days, out of `facts_sql.CLAIMS`. Pure (REC-09 to REC-11)."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from ccus.domain.work_history.aliases import NOBODY_TWICE, Persons
from ccus.domain.work_history.claim_rules import ClaimFacts, CorrectionFacts, EntryFacts, claim_state
from ccus.domain.work_history.claim_terms import Answer, ClaimKind, ClaimState
from ccus.domain.work_history.standing import Key


class _Row(NamedTuple):
    worker: int
    place: int
    day: int
    kind: int
    claim: int
    recorded: int
    trade: int | None
    position: int | None
    is_own_site: bool
    is_asked: bool
    prime: int | None
    answered: int | None
    is_disputed: bool
    office: int | None

    @property
    def state(self) -> ClaimState:
        return claim_state(
            is_superseded=False,
            is_attached=False,
            is_asked=self.is_asked,
            prime=None if self.prime is None else Answer(self.prime),
            is_disputed=self.is_disputed,
            office=None if self.office is None else Answer(self.office),
        )


def claims_by_day(rows: Iterable[Sequence[Any]], persons: Persons = NOBODY_TWICE) -> dict[Key, ClaimFacts]:
    """申告の事実 by main key: the entry that stands, and of the approved corrections the one that came last.

    Of the entries of several IDs the one that makes the better state stands, the main's first (SAME-10).
    """
    found: dict[Key, ClaimFacts] = {}
    for row in map(_Row._make, rows):
        key = persons.main(row.worker), row.place, row.day
        facts = found.get(key, ClaimFacts(is_own_site=row.is_own_site))
        if row.kind == ClaimKind.ENTRY:
            entry = EntryFacts(row.claim, row.state, row.recorded, row.trade, row.position)
            if _outdoes(entry, facts.entry, is_main=row.worker == key[0]):
                found[key] = facts._replace(entry=entry)
        elif row.state is ClaimState.APPROVED:
            found[key] = facts._replace(correction=CorrectionFacts(row.claim, row.trade, row.position))
    return found


def _outdoes(entry: EntryFacts, other: EntryFacts | None, *, is_main: bool) -> bool:
    if other is None:
        return True
    state, others = entry.verdict[0], other.verdict[0]
    return state < others or (is_main and state == others)
