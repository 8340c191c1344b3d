"""機能が開いているか."""

from dataclasses import dataclass
from datetime import date, datetime

from ccus.domain.features.models import FeatureOpening
from ccus.domain.features.terms import Feature


@dataclass(frozen=True, slots=True)
class OpeningShown:
    """機能の開始日, as the office said it last; `recorded_at` is None where it never said anything."""

    feature: Feature
    opens_on: date | None
    recorded_at: datetime | None


@dataclass(frozen=True, slots=True)
class Word:
    """開始日についての一言: what was said when and by whom (`operator:7`)."""

    opens_on: date | None
    recorded_at: datetime
    recorded_by: str


def is_open(feature: Feature, *, on: date) -> bool:
    """Whether a feature is open on a day (FEAT-01); the newest word counts (FEAT-02)."""
    newest = FeatureOpening.objects.filter(feature=feature).order_by("-pk").first()
    return newest is not None and newest.opens_on is not None and newest.opens_on <= on


def openings() -> tuple[OpeningShown, ...]:
    """Every feature with the newest word about it, in the order of the catalogue."""
    newest = {
        row.feature: row for row in FeatureOpening.objects.order_by("feature", "-pk").distinct("feature")
    }
    return tuple(_shown(feature, newest.get(feature)) for feature in Feature)


def words_about(feature: Feature, *, limit: int = 20) -> tuple[Word, ...]:
    """Everything that was said about a feature, newest first (FEAT-02)."""
    rows = FeatureOpening.objects.filter(feature=feature).order_by("-pk")[:limit]
    return tuple(Word(*row) for row in rows.values_list("opens_on", "recorded_at", "recorded_by"))


def _shown(feature: Feature, row: FeatureOpening | None) -> OpeningShown:
    return OpeningShown(feature, row.opens_on if row else None, row.recorded_at if row else None)
