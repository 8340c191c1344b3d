"""名簿の引き継ぎ: what was chosen of a comparison is taken over in one press, all or nothing (SITE-29)."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime

from django.db import transaction

from ccus.domain.audit.actions import record
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.sites.actions.roster import change_many, end_many, enter_many
from ccus.domain.sites.models import RosterLine, StructureMember
from ccus.domain.sites.work import Entry, Work
from ccus.domain.sites.writers import writer_of


@dataclass(frozen=True, slots=True)
class TakenOver:
    """引き継ぎの結果: how many were entered, changed, ended."""

    entered: int
    changed: int
    ended: int


@transaction.atomic
def take_over(
    *,
    member: StructureMember,
    enter: Sequence[Entry],
    change: Sequence[tuple[RosterLine, Work]],
    end: Sequence[RosterLine],
    from_on: date,
    by: Actor,
    at: datetime,
) -> TakenOver:
    """Enter who is only there, change who differs, end who is only here, from a day on.

    Raises as `enter_many`, `change_many` and `end_many`.
    """
    writer = writer_of(by, member)
    ended = end_many(lines=end, until_on=from_on, by=by, at=at)
    alike: dict[tuple[Work, date], list[RosterLine]] = {}
    for line, work in change:
        alike.setdefault((work, max(from_on, line.valid_from)), []).append(line)
    for (work, day), lines in alike.items():
        changes = {field.name: getattr(work, field.name) for field in fields(Work)}
        change_many(lines=lines, changes=changes, from_on=day, by=by, at=at)
    entered = enter_many(member=member, entries=enter, by=by, at=at)
    taken = TakenOver(len(entered), len(change), len(ended))
    record(
        act=Act.ROSTER_TAKEN_OVER,
        by=by,
        at=at,
        subject=("structure_member", member.pk),
        entered=taken.entered,
        changed=taken.changed,
        ended=taken.ended,
        **writer.detail,
    )
    return taken
