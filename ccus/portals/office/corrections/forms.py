"""記入: what an officer fills in for a correction; how its options read."""

from collections.abc import Sequence
from dataclasses import replace

from ccus.domain.corrections.catalogue import realm_of
from ccus.domain.corrections.terms import Side
from ccus.foundation.entry.block import Block, Field, Kind
from ccus.foundation.entry.options import Option
from ccus.foundation.kept.catalogue import SINCE, KeptBlock

LONGEST = 400
NEW = Block(
    "new",
    "新しい修正",
    (
        Field(
            "which",
            "直す登録",
            Kind.CHOICE,
            choices="which",
            is_required=True,
            help="一つの修正では、一つの区分を直します。技能者の住所や電話番号は「連絡先」です。",
        ),
        Field(
            "words",
            "直す理由",
            Kind.TEXT,
            is_required=True,
            longest=LONGEST,
            help="直される技能者や事業者が、通知で読みます。何がなぜ違っていたかを書いてください。人の名前は書きません。",
        ),
        Field(
            "basis",
            "根拠にしたもの",
            is_required=True,
            longest=LONGEST,
            help="届いた書類の名前や、お問い合わせの番号など。係員だけが読みます。",
        ),
        Field(
            "received_on",
            "根拠が届いた日",
            Kind.DATE,
            is_required=True,
            is_past=True,
            help="就業日は、この日に登録されていたものとして、見直されます。",
        ),
    ),
)
REVERSAL = Block(
    "reversal",
    "この修正を取り消す",
    (
        Field(
            "words",
            "取り消す理由",
            Kind.TEXT,
            is_required=True,
            longest=LONGEST,
            help="直された技能者や事業者が、通知で読みます。人の名前は書きません。",
        ),
    ),
)
_OWN_SINCE = "空欄のときは、直す登録と同じ日からになります。"


def which(name: str) -> tuple[Option, ...]:
    """直す登録: `side:block`, below the side; the only list here."""
    return tuple(
        Option(f"{side}:{kept.block.key}", kept.block.label, side.label)
        for side in Side
        for kept in realm_of(side).blocks.values()
    )


def find(side: Side) -> Block:
    """直す相手を番号でさがす."""
    asked = Field("number", realm_of(side).number_label, Kind.ID14, is_required=True)
    return Block("find", "番号でさがす", (asked,))


def row_block(kept: KeptBlock) -> Block:
    """The block as a correction asks it: images stay as they are, and a first day that is not said is the old one."""
    return replace(kept.block, fields=tuple(_asked(kept.block.fields)))


def _asked(fields: Sequence[Field]) -> list[Field]:
    asked = [field for field in fields if field.kind is not Kind.FILE]
    return [replace(each, help=_OWN_SINCE) if each == SINCE else each for each in asked]
