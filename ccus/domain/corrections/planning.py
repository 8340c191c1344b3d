"""一行の書き換え: what a row of a set writes into the register, or why it cannot (FIX-03, FIX-07, FIX-11)."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

from ccus.domain.codes.models import Trade
from ccus.domain.companies.rules import readable_name
from ccus.domain.corrections.catalogue import AFFILIATION, IDENTITY, TRADES
from ccus.domain.corrections.ground import Ground
from ccus.domain.corrections.models import ChangeRow
from ccus.domain.corrections.policies import BuiltOn, DayAhead
from ccus.domain.corrections.terms import Doing
from ccus.domain.workers.blocks.catalogue import Registered
from ccus.domain.workers.changing import trades_said
from ccus.domain.workers.models import Worker
from ccus.domain.workers.policies import withdrawn
from ccus.domain.workers.refused import grade_too_simple
from ccus.foundation.clock import day_of
from ccus.foundation.dated import DatedFact
from ccus.foundation.japanese import date_words
from ccus.foundation.kept.changing import Saying, adding, putting_right, require_sound
from ccus.foundation.kept.tables import days_of
from ccus.foundation.superseding import Rewriting, already_changed, copied, period_of

_TOKYO = ZoneInfo("Asia/Tokyo")


def planned(row: ChangeRow, ground: Ground) -> Rewriting[DatedFact]:
    """What the row writes, not yet written. Raises the refusals of the block's acts, `AlreadyChanged`, `BuiltOn`."""
    owner = ground.owners[ground.owner_of(row)]
    if isinstance(owner, Worker) and owner.pk in ground.gone:
        raise withdrawn(owner)
    if row.undoes_id is not None:
        return _undone(row, row.undoes_id, ground)
    saying = Saying({ground.realm.owner: owner}, ground.kept, ground.realm.tables, ground.by, ground.at)
    written = _written(row, saying, ground)
    _require_no_day_ahead(written, saying)
    return written


def _written(row: ChangeRow, saying: Saying, ground: Ground) -> Rewriting[DatedFact]:
    if row.doing == Doing.REMOVE:
        if saying.kept.block.key in ground.realm.lasting:
            raise ground.realm.must_stand(saying.kept)
        return Rewriting((_base(row, ground),))
    _require_valid(row, saying, ground)
    base = None if row.doing == Doing.ENTER else _base(row, ground)
    if saying.kept.block.key == TRADES:
        return _trades(row, saying, base, ground)
    columns = ground.realm.tables.as_columns(saying.kept, row.values, ground.known)
    if saying.kept.block.key == AFFILIATION:
        columns["held_since"] = _held_since(base, columns["company_id"], ground)
    if base is None:
        return adding(saying, row.values, columns)
    if saying.kept.block.key == AFFILIATION:
        # a link is put right as a whole, company and first day included
        period = days_of(saying.kept, row.values, otherwise=base.valid_from)
        whole = copied(base, period, recorded_at=ground.at, recorded_by=str(ground.by), **columns)
        return Rewriting((base,), (whole,))
    return putting_right(saying, base, row.values, columns, otherwise=base.valid_from)


def _base(row: ChangeRow, ground: Ground) -> DatedFact:
    """The registered row, if it still stands as it was seen (FIX-07). Raises `AlreadyChanged`."""
    seen = ground.seen.get(row.base or 0)
    if seen is None or dict(seen.values) != row.seen:
        raise already_changed()
    return ground.facts[seen.id]


def _require_valid(row: ChangeRow, saying: Saying, ground: Ground) -> None:
    """What the act upon one row refuses before it writes (DATA-15, REG-20)."""
    kept = saying.kept
    if isinstance(kept, Registered) and kept.detailed_only and ground.owner_of(row) in ground.simple:
        raise grade_too_simple(kept)
    require_sound(saying, row.values)
    if kept.block.key == IDENTITY:
        readable_name(str(row.values["name"]), str(row.values["kana"]))


def _trades(row: ChangeRow, saying: Saying, base: DatedFact | None, ground: Ground) -> Rewriting[DatedFact]:
    if base is None:
        first = days_of(saying.kept, row.values, otherwise=saying.today)
        return Rewriting(added=trades_said(saying, row.values, first, ground.known[Trade]))
    said = trades_said(saying, row.values, period_of(base), ground.known[Trade])
    together = ground.together[ground.owner_of(row), base.valid_from]
    return Rewriting(tuple(together), said)


def _held_since(base: DatedFact | None, company: object, ground: Ground) -> datetime:
    """Since when a link that is put right supports days: its paper's day, or as early as the row before (FIX-03)."""
    arrived = datetime.combine(ground.change_set.received_on, time(), _TOKYO)
    if base is None or base.company_id != company:  # type: ignore[attr-defined] # a link's
        return arrived
    return min(arrived, _held(base))


def _held(link: DatedFact) -> datetime:
    held: datetime | None = link.held_since  # type: ignore[attr-defined] # a link's
    return held or link.recorded_at


def _undone(row: ChangeRow, done: int, ground: Ground) -> Rewriting[DatedFact]:
    """What a row of an earlier set did is taken back: what it superseded stands again, said today (FIX-11)."""
    was = ground.done[done]
    added = [ground.facts[key] for key in was.added]
    has_moved_on = not added and row.worker_id in ground.moved_on
    if has_moved_on or any(fact.superseded_at is not None for fact in added):
        raise BuiltOn(
            "この行は、修正のあとに、また変更されています。取り消すと、その変更が失われます。"
            "今の登録を、新しい修正で直してください。"
        )
    is_link = ground.kept.block.key == AFFILIATION
    again = [
        copied(
            fact,
            period_of(fact),
            recorded_at=ground.at,
            recorded_by=str(ground.by),
            **({"held_since": _held(fact)} if is_link else {}),
        )
        for fact in (ground.facts[key] for key in was.superseded)
    ]
    return Rewriting(tuple(added), tuple(again))


def _require_no_day_ahead(written: Rewriting[DatedFact], saying: Saying) -> None:
    ahead = [fact.valid_from for fact in written.added if fact.valid_from > day_of(saying.at)]
    if ahead:
        raise DayAhead(
            f"{date_words(ahead[0])}は先の日です。修正は、今日までの日から始めてください。",
            saying.kept.from_field or None,
        )
