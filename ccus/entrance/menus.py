"""メニュー: what stands in the menu of each side. A page is its name in the addresses."""

from dataclasses import dataclass

from ccus.domain.accounts.terms import Duty
from ccus.domain.companies.terms import Power
from ccus.entrance.who import Side


@dataclass(frozen=True, slots=True)
class Item:
    """メニューの項目; `short` is its word on a telephone, `needs` the duty or power that opens it."""

    page: str
    label: str
    icon: str
    short: str
    needs: Duty | Power | None = None


Menu = tuple[tuple[str, tuple[Item, ...]], ...]

MENUS: dict[Side, Menu] = {
    Side.WORKER: (
        ("", (Item("worker:home", "ホーム", "home", "ホーム"),)),
        (
            "就業履歴",
            (
                Item("worker:history", "一覧", "history", "履歴"),
                Item("worker:entry", "入力", "plus", "入力"),
                Item("worker:claims", "申告の状況", "clock", "申告"),
                Item("worker:own-sites", "入力した現場", "pen", "入力した現場"),
                Item("worker:career", "経歴の図と証明", "paper", "経歴"),
            ),
        ),
        (
            "閲覧",
            (
                Item("worker:card", "マイカード", "card", "カード"),
                Item("worker:profile", "技能者情報", "person", "技能者情報"),
                Item("worker:employers", "所属事業者", "tiers", "所属"),
                Item("worker:sites", "就業している現場一覧", "site", "現場"),
                Item("worker:expiring", "期限", "clock", "期限"),
                Item("worker:notices", "本人宛の通知", "bell", "通知"),
                Item("worker:viewed", "閲覧の記録", "eye", "閲覧"),
            ),
        ),
        (
            "施工体制登録",
            (
                Item("worker:consents", "代理手続きの同意確認", "check", "同意"),
                Item("worker:placements", "所属と異なる事業者の元での就業要請", "chain", "就業要請"),
            ),
        ),
        (
            "手続き",
            (
                Item("filing:home", "登録情報の変更・申請", "paper", "申請"),
                Item("worker:mandates", "代行の委任", "person", "代行"),
                Item("worker:leaving", "技能者退会", "dash", "退会"),
            ),
        ),
        ("開示設定", (Item("worker:disclosure", "技能者", "eye", "開示"),)),
        ("こまったとき", (Item("worker:asking", "お問い合わせ", "mail", "質問"),)),
        (
            "設定",
            (
                Item("worker:password", "パスワード変更", "lock", "設定"),
                Item("worker:contacts", "本人の連絡先", "mail", "連絡先"),
                Item("worker:factors", "顔や指紋でログイン", "key", "ログイン"),
                Item("worker:devices", "ログイン中の端末", "device", "端末"),
            ),
        ),
    ),
    Side.APPLICANT: (
        ("", (Item("filing:home", "申請", "paper", "申請"),)),
        ("設定", (Item("filing:password", "パスワード変更", "key", "設定"),)),
    ),
    Side.COMPANY: (
        ("", (Item("company:home", "ホーム", "home", "ホーム"),)),
        (
            "現場",
            (
                Item("company:sites", "現場", "site", "現場", Power.VIEW_STRUCTURE),
                Item("company:structure", "施工体制", "tiers", "体制", Power.VIEW_STRUCTURE),
                Item("company:rosters", "作業員名簿", "person", "名簿", Power.VIEW_STRUCTURE),
                Item("company:placements", "就業の合意", "chain", "就業の合意", Power.EMPLOYEES),
                Item("company:readiness", "見通し", "clock", "見通し", Power.VIEW_STRUCTURE),
                Item("company:papers", "帳票", "paper", "帳票", Power.VIEW_STRUCTURE),
            ),
        ),
        (
            "就業履歴",
            (
                Item("company:approvals", "承認・確認", "check", "承認", Power.APPROVE_RECORDS),
                Item("company:own-records", "所属技能者の就業日の入力", "pen", "入力", Power.OWN_RECORDS),
            ),
        ),
        (
            "所属技能者",
            (
                Item("company:employees", "所属技能者", "person", "技能者", Power.EMPLOYEES),
                Item("company:employee-expiring", "期限の近い技能者", "clock", "期限", Power.EMPLOYEES),
            ),
        ),
        (
            "閲覧",
            (
                Item("company:notices", "通知", "bell", "通知"),
                Item("company:search-workers", "技能者の検索", "person", "技能者の検索", Power.EMPLOYEES),
                Item("company:search-companies", "事業者の検索", "site", "事業者の検索"),
                Item("company:questions", "閲覧についての質問", "mail", "質問", Power.EMPLOYEES),
                Item("company:reports", "月次報告", "history", "月次報告", Power.VIEW_STRUCTURE),
                Item("company:employee-statistics", "所属事業者統計情報", "tiers", "統計", Power.EMPLOYEES),
                Item("company:site-fees", "現場利用料", "card", "利用料", Power.REGISTER_SITE),
            ),
        ),
        (
            "事業者情報",
            (
                Item("company:profile", "事業者情報", "paper", "事業者情報"),
                Item("filing:home", "変更・更新の申請", "pen", "申請", Power.COMPANY_DATA),
            ),
        ),
        ("代行申請", (Item("company:clients", "代行申請", "pen", "代行", Power.FILE_FOR_WORKERS),)),
        ("開示設定", (Item("company:disclosure", "所属技能者の開示", "eye", "開示", Power.EMPLOYEES),)),
        (
            "事業者管理",
            (
                Item("company:organisation", "組織と利用者", "tiers", "組織", Power.ORGANISATION),
                Item("company:roles", "権限の一覧", "key", "権限"),
            ),
        ),
        ("こまったとき", (Item("company:asking", "お問い合わせ", "mail", "お問い合わせ"),)),
        (
            "設定",
            (
                Item("company:password", "パスワード変更", "lock", "設定"),
                Item("company:factors", "ログインの確認", "key", "ログイン"),
                Item("company:devices", "ログイン中の端末", "device", "端末"),
            ),
        ),
    ),
    Side.OFFICE: (
        (
            "",
            (
                Item("office:home", "ホーム", "home", "ホーム"),
                Item("office:second", "二人目の確認", "check", "確認"),
            ),
        ),
        (
            "申請",
            (
                Item("office:queue", "審査待ちの申請", "paper", "審査", Duty.REVIEW),
                Item("office:same-person", "重複登録", "person", "重複", Duty.REVIEW),
                Item("office:agents", "登録行政書士", "key", "行政書士", Duty.REVIEW),
                Item("office:fees", "入金の確認", "card", "入金", Duty.FEES),
            ),
        ),
        ("登録", (Item("office:corrections", "登録の修正", "pen", "修正", Duty.CORRECT),)),
        ("カード", (Item("office:cards", "カードの印刷", "card", "印刷", Duty.CARDS),)),
        ("就業履歴", (Item("office:disputes", "申し立て", "history", "申し立て", Duty.DISPUTES),)),
        (
            "お問い合わせ",
            (
                Item("office:desk", "お問い合わせ", "mail", "お問い合わせ", Duty.CONTACT),
                Item("office:enquiries", "技能者をさがす", "person", "さがす", Duty.CONTACT),
                Item("office:looks", "閲覧の見守り", "eye", "見守り", Duty.CONTACT),
            ),
        ),
        (
            "本人確認",
            (
                Item("office:identity", "パスワードの再設定", "lock", "再設定", Duty.IDENTITY),
                Item("office:returning", "再登録", "person", "再登録", Duty.IDENTITY),
                Item("office:second-factors", "二段階の確認のやり直し", "key", "やり直し", Duty.IDENTITY),
            ),
        ),
        (
            "運営",
            (
                Item("office:announcements", "お知らせの掲載", "bell", "お知らせ", Duty.ANNOUNCE),
                Item("office:features", "機能の開始", "clock", "機能", Duty.SWITCH),
                Item("office:figures", "業務の数字", "figures", "数字", Duty.FIGURES),
                Item("office:retention", "保存期間", "clock", "保存期間", Duty.FIGURES),
            ),
        ),
        (
            "設定",
            (
                Item("office:password", "パスワード変更", "lock", "設定"),
                Item("office:factors", "ログインの確認", "key", "ログイン"),
                Item("office:devices", "ログイン中の端末", "device", "端末"),
            ),
        ),
    ),
}
TABS: dict[Side, tuple[str, ...]] = {
    Side.WORKER: (
        "worker:home",
        "worker:history",
        "worker:sites",
        "worker:notices",
        "filing:home",
        "worker:password",
    ),
    Side.APPLICANT: ("filing:home", "filing:password"),
    Side.COMPANY: (
        "company:home",
        "company:sites",
        "company:readiness",
        "company:employees",
        "company:notices",
        "company:password",
    ),
    Side.OFFICE: ("office:home", "office:queue", "office:fees", "office:enquiries", "office:password"),
}
ACROSS: dict[Side, Item] = {
    Side.WORKER: Item("company:home", "事業者ポータルへ", "site", "事業者"),
    Side.COMPANY: Item("worker:home", "技能者ポータルへ", "card", "技能者"),
}
"""The way to the other portal, for a 一人親方 who is worker and company in one (ORG-02)."""
