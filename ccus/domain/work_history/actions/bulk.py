"""申告にまとめて答える行為: many days of a company at once, and the clock's own word (CLAIM-28, CLAIM-34, CLAIM-37)."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.db import connection, transaction

from ccus.domain.audit.actions import record
from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import Act, Actor, ActorKind
from ccus.domain.companies.models import Company
from ccus.domain.work_history.claim_terms import CONFIRMING, Answer, Party
from ccus.domain.work_history.claims.answering import ClaimDecided, Stretch, answer_asks
from ccus.domain.work_history.claims.reach import (
    APPROVING,
    CONFIRMING_POWER,
    places_reached,
    require_answering,
)
from ccus.domain.work_history.claims.waiting_sql import Waiting, asks_of
from ccus.domain.work_history.models import DayAsk
from ccus.foundation.constraints import one_at_a_time
from ccus.foundation.refusals import Refusal

A_TURN = 1_000


class NothingChosen(Refusal):
    """選びもれ: no day was ticked."""


@transaction.atomic
def approve_many(
    *,
    company: Company,
    claims: Collection[UUID] | None = None,
    waiting: Waiting | None = None,
    by: Actor,
    at: datetime,
) -> int:
    """まとめて承認する: these claims, or all of a list that are not unusual; returns how many days (CLAIM-28).

    As far as they are open, in time, and at sites that `by` reaches. Raises `NotAllowed`, `NothingChosen`,
    `ClaimDecided` where nothing is left of what was chosen.
    """
    require_answering(by, company, APPROVING)
    one_at_a_time("claims_of_company", company.pk)
    reached = places_reached(by, company.pk)
    if claims is not None:
        asks = _chosen(company, claims, (Party.PRIME,), reached)
    else:
        whole = waiting or Waiting(company.pk, (Party.PRIME,))
        asks = asks_of(
            replace(whole, company=company.pk, parties=(Party.PRIME,), places=_both(whole, reached))
        )
    said = answer_asks(asks, Answer.APPROVED, by=by, at=at)
    days = _days(said)
    subject = ("company", company.pk)
    affects = [stretch.touched for stretch in said]
    record(act=Act.CLAIMS_APPROVED, by=by, at=at, subject=subject, affects=affects, days=days)
    return days


@transaction.atomic
def confirm_many(
    *,
    company: Company,
    claims: Collection[UUID] | None = None,
    waiting: Waiting | None = None,
    by: Actor,
    at: datetime,
) -> int:
    """まとめて確認する, as 所属事業者 or 一次下請事業者; returns how many days (CLAIM-28). Raises as `approve_many`."""
    require_answering(by, company, CONFIRMING_POWER)
    one_at_a_time("claims_of_company", company.pk)
    if claims is not None:
        asks = _chosen(company, claims, CONFIRMING, None)
    else:
        whole = waiting or Waiting(company.pk, CONFIRMING)
        asks = asks_of(replace(whole, company=company.pk, parties=CONFIRMING))
    days = _days(answer_asks(asks, Answer.CONFIRMED, by=by, at=at))
    record(act=Act.CLAIMS_CONFIRMED, by=by, at=at, subject=("company", company.pk), days=days)
    return days


_LAPSE = """
with due as (
    select id from day_ask
    where answer is null and party < 4 and due_at <= %(at)s
    order by due_at, id limit %(most)s for update skip locked
), said as (
    update day_ask a set answer = 3, answered_at = %(at)s, answered_by = %(by)s
    from due where a.id = due.id and a.answer is null
    returning a.claim_id, a.party
)
select c.worker_id, c.place_id, min(c.work_on), max(c.work_on) + 1, count(*)
from said join day_claim c on c.id = said.claim_id
group by c.worker_id, c.place_id order by c.worker_id, c.place_id
"""


@transaction.atomic
def lapse_overdue(*, by: Actor, at: datetime) -> int:
    """期限切れにする, by the clock: a turn of what nobody answered in time, each once; returns how many (CLAIM-34).

    Rows that somebody is answering at this moment are left for the next turn. Raises `NotAllowed`.
    """
    if by.kind is not ActorKind.SYSTEM:
        raise NotAllowed("期限切れにするのは、時計だけです。期限が来るのを待ってください。")
    with connection.cursor() as cursor:
        cursor.execute(_LAPSE, {"at": at, "by": str(by), "most": A_TURN})
        said = [Stretch(*row) for row in cursor.fetchall()]
    if not said:
        return 0
    asks = sum(stretch.days for stretch in said)
    affects = [stretch.touched for stretch in said]
    record(act=Act.CLAIMS_LAPSED, by=by, at=at, subject=("system", 0), affects=affects, asks=asks)
    return asks


def _chosen(
    company: Company, claims: Collection[UUID], parties: Collection[Party], places: frozenset[int] | None
) -> list[int]:
    if not claims:
        raise NothingChosen("日が一つも選ばれていません。一覧で選んでから、押してください。")
    asks = DayAsk.objects.filter(claim__key__in=claims, company=company, party__in=parties)
    return list((asks if places is None else asks.filter(place__in=places)).values_list("pk", flat=True))


def _both(waiting: Waiting, reached: frozenset[int] | None) -> frozenset[int] | None:
    """The places that are asked for and reached."""
    if waiting.places is None or reached is None:
        return reached if waiting.places is None else waiting.places
    return waiting.places & reached


def _days(said: list[Stretch]) -> int:
    if not said:
        raise ClaimDecided(
            "選んだ日は、もう答えられているか、取り下げられているか、期限が過ぎています。一覧を開き直してください。"
        )
    return sum(stretch.days for stretch in said)
