"""所属の誤り of 2019, small: twenty workers under a firm that is gone; the file of the firms they really work for."""

from dataclasses import dataclass
from datetime import timedelta

from django.test import Client
from playwright.sync_api import FilePayload

from ccus.domain.accounts.terms import Duty
from ccus.domain.companies.models import Company
from ccus.domain.corrections.actions.filing import read_file
from ccus.domain.corrections.actions.writing import write_set
from ccus.domain.corrections.terms import Side
from ccus.domain.workers.models import Affiliation, Worker
from ccus.foundation.clock import now, today
from tests.factories import accounts, companies, corrections, officers, workers
from tests.factories.factors import enter

KANA = (
    *("アオキ イチロウ", "イトウ ミカ", "ウエダ ケン", "エンドウ サクラ", "オオノ タケシ", "カトウ ユイ"),
    *("キムラ ジロウ", "クドウ マリ", "ケンモチ シン", "コバヤシ アイ", "サトウ ゴウ", "シミズ ナオ"),
    *("スズキ ハジメ", "セキ カオリ", "ソノダ マモル", "タカハシ リン", "チバ サトシ", "グエン ヴァン アン"),
    *("テラダ ノゾミ", "ムトゥタントリゲ ワルナクラスーリヤ フェルナンド ディシャン"),
)
FIRMS = (
    *(
        "高田鉄筋",
        "北斗架設",
        "株式会社トウキョウグローバルコンストラクションアンドエンジニアリング東日本支社",
    ),
    *("大空圧接", "みなと土木"),
)
WORDS, BASIS = "会社の合併のあと、所属が前の会社のままになっていました。", "合併の届け（一覧表）"


@dataclass(frozen=True, slots=True)
class Town:
    """Each worker stands under `old`, and has once agreed with one of `firms`, a different one than the neighbour."""

    workers: list[Worker]
    old: Company
    firms: list[Company]
    first: Client

    def right(self, n: int, slip: int = 0) -> Company:
        """Where the n-th worker works; as a file says it whose column slipped by so many lines."""
        return self.firms[(n + slip) % len(self.firms)]

    def pairs(self, slip: int = 0) -> set[tuple[str, str]]:
        """技能者ID and 事業者ID of every line."""
        return {(one.number, self.right(n, slip).number) for n, one in enumerate(self.workers)}

    def file(self, slip: int = 0) -> FilePayload:
        """所属.csv."""
        lines = [f"{one.number},変更,{self.right(n, slip).number}" for n, one in enumerate(self.workers)]
        text = "\n".join(["技能者ID,操作,事業者ID（所属先）", *lines])
        return {"name": "所属.csv", "mimeType": "text/csv", "buffer": text.encode()}

    def registered(self) -> set[tuple[str, str]]:
        """技能者ID and 事業者ID of every 所属 that stands."""
        standing = Affiliation.objects.filter(superseded_at=None)
        return set(standing.values_list("worker__number", "company__number"))

    def carried_out(self) -> None:
        """The right file, through every officer it needs."""
        by, at = officers.officer(Duty.CORRECT, name="岡田 美咲").actor, now()
        written = write_set(
            side=Side.WORKER,
            block="affiliation",
            words=WORDS,
            basis=BASIS,
            received_on=today(),
            by=by,
            at=at,
        )
        read_file(change_set=written, data=self.file()["buffer"], name="所属.csv", by=by, at=at)
        corrections.done(written, at=at)


def town() -> Town:
    """`first` has signed in as the first worker."""
    account = accounts.account()
    made = Town(
        [workers.worker(name__kana=kana, account=None if n else account) for n, kana in enumerate(KANA)],
        companies.company(name="旧見本組"),
        [companies.company(name=name) for name in FIRMS],
        enter(Client(), account),
    )
    for n, one in enumerate(made.workers):
        workers.affiliation(worker=one, company=made.old, employment="regular")
        corrections.agreement(one, made.right(n)).save()
    return made


def corrector(name: str) -> Client:
    """An officer of 登録の修正 alone has signed in."""
    return officers.client_of(officers.officer(Duty.CORRECT, name=name))


def received() -> str:
    """根拠が届いた日, as it is typed."""
    return (today() - timedelta(days=3)).isoformat()
