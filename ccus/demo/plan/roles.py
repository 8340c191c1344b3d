"""The parts of the standing cast (定番の人びと): 建設 未来 of the guide, her colleagues, and the demo gate.

They are the same in every country: numbers, names, passwords and the gate's token depend on no seed. That makes
their passwords no secrets; `seed_demo` therefore writes into an empty register only.
"""

from dataclasses import dataclass
from datetime import date

from ccus.demo.words import PersonName

GATE_TOKEN = "demo-gate-of-the-invented-country"  # noqa: S105 - opens an invented gate only
PASSWORD = "asu-no-genba-mirai"  # noqa: S105 - as above
APP_SECRET = "GENBAMIRAI2ANZENGENBAMIRAI2ANZEN"  # noqa: S105 - makes the codes of the cast, as above
INITIAL_PASSWORD = "GENBA2ANZEN7D"  # noqa: S105 - as above


@dataclass(frozen=True, slots=True)
class Role:
    """役: who it is, what a visitor sees signed in as this person, and what the demo gate says to the card.

    `since_days`: registered so many days before today; None: in April 2019.
    """

    number: str
    name: PersonName
    born: date
    since_days: int | None
    shows: str
    at_gate: str = "緑（名簿にのっています）"
    has_initial_password: bool = False


MIRAI = Role(
    "12345678901234",
    PersonName("建設 未来", "ケンセツ ミライ", "KENSETSU MIRAI"),
    date(1989, 4, 1),
    None,
    "2019年からの長い就業履歴。カードを忘れた日、否認された日、登録されていない現場",
)
HANAKO = Role(
    "50718293642621",
    PersonName("髙橋 花子", "タカハシ ハナコ", "TAKAHASHI HANAKO"),
    date(1996, 11, 3),
    25,
    "初期パスワードのまま。ログインするとパスワード変更画面に進みます",
    has_initial_password=True,
)
ANH = Role(
    "61829304753021",
    PersonName("NGUYEN VAN ANH", "グエン ヴァン アイン", "NGUYEN VAN ANH", "Nguyễn Văn Anh"),
    date(1998, 2, 14),
    600,
    "外国の名前",
    at_gate="黄（名簿にのっていません）",
)
LONG_NAME = Role(
    "72930415864321",
    PersonName(
        "MUTHUTHANTHRIGE WARNAKULASURIYA FERNANDO",
        "ムトゥタントリゲ ワルナクラスーリヤ フェルナンド",
        "MUTHUTHANTHRIGE WARNAKULASURIYA FERNANDO",
    ),
    date(1993, 7, 21),
    700,
    "40文字の名前",
)
NEWCOMER = Role(
    "83041526975821",
    PersonName("﨑山 さくら", "サキヤマ サクラ", "SAKIYAMA SAKURA"),
    date(2004, 5, 9),
    3,
    "登録したばかりで、就業履歴はまだ1件もありません",
)
LOST_CARD = Role(
    "94152637086621",
    PersonName("𠮷田 剛", "ヨシダ ツヨシ", "YOSHIDA TSUYOSHI"),
    date(1978, 9, 30),
    1100,
    "カードを紛失しています",
    at_gate="赤（紛失したカード）",
)
SINGLE_NAME = Role(
    "15263748190021",
    PersonName("SUHARTONO", "スハルトノ", "SUHARTONO"),
    date(1990, 12, 1),
    900,
    "名だけの名前",
)
ROLES = (MIRAI, HANAKO, ANH, LONG_NAME, NEWCOMER, LOST_CARD, SINGLE_NAME)
