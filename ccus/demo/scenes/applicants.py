"""申請者: people without a 技能者ID, and what they write into their first application."""

from dataclasses import dataclass
from datetime import date, datetime

from ccus.demo.plan.roles import PASSWORD
from ccus.demo.scenes.pictures import paper, portrait
from ccus.domain.accounts.actions import change_password
from ccus.domain.applications.actions.applicants import ask_for_login
from ccus.domain.audit.terms import SYSTEM, Actor, ActorKind
from ccus.domain.evidence.actions import upload
from ccus.domain.evidence.terms import Purpose

Typed = dict[str, dict[str, str]]


@dataclass(frozen=True, slots=True)
class Newcomer:
    """申請者: `shows` is what a visitor sees signed in; who has none is not introduced."""

    name: str
    kana: str
    born: date
    mail: str
    shows: str = ""


DRAFTING = Newcomer(
    "青木 大輔", "アオキ ダイスケ", date(2003, 8, 2), "aoki@example.jp", "新規登録の申請を書きかけ"
)
PAYING = Newcomer("中村 葵", "ナカムラ アオイ", date(2001, 1, 15), "nakamura@example.jp")
WAITING = Newcomer("小林 陽太", "コバヤシ ヨウタ", date(1999, 5, 27), "kobayashi@example.jp")
RETURNED = Newcomer(
    "森 一樹", "モリ カズキ", date(1997, 10, 9), "mori@example.jp", "申請に不備があり、直すところ"
)
APPROVED = Newcomer(
    "石川 翼",
    "イシカワ ツバサ",
    date(2000, 3, 3),
    "ishikawa@example.jp",
    "技能者IDを受け取るところ",
)
NEWCOMERS = (DRAFTING, PAYING, WAITING, RETURNED, APPROVED)


def asks(person: Newcomer, at: datetime) -> Actor:
    """申請用ログインIDを申し込む; whoever is introduced has chosen PASSWORD."""
    applicant = ask_for_login(name=person.name, kana=person.kana, mail=person.mail, by=SYSTEM, at=at)
    by = Actor(ActorKind.APPLICANT, applicant.pk)
    if person.shows:
        change_password(account=applicant.account, new=PASSWORD, birth_on=None, by=by, at=at)
    return by


def registration(person: Newcomer, by: Actor, which: int, at: datetime) -> Typed:
    """A whole registration of the simple grade, as it would be typed."""
    lines = (
        f"氏名　{person.name}",
        f"生年月日　{person.born:%Y年%m月%d日}",
        "住所　東京都桜川市本町1丁目2番3号",
    )
    identity = upload(
        data=paper("運転免許証（見本）", lines, at.date()), purpose=Purpose.IDENTITY, by=by, at=at
    )
    photo = upload(data=portrait(which), purpose=Purpose.PORTRAIT, by=by, at=at)
    address = {"postcode": "100-0001", "prefecture": "13", "town": "桜川市本町", "street": "1丁目2番3号"}
    joined = {"health": "joined", "pension": "joined", "employment": "exempt"}
    kinds = {"health_kind": "health_construction_union", "pension_kind": "pension_national"}
    sources = {"official_source": "driving_licence", "kana_source": "own_word"}
    return {
        "name": {"official": person.name, "kana": person.kana, **sources},
        "birth": {"birth_on": person.born.isoformat()},
        "status": {"sex": "male", "nationality": "JP"},
        "contact": {**address, "phone": "090-0000-1234", "mail": person.mail},
        "emergency": {"person": person.name.split()[0] + " 一郎", "relation": "父", "phone": "080-0000-5678"},
        "photo": {"image": str(photo.key)},
        "identity": {"kind": "driving_licence", "front": str(identity.key)},
        "trades": {"trade_1": "10-01"},
        "insurance": joined | kinds,
        "retirement": {},
        "delivery": {"place": "contact"},
        "consent": {"terms": "1", "privacy": "1"},
    }
