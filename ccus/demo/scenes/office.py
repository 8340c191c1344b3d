"""運営主体の係員 and what they announce."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from ccus.demo.plan.roles import PASSWORD
from ccus.demo.scenes.second_steps import give_app
from ccus.domain.accounts.actions import appoint_officer, change_password
from ccus.domain.accounts.officers import officer_of
from ccus.domain.accounts.terms import Duty
from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import SYSTEM, Actor
from ccus.domain.notices.actions import announce


@dataclass(frozen=True, slots=True)
class Post:
    """係: a name, the duties, and what a visitor sees signed in as this officer."""

    name: str
    duties: frozenset[Duty]
    shows: str


REVIEWER = Post(
    "岡田 美咲",
    frozenset({Duty.REVIEW, Duty.FEES, Duty.FIGURES, Duty.CORRECT}),
    "審査と入金の確認、業務の数字。登録の修正：一行ずれたファイルから書いた修正が、止まっています",
)
SECOND = Post(
    "三浦 翔",
    frozenset({Duty.REVIEW, Duty.CONTACT, Duty.CORRECT, Duty.FEES, Duty.IDENTITY, Duty.CARDS}),
    "審査。ひとつの申請を二人で開くと、あとの人は断られます。料金の変更や検索の停止を確認し、登録の修正を許可する二人目の係員",
)
CENTRE = Post(
    "藤井 健",
    frozenset(
        {Duty.CONTACT, Duty.ANNOUNCE, Duty.SWITCH, Duty.DISPUTES, Duty.IDENTITY, Duty.FIGURES, Duty.CORRECT}
    ),
    "お問い合わせ、閲覧の見守り、お知らせ、機能の開始、申し立ての裁定、本人確認、数字にある連絡先、登録の修正",
)
PRINTER = Post(
    "西村 遥", frozenset({Duty.CARDS}), "カードの印刷と発送。承認された方のカードが印刷を待っています"
)
POSTS = (REVIEWER, SECOND, CENTRE, PRINTER)

_OPENED = """はじめて登録する方の申請、登録内容の変更、カードの再発行を、ホームページから申請できるようになりました。
申請のとちゅうで保存され、あとで続きができます。"""
_HOLIDAYS = """お問い合わせセンターは、12月29日から1月3日まで休みます。
カードの読み取りと申請の入力は、休みのあいだもできます。"""
_NEWS = ((40, "申請の窓口を開きました", _OPENED), (3, "年末年始のお問い合わせについて", _HOLIDAYS))
"""Days before today, title, body."""


def appoint(at: datetime) -> dict[Post, Actor]:
    """任命: every post gets an officer who has chosen PASSWORD."""
    return {post: _appoint(post, at) for post in POSTS}


def publish(by: Actor, today: date, at: datetime) -> None:
    """お知らせ, the oldest first."""
    for days, title, body in _NEWS:
        announce(title=title, body=body, from_on=today - timedelta(days=days), by=by, at=at)


def _appoint(post: Post, at: datetime) -> Actor:
    opened = appoint_officer(name=post.name, duties=post.duties, by=SYSTEM, at=at)
    officer = officer_of(opened.account.pk)
    if officer is None:
        raise NotAllowed(f"{post.name}は係員ではありません。")
    change_password(account=opened.account, new=PASSWORD, birth_on=None, by=officer.actor, at=at)
    give_app(opened.account, officer.actor, at)
    return officer.actor
