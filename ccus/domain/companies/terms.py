"""事業者の言葉: roles of those who sign in for a company, and what each may do (guide of the operator; ORG-05)."""

from enum import StrEnum


class Role(StrEnum):
    """権限: what somebody's account within a company is for."""

    CHIEF = "chief"
    TIER = "tier"
    SITE_MANAGER = "site_manager"
    SITE_VIEWER = "site_viewer"
    PROXY_CLERK = "proxy_clerk"

    @property
    def label(self) -> str:
        """The word that pages show."""
        return {
            "chief": "事業者責任者",
            "tier": "階層管理者",
            "site_manager": "現場管理者",
            "site_viewer": "現場閲覧者",
            "proxy_clerk": "代行登録担当者",
        }[self]


class Power(StrEnum):
    """できること: the rows of the table of roles."""

    COMPANY_DATA = "company_data"
    ORGANISATION = "organisation"
    REGISTER_SITE = "register_site"
    EDIT_SITE = "edit_site"
    STRUCTURE = "structure"
    VIEW_STRUCTURE = "view_structure"
    OWN_RECORDS = "own_records"
    APPROVE_RECORDS = "approve_records"
    GATE = "gate"
    EMPLOYEES = "employees"
    FILE_FOR_WORKERS = "file_for_workers"

    @property
    def label(self) -> str:
        """The words that pages and refusals use."""
        return {
            "company_data": "事業者情報の申請",
            "organisation": "組織と利用者の管理",
            "register_site": "現場の登録",
            "edit_site": "登録した現場の編集",
            "structure": "施工体制と作業員名簿の登録",
            "view_structure": "施工体制と作業員名簿の閲覧",
            "own_records": "所属技能者の就業履歴の入力・修正",
            "approve_records": "就業履歴の承認",
            "gate": "カードリーダーへのログイン",
            "employees": "所属技能者の管理",
            "file_for_workers": "技能者の代行申請",
        }[self]


class Scope(StrEnum):
    """範囲: how far a power reaches. BELOW: the own unit of the organisation and what is under it."""

    ALL = "all"
    BELOW = "below"
    OWN_SITES = "own_sites"
    NONE = "none"


class CompanyForm(StrEnum):
    """法人・個人・一人親方の別."""

    CORPORATE = "corporate"
    INDIVIDUAL = "individual"
    SOLE = "sole"

    @property
    def label(self) -> str:
        """The word that pages show."""
        return {"corporate": "法人", "individual": "個人事業主", "sole": "一人親方"}[self]
