"""書き換えない変更: a dated fact is ended or changed by superseding its row and adding what remains of it (D-26)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Generic, TypeVar

from django.db.models import Q, QuerySet

from ccus.foundation.dated import DatedFact
from ccus.foundation.japanese import date_words
from ccus.foundation.periods import ONE_DAY, Period
from ccus.foundation.refusals import Refusal

Fact = TypeVar("Fact", bound=DatedFact)


@dataclass(frozen=True, slots=True)
class Rewriting(Generic[Fact]):
    """書き換え: the rows that no longer stand, and those that take their place, not yet saved. All of one table."""

    superseded: tuple[Fact, ...] = ()
    added: tuple[Fact, ...] = ()


class AlreadyChanged(Refusal):
    """先の変更: somebody else ended or changed the fact first."""


def already_changed() -> AlreadyChanged:
    """The refusal, for whoever finds that the row does not stand any more."""
    return AlreadyChanged(
        "先に、ほかの変更が行われています。新しい内容を開いて、もう一度やり直してください。"
    )


class DayOutsideFact(Refusal):
    """期間の外の日: the fact does not hold on the day from which it should change."""


def standing_on(facts: "QuerySet[Fact]", day: date) -> "QuerySet[Fact]":
    """Those of the facts that hold on a day, as known today."""
    not_over = Q(valid_until__isnull=True) | Q(valid_until__gt=day)
    return facts.filter(not_over, valid_from__lte=day, superseded_at__isnull=True)


def period_of(fact: DatedFact) -> Period:
    """The days a fact holds."""
    return Period(fact.valid_from, fact.valid_until)


def supersede(fact: DatedFact, *, at: datetime) -> None:
    """Say that a row no longer stands. Raises `AlreadyChanged` if it did not stand any more."""
    standing: QuerySet[DatedFact] = QuerySet(type(fact)).filter(pk=fact.pk, superseded_at__isnull=True)
    if not standing.update(superseded_at=at):
        raise already_changed()
    fact.superseded_at = at


def supersede_all(facts: Sequence[Fact], *, at: datetime) -> None:
    """The same for several rows of one table, all or none. Raises `AlreadyChanged`."""
    if not facts:
        return
    keys = [fact.pk for fact in facts]
    standing: QuerySet[Fact] = QuerySet(type(facts[0])).filter(pk__in=keys, superseded_at__isnull=True)
    if standing.update(superseded_at=at) != len(set(keys)):
        raise already_changed()
    for fact in facts:
        fact.superseded_at = at


def remainder(fact: Fact, period: Period) -> Fact:
    """Add the part of a superseded fact that still holds."""
    rest = remaining(fact, period)
    rest.save(force_insert=True)
    return rest


def remaining(fact: Fact, period: Period) -> Fact:
    """The part of a superseded fact that still holds, not yet saved.

    It was said when the fact was said and by whom the fact was said: recorded today, it would come too late to
    support the days it has long supported.
    """
    return copied(fact, period, recorded_at=fact.recorded_at, recorded_by=fact.recorded_by)


def copied(fact: Fact, period: Period, *, recorded_at: datetime, recorded_by: str, **changes: object) -> Fact:
    """The same fact for other days, or with other values (by column), not yet saved, with keys of its own."""
    fields = fact._meta.concrete_fields  # noqa: SLF001 - public in Django in all but its name
    columns = {field.attname: getattr(fact, field.attname) for field in fields if not field.unique}
    days = {"valid_from": period.from_on, "valid_until": period.until_on, "superseded_at": None}
    return type(fact)(**columns | days | {"recorded_at": recorded_at, "recorded_by": recorded_by} | changes)


def end_on(fact: Fact, day: date, *, at: datetime) -> Fact | None:
    """End a fact: it holds up to the day before `day`. Returns what remains, None if nothing does."""
    ended = ending(fact, day)
    rewrite([ended], at=at)
    return ended.added[0] if ended.added else None


def change_from(fact: Fact, day: date, *, at: datetime, by: object, **changes: object) -> Fact:
    """Change a fact from `day` on: what was before remains, the days since get a new row. Returns the new row."""
    changed = changing(fact, day, at=at, by=by, **changes)
    rewrite([changed], at=at)
    return changed.added[-1]


def ending(fact: Fact, day: date) -> Rewriting[Fact]:
    """What `end_on` writes. Raises `DayOutsideFact`."""
    require_day_within(fact, day, field="until_on")
    return Rewriting((fact,), _before(fact, day))


def changing(fact: Fact, day: date, *, at: datetime, by: object, **changes: object) -> Rewriting[Fact]:
    """What `change_from` writes. Raises `DayOutsideFact`."""
    require_day_within(fact, day, field="from_on")
    since = Period(day, fact.valid_until)
    changed = copied(fact, since, recorded_at=at, recorded_by=str(by), **changes)
    return Rewriting((fact,), (*_before(fact, day), changed))


def rewrite(rewritings: Sequence[Rewriting[Fact]], *, at: datetime) -> None:
    """Write many at once, in two statements; all are of one table. Raises `AlreadyChanged`."""
    supersede_all([fact for each in rewritings for fact in each.superseded], at=at)
    added = [fact for each in rewritings for fact in each.added]
    if added:
        table: QuerySet[Fact] = QuerySet(type(added[0]))
        table.bulk_create(added)


def _before(fact: Fact, day: date) -> tuple[Fact, ...]:
    rest = period_of(fact).before(day)
    return (remaining(fact, rest),) if rest is not None else ()


def require_day_within(fact: DatedFact, day: date, *, field: str) -> None:
    """Refuse a day on which the fact does not hold. `until_on` is the day after the last one, and people type the
    last one: the sentence speaks of that. Raises `DayOutsideFact`.
    """
    if day in period_of(fact):
        return
    if field == "until_on":
        raise DayOutsideFact(_no_last_day(fact, day), field)
    until = "" if fact.valid_until is None else f"{date_words(fact.valid_until)}より前"
    raise DayOutsideFact(
        f"{date_words(day)}は、登録されている期間の外です。"
        f"{date_words(fact.valid_from)}以降{until and '、' + until}の日にしてください。",
        field,
    )


def _no_last_day(fact: DatedFact, day: date) -> str:
    held = (
        f"{date_words(day - ONE_DAY)}は、最後の日にできません。この登録は、{date_words(fact.valid_from)}から"
    )
    if fact.valid_until is None:
        return f"{held}です。その日以降の日を入力してください。"
    return f"{held}{date_words(fact.valid_until - ONE_DAY)}までです。終わりの日より前の日を入力してください。"
