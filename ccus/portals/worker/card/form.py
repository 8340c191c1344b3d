"""なくした日時: asked only of whoever wants to say more than 「今」 (CARD-20)."""

from datetime import datetime, time, timedelta

from ccus.foundation.clock import JST
from ccus.foundation.entry.block import Block, Field, Kind, Values
from ccus.foundation.refusals import Refusal
from ccus.ui.entry.sheets import Sheet


class HourWithoutDay(Refusal):
    """日のない時刻."""


def _day_too(values: Values) -> None:
    if values.get("lost_hour") is not None and not values.get("lost_on"):
        raise HourWithoutDay(
            "なくした日が入力されていません。何日の何時か、日も入力してください。", "lost_on"
        )


LOSS = Block(
    "loss",
    "なくした日時",
    (
        Field("lost_on", "なくした日", Kind.DATE, is_past=True, help="例：2026-11-20"),
        Field(
            "lost_hour", "なくした時間（何時ごろ）", Kind.NUMBER, most=23, help="24時間で。例：午後3時は 15"
        ),
    ),
    check=_day_too,
)


def lost_from(sheet: Sheet, now: datetime) -> datetime:
    """The moment from which the card is lost: what was typed, else now. A day without an hour begins at midnight."""
    day = sheet.day("lost_on")
    if day is None:
        return now
    return datetime.combine(day, time(), JST) + timedelta(hours=sheet.number("lost_hour"))
