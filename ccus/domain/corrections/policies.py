"""なぜ断るか: the refusals of writing, previewing and releasing a 修正 (FIX-02, FIX-08 to FIX-11)."""

from collections.abc import Mapping
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from ccus.domain.accounts.officers import require_duty
from ccus.domain.accounts.terms import Duty
from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import Actor, ActorKind
from ccus.domain.corrections.models import ChangePreview, ChangeRow, ChangeSet, PreviewOpened
from ccus.domain.corrections.rules import preview_ends
from ccus.domain.corrections.terms import LineKind
from ccus.foundation.constraints import one_at_a_time
from ccus.foundation.refusals import Refusal


class WordsWrong(Refusal):
    """理由や根拠の記載もれ, or too many words (FIX-02)."""


class BlockUncorrectable(Refusal):
    """修正できない区分 (FIX-01)."""


class DayAhead(Refusal):
    """先の日: a correction says nothing about days to come (FIX-03)."""


class TooManyRows(Refusal):
    """多すぎる行 (FIX-01)."""


class SetEnded(Refusal):
    """終わった修正: it was carried out, or thrown away (FIX-11, FIX-14)."""


class NotTheAuthor(Refusal):
    """書いた人ではない: only who wrote a set throws it away (FIX-14)."""


class RowFaulty(Refusal):
    """行の誤り: `faults` is field → sentence (FIX-02)."""

    def __init__(self, faults: Mapping[str, str]) -> None:
        field, sentence = next(iter(faults.items()))
        super().__init__(sentence, field)
        self.faults = dict(faults)


class NoHeadings(Refusal):
    """見出しのないファイル: no row names whose rows they are (FIX-02)."""


class NobodyInFile(Refusal):
    """行のないファイル (FIX-02)."""


class RowsFaulty(Refusal):
    """直していない行: nothing goes on before each is mended or dropped (FIX-02)."""


class NothingWritten(Refusal):
    """行のない修正 (FIX-02)."""


class PreviewOver(Refusal):
    """使えなくなった確認: void, not finished, released, or older than noon of the day after it (FIX-09)."""


class HasStops(Refusal):
    """止まる理由のある確認 (FIX-06, FIX-07)."""


class SameOfficer(NotAllowed):
    """書いた係員の許可: who wrote the set or changed a row of it releases nothing (FIX-08)."""


class NotOpened(Refusal):
    """開いていない確認: nobody releases what they did not look at (FIX-08)."""


class ReleasedBefore(Refusal):
    """許可ずみ: each says it once (FIX-08)."""


class NotDone(Refusal):
    """反映していない修正: only what was carried out is taken back (FIX-11)."""


class TakenBack(Refusal):
    """取り消しずみ: another set takes it back, or did (FIX-11)."""


class BuiltOn(Refusal):
    """あとからの変更: others have built on what is to be taken back (FIX-11)."""


def require_corrector(by: Actor) -> None:
    """Refuse everybody but officers with 登録の修正 (FIX-01). Raises `NotAllowed`."""
    require_duty(by, Duty.CORRECT)


def held(change_set: ChangeSet) -> ChangeSet:
    """The set as it stands, for this transaction alone: acts on one set run one after the other."""
    one_at_a_time("change_set", change_set.pk)
    return ChangeSet.objects.get(pk=change_set.pk)


def held_open(change_set: ChangeSet) -> ChangeSet:
    """The same, of a set that has not ended. Raises `SetEnded`."""
    fresh = held(change_set)
    if fresh.done_at is not None:
        raise SetEnded("この修正は、すでに反映されています。直すときは、新しい修正を書いてください。")
    if fresh.discarded_at is not None:
        raise SetEnded("この修正は、すでに破棄されています。必要なら、新しい修正を書いてください。")
    return fresh


def void_preview(change_set: ChangeSet, *, at: datetime, failed: str = "") -> bool:
    """確認を取り消す, and with it every release (FIX-09). `failed`: what went wrong. Whether there was one."""
    standing = ChangePreview.objects.filter(change_set=change_set, void_at=None)
    return bool(standing.update(void_at=at, failed=failed))


def with_a_hand_in(officer: str) -> "QuerySet[ChangeSet]":
    """The sets that this officer wrote, or changed a row of: others release them (FIX-08)."""
    changed = ChangeRow.objects.filter(
        Q(written_by=officer) | Q(dropped_by=officer), change_set=OuterRef("pk")
    )
    return ChangeSet.objects.filter(Q(written_by=officer) | Exists(changed))


def require_releasable(preview: ChangePreview, *, by: Actor, at: datetime) -> None:
    """Refuse a preview that does not stand, one that stops, and officers who wrote or did not look (FIX-08, FIX-09).

    Raises `NotAllowed`, `PreviewOver`, `HasStops`, `SameOfficer`, `NotOpened`.
    """
    if by.kind is not ActorKind.OPERATOR:
        raise NotAllowed("修正を許可できるのは、「登録の修正」の係員だけです。係員に頼んでください。")
    is_finished = preview.finished_at is not None and not preview.failed and preview.released_at is None
    if preview.void_at is not None or not is_finished or at >= preview_ends(preview.asked_at):
        raise PreviewOver("この確認は、もう使えません。修正のページを開き直し、確認を作り直してください。")
    if preview.lines.filter(kind=LineKind.STOP).exists():
        raise HasStops("止まる理由のある行があります。行を直すか外して、確認を作り直してください。")
    if with_a_hand_in(str(by)).filter(pk=preview.change_set_id).exists():
        raise SameOfficer(
            "この修正を書いた、または行を変えた係員は、許可できません。別の係員に頼んでください。"
        )
    if not PreviewOpened.objects.filter(preview=preview, opened_by=str(by)).exists():
        raise NotOpened("確認を開いて、新しく見えるようになる相手を見てから、許可してください。")
