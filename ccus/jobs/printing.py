"""カードの印刷データと台紙を作る: a batch part by part, taken up where it stopped (PRINT-03)."""

import logging
from uuid import UUID

from ccus.documents.card_papers import faces_of, letters_of
from ccus.domain.printing.actions.files import make_part
from ccus.domain.printing.jobs import alone_with, note_fault, to_make
from ccus.foundation import clock
from ccus.foundation.reading_as import reading_as
from ccus.foundation.refusals import Refusal

_FAULT = "{}番目の部分を作成できませんでした。1分ごとに、もう一度試します。"
_log = logging.getLogger(__name__)


def make(key: UUID) -> None:
    """Make what is missing of a batch; run twice at once, the second leaves it to the first."""
    with alone_with(key) as is_mine:
        batch = to_make(key) if is_mine else None
        for part in batch.parts if batch is not None else ():
            if not _made(key, part):
                return


def _made(key: UUID, part: int) -> bool:
    batch = to_make(key)
    if batch is None:
        return False
    try:
        with reading_as(batch.by):
            make_part(batch=key, part=part, faces=faces_of, letters=letters_of, by=batch.by, at=clock.now())
    except Refusal as refusal:
        note_fault(key, refusal.sentence)
    except Exception:  # noqa: BLE001 - whoever waits is told, whatever it was; the next minute tries again
        _log.exception("a part of a batch of cards could not be made")
        note_fault(key, _FAULT.format(part))
    else:
        return True
    return False
