"""答えを書く: the one statement behind every answer, and what is said to whoever comes second (CLAIM-29, CLAIM-33)."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from django.db import connection

from ccus.domain.audit.actions import Touched
from ccus.domain.audit.terms import Actor, ActorKind
from ccus.domain.companies.models import Seat
from ccus.domain.companies.policies import company_of
from ccus.domain.work_history.claim_rules import claim_state
from ccus.domain.work_history.claim_terms import Answer, ClaimAct, ClaimState, Ground, Party
from ccus.domain.work_history.claims.own_ids import ids_of
from ccus.domain.work_history.models import DayAsk, DayClaim
from ccus.foundation.clock import day_of
from ccus.foundation.japanese import date_words
from ccus.foundation.periods import ONE_DAY
from ccus.foundation.refusals import Refusal

# Each prime's row is locked before the confirmations of its claim, as withdrawing does (CLAIM-24), so that nobody waits
# in a circle. Whoever had to wait finds the row answered and takes nothing.
_ANSWER = """
with said as (
    update day_ask a
    set answer = %(answer)s, answered_at = %(at)s, answered_by = %(by)s, ground = %(ground)s, words = %(words)s,
        is_own = c.recorded_by = any(%(selves)s) and %(is_approval)s
    from day_claim c
    where c.id = a.claim_id and a.id = any(%(asks)s) and a.answer is null
      and (a.party = 4 or a.due_at > %(at)s)
    returning a.claim_id, a.party, c.worker_id, c.place_id, c.work_on
), closed as (
    update day_ask a set answer = 5, answered_at = %(at)s, answered_by = %(by)s
    from said where said.party = 3 and a.claim_id = said.claim_id and a.party in (1, 2) and a.answer is null
)
select worker_id, place_id, min(work_on), max(work_on) + 1, count(*) from said
group by worker_id, place_id order by worker_id, place_id
"""


class ClaimDecided(Refusal):
    """先の答え: the claim was answered, withdrawn or is over; the sentence says which (CLAIM-29)."""


class NotAsked(Refusal):
    """求められていない: nobody asked this company about the claim (CLAIM-02)."""


class DeadlineOver(Refusal):
    """期限切れ: the deadline is over, or its lapse was said (CLAIM-33)."""


class Stretch(NamedTuple):
    """答えた日のひとまとまり: one worker at one place; `until_on` is exclusive, `days` how many were answered."""

    worker: int
    place: int
    from_on: date
    until_on: date
    days: int

    @property
    def touched(self) -> Touched:
        """As the event names them (CLAIM-37)."""
        return Touched(self.from_on, self.until_on, worker=self.worker, place=self.place)


def answer_asks(
    asks: Sequence[int],
    answer: Answer,
    *,
    by: Actor,
    at: datetime,
    ground: Ground | None = None,
    words: str = "",
) -> list[Stretch]:
    """Write an answer to these asks (keys), as far as they are open and in time. One statement, whatever the number."""
    given: dict[str, Any] = {
        "asks": list(asks),
        "answer": answer,
        "at": at,
        "by": str(by),
        "ground": ground,
        "words": words,
        "selves": selves(by),
        "is_approval": answer is Answer.APPROVED,
    }
    with connection.cursor() as cursor:
        cursor.execute(_ANSWER, given)
        return [Stretch(*row) for row in cursor.fetchall()]


def selves(by: Actor) -> list[str]:
    """行為者の名: who acts, the worker behind the same account, and all accounts of the same company (CLAIM-36)."""
    company = company_of(by)
    if company is None:
        return [str(by)]
    seats = dict(Seat.objects.filter(company=company).values_list("pk", "account__worker"))
    worker = seats.get(by.id) if by.kind is ActorKind.SEAT else None
    return [
        str(Actor(ActorKind.COMPANY, company)),
        *(str(Actor(ActorKind.SEAT, seat)) for seat in seats),
        *(str(Actor(ActorKind.WORKER, key)) for key in (ids_of(worker) if worker is not None else ())),
    ]


def state_of(claim: DayClaim) -> ClaimState:
    """申告の状態, read now."""
    asks = {ask.party: ask for ask in DayAsk.objects.filter(claim=claim)}
    prime, office = asks.get(Party.PRIME), asks.get(Party.OFFICE)
    return claim_state(
        is_superseded=not DayClaim.objects.filter(pk=claim.pk, superseded_at=None).exists(),
        is_attached=DayClaim.objects.filter(instead_of=claim, superseded_at=None).exists(),
        is_asked=bool(asks),
        prime=None if prime is None or prime.answer is None else Answer(prime.answer),
        is_disputed=office is not None,
        office=None if office is None or office.answer is None else Answer(office.answer),
    )


def ask_of(claim: DayClaim, party: Party) -> DayAsk:
    """What the party was asked. Raises `NotAsked`."""
    ask = DayAsk.objects.select_related("company").filter(claim=claim, party=party).first()
    if ask is None:
        raise NotAsked(
            f"この申告は、{party.label}に求められていません。今の状態は「{state_of(claim).label}」です。"
            "一覧を開き直して、確かめてください。"
        )
    return ask


def too_late_for(claim: DayClaim, act: ClaimAct) -> Refusal:
    """What is said to somebody whose answer found nothing open: what became of the claim meanwhile."""
    state = state_of(claim)
    if claim.due_at is not None and state in {ClaimState.WAITING, ClaimState.LAPSED}:
        last = date_words(day_of(claim.due_at) - ONE_DAY)
        if state is ClaimState.LAPSED or act is not ClaimAct.CONFIRM:
            return DeadlineOver(
                f"期限（{last}）が過ぎたので、{act.label}ことはできません。"
                "この日は「承認なし」として残り、だれに求めたかも残ります。技能者本人に伝えてください。"
            )
        return ClaimDecided(
            f"この日は、もう確認されているか、期限（{last}）が過ぎています。一覧を開き直してください。"
        )
    return ClaimDecided(
        f"この申告は、今「{state.label}」です。{act.label}ことはできません。一覧を開き直して、確かめてください。"
    )
