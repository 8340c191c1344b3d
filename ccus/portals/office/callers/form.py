"""電話で聞くこと: how it is known who calls, and what a 再発行 asks (CARD-24)."""

from ccus.domain.applications import options as of_applications
from ccus.domain.applications.blocks import DELIVERY, REASON
from ccus.domain.applications.terms import Confirmed
from ccus.foundation.entry.block import Block, Field, Kind, Values
from ccus.foundation.entry.options import Option, of_terms

_CONFIRMED = Field("confirmed", "本人の確かめ方", Kind.CHOICE, choices="confirmed", is_required=True)
FINDING = Block("finding", "発見", (_CONFIRMED,))


def _both(values: Values) -> None:
    for block in (REASON, DELIVERY):
        if block.check is not None:
            block.check(values)


REISSUE = Block("reissue", "再発行", (_CONFIRMED, *REASON.fields, *DELIVERY.fields), check=_both)


def options(name: str) -> tuple[Option, ...]:
    """本人の確かめ方, and the lists of the application."""
    return of_terms(Confirmed) if name == "confirmed" else of_applications.options(name)
