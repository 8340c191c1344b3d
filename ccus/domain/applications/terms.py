"""申請の言葉: kinds, states, owners."""

from enum import StrEnum

from ccus.foundation.labelled import Labelled


class ApplicationKind(Labelled):
    """申請の種類."""

    REGISTRATION = "registration", "技能者の新規登録"
    CHANGE = "change", "登録内容の変更"
    UPGRADE = "upgrade", "簡略型から詳細型への変更"
    COLOUR_CHANGE = "colour_change", "カードの色の変更"
    REISSUE = "reissue", "カードの再発行"
    RENEWAL = "renewal", "カードの更新"
    WITHDRAWAL = "withdrawal", "技能者退会（削除申請）"
    COMPANY_REGISTRATION = "company_registration", "事業者の新規登録"
    COMPANY_CHANGE = "company_change", "事業者情報の変更"
    COMPANY_RENEWAL = "company_renewal", "事業者登録の更新"

    @property
    def is_first(self) -> bool:
        """Whether nothing is registered yet of whom it is about."""
        return self in {ApplicationKind.REGISTRATION, ApplicationKind.COMPANY_REGISTRATION}

    @property
    def is_of_company(self) -> bool:
        """Whether it is about a company, and not about a worker."""
        return self in {
            ApplicationKind.COMPANY_REGISTRATION,
            ApplicationKind.COMPANY_CHANGE,
            ApplicationKind.COMPANY_RENEWAL,
        }


class State(Labelled):
    """申請の状態."""

    DRAFT = "draft", "作成中"
    FEE_DUE = "fee_due", "お支払い待ち"
    SUBMITTED = "submitted", "審査待ち"
    IN_REVIEW = "in_review", "審査中"
    RETURNED = "returned", "不備あり"
    CORRECTED = "corrected", "再提出・審査待ち"
    APPROVED = "approved", "登録完了"
    REJECTED = "rejected", "却下"
    WITHDRAWN = "withdrawn", "取下げ"


class Owner(Labelled):
    """いま動く人: who can take the application out of its state."""

    APPLICANT = "applicant", "申請した方"
    OFFICE = "office", "運営主体"
    NOBODY = "nobody", "（終わり）"


class EnquiryReason(Labelled):
    """お問い合わせの理由: why an officer looks somebody up, in words that the worker reads (OFFICE-06)."""

    WORKER_ASKED = "worker_asked", "本人からの問い合わせ"
    LOST_ID = "lost_id", "技能者IDを忘れた方への案内"
    CARD = "card", "カードについての問い合わせ"
    DATA_DIFFERS = "data_differs", "登録内容が違うという申し出"
    HISTORY = "history", "就業履歴についての問い合わせ"
    EMPLOYER_ASKED = "employer_asked", "所属事業者からの問い合わせ"
    OTHER = "other", "その他"


class Confirmed(Labelled):
    """本人の確かめ方: how an officer knew who called, in words that the worker reads (CARD-24)."""

    CALLED_BACK = "called_back", "登録された電話番号にかけ直した"
    ASKED = "asked", "登録された内容を、いくつか聞いて確かめた"
    SAW_PAPERS = "saw_papers", "窓口で本人確認書類を見た"


CLOSED = frozenset({State.APPROVED, State.REJECTED, State.WITHDRAWN})
NEXT_CARD = frozenset({ApplicationKind.COLOUR_CHANGE, ApplicationKind.REISSUE, ApplicationKind.RENEWAL})
"""Approved, these revoke the card in hand and make the next one (CARD-07, CARD-11, CARD-12)."""
ENTRUSTABLE = frozenset(
    {
        ApplicationKind.CHANGE,
        ApplicationKind.UPGRADE,
        ApplicationKind.COLOUR_CHANGE,
        ApplicationKind.REISSUE,
        ApplicationKind.RENEWAL,
    }
)
"""What a company may file for a worker (PROXY-05)."""
QUEUED = (State.SUBMITTED, State.CORRECTED, State.IN_REVIEW)


class Operation(StrEnum):
    """行の操作: what a submitted row does to the registered facts."""

    ADD = "add"
    CHANGE = "change"
    REMOVE = "remove"
