"""修正を書く: a set, its rows one by one, mended, dropped; thrown away by who wrote it (FIX-02, FIX-14)."""

import secrets
from collections.abc import Collection, Mapping
from datetime import date, datetime

from django.db import transaction

from ccus.domain.audit.actions import record
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.corrections.catalogue import realm_of
from ccus.domain.corrections.drafting import next_ordinal, opened, reader_of, require_room, standing
from ccus.domain.corrections.entering import Typed, rows_from
from ccus.domain.corrections.headings import BASE, DOING, OWNER
from ccus.domain.corrections.models import ChangeRow, ChangeSet, PreviewLine
from ccus.domain.corrections.policies import (
    BlockUncorrectable,
    DayAhead,
    NotTheAuthor,
    RowFaulty,
    WordsWrong,
    held_open,
    require_corrector,
    void_preview,
)
from ccus.domain.corrections.rules import CHANCES, LONGEST_WORDS, set_number
from ccus.domain.corrections.terms import Doing, Side, StopKind
from ccus.foundation.among import among
from ccus.foundation.clock import day_of
from ccus.foundation.japanese import date_words
from ccus.foundation.numbering import drawn_again
from ccus.foundation.worded import worded


@transaction.atomic
def write_set(
    *, side: Side, block: str, words: str, basis: str, received_on: date, by: Actor, at: datetime
) -> ChangeSet:
    """修正を書きはじめる: why, what it rests on, and when that reached the office (FIX-02, FIX-03); rows come after.

    Raises `NotAllowed`, `BlockUncorrectable`, `WordsWrong`, `DayAhead`.
    """
    require_corrector(by)
    if block not in realm_of(side).blocks:
        raise BlockUncorrectable("この区分は、修正できません。ほかの区分を選んでください。", "block")
    if received_on > day_of(at):
        raise DayAhead(
            f"根拠が届いた日（{date_words(received_on)}）が先の日です。今日までの日にしてください。",
            "received_on",
        )
    why = worded(words, label="修正の理由", longest=LONGEST_WORDS, field="words", refusal=WordsWrong)
    rests_on = worded(basis, label="根拠にしたもの", longest=LONGEST_WORDS, field="basis", refusal=WordsWrong)
    change_set = drawn_again(
        lambda: ChangeSet.objects.create(
            number=set_number(day_of(at), secrets.randbelow(CHANCES)),
            side=side,
            block=block,
            words=why,
            basis=rests_on,
            received_on=received_on,
            written_by=str(by),
            written_at=at,
        )
    )
    record(
        act=Act.CORRECTION_WRITTEN,
        by=by,
        at=at,
        subject=("change_set", change_set.pk),
        number=change_set.number,
        side=side.value,
        block=block,
    )
    return change_set


@transaction.atomic
def add_row(
    *,
    change_set: ChangeSet,
    number: str,
    doing: Doing,
    base: int | None,
    values: Typed,
    by: Actor,
    at: datetime,
) -> ChangeRow:
    """行を書く, by form: `number` is the 技能者ID or 事業者ID, `base` the registered row (`FactRow.id`), `values` what
    was typed, by field. A preview that stands is void then (FIX-09).

    Raises `RowFaulty` with a sentence for each field, `TooManyRows`, `SetEnded`, `NotAllowed`.
    """
    fresh = opened(change_set, by=by)
    require_room(fresh, 1)
    typed = {**values, OWNER: number, DOING: doing.value, BASE: "" if base is None else str(base)}
    reader = reader_of(fresh, by=by, at=at)
    [row] = rows_from(reader, [(next_ordinal(fresh), typed)])
    if row.faults:
        raise RowFaulty(row.faults)
    void_preview(fresh, at=at)
    row.save(force_insert=True)
    record(act=Act.CORRECTION_ROW_ADDED, by=by, at=at, subject=("change_set", fresh.pk), row=row.ordinal)
    return row


@transaction.atomic
def mend_rows(
    *, change_set: ChangeSet, mended: Mapping[int, Typed], by: Actor, at: datetime
) -> tuple[int, ...]:
    """行を直す: row (key) → the fields that were typed anew; the rest of it stays as it was typed.

    Each is read again and may still have faults. Returns the rows that somebody else mended or dropped meanwhile;
    those stay as they are. Raises `SetEnded`, `NotAllowed`.
    """
    fresh = opened(change_set, by=by)
    found = standing(fresh).filter(undoes=None).in_bulk(list(mended))
    overtaken = tuple(sorted(set(mended) - set(found)))
    if not found:
        return overtaken
    void_preview(fresh, at=at)
    typed = {row.ordinal: _typed_anew(row, mended[key]) for key, row in found.items()}
    standing(fresh).filter(pk__in=found).update(dropped_at=at, dropped_by=str(by))
    rows = rows_from(reader_of(fresh, by=by, at=at), sorted(typed.items()))
    ChangeRow.objects.bulk_create(rows)
    record(act=Act.CORRECTION_ROWS_MENDED, by=by, at=at, subject=("change_set", fresh.pk), rows=sorted(typed))
    return overtaken


@transaction.atomic
def drop_rows(
    *,
    change_set: ChangeSet,
    rows: Collection[int] = (),
    stop: StopKind | None = None,
    faulty: bool = False,
    everything: bool = False,
    by: Actor,
    at: datetime,
) -> int:
    """行を外す: these (keys), all that the preview stops for one reason, all with faults, or all (FIX-06). How
    many; the preview stands on where that is none.

    Raises `SetEnded`, `NotAllowed`.
    """
    fresh = opened(change_set, by=by)
    meant = standing(fresh)
    if stop is not None:
        lines = PreviewLine.objects.filter(preview__change_set=fresh, preview__void_at=None, stop=stop)
        meant = meant.filter(pk__in=lines.exclude(row=None).values("row"))
    elif faulty:
        meant = meant.exclude(faults={})
    elif not everything:
        meant = meant.filter(pk__in=among(rows))
    keys = list(meant.values_list("pk", flat=True))
    if not keys:
        return 0
    void_preview(fresh, at=at)
    dropped = standing(fresh).filter(pk__in=among(keys)).update(dropped_at=at, dropped_by=str(by))
    record(act=Act.CORRECTION_ROWS_DROPPED, by=by, at=at, subject=("change_set", fresh.pk), rows=dropped)
    return dropped


@transaction.atomic
def discard_set(*, change_set: ChangeSet, by: Actor, at: datetime) -> None:
    """破棄する, by who wrote it; it stays readable (FIX-14). Raises `NotTheAuthor`, `SetEnded`, `NotAllowed`."""
    require_corrector(by)
    fresh = held_open(change_set)
    if fresh.written_by != str(by):
        raise NotTheAuthor("この修正を破棄できるのは、書いた係員だけです。書いた係員に頼んでください。")
    void_preview(fresh, at=at)
    ChangeSet.objects.filter(pk=fresh.pk).update(discarded_at=at)
    record(act=Act.CORRECTION_DISCARDED, by=by, at=at, subject=("change_set", fresh.pk))


def _typed_anew(row: ChangeRow, texts: Typed) -> dict[str, str]:
    """What the row says now; a field that was left out and is still empty stays left out."""
    return {**row.typed, **{name: text for name, text in texts.items() if text or name in row.typed}}
