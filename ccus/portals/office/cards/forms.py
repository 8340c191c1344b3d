"""印刷の係が書くもの: how many, which and why, and on which day."""

from ccus.domain.printing.terms import LONGEST_REASON, MOST_IN_A_BATCH
from ccus.foundation.entry.block import Block, Field, Kind

TAKING = Block(
    "taking",
    "印刷の束",
    (
        Field(
            "most",
            "枚数",
            Kind.NUMBER,
            is_required=True,
            least=1,
            most=MOST_IN_A_BATCH,
            help=f"待っている順にとります。一度に{MOST_IN_A_BATCH:,}枚まで。",
        ),
    ),
)
SPOILING = Block(
    "spoiling",
    "書き損じ",
    (
        Field(
            "place",
            "束の中の番号",
            Kind.NUMBER,
            is_required=True,
            least=1,
            most=MOST_IN_A_BATCH,
            help="台紙の整理番号の、うしろの4桁です。",
        ),
        Field(
            "reason",
            "理由",
            is_required=True,
            longest=LONGEST_REASON,
            help="例：印刷がかすれた。カードと台紙は、かならず捨ててください。",
        ),
    ),
)
_POSTED_ON = Field("posted_on", "発送日", Kind.DATE, is_required=True, is_past=True, help="例：2026-11-20")
POSTING = Block("posting", "発送", (_POSTED_ON,))
ANEW = Block(
    "anew",
    "台紙の作り直し",
    (
        Field(
            "reason",
            "作り直す理由",
            is_required=True,
            longest=LONGEST_REASON,
            help="例：プリンターが途中で止まった。新しい初期パスワードになり、前の台紙のものは使えなくなります。",
        ),
    ),
)
RETURN = Block(
    "return",
    "返戻",
    (
        Field(
            "came_back_on",
            "戻ってきた日",
            Kind.DATE,
            is_required=True,
            is_past=True,
            help="例：2026-11-20",
        ),
    ),
)
AGAIN = Block("again", "再発送", (_POSTED_ON,))
ADDRESS = Block(
    "address",
    "送付先",
    (
        Field("addressee", "宛名", is_required=True, help="郵便受けに出ている名前。"),
        Field("postcode", "郵便番号", Kind.POSTCODE, is_required=True),
        Field("prefecture", "都道府県", Kind.CHOICE, choices="prefecture", is_required=True),
        Field("town", "市区町村・町名", is_required=True),
        Field("street", "番地", is_required=True),
        Field("building", "建物名・部屋番号"),
    ),
)
