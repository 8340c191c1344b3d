"""申告に答える行為: confirm, approve, refuse; answer a refusal, and decide it (CLAIM-26, CLAIM-29 to CLAIM-33)."""

from datetime import datetime

from django.db import transaction

from ccus.domain.accounts.officers import require_duty
from ccus.domain.accounts.terms import Duty
from ccus.domain.audit.actions import Touched, record
from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import Act, Actor, ActorKind
from ccus.domain.companies.policies import company_of
from ccus.domain.work_history.claim_rules import TO_ANSWER, TO_DECIDE
from ccus.domain.work_history.claim_terms import CONFIRMING, Answer, ClaimAct, ClaimState, Ground, Party
from ccus.domain.work_history.claims.answer_letters import tell_answered, tell_decided, tell_refused
from ccus.domain.work_history.claims.answering import (
    ClaimDecided,
    DeadlineOver,
    NotAsked,
    answer_asks,
    ask_of,
    state_of,
    too_late_for,
)
from ccus.domain.work_history.claims.own_ids import ids_of, one_person_at_a_time
from ccus.domain.work_history.claims.reach import APPROVING, CONFIRMING_POWER, require_answering
from ccus.domain.work_history.models import DayAsk, DayClaim
from ccus.foundation.clock import day_of
from ccus.foundation.constraints import refusing
from ccus.foundation.japanese import date_words
from ccus.foundation.letters import visible
from ccus.foundation.periods import ONE_DAY
from ccus.foundation.refusals import Refusal

LONGEST = 400


class WordsWrong(Refusal):
    """説明の誤り: none where some are needed, or too many (CLAIM-30 to CLAIM-32)."""


class GroundMissing(Refusal):
    """理由の選びもれ (CLAIM-30, CLAIM-32)."""


@transaction.atomic
def confirm(*, claim: DayClaim, by: Actor, at: datetime) -> None:
    """確認する, by the 所属事業者 or the 一次下請事業者 (CLAIM-03).

    Raises `NotAllowed`, `NotAsked`, `ClaimDecided`, `DeadlineOver`.
    """
    ask = _own_ask(claim, by)
    if ask.company is not None:
        require_answering(by, ask.company, CONFIRMING_POWER)
    if not answer_asks([ask.pk], Answer.CONFIRMED, by=by, at=at):
        raise too_late_for(claim, ClaimAct.CONFIRM)
    record(act=Act.CLAIM_CONFIRMED, by=by, at=at, subject=_subject(claim), party=ask.party)


@transaction.atomic
def approve(*, claim: DayClaim, by: Actor, at: datetime) -> None:
    """承認する, by the prime of the site; one's own entry too, marked as such (CLAIM-26, CLAIM-36).

    Raises `NotAllowed`, `NotAsked`, `ClaimDecided`, `DeadlineOver`.
    """
    ask = _prime_ask(claim, by)
    if not answer_asks([ask.pk], Answer.APPROVED, by=by, at=at):
        raise too_late_for(claim, ClaimAct.APPROVE)
    record(act=Act.CLAIM_APPROVED, by=by, at=at, subject=_subject(claim), affects=[_touched(claim)])


@transaction.atomic
def refuse(*, claim: DayClaim, ground: Ground | None, words: str, by: Actor, at: datetime) -> None:
    """否認する, by the prime, with a ground and in words; the worker is told (CLAIM-30).

    Raises `NotAllowed`, `NotAsked`, `GroundMissing`, `WordsWrong`, `ClaimDecided`, `DeadlineOver`.
    """
    ask = _prime_ask(claim, by)
    known = _require_ground(ground, "否認")
    plain = _require_words(words, "否認の説明", "words")
    if not answer_asks([ask.pk], Answer.REFUSED, by=by, at=at, ground=known, words=plain):
        raise too_late_for(claim, ClaimAct.REFUSE)
    record(
        act=Act.CLAIM_REFUSED,
        by=by,
        at=at,
        subject=_subject(claim),
        affects=[_touched(claim)],
        ground=int(known),
    )
    tell_refused(claim, ask, ground=known, words=plain, at=at)


@transaction.atomic
def answer_refusal(*, claim: DayClaim, plea: str, by: Actor, at: datetime) -> DayAsk:
    """申し立てる: the worker answers a refusal, once, within 14 days; the office is asked (CLAIM-31).

    Raises `NotAllowed`, `NotAsked`, `WordsWrong`, `ClaimDecided`, `DeadlineOver`.
    """
    if by not in [Actor(ActorKind.WORKER, key) for key in ids_of(claim.worker_id)]:
        raise NotAllowed("否認に申し立てられるのは、技能者本人だけです。本人に伝えてください。")
    prime = ask_of(claim, Party.PRIME)
    one_person_at_a_time(claim.worker_id)
    state = state_of(claim)
    if state is not ClaimState.REFUSED or prime.answered_at is None:
        raise too_late_for(claim, ClaimAct.ANSWER) if state is not ClaimState.WAITING else _not_refused()
    if at >= prime.answered_at + TO_ANSWER:
        last = date_words(day_of(prime.answered_at + TO_ANSWER))
        raise DeadlineOver(
            f"申し立ては、{last}までにできました。期限が過ぎたので、否認で決まりです。"
            "分からないことは、お問い合わせセンターに聞いてください。",
            "plea",
        )
    plain = _require_words(plea, "申し立て", "plea")
    with refusing(
        {
            "day_ask_once": ClaimDecided(
                "申し立ては、もう届いています。運営主体の答えを待ってください。", "plea"
            )
        }
    ):
        office = DayAsk.objects.create(
            claim=claim, party=Party.OFFICE, place=claim.place, asked_at=at, due_at=at + TO_DECIDE, plea=plain
        )
    record(act=Act.REFUSAL_ANSWERED, by=by, at=at, subject=_subject(claim), affects=[_touched(claim)])
    tell_answered(claim, prime, plea=plain, at=at)
    return office


@transaction.atomic
def decide(
    *, claim: DayClaim, is_for: bool, ground: Ground | None = None, words: str, by: Actor, at: datetime
) -> None:
    """裁定する: an officer decides an answered refusal, for the worker or, with a ground, against (CLAIM-32).

    Raises `NotAllowed`, `NotAsked`, `GroundMissing`, `WordsWrong`, `ClaimDecided`.
    """
    if by.kind is not ActorKind.OPERATOR:
        raise NotAllowed("申し立てを裁定できるのは、運営主体の係員だけです。結果の通知を待ってください。")
    require_duty(by, Duty.DISPUTES)
    ask = ask_of(claim, Party.OFFICE)
    known = None if is_for else _require_ground(ground, "裁定")
    plain = _require_words(words, "裁定の説明", "words")
    answer = Answer.APPROVED if is_for else Answer.REFUSED
    if not answer_asks([ask.pk], answer, by=by, at=at, ground=known, words=plain):
        raise too_late_for(claim, ClaimAct.DECIDE_FOR if is_for else ClaimAct.DECIDE_AGAINST)
    record(
        act=Act.DISPUTE_DECIDED,
        by=by,
        at=at,
        subject=_subject(claim),
        affects=[_touched(claim)],
        is_for=is_for,
        ground=None if known is None else int(known),
    )
    prime = ask_of(claim, Party.PRIME)
    tell_decided(claim, prime, is_for=is_for, ground=known, words=plain, at=at)


def _prime_ask(claim: DayClaim, by: Actor) -> DayAsk:
    ask = ask_of(claim, Party.PRIME)
    if ask.company is not None:
        require_answering(by, ask.company, APPROVING, site=claim.place.site)
    return ask


def _own_ask(claim: DayClaim, by: Actor) -> DayAsk:
    """What the company of `by` was asked to confirm."""
    company = company_of(by)
    asks = DayAsk.objects.select_related("company").filter(claim=claim, party__in=CONFIRMING)
    ask = asks.filter(company=company).first() if company is not None else None
    if ask is None:
        raise NotAsked(
            "この申告の確認は、この利用者には求められていません。確認できるのは、所属事業者と一次下請事業者です。"
        )
    return ask


def _not_refused() -> ClaimDecided:
    return ClaimDecided("この申告は、否認されていません。元請事業者の答えを待ってください。", "plea")


def _require_ground(ground: Ground | None, what: str) -> Ground:
    if ground is None:
        raise GroundMissing(f"{what}の理由が選ばれていません。一覧から一つ選んでください。", "ground")
    return ground


def _require_words(words: str, what: str, field: str) -> str:
    plain = visible(words).strip()
    if not plain:
        raise WordsWrong(f"{what}が入力されていません。相手が読んで分かるように、書いてください。", field)
    if len(plain) > LONGEST:
        raise WordsWrong(f"{what}が{len(plain)}文字あります。{LONGEST}文字以内にしてください。", field)
    return plain


def _subject(claim: DayClaim) -> tuple[str, int]:
    return "day_claim", claim.pk


def _touched(claim: DayClaim) -> Touched:
    return Touched(claim.work_on, claim.work_on + ONE_DAY, worker=claim.worker_id, place=claim.place_id)
