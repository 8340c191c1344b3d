"""開示の言葉: relations, classes of items, purposes of looking."""

from enum import StrEnum

from ccus.domain.workers.terms import Item
from ccus.foundation.labelled import Labelled


class Relation(Labelled):
    """関係: how the one who looks stands to the worker (the columns of the disclosure matrix, D-08)."""

    SELF = "self", "本人"
    PROXY = "proxy", "代行"
    EMPLOYER = "employer", "所属事業者"
    SITE = "site", "元請・上位下請"
    ROSTER_PROXY = "roster_proxy", "名簿の代理"
    OTHER = "other", "その他事業者"
    CERTIFIED = "certified", "認定システム"
    OPERATOR = "operator", "運営主体"
    HOLDER = "holder", "証明書を持つ人"


class Ground(Labelled):
    """委任の根拠: why a worker may entrust a company with filing (PROXY-01)."""

    EMPLOYER = "employer", "所属事業者"
    SITE = "site", "現場の元請・上位の事業者"
    AGENT = "agent", "登録行政書士"


class Half(StrEnum):
    """開示の設定をする側: an item opens to others when both did (D-08)."""

    WORKER = "worker"
    EMPLOYER = "employer"


class Moved(Labelled):
    """開示の設定の変更 (DISC-25)."""

    OPENED = "opened", "開示にしました"
    CLOSED = "closed", "非開示にしました"
    LINK_ENDED = "link_ended", "所属が終わって、非開示になりました"


class Shown(StrEnum):
    """開示の区分: always, switchable by worker and employer, never, only what is the looker's own."""

    ALWAYS = "A"
    SWITCHABLE = "S"
    OWN = "own"
    NEVER = "-"


class Purpose(Labelled):
    """閲覧の目的: why somebody looked, in words the worker reads."""

    OWN = "own", "本人の閲覧"
    REVIEW = "review", "申請の審査"
    ENQUIRY = "enquiry", "お問い合わせへの対応"
    PROXY_FILING = "proxy_filing", "代行申請"
    ROSTER = "roster", "作業員名簿"
    SEARCH = "search", "技能者の検索"
    FOUND = "found", "検索の結果の一覧"
    EMPLOYEES = "employees", "所属技能者の管理"
    PAPERS = "papers", "施工体制の書類"
    APPROVAL = "approval", "就業履歴の確認・承認"
    DISPUTE = "dispute", "申し立ての裁定"
    SAME_PERSON = "same_person", "重複登録の確認"
    SITE_FEES = "site_fees", "現場利用料の明細"
    MONTH_REPORT = "month_report", "就業日の月次報告"
    CERTIFICATE = "certificate", "就業履歴証明の確認"
    CARD_PRINT = "card_print", "カードの印刷と発送"
    IDENTITY = "identity", "本人の確認"
    GATE = "gate", "入退場の照合"
    CORRECTION = "correction", "登録の修正"


IDENTIFYING = (Item.NAME, Item.BIRTH_DATE, Item.CONTACT, Item.EMERGENCY, Item.EMPLOYERS)
"""本人の確認: what the office compares with what somebody says who is to be let in (RESET-07, LEAVE-05)."""


WORDS = {
    Item.CARD: "技能者ID・フリガナ・カードの色・主な職種",
    Item.NAME: "氏名・顔写真",
    Item.BIRTH_YEAR: "生まれた年",
    Item.BIRTH_DATE: "生年月日",
    Item.CONTACT: "住所・電話番号・メールアドレス",
    Item.EMERGENCY: "緊急連絡先",
    Item.STATUS: "性別・国籍・在留資格",
    Item.BLOOD: "血液型",
    Item.INSURANCE: "社会保険・退職金共済",
    Item.HEALTH: "健康診断",
    Item.TRADES: "職種・経験",
    Item.QUALIFICATIONS: "保有資格・登録基幹技能者資格・学歴",
    Item.TRAINING: "研修・表彰",
    Item.EMPLOYERS: "所属事業者",
    Item.PAST_EMPLOYERS: "過去の所属事業者",
    Item.WORK_HISTORY: "就業履歴",
    Item.TRACES: "閲覧の記録",
}
"""情報項目 in the words that pages and the worker's record of looking use."""
