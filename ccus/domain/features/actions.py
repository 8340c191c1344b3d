"""機能の開始日を決める."""

from datetime import date, datetime

from django.db import transaction

from ccus.domain.accounts.officers import require_duty
from ccus.domain.accounts.terms import Duty
from ccus.domain.audit.actions import record
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.features import rules
from ccus.domain.features.models import FeatureOpening
from ccus.domain.features.terms import Feature
from ccus.foundation.clock import day_of
from ccus.foundation.japanese import date_words
from ccus.foundation.refusals import Refusal


class OpeningDayImpossible(Refusal):
    """開始日の誤り: too early or too far ahead (FEAT-03)."""


@transaction.atomic
def set_opening(*, feature: Feature, opens_on: date | None, by: Actor, at: datetime) -> None:
    """機能の開始日, by the office (FEAT-01, FEAT-02); None closes the feature. Raises `OpeningDayImpossible`."""
    require_duty(by, Duty.SWITCH)
    if opens_on is not None and not rules.is_possible(opens_on, today=day_of(at)):
        raise OpeningDayImpossible(
            f"開始日（{date_words(opens_on)}）は使えません。{date_words(rules.EARLIEST)}から"
            f"{rules.YEARS_AHEAD}年先までの日にしてください。",
            "opens_on",
        )
    row = FeatureOpening.objects.create(
        feature=feature, opens_on=opens_on, recorded_at=at, recorded_by=str(by)
    )
    record(
        act=Act.FEATURE_OPENING_SET,
        by=by,
        at=at,
        subject=("feature_opening", row.pk),
        feature=feature.value,
        opens_on=opens_on.isoformat() if opens_on else None,
    )
