"""添付書類の言葉."""

from enum import StrEnum


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
