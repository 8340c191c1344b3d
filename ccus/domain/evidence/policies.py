"""誰が画像を変えられるか (EVID-05, EVID-08, EVID-09)."""

from collections.abc import Sequence
from uuid import UUID

from django.db.models import Count, F, Func, IntegerField, Sum

from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import Actor, ActorKind
from ccus.domain.evidence import rules
from ccus.domain.evidence.models import Evidence
from ccus.domain.evidence.terms import Box
from ccus.foundation.refusals import Refusal


class EvidenceUnknown(Refusal):
    """画像なし: there is none, or it is somebody else's (EVID-05)."""


class AlreadyKept(Refusal):
    """提出済みの画像: it was handed in and stays (EVID-08)."""


class TooManyWaiting(Refusal):
    """画像の持ちすぎ: too many that are not handed in (EVID-09)."""


class MaskImpossible(Refusal):
    """黒くぬる場所の誤り: none, too many, or outside of the image (EVID-06)."""


def owner_of(by: Actor, owner: Actor | None) -> Actor:
    """Whose the image is: the actor's own, or that of the worker for whom one files (PROXY-07). Raises `NotAllowed`."""
    if owner is None or owner == by or owner == Actor(ActorKind.WORKER, by.client or 0):
        return owner or by
    raise NotAllowed("ほかの方の画像は、追加も変更もできません。本人に頼んでください。")


def own_and_open(key: UUID, by: Actor) -> Evidence:
    """The image, locked until the end of the transaction. Raises `EvidenceUnknown`, `AlreadyKept`."""
    held = Evidence.objects.select_for_update().filter(key=key, owner=str(by)).first()
    if held is None:
        raise EvidenceUnknown("この画像は見つかりません。画面を開き直して、もう一度追加してください。")
    if held.kept_at is not None:
        raise AlreadyKept(
            "この画像は、もう申請に出されているので、変えられません。なおすときは、新しい画像を追加してください。"
        )
    return held


def require_room(by: Actor, coming: int) -> None:
    """Room for `coming` bytes more. Raises `TooManyWaiting`."""
    size = Func(F("content"), function="octet_length", output_field=IntegerField())
    waiting = Evidence.objects.filter(owner=str(by), kept_at__isnull=True).aggregate(
        n=Count("pk"), sum=Sum(size)
    )
    if waiting["n"] >= rules.MOST_WAITING or (waiting["sum"] or 0) + coming > rules.MOST_WAITING_BYTES:
        raise TooManyWaiting(
            f"申請に出していない画像が{waiting['n']}枚あります。1人{rules.MOST_WAITING}枚、"
            f"合わせて{rules.MOST_WAITING_BYTES // rules.MEGABYTE}MBまでです。"
            "使わない画像を消してから追加してください。",
            "file",
        )


def require_boxes(boxes: Sequence[Box]) -> None:
    """Boxes that lie in the image. Raises `MaskImpossible`."""
    if not 1 <= len(boxes) <= rules.MOST_BOXES:
        raise MaskImpossible(
            f"黒くぬる場所は、1か所から{rules.MOST_BOXES}か所までです（今は{len(boxes)}か所です）。", "boxes"
        )
    for box in boxes:
        if not (0 <= box.left < box.right <= 1000 and 0 <= box.top < box.bottom <= 1000):
            raise MaskImpossible(
                "黒くぬる場所が、画像の外にあります。もう一度、場所を選んでください。", "boxes"
            )
