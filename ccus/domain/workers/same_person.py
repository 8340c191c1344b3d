"""重複登録を読む: who is merged into whom, what is proposed, what was said; and why something is refused (SAME)."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from ccus.domain.workers.models import DifferentPersons, SamePersonProposal, Worker, WorkerAlias, WorkerName
from ccus.domain.workers.terms import Same, SameAnswer
from ccus.foundation.identifiers import grouped
from ccus.foundation.refusals import Refusal
from ccus.foundation.superseding import standing_on


class SameId(Refusal):
    """同じID: an ID is not merged into itself."""


class InChain(Refusal):
    """つながるID: merged already, or a main that others were merged into (SAME-04)."""


class FoundDifferent(Refusal):
    """別人: the office found that they are two people (SAME-08)."""


class AlreadyProposed(Refusal):
    """提案中: one open proposal for one pair (SAME-03)."""


class AlreadyAnswered(Refusal):
    """答え済み: somebody else answered first (SAME-03)."""


class NotMerged(Refusal):
    """まとめられていないID: there is nothing to undo (SAME-05)."""


class WordsMissing(Refusal):
    """理由の記載もれ: what was seen, in words, not too many (SAME-03)."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """提案 and its answer, as the office reads it. `by`, `answered_by` name actors."""

    key: UUID
    kind: Same
    number: str
    main_number: str
    words: str
    at: datetime
    by: str
    answer: SameAnswer | None
    answer_words: str
    answered_at: datetime | None
    answered_by: str


def chained(worker: Worker) -> InChain:
    """The refusal of a merge that would make a chain (SAME-04)."""
    return InChain(
        f"技能者ID {grouped(worker.number)} は、まとめられません。すでに別のIDにまとめられているか、"
        "別のIDがまとめられています。先に、それを元に戻してください。"
    )


def require_mergeable(worker: Worker, main: Worker) -> None:
    """Refuse a pair that cannot be one person's two IDs (SAME-04, SAME-08)."""
    if worker.pk == main.pk:
        raise SameId("同じ技能者IDが2回入力されています。ちがう技能者IDを入力してください。", "other")
    standing = WorkerAlias.objects.filter(superseded_at=None)
    if standing.filter(Q(worker__in=[worker, main]) | Q(main=worker)).exists():
        raise chained(main if standing.filter(worker=main).exists() else worker)
    low, high = sorted((worker.pk, main.pk))
    if DifferentPersons.objects.filter(low=low, high=high, superseded_at=None).exists():
        raise FoundDifferent(
            "この二人は、別人とされています。まとめるときは、先に「別人」を取り消してください。"
        )


def are_different(worker: Worker, other: Worker) -> str:
    """Why two workers were found to be two people; "" where they were not (SAME-08)."""
    low, high = sorted((worker.pk, other.pk))
    found = DifferentPersons.objects.filter(low=low, high=high, superseded_at=None)
    return found.values_list("words", flat=True).first() or ""


def merged_into(worker: int) -> str:
    """主となる技能者ID of a merged one; "" for everybody else (SAME-09)."""
    standing = WorkerAlias.objects.filter(worker=worker, superseded_at=None)
    return standing.values_list("main__number", flat=True).first() or ""


@dataclass(frozen=True, slots=True)
class One:
    """二人のうちの一人; 技能者ID and フリガナ are what everybody may see."""

    row: Worker
    number: str
    kana: str


@dataclass(frozen=True, slots=True)
class Pair:
    """二人. `merged` is the one whose ID was merged into the other's, None where neither was."""

    one: One
    other: One
    merged: One | None

    @property
    def both(self) -> tuple[One, One]:
        """One after the other."""
        return self.one, self.other


def pair_of(number: str, other: str, *, on: date) -> Pair | None:
    """二人 that an address names; None unless they are two registered workers."""
    rows = {row.number: row for row in Worker.objects.filter(number__in=[number, other])}
    if len(rows) < 2:
        return None
    names = standing_on(WorkerName.objects.filter(worker__in=rows.values()), on)
    kana = dict(names.values_list("worker", "kana"))
    one, two = (One(rows[each], each, kana.get(rows[each].pk, "")) for each in (number, other))
    aliases = WorkerAlias.objects.filter(superseded_at=None, worker__in=rows.values(), main__in=rows.values())
    merged = aliases.values_list("worker", flat=True).first()
    return Pair(one, two, next((each for each in (one, two) if each.row.pk == merged), None))


def proposal_of(pair: Pair, key: UUID | None) -> SamePersonProposal:
    """The proposal about the two that an officer was shown, answered or not. Raises `AlreadyAnswered` for another."""
    one, other = pair.one.row, pair.other.row
    of_both = Q(worker=one, main=other) | Q(worker=other, main=one)
    found = SamePersonProposal.objects.filter(of_both, key__in=[key]).select_related("worker", "main").first()
    if found is None:
        raise AlreadyAnswered(
            "画面の提案は、この二人についての提案ではありません。画面を開き直して、確かめてください。"
        )
    return found


def open_proposals() -> tuple[Proposal, ...]:
    """答えを待つ提案, the oldest first."""
    rows = SamePersonProposal.objects.filter(answer="").order_by("proposed_at", "pk")
    return _proposals(rows)


def answered_proposals(limit: int, offset: int = 0) -> tuple[Proposal, ...]:
    """終わった提案, the newest first."""
    rows = SamePersonProposal.objects.exclude(answer="").order_by("-answered_at", "-pk")
    return _proposals(rows[offset : offset + limit])


def proposals_of(worker: Worker, other: Worker) -> tuple[Proposal, ...]:
    """経緯: every proposal about the two, the newest first."""
    pair = Q(worker=worker, main=other) | Q(worker=other, main=worker)
    return _proposals(SamePersonProposal.objects.filter(pair).order_by("-proposed_at", "-pk"))


def _proposals(rows: "QuerySet[SamePersonProposal]") -> tuple[Proposal, ...]:
    return tuple(
        Proposal(
            row.key,
            Same(row.kind),
            row.worker.number,
            row.main.number,
            row.words,
            row.proposed_at,
            row.proposed_by,
            SameAnswer(row.answer) if row.answer else None,
            row.answer_words,
            row.answered_at,
            row.answered_by,
        )
        for row in rows.select_related("worker", "main")
    )
