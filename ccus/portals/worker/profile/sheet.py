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
from ccus.portals.worker.profile.cells import Fact
from ccus.portals.worker.profile.search import Wanted
from ccus.portals.worker.profile.sections import Setting, ShownPart, shown_parts


@dataclass(frozen=True, slots=True)
class Sheet:
    """登録情報, of one day. `photo` is the key of the portrait, or empty."""

    number: str
    name: str
    kana: str
    photo: str
    grade: Grade
    on: date
    is_past: bool
    parts: tuple[ShownPart, ...]


def sheet_of(me: Me, *, on: date, at: datetime, today: date, asked: Mapping[str, Wanted]) -> Sheet:
    """Everything registered on a day, narrowed by what is sought. The number of statements is constant."""
    seen = worker_as_seen_by(actor(me), me.worker, purpose=Purpose.OWN, on=on, at=at)
    rows = seen.shown
    grade = grade_of(me.worker, on=on)
    is_detailed = grade is Grade.DETAILED
    wants_older = is_detailed and not rows["health"]
    setting = Setting(
        on=on,
        is_past=on < today,
        is_detailed=is_detailed,
        birth_on=me.birth_on,
        last_health=_health_before(me, on=year_before(on), at=at) if wants_older else None,
    )
    return Sheet(
        number=me.number,
        name=_first(rows["name"], "official"),
        kana=_first(rows["name"], "kana"),
        photo=_first(rows["photo"], "image"),
        grade=grade,
        on=on,
        is_past=setting.is_past,
        parts=shown_parts(rows, setting, asked),
    )


def photo_of(me: Me, *, at: datetime) -> str:
    """The key of the worker's own portrait as it stands; empty where there is none."""
    seen = worker_as_seen_by(actor(me), me.worker, purpose=Purpose.OWN, at=at, items=[Item.NAME])
    return _first(seen.shown["photo"], "image")


def _health_before(me: Me, *, on: date, at: datetime) -> date | None:
    seen = worker_as_seen_by(actor(me), me.worker, purpose=Purpose.OWN, on=on, at=at, items=[Item.HEALTH])
    return max((row.valid_from for row in seen.shown["health"]), default=None)


def _first(rows: Collection[Fact], name: str) -> str:
    return next((str(row.values.get(name) or "") for row in rows), "")
