"""お問い合わせの理由: why an officer looks, as the worker reads it (OFFICE-06)."""

from ccus.domain.applications.terms import EnquiryReason
from ccus.foundation.japanese import tidy
from ccus.foundation.refusals import Refusal

LONGEST_NOTE = 150


class WhyMissing(Refusal):
    """理由の記載もれ: その他 without a note, or a note that is too long (OFFICE-06)."""


def in_words(reason: EnquiryReason, note: str) -> str:
    """理由 as the worker reads it. Raises `WhyMissing`."""
    said = tidy(note)
    if len(said) > LONGEST_NOTE:
        raise WhyMissing(
            f"くわしい理由が{len(said)}文字あります。{LONGEST_NOTE}文字以内にしてください。", "note"
        )
    if reason is EnquiryReason.OTHER and not said:
        raise WhyMissing(
            "理由が「その他」です。くわしい理由を入力してください。技能者本人も読みます。", "note"
        )
    return f"{reason.label}：{said}" if said else reason.label
