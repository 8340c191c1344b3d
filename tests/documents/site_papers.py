"""Papers of a site for the tests: the same site, firms and workers in all of them."""

from datetime import UTC, date, datetime

from ccus.documents.chart import chart_data
from ccus.documents.form import form_data
from ccus.documents.formation import formation_sheet
from ccus.documents.insurance import insurance_sheet
from ccus.documents.notices import ledger_form, subcontract_form
from ccus.documents.roster import roster_sheet
from ccus.documents.sheet import sheet_data
from ccus.domain.papers.contents import (
    BranchPaper,
    InsurancePaper,
    Notice,
    NoticesPaper,
    RosterPaper,
    RosterSheet,
)
from ccus.domain.papers.insurance import BRANCHES
from ccus.domain.papers.values import Cell, Contract, Firm, Of, SitePlace, Spot
from ccus.domain.sites.terms import SpotState
from tests.documents.papers import FORTY_LETTERS

MADE_AT = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
DAY = date(2026, 11, 20)
PRIME_FIRM = Firm(
    "見本建設株式会社",
    number="20000000000017",
    form="法人",
    representative="見本 一郎",
    address="東京都港区虎ノ門4丁目1番1号",
    phone="03-0000-0001",
    licences=("国土交通大臣許可（特-4）第12345号　土木工事業、建築工事業　2022年10月1日",),
    health="加入",
    pension="加入",
    employment="加入",
)
FIRM = Firm(
    "合同会社 髙﨑鉄筋工業 東日本第二事業本部 鉄筋加工センター",
    number="20000000000025",
    form="法人",
    representative="髙﨑 𠮷郎",
    address="埼玉県川口市見本町1丁目2番3号 見本ビルディング12階",
    phone="048-000-0001",
    licences=("埼玉県知事許可（般-3）第54321号　鉄筋工事業　2021年4月1日",),
    health="加入",
    pension="加入",
    employment="適用除外",
)
SITE = SitePlace(
    number="30000000000013",
    name="見本駅前再開発ビル新築工事",
    address="東京都港区見本1-2-3",
    prime=PRIME_FIRM,
    from_on=date(2026, 4, 1),
    until_on=date(2027, 3, 31),
    client_class="民間",
    managers=("所長 太郎",),
    contracts=(
        Contract(
            "見本駅前再開発ビル新築工事",
            "東京都港区見本1-2-3",
            "見本不動産株式会社",
            "単独",
            date(2026, 4, 1),
            date(2027, 3, 31),
            "建築、事務所、鉄骨造",
        ),
    ),
)


def spot(number: int = 1, *above: int, firm: Firm | None = None, **values: object) -> Spot:
    """The spot with that key, below those of `above`."""
    given: dict[str, object] = {
        "company": number,
        "state": SpotState.ACCEPTED,
        "from_on": date(2026, 4, 1),
        "heads": 3,
    }
    return Spot(
        member=number,
        key=f"00000000-0000-0000-0000-{number:012}",
        tier=len(above),
        path=(*above, number),
        firm=firm or Firm(f"見本工業{number}", number=f"{20000000000000 + number}"),
        **{**given, **values},  # type: ignore[arg-type]
    )


PRIME = spot(1, firm=PRIME_FIRM, works="総合管理")
FIRST = spot(
    2,
    1,
    firm=FIRM,
    works="鉄筋の加工と組立て",
    people={"chief_engineer": "髙橋 一郎", "safety_officer": FORTY_LETTERS, "foreman": "髙橋 一郎"},
    foreigners=frozenset({"技能実習"}),
)
OF_PRIME = Of(SITE, DAY, MADE_AT, PRIME)
OF_FIRST = Of(SITE, DAY, MADE_AT, FIRST, PRIME)


def worker(number: int = 1, **cells: Cell) -> dict[str, Cell]:
    """A row of a roster, everything registered."""
    row: dict[str, Cell] = {
        "no": number,
        "kana": "タカハシ イチロウ",
        "name": "髙橋 一郎",
        "number": "1234 5678 9012 34",
        "trade": "鉄筋工",
        "work_content": "基礎配筋",
        "marks": "職 安",
        "hired_on": date(2019, 4, 1),
        "years": 12,
        "birth_on": date(1975, 6, 15),
        "age": 51,
        "address": "東京都港区虎ノ門1丁目2番3号 虎ノ門荘201",
        "phone": "090-1234-5678",
        "emergency": "髙橋 花子（妻）",
        "emergency_phone": "090-8765-4321",
        "checked_on": date(2026, 5, 1),
        "pressure": "120～80",
        "blood": "A型 Rh+",
        "special_on": date(2026, 6, 1),
        "special": "じん肺健康診断",
        "health": "協会けんぽ",
        "pension": "厚生年金",
        "employment": "雇用保険 1234",
        "kentaikyo": "有",
        "chutaikyo": "無",
        "educated": "職長・安全衛生責任者教育、フルハーネス型墜落制止用器具特別教育",
        "skilled": "玉掛け技能講習、足場の組立て等作業主任者技能講習（期限切れ）",
        "licensed": "一級鉄筋施工技能士",
        "entered_on": date(2026, 4, 1),
        "educated_on": date(2026, 4, 1),
    }
    return row | cells


def roster(rows: int = 3, **cells: Cell) -> RosterPaper:
    """作業員名簿 of one firm; `cells` in every row."""
    lines = tuple(worker(number, **cells) for number in range(1, rows + 1))
    return RosterPaper(OF_FIRST, (RosterSheet(FIRST, PRIME, lines),))


def branch(count: int = 6) -> BranchPaper:
    """The prime, two first-tier firms, one firm that waits, one that is not registered, and so on."""
    below = tuple(
        spot(number, 1, 2, firm=Firm("未登録工務店"), company=None, state=SpotState.STAND_IN)
        if number == 4
        else spot(
            number, 1, 2, state=SpotState.WAITING if number == 5 else SpotState.ACCEPTED, works="配筋、圧接"
        )
        for number in range(3, count)
    )
    return BranchPaper(OF_PRIME, (PRIME, FIRST, *below, spot(900, 1, works="とび・土工")))


def ledger(of: Of = OF_PRIME) -> NoticesPaper:
    """施工体制台帳 with two firms of the first tier."""
    return NoticesPaper(of, (Notice(of.spot, of.upper, (FIRST, spot(900, 1, works="とび・土工"))),))


def subcontract() -> NoticesPaper:
    """再下請負通知書 of the first-tier firm, which gave work to one that is not registered."""
    lower = spot(4, 1, 2, firm=Firm("未登録工務店"), company=None, state=SpotState.STAND_IN)
    return NoticesPaper(OF_FIRST, (Notice(FIRST, PRIME, (lower,)), Notice(lower, FIRST, ())))


def insurance(rows: int = 3) -> InsurancePaper:
    """社会保険加入状況一覧 of two firms."""
    firms: tuple[dict[str, Cell], ...] = tuple(
        {
            "tier": held.tier_words,
            "name": held.firm.name,
            "number": "2000 0000 0000 25",
            "health": held.firm.health,
            "pension": held.firm.pension,
            "employment": held.firm.employment,
            "kentaikyo": "加入",
            "heads": rows,
            **{f"{branch}_{how}": 1 for branch in BRANCHES for how in ("joined", "exempt", "not")},
        }
        for held in (PRIME, FIRST)
    )
    workers = tuple(worker(number, firm=FIRM.name) for number in range(1, rows + 1))
    return InsurancePaper(OF_PRIME, firms, workers)


Drawing = tuple[str, dict[str, object]]


def drawings() -> dict[str, Drawing]:
    """Each paper as its template and what the template takes."""
    formation = BranchPaper(OF_FIRST, branch().spots[1:-1])
    long_names = roster(2, name=FORTY_LETTERS, kana="グエン フオン アイン チャン ティ ビック ホアン ロ")
    return {
        "roster": ("sheet", sheet_data(roster_sheet(roster()))),
        "roster-long-names": ("sheet", sheet_data(roster_sheet(long_names))),
        "roster-nobody": ("sheet", sheet_data(roster_sheet(roster(0)))),
        "ledger": ("form", form_data(ledger_form(ledger()))),
        "subcontract": ("form", form_data(subcontract_form(subcontract()))),
        "chart": ("chart", chart_data(branch())),
        "formation": ("sheet", sheet_data(formation_sheet(formation))),
        "insurance": ("sheet", sheet_data(insurance_sheet(insurance()))),
    }


def roster_with(**cells: Cell) -> Drawing:
    """The roster with other words in every row."""
    return "sheet", sheet_data(roster_sheet(roster(3, **cells)))
