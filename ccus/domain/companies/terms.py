"""事業者の言葉: roles of those who sign in for a company, and what each may do (guide of the operator; ORG-05)."""

from enum import StrEnum

from ccus.foundation.labelled import Labelled


class Role(Labelled):
    """権限: what somebody's account within a company is for."""

    CHIEF = "chief", "事業者責任者"
    TIER = "tier", "階層管理者"
    SITE_MANAGER = "site_manager", "現場管理者"
    SITE_VIEWER = "site_viewer", "現場閲覧者"
    PROXY_CLERK = "proxy_clerk", "代行登録担当者"


class Power(Labelled):
    """できること: the rows of the table of roles."""

    COMPANY_DATA = "company_data", "事業者情報の申請"
    ORGANISATION = "organisation", "組織と利用者の管理"
    REGISTER_SITE = "register_site", "現場の登録"
    EDIT_SITE = "edit_site", "登録した現場の編集"
    STRUCTURE = "structure", "施工体制と作業員名簿の登録"
    VIEW_STRUCTURE = "view_structure", "施工体制と作業員名簿の閲覧"
    OWN_RECORDS = "own_records", "所属技能者の就業履歴の入力・修正"
    APPROVE_RECORDS = "approve_records", "就業履歴の承認"
    GATE = "gate", "カードリーダーへのログイン"
    EMPLOYEES = "employees", "所属技能者の管理"
    FILE_FOR_WORKERS = "file_for_workers", "技能者の代行申請"


class Scope(StrEnum):
    """範囲: how far a power reaches. BELOW: the own unit of the organisation and what is under it."""

    ALL = "all"
    BELOW = "below"
    OWN_SITES = "own_sites"
    NONE = "none"


class CompanyForm(Labelled):
    """法人・個人・一人親方の別."""

    CORPORATE = "corporate", "法人"
    INDIVIDUAL = "individual", "個人事業主"
    SOLE = "sole", "一人親方"


class LicenceAuthority(Labelled):
    """許可行政庁: who granted a 建設業許可."""

    MINISTER = "minister", "国土交通大臣"
    GOVERNOR = "governor", "都道府県知事"


class LicenceGrade(Labelled):
    """一般・特定の別."""

    GENERAL = "general", "一般"
    SPECIAL = "special", "特定"


class LicenceHeld(Labelled):
    """建設業許可の有無."""

    HELD = "held", "許可あり"
    NONE = "none", "許可なし"


class BillingPlace(Labelled):
    """請求先."""

    OFFICE = "office", "登録した所在地"
    OTHER = "other", "別の住所"


LICENCE_TRADES: dict[str, str] = {
    "01": "土木工事業",
    "02": "建築工事業",
    "03": "大工工事業",
    "04": "左官工事業",
    "05": "とび・土工工事業",
    "06": "石工事業",
    "07": "屋根工事業",
    "08": "電気工事業",
    "09": "管工事業",
    "10": "タイル・れんが・ブロック工事業",
    "11": "鋼構造物工事業",
    "12": "鉄筋工事業",
    "13": "舗装工事業",
    "14": "しゅんせつ工事業",
    "15": "板金工事業",
    "16": "ガラス工事業",
    "17": "塗装工事業",
    "18": "防水工事業",
    "19": "内装仕上工事業",
    "20": "機械器具設置工事業",
    "21": "熱絶縁工事業",
    "22": "電気通信工事業",
    "23": "造園工事業",
    "24": "さく井工事業",
    "25": "建具工事業",
    "26": "水道施設工事業",
    "27": "消防施設工事業",
    "28": "清掃施設工事業",
    "29": "解体工事業",
}
"""建設業の許可業種, code → label, in the order of the law."""
