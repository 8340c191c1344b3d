"""西暦と和暦を並べる."""

from datetime import date

from ccus.foundation.entry.dates import ERAS
from ccus.foundation.japanese import date_words


def with_era(iso: str) -> str:
    """A day in both calendars.

    >>> with_era("1989-04-01")
    '1989年4月1日（平成元年）'
    """
    on = date.fromisoformat(iso)
    era = next(era for era in reversed(ERAS) if era.first <= on)
    year = on.year - era.first.year + 1
    return f"{date_words(on)}（{era.name}{'元' if year == 1 else year}年）"
