"""記入するもの: what the acts at a spot ask."""

from ccus.domain.sites.rules import LONGEST
from ccus.foundation.entry.block import Block, Field, Kind

_COMPANY = Field("company", "事業者ID", Kind.ID14, is_required=True, help="14けたの数字です。")
_NAME = Field("name", "事業者の名称", is_required=True, longest=LONGEST["stand_in_name"])
_CONTACT = Field(
    "contact",
    "連絡先",
    longest=LONGEST["stand_in_contact"],
    help="登録を頼むときに使う、会社の電話番号などです。",
)

INVITE = Block("invite", "要請", (_COMPANY,))
STAND_IN = Block("stand-in", "未登録の事業者", (_NAME, _CONTACT))
NAME = Block("name", "事業者IDの指定", (_COMPANY,))
ACCEPT = Block(
    "accept",
    "承認",
    (
        Field(
            "from_on",
            "最初の日",
            Kind.DATE,
            help="空欄にすると、現場の就業履歴蓄積期間の最初の日からになります。",
        ),
    ),
)
LEAVE = Block("leave", "離脱", (Field("until_on", "最後の日", Kind.DATE, is_required=True),))
USE = Block(
    "use", "パターン", (Field("pattern", "パターン", Kind.CHOICE, is_required=True, choices="pattern"),)
)
SAVE = Block(
    "save",
    "パターンの保存",
    (Field("name", "パターン名", is_required=True, longest=LONGEST["pattern_name"]),),
)
GIVE = Block("give", "代理手続き", (_COMPANY,))
NOTHING = Block("nothing", "", ())
