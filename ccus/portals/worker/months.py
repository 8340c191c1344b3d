"""月と日のアドレス: `2026-11` in an address is the month's first day, `2026-11-19` a day."""

from datetime import date


class MonthConverter:
    """`<month:…>`: years in which the register can have a day."""

    regex = "20[0-9]{2}-(?:0[1-9]|1[0-2])"

    def to_python(self, value: str) -> date:
        """The first day of the month."""
        return date(int(value[:4]), int(value[5:]), 1)

    def to_url(self, value: date) -> str:
        """As the address writes it."""
        return f"{value:%Y-%m}"


class DayConverter:
    """`<day:…>`: a day that the calendar has, as `2026-11-19`."""

    regex = "20[0-9]{2}-[0-9]{2}-[0-9]{2}"

    def to_python(self, value: str) -> date:
        """The day. Raises ValueError for one that no month has, which Django answers with 404."""
        return date.fromisoformat(value)

    def to_url(self, value: date) -> str:
        """As the address writes it."""
        return value.isoformat()
