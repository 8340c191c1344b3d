"""発送の支度: which cards of a batch go out, where to, and what is still in the way (PRINT-08)."""

from collections.abc import Collection, Sequence
from datetime import date, datetime

from ccus.domain.cards.models import CardAddress
from ccus.domain.notices.actions import tell_each
from ccus.domain.notices.texts import Text
from ccus.domain.printing.models import LetterFile, PrintBatch, PrintPart, PrintPlace
from ccus.domain.printing.policies import NotReadyToPost, require_all
from ccus.domain.printing.postings import words_of
from ccus.domain.printing.rules import missing_parts, part_of


def to_post(batch: PrintBatch) -> list[PrintPlace]:
    """The places that go out, in order: neither spoiled nor revoked meanwhile."""
    places = PrintPlace.objects.filter(batch=batch, spoiled_at=None, card__revocation=None)
    return list(places.select_related("card__worker").order_by("place"))


def require_ready(batch: PrintBatch) -> None:
    """Refuse a batch with parts that are not made, letters that were not fetched, or letters that say an address that
    was put right since. Raises `NotReadyToPost`.
    """
    made = set(PrintPart.objects.filter(batch=batch).values_list("part", flat=True))
    if any(missing_parts(batch.size, made)):
        raise NotReadyToPost("作成が終わっていません。すべての部分ができてから、発送してください。")
    if LetterFile.objects.filter(part__batch=batch, fetched_at=None).exists():
        raise NotReadyToPost(
            "受け取っていない台紙があります。すべての台紙を受け取ってから、発送してください。"
        )
    require_all(
        readdressed(batch),
        "の送付先は、台紙を作成したあとで変わりました。台紙を作り直すか、書き損じにしてください。",
    )


def readdressed(batch: PrintBatch) -> list[int]:
    """Places whose letter says an address that was put right after it was made. Two statements."""
    letters = LetterFile.objects.filter(part__batch=batch).order_by("pk")
    written: dict[int, datetime] = dict(letters.values_list("part__part", "made_at"))
    going = PrintPlace.objects.filter(batch=batch, spoiled_at=None, card__revocation=None)
    addressed = going.filter(card__addresses__superseded_at=None).order_by("place")
    return [
        place
        for place, since in addressed.values_list("place", "card__addresses__recorded_at")
        if (made_at := written.get(part_of(place))) is not None and since > made_at
    ]


def addresses_of(cards: Collection[int]) -> dict[int, int]:
    """Card → the key of its address of now."""
    standing = CardAddress.objects.filter(card__in=cards, superseded_at=None)
    return dict(standing.values_list("card", "pk"))


def tell_holders(places: Sequence[PrintPlace], *, posted_on: date, at: datetime) -> None:
    """Each holder with an account hears that the card was posted, in one statement (PRINT-08)."""
    tell_each(
        text=Text.CARD_POSTED,
        at=at,
        told=[
            (
                place.card.worker.account_id,
                f"card_posted:{place.card_id}:{place.pk}",
                {"card": words_of(place.card), "on": posted_on},
            )
            for place in places
            if place.card.worker.account_id is not None
        ],
    )
