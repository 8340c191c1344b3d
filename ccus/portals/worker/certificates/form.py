"""証明書に入れること."""

from ccus.foundation.entry.block import Block, Field, Kind
from ccus.foundation.periods import ONE_DAY, Period
from ccus.foundation.refusals import Refusal
from ccus.ui.entry.sheets import Sheet

ASKING = Block(
    "certificate",
    "証明する期間",
    (
        Field(
            "from_on",
            "はじめの日",
            Kind.DATE,
            is_past=True,
            help="空けておくと、いちばん古い日からになります。",
        ),
        Field("until_on", "終わりの日", Kind.DATE, is_past=True, help="空けておくと、昨日までになります。"),
        Field("with_sites", "現場ごとの日数も入れる", Kind.TICK),
    ),
)


class HalfPeriod(Refusal):
    """片方だけの期間: a beginning without an end, or the other way round, needs the other one."""


def period_of(sheet: Sheet) -> Period | None:
    """The period that was typed; None for everything. Raises `HalfPeriod`, `PeriodBackwards`."""
    first, last = sheet.day("from_on"), sheet.day("until_on")
    if first is None and last is None:
        return None
    if first is None:
        raise HalfPeriod(
            "はじめの日が空いています。両方の日を入力するか、両方とも空けてください。", "from_on"
        )
    if last is None:
        raise HalfPeriod(
            "終わりの日が空いています。両方の日を入力するか、両方とも空けてください。", "until_on"
        )
    return Period.checked(first, last + ONE_DAY, label="証明する期間", field="until_on")
