"""お問い合わせの言葉: subjects, ways, states, what moves a case, and who does it."""

from enum import StrEnum

from ccus.domain.applications.terms import EnquiryReason
from ccus.foundation.labelled import Labelled


class Asks(StrEnum):
    """聞く側: a worker, or somebody's account of a company."""

    WORKER = "worker"
    COMPANY = "company"


class Subject(Labelled):
    """お問い合わせの内容 (DESK-01), in words that need no knowledge of the trade."""

    DAYS = "days", "はたらいた日の記録"
    CARD = "card", "カード"
    SIGN_IN = "sign_in", "ログインとパスワード"
    EMPLOYER = "employer", "はたらいている会社（所属）"
    DATA = "data", "登録した内容と申請"
    SEEN = "seen", "だれが見られるか"
    CAREER = "career", "経歴と証明"
    SITES = "sites", "現場・施工体制・作業員名簿"
    APPROVALS = "approvals", "就業履歴の承認"
    EMPLOYEES = "employees", "所属技能者"
    SEATS = "seats", "利用者とログイン"
    COMPANY = "company", "事業者の登録と更新"
    FEES = "fees", "利用料と入金"
    OTHER = "other", "そのほか"


SUBJECTS: dict[Asks, tuple[Subject, ...]] = {
    Asks.WORKER: (
        Subject.DAYS,
        Subject.CARD,
        Subject.SIGN_IN,
        Subject.EMPLOYER,
        Subject.DATA,
        Subject.SEEN,
        Subject.CAREER,
        Subject.OTHER,
    ),
    Asks.COMPANY: (
        Subject.SITES,
        Subject.APPROVALS,
        Subject.EMPLOYEES,
        Subject.SEATS,
        Subject.COMPANY,
        Subject.FEES,
        Subject.OTHER,
    ),
}
"""What each side may ask about, in the order of its page."""

REASONS: dict[Subject, EnquiryReason] = {
    Subject.DAYS: EnquiryReason.HISTORY,
    Subject.CARD: EnquiryReason.CARD,
    Subject.DATA: EnquiryReason.DATA_DIFFERS,
}
"""Why a record is opened for a case; any other: 本人からの問い合わせ (DESK-06)."""


class Channel(Labelled):
    """受け付けた方法 (DESK-02)."""

    PAGE = "page", "画面"
    PHONE = "phone", "電話"
    MAIL = "mail", "メール"


class State(Labelled):
    """お問い合わせの状態 (DESK-03)."""

    RECEIVED = "received", "受付"
    TAKEN = "taken", "担当"
    WAITING = "waiting", "返事待ち"
    DONE = "done", "済み"


class Move(Labelled):
    """行為: what moves a case, and stands in its history (DESK-03)."""

    OPEN = "open", "問い合わせる"
    CALL = "call", "電話・メールを書く"
    TAKE = "take", "担当する"
    HAND_BACK = "hand_back", "担当をやめる"
    ANSWER = "answer", "答える"
    ASK_BACK = "ask_back", "聞き返す"
    NOTE = "note", "電話・メールで聞いたことを書く"
    ADD = "add", "書き足す"
    FINISH = "finish", "解決したと知らせる"
    LAPSE = "lapse", "返事がないまま14日が過ぎる"


class Doer(Labelled):
    """行う人."""

    ASKER = "asker", "問い合わせた人"
    OFFICER = "officer", "お問い合わせの係員"
    HOLDER = "holder", "担当の係員"
    CLOCK = "clock", "時計"
