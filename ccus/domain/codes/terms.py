"""The words that other rooms know by name; everything else in the code tables is data."""

from enum import StrEnum


class PositionCode(StrEnum):
    """立場 that rules speak of: 一般 where nothing is said, 職長 and 班長 because they count for levels."""

    GENERAL = "general"
    FOREMAN = "foreman"
    TEAM_LEADER = "team_leader"


class InsuranceBranch(StrEnum):
    """社会保険の区分."""

    HEALTH = "health"
    PENSION = "pension"
    EMPLOYMENT = "employment"

    @property
    def label(self) -> str:
        """The word that forms show."""
        return {"health": "健康保険", "pension": "年金保険", "employment": "雇用保険"}[self]


class QualificationKind(StrEnum):
    """資格の区分, as the work record lists them."""

    CORE = "core"
    CERTIFIED_SKILL = "certified_skill"
    LICENCE = "licence"
    SKILL_TRAINING = "skill_training"
    SPECIAL_EDUCATION = "special_education"
    SAFETY = "safety"

    @property
    def label(self) -> str:
        """The word that forms show."""
        return {
            "core": "登録基幹技能者",
            "certified_skill": "技能士",
            "licence": "免許資格",
            "skill_training": "技能講習",
            "special_education": "特別教育",
            "safety": "その他安全衛生資格",
        }[self]


class Joined(StrEnum):
    """加入の有無, for each of the three branches of 社会保険."""

    JOINED = "joined"
    NOT_JOINED = "not_joined"
    EXEMPT = "exempt"

    @property
    def label(self) -> str:
        """The word that forms show."""
        return {"joined": "加入", "not_joined": "未加入", "exempt": "適用除外"}[self]
