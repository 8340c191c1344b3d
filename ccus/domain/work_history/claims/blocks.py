"""申告の区分: what the pages of entries, corrections and typed sites ask, as data (guide G16, G17-5, G15-5)."""

import re
from datetime import time

from ccus.foundation.entry.block import Block, Field, Kind, Values
from ccus.foundation.japanese import half_width
from ccus.foundation.refusals import Refusal

_TIME = re.compile(r"(?:午前|am)?\s*([01]?[0-9]|2[0-3])\s*(?:[:時.])?\s*([0-5][0-9])?\s*分?", re.IGNORECASE)
SEEN_ON_BOARD = "※"
"""工事看板で分かります: the mark of what stands on a site's signboard (guide G17-6)."""


class TimeUnreadable(Refusal):
    """時刻の誤り: what was typed is no time of day."""


def time_of(field: Field, typed: str) -> time | None:
    """A time of day: 7:30, 0730, 7時30分, ７：３０; None for nothing. Raises `TimeUnreadable`."""
    plain = half_width(typed).strip()
    if not plain:
        return None
    found = _TIME.fullmatch(plain)
    if found is None:
        raise TimeUnreadable(
            f"{field.label}（{plain[:20]}）が読み取れません。「7:30」のように、0:00から23:59までで入力してください。",
            field.name,
        )
    return time(int(found[1]), int(found[2] or 0))


def _times_readable(values: Values) -> None:
    for field in (BEGAN, ENDED):
        time_of(field, str(values.get(field.name) or ""))


FIRM = Field(
    "company",
    "どの会社で働きましたか",
    Kind.CHOICE,
    choices="firm",
    help="選ばないときは、作業員名簿の会社か、主な所属の会社になります。",
)
TRADE = Field("trade", "職種", Kind.CHOICE, choices="trade")
POSITION = Field("position", "立場", Kind.CHOICE, choices="position")
CONTENT = Field("work_content", "作業内容", longest=80, help="例：配筋、足場の組立て、揚重作業")
WHY = Field("why", "入力の理由", Kind.CHOICE, choices="why", help="カードが読み取られなかった理由です。")
BEGAN = Field("began", "仕事を始めた時刻", longest=12, help="おぼえているときだけ。例：7:30")
ENDED = Field("ended", "仕事が終わった時刻", longest=12, help="おぼえているときだけ。例：17:00")
REMARK = Field("remark", "会社に伝えたいこと", longest=200)

ENTRY = Block(
    "entry",
    "えらんだ日の内容",
    (FIRM, TRADE, POSITION, CONTENT, WHY, BEGAN, ENDED, REMARK),
    check=_times_readable,
)
_OWN_TRADE = Field("trade", "職種", Kind.CHOICE, choices="own_trade")
SINGLE_DAY = Block(
    "one", "この日だけの内容", (_OWN_TRADE, POSITION, CONTENT, BEGAN, ENDED), check=_times_readable
)
_BY_FIRM = (
    Field("began", "始業の時刻", longest=12, help="分かるときだけ。例：7:30"),
    Field("ended", "終業の時刻", longest=12, help="分かるときだけ。例：17:00"),
)
_NOTE = Field("remark", "元請事業者に伝えること", longest=200)
ENTRY_BY_FIRM = Block(
    "entry", "選んだ日の内容", (TRADE, POSITION, CONTENT, WHY, *_BY_FIRM, _NOTE), check=_times_readable
)
"""入力代行: the employer enters in its own name, so no firm is asked for (CLAIM-14)."""
SINGLE_DAY_BY_FIRM = Block(
    "one", "この日だけの内容", (_OWN_TRADE, POSITION, CONTENT, *_BY_FIRM), check=_times_readable
)
CORRECTION_BY_FIRM = Block("correction", "修正する内容", (TRADE, POSITION, CONTENT, _NOTE))
CORRECTION = Block("correction", "なおす内容", (TRADE, POSITION, CONTENT, REMARK))
OWN_SITE = Block(
    "own_site",
    "現場の内容",
    (
        Field("name", f"① 現場名{SEEN_ON_BOARD}", is_required=True, help="看板の、工事の名前です。"),
        Field("address", f"② 施工場所住所{SEEN_ON_BOARD}", longest=160),
        Field(
            "labour_insurance",
            f"③ 労働保険番号{SEEN_ON_BOARD}",
            Kind.DIGITS,
            digits=14,
            help="「労災保険関係成立票」にある、枝番号までの14けたの番号です。",
        ),
        Field(
            "building_confirmation",
            f"④ 建築確認番号{SEEN_ON_BOARD}",
            longest=40,
            help="「建築基準法による確認済」の板にあります。",
        ),
        Field("corins", f"⑤ コリンズ番号{SEEN_ON_BOARD}", longest=20, help="公共工事のときだけあります。"),
        Field(
            "prime_name", f"⑥ 元請事業者名{SEEN_ON_BOARD}", longest=80, help="「建設業の許可票」にあります。"
        ),
        Field("employer_name", "所属事業者名", longest=80, help="このとき働いていた会社の名前です。"),
    ),
)
PLEA = Block(
    "plea",
    "否認への申し立て",
    (
        Field(
            "plea",
            "あなたの説明",
            Kind.TEXT,
            is_required=True,
            longest=400,
            help="その日に働いたことが分かることを書いてください。いっしょに働いた人、作業、日報など。一度だけ送れます。",
        ),
    ),
)
