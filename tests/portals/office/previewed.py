"""確認 of a set, as the job leaves it."""

from datetime import datetime
from uuid import UUID

from ccus.domain.audit.terms import Actor
from ccus.domain.corrections.actions.previewing import ask_for_preview
from ccus.domain.corrections.models import ChangeSet
from ccus.domain.corrections.previewing import finish, left_of, preview_turn


def previewed(change_set: ChangeSet, *, by: Actor, at: datetime) -> UUID:
    """A finished preview; its key."""
    key = ask_for_preview(change_set=change_set, by=by, at=at)
    for turn in left_of(key):
        preview_turn(key, turn, at=at)
    finish(key, at=at)
    return key
