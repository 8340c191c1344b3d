"""修正を読む: sets with how far each has come, a page of rows, who released (FIX-02, FIX-08, FIX-14). No values."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery

from ccus.domain.audit.terms import Actor
from ccus.domain.corrections.catalogue import kept_of
from ccus.domain.corrections.drafting import standing
from ccus.domain.corrections.models import ChangePreview, ChangeRelease, ChangeRow, ChangeSet, PreviewLine
from ccus.domain.corrections.policies import require_releasable, with_a_hand_in
from ccus.domain.corrections.releases import needed_for
from ccus.domain.corrections.rules import preview_ends
from ccus.domain.corrections.terms import LineKind, SetState, Side
from ccus.foundation.refusals import Refusal

A_PAGE = 30


@dataclass(frozen=True, slots=True)
class SetShown:
    """修正の一行 of the list; `label` names the 区分, `rows` counts those that were not dropped."""

    key: UUID
    number: str
    side: Side
    label: str
    words: str
    rows: int
    written_by: str
    written_at: datetime
    state: SetState


@dataclass(frozen=True, slots=True)
class SetPage:
    """修正の一頁."""

    sets: tuple[SetShown, ...]
    has_more: bool


@dataclass(frozen=True, slots=True)
class Counts:
    """行の数: all that were not dropped, and those that are to be mended."""

    rows: int
    faulty: int


@dataclass(frozen=True, slots=True)
class Released:
    """許可: by which officer, when."""

    by: str
    at: datetime


def set_of(key: UUID) -> ChangeSet | None:
    """The set behind an address, for acts and readings."""
    return ChangeSet.objects.filter(key=key).first()


def sets(*, page: int = 1, is_over: bool = False) -> SetPage:
    """修正の一覧, the newest first: those that go on, or those that were carried out or thrown away. One statement."""
    ended = Q(done_at__isnull=False) | Q(discarded_at__isnull=False)
    counted = ChangeRow.objects.filter(change_set=OuterRef("pk"), dropped_at=None).order_by()
    rows = counted.values("change_set").annotate(n=Count("pk")).values("n")
    first = (page - 1) * A_PAGE
    found = _staged(ChangeSet.objects.filter(ended if is_over else ~ended)).annotate(n=Subquery(rows))
    shown = list(found.order_by("-pk")[first : first + A_PAGE + 1])
    return SetPage(tuple(_shown(each) for each in shown[:A_PAGE]), len(shown) > A_PAGE)


def state_of(change_set: ChangeSet) -> SetState:
    """修正の状態 now. One statement."""
    return _state(_staged(ChangeSet.objects.filter(pk=change_set.pk)).get())


def counts_of(change_set: ChangeSet) -> Counts:
    """How many rows there are. One statement."""
    faulty = Count("pk", filter=~Q(faults={}))
    found = standing(change_set).aggregate(rows=Count("pk"), faulty=faulty)
    return Counts(found["rows"], found["faulty"])


def rows_page(
    change_set: ChangeSet, *, page: int = 1, only_faulty: bool = False, size: int = A_PAGE
) -> tuple[Sequence[ChangeRow], bool]:
    """Rows of a page in their order, and whether there are more."""
    rows = standing(change_set).exclude(faults={}) if only_faulty else standing(change_set)
    first = (page - 1) * size
    found = list(rows.order_by("ordinal")[first : first + size + 1])
    return found[:size], len(found) > size


def releases_of(preview: UUID) -> tuple[Released, ...]:
    """Who released a preview, the first one first."""
    said = ChangeRelease.objects.filter(preview__key=preview).order_by("released_at", "pk")
    return tuple(Released(*each) for each in said.values_list("released_by", "released_at"))


def needed_of(preview: UUID) -> int:
    """何人の許可がいるか for a preview, besides who wrote the set (FIX-08)."""
    return needed_for(ChangePreview.objects.select_related("change_set").get(key=preview))


def why_not_released(preview: UUID, *, by: Actor, at: datetime) -> str:
    """なぜ許可できないか: the sentence with which the act would refuse this officer; "" where it would not (FIX-08)."""
    found = ChangePreview.objects.select_related("change_set").get(key=preview)
    if found.releases.filter(released_by=str(by)).exists():
        return "あなたは、この確認を許可しました。もう一人の係員の許可を待っています。"
    try:
        require_releasable(found, by=by, at=at)
    except Refusal as refusal:
        return refusal.sentence
    return ""


def reversal_of(change_set: ChangeSet) -> ChangeSet | None:
    """取り消しの修正 that was written against a set and not thrown away (FIX-11)."""
    return ChangeSet.objects.filter(reverses=change_set, discarded_at=None).first()


def waiting_for(actor: str, *, at: datetime) -> int:
    """How many previews can be released by this officer: no own hand in the set, not yet said, not over (FIX-08)."""
    finished = ChangePreview.objects.filter(finished_at__lte=at, failed="", void_at=None, released_at=None)
    others = finished.filter(change_set__done_at=None, change_set__discarded_at=None)
    stops = PreviewLine.objects.filter(preview=OuterRef("pk"), kind=LineKind.STOP)
    said = ChangeRelease.objects.filter(preview=OuterRef("pk"), released_by=actor)
    own = with_a_hand_in(actor).filter(pk=OuterRef("change_set"))
    asked = others.exclude(Exists(stops)).exclude(Exists(said)).exclude(Exists(own))
    return sum(1 for made_at in asked.values_list("asked_at", flat=True) if at < preview_ends(made_at))


def ended_of(actor: str, *, since: datetime) -> tuple[SetShown, ...]:
    """Own sets of which an officer should know: carried out or given back lately, or stopped as they stand (FIX-12)."""
    own = ChangeSet.objects.filter(written_by=actor, discarded_at=None)
    failed = ChangePreview.objects.filter(change_set=OuterRef("pk"), void_at__gte=since).exclude(failed="")
    given_back = Q(done_at=None) & Exists(failed)
    is_stopped = Q(done_at=None, stopped=True)
    told = _staged(own).filter(Q(done_at__gte=since) | given_back | is_stopped)
    return tuple(_shown(each) for each in told.order_by("-pk"))


def _staged(found: "QuerySet[ChangeSet]") -> "QuerySet[ChangeSet]":
    """With what the state follows from: the preview that counts, and a set that takes it back."""
    going = ChangePreview.objects.filter(change_set=OuterRef("pk"), void_at=None)
    stops = PreviewLine.objects.filter(
        preview__change_set=OuterRef("pk"), preview__void_at=None, kind=LineKind.STOP
    )
    taken_back = ChangeSet.objects.filter(reverses=OuterRef("pk"), done_at__isnull=False)
    return found.annotate(
        previewed=Exists(going),
        finished=Exists(going.filter(finished_at__isnull=False)),
        released=Subquery(going.values("released_at")),
        stopped=Exists(stops) | Exists(going.exclude(failed="")),
        taken_back=Exists(taken_back),
    )


def _state(found: ChangeSet) -> SetState:
    said = vars(found)
    for state, holds in (
        (SetState.DISCARDED, found.discarded_at is not None),
        (SetState.TAKEN_BACK, said["taken_back"]),
        (SetState.DONE, found.done_at is not None),
        (SetState.WRITING, not said["previewed"]),
        (SetState.PREVIEWING, not said["finished"]),
        (SetState.RELEASED, said["released"] is not None),
        (SetState.STOPPED, said["stopped"]),
    ):
        if holds:
            return state
    return SetState.WAITING


def _shown(found: ChangeSet) -> SetShown:
    return SetShown(
        key=found.key,
        number=found.number,
        side=Side(found.side),
        label=kept_of(found).block.label,
        words=found.words,
        rows=vars(found).get("n") or 0,
        written_by=found.written_by,
        written_at=found.written_at,
        state=_state(found),
    )
