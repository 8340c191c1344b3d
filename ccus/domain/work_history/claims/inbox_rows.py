"""受け箱の一行: one day that waits, with everything its decider needs (CLAIM-25)."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from ccus.domain.audit.terms import Actor, ActorKind
from ccus.domain.codes.models import Position, Trade
from ccus.domain.companies.models import Company, Seat
from ccus.domain.work_history.claim_terms import CONFIRMING, Answer, ClaimKind, Oddity, Party, Why
from ccus.domain.work_history.models import DayAsk, DayClaim, WorkRecord
from ccus.domain.workers.models import WorkerAlias
from ccus.foundation.clock import day_of
from ccus.foundation.periods import ONE_DAY


@dataclass(frozen=True, slots=True)
class Confirmation:
    """確認: what a firm that confirms has said; None: nothing yet. `is_own`: it had entered the day itself."""

    party: Party
    company: str
    answer: Answer | None
    is_own: bool


@dataclass(frozen=True, slots=True)
class Work:
    """仕事: trade, position and 作業内容 in words."""

    trade: str
    position: str
    content: str = ""


@dataclass(frozen=True, slots=True)
class AskShown:
    """待っている一日: one claim as its decider sees it. `before`: of a correction, what stands now.

    `said_by`: the company that entered it, "" for the worker. `due_at`: the first instant that is too late.
    """

    key: UUID
    kind: ClaimKind
    worker: int
    site: str
    site_number: str
    work_on: date
    firm: str
    work: Work
    before: Work | None
    began: time | None
    ended: time | None
    why: Why | None
    remark: str
    said_by: str
    asked_at: datetime
    due_at: datetime
    oddities: tuple[Oddity, ...]
    confirmations: tuple[Confirmation, ...]

    @property
    def last_on(self) -> date:
        """期限: the last day on which an answer is in time."""
        return day_of(self.due_at) - ONE_DAY


def rows_of(asks: Sequence[int]) -> tuple[AskShown, ...]:
    """待っている日 in this order (keys of asks). Eight statements at most, however many."""
    related = ("claim__company", "claim__trade", "claim__position", "place__site")
    found = DayAsk.objects.select_related(*related).in_bulk(list(asks))
    rows = [found[key] for key in asks]
    said = _confirmations([row.claim_id for row in rows])
    authors = _companies({row.claim.recorded_by for row in rows})
    before = _before([row.claim for row in rows])
    return tuple(
        _one(
            row, said.get(row.claim_id, ()), before.get(row.claim_id), authors.get(row.claim.recorded_by, "")
        )
        for row in rows
    )


def _one(ask: DayAsk, said: tuple[Confirmation, ...], before: Work | None, author: str) -> AskShown:
    claim = ask.claim
    return AskShown(
        key=claim.key,
        kind=ClaimKind(claim.kind),
        worker=claim.worker_id,
        site=ask.place.site.name,
        site_number=ask.place.site.number,
        work_on=claim.work_on,
        firm=claim.company.name if claim.company else "",
        work=Work(
            claim.trade.label if claim.trade else "",
            claim.position.label if claim.position else "",
            claim.work_content,
        ),
        before=before,
        began=claim.began,
        ended=claim.ended,
        why=None if claim.why is None else Why(claim.why),
        remark=claim.remark,
        said_by=author,
        asked_at=ask.asked_at,
        due_at=ask.due_at,
        oddities=tuple(sorted(map(Oddity, ask.oddities))),
        confirmations=said,
    )


def _confirmations(claims: Sequence[int]) -> Mapping[int, tuple[Confirmation, ...]]:
    asks = DayAsk.objects.select_related("company").filter(claim__in=claims, party__in=CONFIRMING)
    found: dict[int, tuple[Confirmation, ...]] = {}
    for ask in asks.order_by("claim", "party"):
        answer = None if ask.answer is None else Answer(ask.answer)
        company = ask.company.name if ask.company else ""
        said = Confirmation(Party(ask.party), company, answer, ask.is_own)
        found[ask.claim_id] = (*found.get(ask.claim_id, ()), said)
    return found


def _before(claims: Sequence[DayClaim]) -> dict[int, Work]:
    """What stands now on the days that a correction would change."""
    asked = [claim for claim in claims if claim.kind == ClaimKind.CORRECTION]
    if not asked:
        return {}
    aliases = WorkerAlias.objects.filter(worker__in={claim.worker_id for claim in asked}, superseded_at=None)
    mains = dict(aliases.values_list("worker", "main"))
    corrections = {
        (mains.get(claim.worker_id, claim.worker_id), claim.work_on, claim.place_id): claim.pk
        for claim in asked
    }
    rows = WorkRecord.objects.filter(pk__in=list(corrections)).values_list("pk", "trade", "position")
    trades = dict(Trade.objects.values_list("pk", "label"))
    positions = dict(Position.objects.values_list("pk", "label"))
    return {
        corrections[key]: Work(trades.get(trade or 0, ""), positions.get(position or 0, ""))
        for key, trade, position in rows
    }


def _companies(actors: Collection[str]) -> dict[str, str]:
    """The companies' names behind stored actors; workers are left out."""
    keys: dict[str, list[int]] = {}
    for actor in actors:
        kind, _, key = actor.partition(":")
        keys.setdefault(kind, []).append(int(key))
    seats = Seat.objects.filter(pk__in=keys.get(ActorKind.SEAT, [])).values_list("pk", "company__name")
    companies = Company.objects.filter(pk__in=keys.get(ActorKind.COMPANY, [])).values_list("pk", "name")
    return {str(Actor(ActorKind.SEAT, key)): name for key, name in seats} | {
        str(Actor(ActorKind.COMPANY, key)): name for key, name in companies
    }
