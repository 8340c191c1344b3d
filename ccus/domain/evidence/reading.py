"""添付書類を読む: the only way to the bytes."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from ccus.domain.evidence.models import Evidence
from ccus.domain.evidence.terms import Purpose


@dataclass(frozen=True, slots=True)
class EvidenceShown:
    """添付書類 without its bytes; width and height in pixels."""

    key: UUID
    purpose: Purpose
    width: int
    height: int
    is_masked: bool
    uploaded_at: datetime
    is_kept: bool


def file_of(key: UUID, *, owner: str | None, is_preview: bool = False) -> bytes | None:
    """The JPEG of an image, or its preview; None where `owner` (an actor as text) did not upload it (EVID-05).

    `owner` None asks for anybody's: only for readers who have checked by themselves who may look.
    """
    found = Evidence.objects.filter(key=key)
    if owner is not None:
        found = found.filter(owner=owner)
    held = found.values_list("preview" if is_preview else "content", flat=True).first()
    return bytes(held) if held is not None else None


def described(keys: Collection[UUID], *, owner: str | None = None) -> dict[UUID, EvidenceShown]:
    """What is known of the images, by key; without those that do not exist (any more).

    With `owner` (an actor as text) only those that it uploaded (EVID-05).
    """
    columns = ("key", "purpose", "width", "height", "is_masked", "uploaded_at", "kept_at")
    found = Evidence.objects.filter(key__in=keys)
    rows = (found if owner is None else found.filter(owner=owner)).values_list(*columns)
    return {
        key: EvidenceShown(key, Purpose(purpose), width, height, is_masked, uploaded_at, kept_at is not None)
        for key, purpose, width, height, is_masked, uploaded_at, kept_at in rows
    }


def owner_of_image(key: UUID) -> str:
    """Who uploaded an image, an actor as text; "" where there is none."""
    return Evidence.objects.filter(key=key).values_list("owner", flat=True).first() or ""
