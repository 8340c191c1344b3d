"""現場の言葉."""

from enum import StrEnum


class ClientClass(StrEnum):
    """発注者の区分."""

    PUBLIC = "public"
    PRIVATE = "private"

    @property
    def label(self) -> str:
        """The word that pages show."""
        return {"public": "公共", "private": "民間"}[self]


class OrderForm(StrEnum):
    """発注形態."""

    SINGLE = "single"
    JOINT = "joint"
    SPLIT = "split"

    @property
    def label(self) -> str:
        """The word that pages show."""
        return {"single": "単独", "joint": "共同企業体（JV）", "split": "分離発注"}[self]


class Post(StrEnum):
    """現場の担当: what an account does at one site."""

    MANAGER = "manager"
    VIEWER = "viewer"

    @property
    def label(self) -> str:
        """The word that pages show."""
        return {"manager": "現場管理者", "viewer": "現場閲覧者"}[self]


class Standing(StrEnum):
    """現場との関係: as what a company sees a site."""

    PRIME = "prime"
    MEMBER = "member"
    PARTNER = "partner"

    @property
    def label(self) -> str:
        """The word that pages show."""
        return {"prime": "元請", "member": "協力会社として参加", "partner": "共同企業体の構成員"}[self]


class Hazard(StrEnum):
    """有害物質の取扱い."""

    SOLVENT = "solvent"
    LEAD = "lead"
    DUST = "dust"
    ASBESTOS = "asbestos"
    CHEMICAL = "chemical"
    RADIATION = "radiation"
    OTHER = "other"

    @property
    def label(self) -> str:
        """The word that pages show."""
        return {
            "solvent": "有機溶剤",
            "lead": "鉛",
            "dust": "粉じん",
            "asbestos": "石綿",
            "chemical": "特定化学物質",
            "radiation": "放射線",
            "other": "その他",
        }[self]


class SpotState(StrEnum):
    """施工体制の場所の状態."""

    PRIME = "prime"
    ACCEPTED = "accepted"
    WAITING = "waiting"
    STAND_IN = "stand_in"
    LEFT = "left"

    @property
    def label(self) -> str:
        """The word that pages show."""
        return {
            "prime": "元請",
            "accepted": "承認済み",
            "waiting": "承認待ち",
            "stand_in": "未登録",
            "left": "離脱",
        }[self]
