"""ある日の登録内容: the day that is asked for."""

from datetime import date

from ccus.foundation.entry.block import Field, Kind
from ccus.foundation.entry.dates import day

ON = Field(
    "on",
    "見たい日",
    Kind.DATE,
    is_past=True,
    help="例：2025年4月1日、令和7年4月1日、2025/4/1。今日より前の日を入力してください。",
)


def day_asked(typed: str, *, today: date) -> date:
    """The day in the address, in any way people write one; today where there is none. Raises a refusal."""
    return day(ON, typed, today=today) if typed.strip() else today
