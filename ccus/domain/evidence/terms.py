"""添付書類の言葉."""

from typing import NamedTuple

from ccus.foundation.labelled import Labelled


class Box(NamedTuple):
    """黒くぬる四角: its edges in thousandths of the width and the height, from the upper left corner."""

    left: int
    top: int
    right: int
    bottom: int


class Purpose(Labelled):
    """添付の目的: decides shape and size of what is kept, and whether numbers must be blacked out."""

    PORTRAIT = "portrait", "顔写真"
    IDENTITY = "identity", "本人確認書類"
    CERTIFICATE = "certificate", "資格などの証書"
    INSURANCE = "insurance", "社会保険の書類"
    OTHER = "other", "その他の書類"

    @property
    def hides_numbers(self) -> bool:
        """Whether numbers have to be blacked out before such an image is handed in (EVID-07)."""
        return self in {Purpose.IDENTITY, Purpose.INSURANCE}
