"""登録の修正を進める: previews made turn by turn, taken up where they stopped; released sets carried out (FIX-04)."""

import logging
from uuid import UUID

from ccus.domain.corrections.actions.releasing import carry_out
from ccus.domain.corrections.carrying import to_carry_out
from ccus.domain.corrections.previewing import finish, give_up, left_of, preview_turn
from ccus.domain.corrections.reading import set_of
from ccus.foundation import clock
from ccus.foundation.alone import alone_with

_FAULT = "システムの問題で、確認を作成できませんでした。しばらくしてから、もう一度作成してください。"
_log = logging.getLogger(__name__)


def preview(key: UUID) -> None:
    """Make what is left of a preview; run twice at once, the second leaves it to the first."""
    with alone_with(f"change_preview:{key}") as is_mine:
        if not is_mine:
            return
        try:
            if all(preview_turn(key, turn, at=clock.now()) for turn in left_of(key)):
                finish(key, at=clock.now())
        except Exception:  # noqa: BLE001 - whoever waits is told, whatever it was
            _log.exception("a preview of a correction could not be made")
            give_up(key, _FAULT, at=clock.now())


def carry_out_released() -> None:
    """Carry out every set that is released; run twice at once, the second leaves it to the first (FIX-10)."""
    for key in to_carry_out():
        with alone_with(f"carry_out:{key}") as is_mine:
            if is_mine:
                _carry_out(key)


def _carry_out(key: UUID) -> None:
    change_set = set_of(key)
    if change_set is None:
        return
    try:
        is_done = carry_out(change_set=change_set, at=clock.now())
    except Exception:  # noqa: BLE001 - one that fails keeps no other waiting; the next minute tries again
        _log.exception("a correction could not be carried out")
    else:
        _log.info("correction %s: %s", change_set.number, "carried out" if is_done else "not carried out")
