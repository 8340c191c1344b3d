"""しぼりこみの入力: what an address asks for, as a filter; what nobody can mean is left out. Pure."""

from dataclasses import dataclass
from datetime import date

from django.http import QueryDict

from ccus.domain.work_history.reading.days import month_after
from ccus.domain.work_history.reading.listed import Choices, CodeChoice, Filter
from ccus.domain.work_history.terms import State

STATES = {state.name.lower(): state for state in State}
FIELDS = ("year", "month", "site", "trade", "position", "state")


@dataclass(frozen=True, slots=True)
class Asked:
    """しぼりこみ: the values as typed, for the form; empty where nothing was chosen or nobody can mean it."""

    year: str = ""
    month: str = ""
    site: str = ""
    trade: str = ""
    position: str = ""
    state: str = ""

    @property
    def is_narrowed(self) -> bool:
        """Whether anything is left out."""
        return any((self.year, self.site, self.trade, self.position, self.state))

    def filter(self, choices: Choices) -> Filter:
        """The filter, by keys."""
        from_on, until_on = self._days()
        return Filter(
            from_on=from_on,
            until_on=until_on,
            place=next((site.place for site in choices.sites if site.value == self.site), None),
            trade=_key(choices.trades, self.trade),
            position=_key(choices.positions, self.position),
            state=STATES.get(self.state),
        )

    def _days(self) -> tuple[date | None, date | None]:
        if not self.year:
            return None, None
        year = int(self.year)
        if not self.month:
            return date(year, 1, 1), date(year + 1, 1, 1)
        first = date(year, int(self.month), 1)
        return first, month_after(first)


def asked_of(given: QueryDict, choices: Choices, years: range) -> Asked:
    """What is asked for, of what there is to choose. A month needs its year."""
    allowed: dict[str, set[str]] = {
        "year": {str(year) for year in years},
        "month": {str(month) for month in range(1, 13)} if given.get("year") else set(),
        "site": {site.value for site in choices.sites},
        "trade": {trade.code for trade in choices.trades},
        "position": {position.code for position in choices.positions},
        "state": set(STATES),
    }
    values = {name: given.get(name, "") for name in FIELDS}
    return Asked(**{name: value if value in allowed[name] else "" for name, value in values.items()})


def _key(choices: tuple[CodeChoice, ...], code: str) -> int | None:
    return next((choice.key for choice in choices if choice.code == code), None)
