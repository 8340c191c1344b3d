"""画面の一覧: the screens of the asker's own portal that an answer may open (DESK-13). Pure data.

Labels are those of the menu, so that somebody finds the screen there, too; the addresses stand in the portals.
"""

from ccus.domain.desk.terms import Asks
from ccus.foundation.labelled import Labelled


class Screen(Labelled):
    """画面. `DAY` needs the day that it opens."""

    DAY = "day", "その日の就業履歴"
    HISTORY = "history", "就業履歴の一覧"
    ENTRY = "entry", "就業履歴の入力"
    CLAIMS = "claims", "申告の状況"
    CARD = "card", "マイカード"
    PROFILE = "profile", "技能者情報"
    EMPLOYERS = "employers", "所属事業者"
    SITES = "sites", "就業している現場一覧"
    EXPIRING = "expiring", "期限"
    VIEWED = "viewed", "閲覧の記録"
    DISCLOSURE = "disclosure", "開示設定"
    PLACEMENTS = "placements", "所属と異なる事業者の元での就業要請"
    FILING = "filing", "登録情報の変更・申請"
    CAREER = "career", "経歴の図と証明"
    PASSWORD = "password", "パスワード変更"
    CONTACTS = "contacts", "本人の連絡先"
    FACTORS = "factors", "顔や指紋でログイン"
    LEAVING = "leaving", "技能者退会"
    OF_SITES = "of_sites", "現場"
    STRUCTURE = "structure", "施工体制"
    ROSTERS = "rosters", "作業員名簿"
    APPROVALS = "approvals", "承認・確認"
    OWN_RECORDS = "own_records", "所属技能者の就業日の入力"
    EMPLOYEES = "employees", "所属技能者"
    SITE_FEES = "site_fees", "現場利用料"
    COMPANY = "company", "事業者情報"
    COMPANY_FILING = "company_filing", "変更・更新の申請"
    ORGANISATION = "organisation", "組織と利用者"
    OWN_PASSWORD = "own_password", "パスワード変更"
    OWN_FACTORS = "own_factors", "ログインの確認"


_OF_COMPANIES = frozenset(
    {
        Screen.OF_SITES,
        Screen.STRUCTURE,
        Screen.ROSTERS,
        Screen.APPROVALS,
        Screen.OWN_RECORDS,
        Screen.EMPLOYEES,
        Screen.SITE_FEES,
        Screen.COMPANY,
        Screen.COMPANY_FILING,
        Screen.ORGANISATION,
        Screen.OWN_PASSWORD,
        Screen.OWN_FACTORS,
    }
)


def screens_of(side: Asks) -> tuple[Screen, ...]:
    """The screens of that side's portal."""
    return tuple(screen for screen in Screen if (screen in _OF_COMPANIES) is (side is Asks.COMPANY))
