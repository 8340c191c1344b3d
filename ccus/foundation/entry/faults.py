"""記入の誤り: what can be wrong with one field, in sentences that name the field and what was seen."""

from ccus.foundation.entry.block import Field
from ccus.foundation.letters import letters
from ccus.foundation.refusals import Refusal

_QUOTED = 20


class FieldMissing(Refusal):
    """記入もれ: a required field is empty (DATA-29)."""


class LetterRefused(Refusal):
    """使えない文字: emoji, 外字, or letters of another kind than the field asks for (DATA-20, DATA-21)."""


class TooLong(Refusal):
    """長すぎる記入, counted in letters as people see them (DATA-28)."""


class Unreadable(Refusal):
    """読み取れない記入: not what the field asks for (DATA-22 to DATA-27)."""


class OutOfBounds(Refusal):
    """範囲の外: a number or a day that cannot be (DATA-22, DATA-23)."""


def quoted(text: str) -> str:
    """What was typed, short enough for a sentence."""
    seen = letters(text)
    return "".join(seen[:_QUOTED]) + ("…" if len(seen) > _QUOTED else "")


def missing(field: Field) -> FieldMissing:
    """Nothing was given where something must be."""
    if field.kind == "tick":
        return FieldMissing(
            f"「{field.label}」に印がありません。読んで、よければ印を付けてください。", field.name
        )
    if field.kind in {"choice", "file"}:
        done, ask = {
            "choice": ("選ばれていません", "一つ選んでください"),
            "file": ("付いていません", "撮って付けてください"),
        }[field.kind]
        return FieldMissing(f"{field.label}が{done}。{ask}。", field.name)
    return FieldMissing(f"{field.label}が入力されていません。{field.label}を入力してください。", field.name)


def unreadable(field: Field, text: str, mend: str) -> Unreadable:
    """`mend` says how to type it instead, as a whole sentence."""
    return Unreadable(f"{field.label}（{quoted(text)}）が読み取れません。{mend}", field.name)
