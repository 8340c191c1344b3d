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
