"""変更できる日: what a day says now, and whether it can say something else (CLAIM-21 to CLAIM-23)."""

from datetime import date, datetime
from typing import NamedTuple

from ccus.domain.codes.models import Position, Trade
from ccus.domain.companies.models import Company
from ccus.domain.sites.models import RosterLine, Site
from ccus.domain.work_history.claim_rules import TO_ANSWER
from ccus.domain.work_history.claim_terms import ClaimKind, ClaimState, Party
from ccus.domain.work_history.claims.firms import NotThatFirm
from ccus.domain.work_history.claims.own_ids import ids_of
from ccus.domain.work_history.claims.stated import locked_state
from ccus.domain.work_history.models import DayAsk, DayClaim, WorkRecord
from ccus.domain.work_history.month_reports import days_of_own
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


def _require_own_day(firm: Company, worker: int, site: Site, on: date) -> None:
    """Refuse a firm the days that lie under another one (CLAIM-21, D-08). Raises `NotThatFirm`."""
    days = days_of_own(firm.pk, on.replace(day=1), worker=ids_of(worker)[0])
    if not any((day.on, day.site_number) == (on, site.number) for day in days):
        raise NotThatFirm(
            f"{date_words(on)}のこの現場の就業履歴は、{firm.name}のものではありません。"
            "日と現場を確かめるか、技能者本人に伝えてください。",
            "on",
        )


def require_replaceable(
    worker: int, site: Site, on: date, *, firm: Company | None, at: datetime
) -> DayClaim | None:
    """The correction that stands for the day, if it is decided; None if there is none.

    A `firm` replaces those of its own days alone, and no refused one while the worker may answer the refusal (CLAIM-22,
    CLAIM-31). Raises `NotThatFirm`, `CorrectionWaits`.
    """
    if firm is not None:
        _require_own_day(firm, worker, site, on)
    earlier = DayClaim.objects.filter(
        worker__in=ids_of(worker), place=site.pk, work_on=on, kind=ClaimKind.CORRECTION, superseded_at=None
    ).first()
    if earlier is None:
        return None
    state = locked_state(earlier)
    if state in {ClaimState.WAITING, ClaimState.DISPUTED}:
        raise CorrectionWaits(
            f"{date_words(on)}には、まだ決まっていない変更があります。"
            "「申告の状況」で取り下げるか、結果を待ってから、変更してください。",
            "on",
        )
    if firm is not None and state is ClaimState.REFUSED and _may_be_answered(earlier, at):
        raise CorrectionWaits(
            f"{date_words(on)}の変更は、否認されました。技能者本人が申し立てられる間は、会社からは変更できません。"
            "本人に確かめてください。",
            "on",
        )
    return earlier


def _may_be_answered(claim: DayClaim, at: datetime) -> bool:
    return DayAsk.objects.filter(claim=claim, party=Party.PRIME, answered_at__gt=at - TO_ANSWER).exists()
