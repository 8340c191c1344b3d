"""登録情報の全部: what the page and the paper show, read once through disclosure (PORTAL-10)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from ccus.domain.disclosure.reading import worker_as_seen_by
from ccus.domain.disclosure.terms import Purpose
from ccus.domain.workers.reading import Me, grade_of
from ccus.domain.workers.rules import year_before
from ccus.domain.workers.terms import Grade, Item
from ccus.entrance.door import actor
from ccus.foundation.clock import day_of, end_of
from ccus.portals.worker.profile.cells import Fact
from ccus.portals.worker.profile.search import Wanted
from ccus.portals.worker.profile.sections import Setting, ShownPart, shown_parts


@dataclass(frozen=True, slots=True)
class Sheet:
    """登録情報, of one day. `photo` is the key of the portrait, or empty.

    Of a day before the registration (`is_registered` is false) the name is today's, so that one sees whose page it is.
    """

    number: str
    name: str
    kana: str
    photo: str
    grade: Grade
    on: date
    is_past: bool
    is_registered: bool
    parts: tuple[ShownPart, ...]


def sheet_of(me: Me, *, on: date, at: datetime, today: date, asked: Mapping[str, Wanted]) -> Sheet:
    """Everything registered on a day, as it was known then, narrowed by what is sought (PORTAL-16).

    The number of statements is constant.
    """
    known_at = end_of(on) if on < today else None
    seen = worker_as_seen_by(actor(me), me.worker, purpose=Purpose.OWN, on=on, at=at, known_at=known_at)
    rows = seen.shown
    grade = grade_of(me.worker, on=on)
    is_detailed = grade is Grade.DETAILED
    wants_older = is_detailed and not rows["health"]
    setting = Setting(
        on=on,
        is_past=on < today,
        is_detailed=is_detailed,
        birth_on=me.birth_on,
        last_health=_newest(_own(me, Item.HEALTH, on=year_before(on), at=at)["health"])
        if wants_older
        else None,
    )
    names = rows["name"] or _own(me, Item.NAME, on=today, at=at)["name"]
    return Sheet(
        number=me.number,
        name=_first(names, "official"),
        kana=_first(names, "kana"),
        photo=_first(rows["photo"], "image"),
        grade=grade,
        on=on,
        is_past=setting.is_past,
        is_registered=bool(rows["name"]),
        parts=shown_parts(rows, setting, asked),
    )


def photo_of(me: Me, *, at: datetime) -> str:
    """The key of the worker's own portrait as it stands; empty where there is none."""
    return _first(_own(me, Item.NAME, on=day_of(at), at=at)["photo"], "image")


def _own(me: Me, item: Item, *, on: date, at: datetime) -> Mapping[str, Collection[Fact]]:
    seen = worker_as_seen_by(actor(me), me.worker, purpose=Purpose.OWN, on=on, at=at, items=[item])
    return seen.shown


def _first(rows: Collection[Fact], name: str) -> str:
    return next((str(row.values.get(name) or "") for row in rows), "")


def _newest(rows: Collection[Fact]) -> date | None:
    return max((row.valid_from for row in rows), default=None)
