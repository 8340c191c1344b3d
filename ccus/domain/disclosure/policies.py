"""誰が見てよいか: the relation between who looks and a worker, from facts as they stand now (DISC-02)."""

from collections.abc import Collection
from datetime import date, datetime

from ccus.domain.accounts.models import Officer
from ccus.domain.accounts.terms import Duty
from ccus.domain.audit.terms import Actor, ActorKind
from ccus.domain.disclosure.company_relations import of_company
from ccus.domain.disclosure.gates import of_reader
from ccus.domain.disclosure.terms import Purpose, Relation
from ccus.domain.workers.leaving import gone_among
from ccus.foundation.clock import day_of
from ccus.foundation.refusals import Refusal

LONGEST_REASON = 200
_DUTIES = {
    Purpose.REVIEW: Duty.REVIEW,
    Purpose.ENQUIRY: Duty.CONTACT,
    Purpose.DISPUTE: Duty.DISPUTES,
    Purpose.SAME_PERSON: Duty.REVIEW,
    Purpose.CARD_PRINT: Duty.CARDS,
    Purpose.IDENTITY: Duty.IDENTITY,
    Purpose.CORRECTION: Duty.CORRECT,
}
_PURPOSES = {Relation.SELF: {Purpose.OWN}, Relation.OPERATOR: set(_DUTIES)}


class NoRelation(Refusal):
    """閲覧できない相手: nothing connects who looks and the worker (DISC-02)."""


class ReasonMissing(Refusal):
    """閲覧の理由の記載もれ: the office says why it looks, in words the worker will read (DISC-05)."""


class ReasonTooLong(Refusal):
    """閲覧の理由が長すぎる (DISC-05)."""


def require_reason(actor: Actor, reason: str) -> None:
    """Refuse an office that does not say why it looks (DISC-05)."""
    if actor.kind == ActorKind.OPERATOR and not reason.strip():
        raise ReasonMissing(
            "閲覧の理由が入力されていません。技能者本人が読みます。見る理由を入力してください。", "reason"
        )
    if len(reason) > LONGEST_REASON:
        raise ReasonTooLong(
            f"閲覧の理由が{len(reason)}文字あります。{LONGEST_REASON}文字以内にしてください。", "reason"
        )


def no_relation() -> NoRelation:
    """The refusal. It does not say whether there is such a worker."""
    return NoRelation(
        "この技能者の情報は、閲覧できません。技能者IDと、閲覧の目的、代行や所属の期間を確かめてください。"
    )


def relations(
    actor: Actor, workers: Collection[int], *, purpose: Purpose, on: date, at: datetime
) -> dict[int, Relation]:
    """関係: worker → relation, for those with whom there is one that fits the purpose. A constant number of statements.

    What stands decides at the moment of looking. Only the worker and the office look back: for others `on` is today.
    """
    if actor.kind == ActorKind.OPERATOR and purpose in _PURPOSES[Relation.OPERATOR]:
        officer = Officer.objects.filter(pk=actor.id, account__closed_at=None)
        is_on_duty = officer.filter(duties__contains=[_DUTIES[purpose]]).exists()
        return dict.fromkeys(workers, Relation.OPERATOR) if is_on_duty else {}
    if actor.kind == ActorKind.WORKER and purpose in _PURPOSES[Relation.SELF]:
        related = {actor.id: Relation.SELF} if actor.id in workers else {}
    elif actor.kind in {ActorKind.COMPANY, ActorKind.SEAT} and on == day_of(at):
        related = of_company(actor, workers, purpose, on)
    elif actor.kind is ActorKind.READER and on == day_of(at):
        related = of_reader(actor, workers, purpose, on)
    else:
        related = {}
    left = gone_among(related) if related else frozenset()
    return {worker: related[worker] for worker in related.keys() - left}  # LEAVE-04
