"""開示の言葉: relations, classes of items, purposes of looking."""

from enum import StrEnum


class Relation(StrEnum):
    """関係: how the one who looks stands to the worker (the columns of the disclosure matrix, D-08)."""

    SELF = "self"
    PROXY = "proxy"
    EMPLOYER = "employer"
    SITE = "site"
    OTHER = "other"
    CERTIFIED = "certified"
    OPERATOR = "operator"

    @property
    def label(self) -> str:
        """The word that pages show."""
        return {
            "self": "本人",
            "proxy": "代行",
            "employer": "所属事業者",
            "site": "元請・上位下請",
            "other": "その他事業者",
            "certified": "認定システム",
            "operator": "運営主体",
        }[self]


class Shown(StrEnum):
    """開示の区分: always, switchable by worker and employer, never, only what is the looker's own."""

    ALWAYS = "A"
    SWITCHABLE = "S"
    OWN = "own"
    NEVER = "-"


class Purpose(StrEnum):
    """閲覧の目的: why somebody looked, in words the worker reads."""

    OWN = "own"
    REVIEW = "review"
    ENQUIRY = "enquiry"
    PROXY_FILING = "proxy_filing"
    ROSTER = "roster"
    SEARCH = "search"

    @property
    def label(self) -> str:
        """The words that the worker reads."""
        return {
            "own": "本人の閲覧",
            "review": "申請の審査",
            "enquiry": "お問い合わせへの対応",
            "proxy_filing": "代行申請",
            "roster": "作業員名簿",
            "search": "技能者の検索",
        }[self]
