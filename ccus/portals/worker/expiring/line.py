"""期限の一件: what runs out, with what to do about it and where (PORTAL-41)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from ccus.domain.cards.renewing import renewal_of
from ccus.domain.employees.own import OwnExpiry, own_expiries
from ccus.domain.employees.terms import RunsOut
from ccus.domain.workers.reading import Me
from ccus.foundation.clock import day_of
from ccus.foundation.japanese import date_words
from ccus.portals.worker.matters import Matter, Urgency

SOON = 3
_STOPS = {RunsOut.CARD, RunsOut.RESIDENCE}
"""Without these nobody works: days end with them."""
_ADVICE = {
    RunsOut.CARD: ("", "新しいカードが必要です。更新を申請してください。"),
    RunsOut.QUALIFICATION: ("qualifications", "更新したら、新しい資格証を登録してください。"),
    RunsOut.CORE: ("core", "更新したら、新しい修了証を登録してください。"),
    RunsOut.RESIDENCE: ("status", "在留期間を更新したら、新しい在留カードの内容を登録してください。"),
    RunsOut.HEALTH: ("health", "健康診断を受けたら、受けた日と結果を登録してください。"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """一件; `section` is the block of the change of the registration, empty for the card."""

    expiry: OwnExpiry

    @property
    def section(self) -> str:
        """Where what came in its place is registered."""
        return _ADVICE[self.expiry.kind][0]

    @property
    def advice(self) -> str:
        """あなたがすること."""
        return _ADVICE[self.expiry.kind][1]

    @property
    def tone(self) -> str:
        """How near it is, as a colour; the words say it too."""
        return "refused" if self.expiry.days_left <= SOON else "pending"


def runs_out(me: Me, at: datetime) -> Iterator[Matter]:
    """One line for the home page: what is near, and what is past only where it spoils booked days.

    A card that can be renewed has a line of its own (CARD-30).
    """
    today = day_of(at)
    shown, renewal = own_expiries(me.worker, today=today), renewal_of(me.worker, on=today)
    elsewhere = {RunsOut.CARD} if renewal and renewal.is_due else set()
    told = [*(each for each in shown.past if each.spoilt), *shown.near]
    urgent = [each for each in told if each.kind not in elsewhere]
    if not urgent:
        return
    first, more = urgent[0], f"ほかに{len(urgent) - 1}件あります。" if len(urgent) > 1 else ""
    stops = first.kind in _STOPS and first.days_left <= SOON
    urgency = Urgency.ALARM if stops and first.spoilt else Urgency.NEAR
    title, until = f"期限：{first.words}（{first.left}）", f"{date_words(first.last_on)}まで。"
    sites = f"{first.spoilt[0].site}などの予定に、かかわります。" if first.spoilt else ""
    yield Matter(urgency, "clock", title, f"{until}{sites}{more}", reverse("worker:expiring"))
