"""Handing in while somebody still draws: the image that was handed in never changes."""

from datetime import UTC, datetime
from functools import partial

from ccus.domain.audit.terms import Actor, ActorKind
from ccus.domain.evidence.actions import discard, keep, mask
from ccus.domain.evidence.models import Evidence
from ccus.domain.evidence.policies import AlreadyKept, EvidenceUnknown
from ccus.domain.evidence.terms import Box
from ccus.foundation.databases import Databases
from tests.domain.races import contested
from tests.factories.evidence import evidence

ME = Actor(ActorKind.WORKER, 1)
AT = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
BOXES = [Box(0, 0, 500, 500)]


def test_a_mask_that_comes_after_handing_in_is_refused(fresh_database: Databases) -> None:
    held = evidence(ME)
    handed_in = partial(keep, keys=[held.key], by=ME, at=AT)
    assert isinstance(
        contested(handed_in, partial(mask, key=held.key, boxes=BOXES, by=ME, at=AT)), AlreadyKept
    )
    assert bytes(Evidence.objects.get().content) == bytes(held.content)


def test_handing_in_after_a_mask_keeps_the_masked_image(fresh_database: Databases) -> None:
    held = evidence(ME)
    masked = partial(mask, key=held.key, boxes=BOXES, by=ME, at=AT)
    assert contested(masked, partial(keep, keys=[held.key], by=ME, at=AT)) is None
    kept = Evidence.objects.get()
    assert (kept.is_masked, kept.kept_at) == (True, AT)
    assert bytes(kept.content) != bytes(held.content)


def test_an_image_removed_at_the_same_moment_is_not_handed_in(fresh_database: Databases) -> None:
    held = evidence(ME)
    removed = partial(discard, key=held.key, by=ME, at=AT)
    assert isinstance(contested(removed, partial(keep, keys=[held.key], by=ME, at=AT)), EvidenceUnknown)


def test_removing_what_is_being_handed_in_is_refused(fresh_database: Databases) -> None:
    held = evidence(ME)
    handed_in = partial(keep, keys=[held.key], by=ME, at=AT)
    assert isinstance(contested(handed_in, partial(discard, key=held.key, by=ME, at=AT)), AlreadyKept)
