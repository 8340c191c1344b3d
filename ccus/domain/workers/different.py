"""別人を記録する: that two IDs are two people's (SAME-08, SAME-15)."""

from datetime import datetime

from ccus.domain.workers.models import DifferentPersons, Worker
from ccus.domain.workers.same_person import FoundDifferent
from ccus.foundation.constraints import refusing


def mark_different(worker: Worker, other: Worker, words: str, *, by: str, at: datetime) -> None:
    """Keep it, in the name of the actor who found it. Raises `FoundDifferent`."""
    low, high = sorted((worker, other), key=lambda one: one.pk)
    known = FoundDifferent("この二人は、すでに別人とされています。")
    with refusing({"different_persons_once": known}):
        DifferentPersons.objects.create(low=low, high=high, words=words, recorded_at=at, recorded_by=by)
