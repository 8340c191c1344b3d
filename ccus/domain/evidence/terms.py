"""添付書類の言葉."""

from enum import StrEnum
from typing import NamedTuple


class Box(NamedTuple):
    """黒くぬる四角: its edges in thousandths of the width and the height, from the upper left corner."""

    left: int
    top: int
    right: int
    bottom: int


class Purpose(StrEnum):
    """添付の目的: decides shape and size of what is kept, and whether numbers must be blacked out."""

    PORTRAIT = "portrait"
    IDENTITY = "identity"
    CERTIFICATE = "certificate"
    INSURANCE = "insurance"
    OTHER = "other"

    @property
    def label(self) -> str:
        """The word that forms show."""
        return {
            "portrait": "顔写真",
            "identity": "本人確認書類",
            "certificate": "資格などの証書",
            "insurance": "社会保険の書類",
            "other": "その他の書類",
        }[self]

    @property
    def hides_numbers(self) -> bool:
        """Whether numbers have to be blacked out before such an image is handed in (EVID-07)."""
        return self in {Purpose.IDENTITY, Purpose.INSURANCE}
