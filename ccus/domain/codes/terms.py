"""The words that other rooms know by name; everything else in the code tables is data."""

from enum import StrEnum

from ccus.foundation.labelled import Labelled


class PositionCode(StrEnum):
    """立場 that rules speak of: 一般 where nothing is said, 職長 and 班長 because they count for levels."""

    GENERAL = "general"
    FOREMAN = "foreman"
    TEAM_LEADER = "team_leader"


class InsuranceBranch(Labelled):
    """社会保険の区分."""

    HEALTH = "health", "健康保険"
    PENSION = "pension", "年金保険"
    EMPLOYMENT = "employment", "雇用保険"


class QualificationKind(Labelled):
    """資格の区分, as the work record lists them."""

    CORE = "core", "登録基幹技能者"
    CERTIFIED_SKILL = "certified_skill", "技能士"
    LICENCE = "licence", "免許資格"
    SKILL_TRAINING = "skill_training", "技能講習"
    SPECIAL_EDUCATION = "special_education", "特別教育"
    SAFETY = "safety", "その他安全衛生資格"


class Joined(Labelled):
    """加入の有無, for each of the three branches of 社会保険."""

    JOINED = "joined", "加入"
    NOT_JOINED = "not_joined", "未加入"
    EXEMPT = "exempt", "適用除外"
