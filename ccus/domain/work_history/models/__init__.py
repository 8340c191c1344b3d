"""Taps and claims (facts), and the records that are derived from them."""

from ccus.domain.work_history.models.asked import PaperAsk
from ccus.domain.work_history.models.claims import DayAsk, DayClaim, OwnSite
from ccus.domain.work_history.models.records import (
    MonthClose,
    RecordChange,
    WorkMonth,
    WorkMonthShare,
    WorkRecord,
)
from ccus.domain.work_history.models.taps import Presence, Tap, TapOwner, TapSurprise, UnreadableTap

__all__ = [
    "DayAsk",
    "DayClaim",
    "MonthClose",
    "OwnSite",
    "PaperAsk",
    "Presence",
    "RecordChange",
    "Tap",
    "TapOwner",
    "TapSurprise",
    "UnreadableTap",
    "WorkMonth",
    "WorkMonthShare",
    "WorkRecord",
]
