"""変更できる日: what a day says now, and whether it can say something else (CLAIM-21 to CLAIM-23)."""

from datetime import date
from typing import NamedTuple

from ccus.domain.codes.models import Position, Trade
from ccus.domain.sites.models import RosterLine, Site
from ccus.domain.work_history.claim_terms import ClaimKind, ClaimState
from ccus.domain.work_history.claims.own_ids import ids_of
from ccus.domain.work_history.claims.stated import locked_state
from ccus.domain.work_history.models import DayClaim, WorkRecord
from ccus.domain.work_history.terms import COUNTED_STATES, State
from ccus.foundation.japanese import date_words
from ccus.foundation.refusals import Refusal


class NotCorrectable(Refusal):
    """変更できない日: no day that counts at a registered site (CLAIM-21, CLAIM-23)."""


class CorrectionWaits(Refusal):
    """変更の承認待ち: an earlier correction has no answer yet (CLAIM-22)."""


class NothingChanged(Refusal):
    """変更なし: what is said is what the day says already (CLAIM-21)."""


class Told(NamedTuple):
    """就業内容: what a day says was done. Keys of trade and position."""

    trade: int | None
    position: int | None
    work_content: str

    def changed(self, trade: Trade | None, position: Position | None, work_content: str) -> "Told":
        """The same with what was named; the work content is always named."""
        return Told(
            self.trade if trade is None else trade.pk,
            self.position if position is None else position.pk,
            work_content,
        )


def correctable_site(worker: int, place: int, on: date) -> Site:
    """The registered site at which the worker has a day that counts. Raises `NotCorrectable`."""
    said = date_words(on)
    day = WorkRecord.objects.filter(worker=ids_of(worker)[0], work_on=on, place=place).first()
    if day is None:
        raise NotCorrectable(
            f"{said}のこの現場の就業履歴は、ありません。日と現場を確かめるか、「入力」から就業日を入力してください。",
            "on",
        )
    site = Site.objects.select_related("prime").filter(pk=place).first()
    if site is None or day.state not in COUNTED_STATES:
        label = State(day.state).label
        raise NotCorrectable(
            f"{said}は、入力した就業日（{label}）です。「申告の状況」で取り下げて、入力し直してください。",
            "on",
        )
    return site


def told_of(worker: int, place: int, on: date) -> Told:
    """What the day says now: by the correction that counts, else the roster line, else the entry."""
    day = WorkRecord.objects.get(worker=ids_of(worker)[0], work_on=on, place=place)
    if day.correction is None and day.line is not None:
        content = RosterLine.objects.values_list("work_content", flat=True).get(pk=day.line)
    else:
        claims = DayClaim.objects.filter(pk=day.correction or day.entry or 0)
        content = claims.values_list("work_content", flat=True).first() or ""
    return Told(day.trade, day.position, content)


def require_change(now: Told, said: Told, on: date) -> None:
    """Refuse a correction that says what the day says (CLAIM-21)."""
    if now == said:
        raise NothingChanged(
            f"{date_words(on)}の内容は、今の登録と同じです。職種・立場・作業内容のどれかを変えてください。",
            "work_content",
        )


def require_replaceable(worker: int, place: int, on: date) -> DayClaim | None:
    """The correction that stands for the day, if it is decided; None if there is none. Raises `CorrectionWaits`."""
    earlier = DayClaim.objects.filter(
        worker__in=ids_of(worker), place=place, work_on=on, kind=ClaimKind.CORRECTION, superseded_at=None
    ).first()
    if earlier is not None and locked_state(earlier) in {ClaimState.WAITING, ClaimState.DISPUTED}:
        raise CorrectionWaits(
            f"{date_words(on)}には、まだ決まっていない変更があります。"
            "「申告の状況」で取り下げるか、結果を待ってから、変更してください。",
            "on",
        )
    return earlier
