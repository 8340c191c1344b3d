"""長い書類を作る: what somebody asked for, as that account may see it when the job begins (PAPER-08 to PAPER-10)."""

import logging
from functools import partial
from uuid import UUID

from ccus.documents.site_paper import site_paper
from ccus.domain.audit.terms import SYSTEM
from ccus.domain.papers.actions import deliver_paper, give_up_paper
from ccus.domain.papers.jobs import note_progress, to_make
from ccus.foundation import clock
from ccus.foundation.reading_as import reading_as
from ccus.foundation.refusals import Refusal

_FAULT = "システムの問題で作成できませんでした。しばらくしてから、もう一度作成してください。"
_log = logging.getLogger(__name__)


def make(key: UUID) -> None:
    """Make one paper; run twice, the second finds it finished. A refusal is told, a fault is logged and told."""
    wanted = to_make(key)
    if wanted is None:
        return
    try:
        with reading_as(wanted.by):
            content = site_paper(wanted.asked, by=wanted.by, at=clock.now(), tell=partial(note_progress, key))
    except Refusal as refusal:
        give_up_paper(key=key, sentence=refusal.sentence, by=SYSTEM, at=clock.now())
    except Exception:  # noqa: BLE001 - whoever waits is told, whatever it was
        _log.exception("a paper could not be made")
        give_up_paper(key=key, sentence=_FAULT, by=SYSTEM, at=clock.now())
    else:
        deliver_paper(key=key, content=content, by=SYSTEM, at=clock.now())
