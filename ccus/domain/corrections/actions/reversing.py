"""修正を取り消す: a set of its own takes back what another one did, row by row (FIX-11)."""

import secrets
from collections.abc import Iterator
from datetime import datetime
from itertools import islice

from django.db import transaction

from ccus.domain.audit.actions import record
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.corrections.models import ChangeDone, ChangeRow, ChangeSet
from ccus.domain.corrections.policies import NotDone, TakenBack, WordsWrong, held, require_corrector
from ccus.domain.corrections.rules import A_TURN, CHANCES, LONGEST_WORDS, set_number
from ccus.domain.corrections.terms import Doing
from ccus.foundation.clock import day_of
from ccus.foundation.numbering import drawn_again
from ccus.foundation.worded import worded

_BACK = {Doing.ENTER: Doing.REMOVE, Doing.CHANGE: Doing.CHANGE, Doing.REMOVE: Doing.ENTER}


@transaction.atomic
def write_reversal(*, change_set: ChangeSet, words: str, by: Actor, at: datetime) -> ChangeSet:
    """修正を取り消す修正を書く: all rows of a set that was carried out; previewed and released as any other (FIX-11).

    Raises `NotDone`, `TakenBack`, `WordsWrong`, `NotAllowed`.
    """
    require_corrector(by)
    done = held(change_set)
    if done.done_at is None:
        raise NotDone("まだ反映していない修正は、取り消せません。修正を破棄するか、行を外してください。")
    if ChangeSet.objects.filter(reverses=done, discarded_at=None).exists():
        raise TakenBack(f"修正{done.number}の取り消しは、すでに書かれています。その修正を開いてください。")
    why = worded(words, label="取り消しの理由", longest=LONGEST_WORDS, field="words", refusal=WordsWrong)
    reversal = drawn_again(
        lambda: ChangeSet.objects.create(
            number=set_number(day_of(at), secrets.randbelow(CHANCES)),
            side=done.side,
            block=done.block,
            words=why,
            basis=f"修正{done.number}の取り消し",
            received_on=day_of(at),
            reverses=done,
            written_by=str(by),
            written_at=at,
        )
    )
    rows = _rows_back(done, reversal, by=by, at=at)
    while some := list(islice(rows, A_TURN)):
        ChangeRow.objects.bulk_create(some)
    record(act=Act.CORRECTION_REVERSED, by=by, at=at, subject=("change_set", done.pk), number=reversal.number)
    return reversal


def _rows_back(done: ChangeSet, reversal: ChangeSet, *, by: Actor, at: datetime) -> Iterator[ChangeRow]:
    """What was done is undone, each row in its place: what was seen is what will be."""
    every = ChangeDone.objects.filter(row__change_set=done).select_related("row").order_by("row__ordinal")
    for each in every.iterator(A_TURN):
        was = each.row
        yield ChangeRow(
            change_set=reversal,
            ordinal=was.ordinal,
            worker_id=was.worker_id,
            company_id=was.company_id,
            doing=_BACK[Doing(was.doing)],
            seen=was.values,
            values=was.seen,
            undoes=each,
            written_by=str(by),
            written_at=at,
        )
