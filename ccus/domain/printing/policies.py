"""印刷と発送で断ること: who may, and what is not there (any more)."""

from collections.abc import Sequence
from uuid import UUID

from ccus.domain.accounts.officers import require_duty
from ccus.domain.accounts.terms import Duty
from ccus.domain.audit.terms import Actor
from ccus.domain.printing.models import LetterFile, PrintBatch, PrintPart
from ccus.domain.printing.terms import LONGEST_REASON
from ccus.foundation.refusals import Refusal
from ccus.foundation.worded import worded


class NothingWaits(Refusal):
    """印刷を待つカードなし (PRINT-02)."""


class BatchPosted(Refusal):
    """発送済みの束 (PRINT-08)."""


class NoSuchPlace(Refusal):
    """束の中にない番号, or one that was spoiled before (PRINT-07)."""


class ReasonWrong(Refusal):
    """理由の記載もれ, or one that is too long (PRINT-05, PRINT-07)."""


class NotMade(Refusal):
    """まだ作成されていないファイル (PRINT-03)."""


class AlreadyFetched(Refusal):
    """受け取り済みの台紙: it was erased as it was fetched (PRINT-05)."""


class NotReadyToPost(Refusal):
    """発送できない束 (PRINT-08)."""


class DayWrong(Refusal):
    """日の誤り: before it could be, or in the future."""


def require_printer(by: Actor) -> None:
    """Refuse everybody but officers of カードの印刷と発送 (PRINT-02)."""
    require_duty(by, Duty.CARDS)


def readable_reason(reason: str) -> str:
    """A reason, tidied. Raises `ReasonWrong`."""
    return worded(reason, label="理由", longest=LONGEST_REASON, field="reason", refusal=ReasonWrong)


def unposted(key: UUID) -> PrintBatch:
    """A batch that was not posted. Raises `BatchPosted`, `PrintBatch.DoesNotExist`."""
    return _unposted(PrintBatch.objects.get(key=key))


def unposted_alone(key: UUID) -> PrintBatch:
    """The same, with the others waiting until the end of the transaction."""
    return _unposted(PrintBatch.objects.select_for_update().get(key=key))


def _unposted(batch: PrintBatch) -> PrintBatch:
    if batch.posted_at is not None:
        raise BatchPosted("この束は、発送済みです。一覧を開き直して、確かめてください。")
    return batch


def part_made(batch: PrintBatch, part: int) -> PrintPart:
    """A part that is stored. Raises `NotMade`."""
    made = PrintPart.objects.filter(batch=batch, part=part).first()
    if made is None:
        raise NotMade("この部分は、まだ作成されていません。作成が終わるまで待ってください。")
    return made


def letters_to_fetch(part: PrintPart) -> LetterFile:
    """The letters of a part that were not fetched, locked. Raises `AlreadyFetched`."""
    letters = LetterFile.objects.select_for_update().filter(part=part, fetched_at=None).first()
    if letters is None:
        raise AlreadyFetched(
            "この台紙は、すでに受け取られたので、消えています。"
            "ファイルをなくしたときは、理由を書いて、作り直してください。"
        )
    return letters


def require_all(places: Sequence[int], sentence: str) -> None:
    """Refuse a posting that some places stand in the way of."""
    if places:
        named = "、".join(f"{place}番" for place in places[:10]) + ("など" if len(places) > 10 else "")
        raise NotReadyToPost(f"{named}{sentence}")
