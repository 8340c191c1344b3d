"""申請の言葉: kinds, states, owners."""

from enum import StrEnum


class ApplicationKind(StrEnum):
    """申請の種類."""

    REGISTRATION = "registration"
    CHANGE = "change"
    UPGRADE = "upgrade"
    COLOUR_CHANGE = "colour_change"
    REISSUE = "reissue"
    RENEWAL = "renewal"
    WITHDRAWAL = "withdrawal"
    COMPANY_REGISTRATION = "company_registration"
    COMPANY_CHANGE = "company_change"
    COMPANY_RENEWAL = "company_renewal"

    @property
    def label(self) -> str:
        """The word that pages show."""
        return {
            "registration": "技能者の新規登録",
            "change": "登録内容の変更",
            "upgrade": "簡略型から詳細型への変更",
            "colour_change": "カードの色の変更",
            "reissue": "カードの再発行",
            "renewal": "カードの更新",
            "withdrawal": "技能者退会（削除申請）",
            "company_registration": "事業者の新規登録",
            "company_change": "事業者情報の変更",
            "company_renewal": "事業者登録の更新",
        }[self]

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


class State(StrEnum):
    """申請の状態."""

    DRAFT = "draft"
    FEE_DUE = "fee_due"
    SUBMITTED = "submitted"
    IN_REVIEW = "in_review"
    RETURNED = "returned"
    CORRECTED = "corrected"
    APPROVED = "approved"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"

    @property
    def label(self) -> str:
        """The word that pages show."""
        return {
            "draft": "作成中",
            "fee_due": "お支払い待ち",
            "submitted": "審査待ち",
            "in_review": "審査中",
            "returned": "不備あり",
            "corrected": "再提出・審査待ち",
            "approved": "登録完了",
            "rejected": "却下",
            "withdrawn": "取下げ",
        }[self]


class Owner(StrEnum):
    """いま動く人: who can take the application out of its state."""

    APPLICANT = "applicant"
    OFFICE = "office"
    NOBODY = "nobody"

    @property
    def label(self) -> str:
        """The word that pages show."""
        return {"applicant": "申請した方", "office": "運営主体", "nobody": "（終わり）"}[self]


class EnquiryReason(StrEnum):
    """お問い合わせの理由: why an officer looks somebody up, in words that the worker reads (OFFICE-06)."""

    WORKER_ASKED = "worker_asked"
    LOST_ID = "lost_id"
    CARD = "card"
    DATA_DIFFERS = "data_differs"
    HISTORY = "history"
    EMPLOYER_ASKED = "employer_asked"
    OTHER = "other"

    @property
    def label(self) -> str:
        """The words that forms and the worker's record of looking show."""
        return {
            "worker_asked": "本人からの問い合わせ",
            "lost_id": "技能者IDを忘れた方への案内",
            "card": "カードについての問い合わせ",
            "data_differs": "登録内容が違うという申し出",
            "history": "就業履歴についての問い合わせ",
            "employer_asked": "所属事業者からの問い合わせ",
            "other": "その他",
        }[self]


CLOSED = frozenset({State.APPROVED, State.REJECTED, State.WITHDRAWN})
QUEUED = (State.SUBMITTED, State.CORRECTED, State.IN_REVIEW)


class Operation(StrEnum):
    """行の操作: what a submitted row does to the registered facts."""

    ADD = "add"
    CHANGE = "change"
    REMOVE = "remove"
