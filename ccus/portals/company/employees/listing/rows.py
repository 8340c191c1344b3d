"""一覧の一行: what page and file show of an own worker, the same in both (EMP-08). Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from ccus.domain.cards.faces import label
from ccus.domain.disclosure.reading import HIDDEN, WorkerSeen, is_hidden
from ccus.domain.workers import options
from ccus.domain.workers.terms import Employment, Item
from ccus.foundation.entry.block import Values

ITEMS = (Item.NAME, Item.TRADES, Item.EMPLOYERS)
KEYS = ("name", "trades", "affiliation")
HEAD = (
    "技能者ID",
    "フリガナ",
    "氏名",
    "カード",
    "主な職種",
    "ほかの職種",
    "雇用形態",
    "主たる所属",
    "所属した日",
)


@dataclass(frozen=True, slots=True)
class Row:
    """一行 in the order of `HEAD`; an item that is not shown is 「非公開」, what is not registered is empty."""

    number: str
    kana: str
    name: str
    card: str
    trade: str
    other_trades: str
    employment: str
    main: str
    since: str

    @property
    def cells(self) -> Sequence[str]:
        """As a file writes them."""
        return (
            self.number, self.kana, self.name, self.card, self.trade, self.other_trades, self.employment, self.main,
            self.since,
        )  # fmt: skip


def row_of(seen: WorkerSeen, company: str) -> Row:
    """The row of a worker; of several employers the line of this one (事業者ID)."""
    links = _values(seen, "affiliation")
    link = next((values for values in links or () if values["company"] == company), None)
    closed = str(HIDDEN) if links is None else ""
    return Row(
        number=seen.number,
        kana=seen.kana,
        name=_first(_values(seen, "name"), "official"),
        card=label(seen.card_colour),
        trade=seen.main_trade,
        other_trades=_others(_values(seen, "trades")),
        employment=_employment(link) if link else closed,
        main=("○" if link["is_main"] else "") if link else closed,
        since=str(link["since"]) if link else closed,
    )


def _values(seen: WorkerSeen, key: str) -> list[Values] | None:
    """The rows of a 区分; None where it is not shown."""
    rows = seen.blocks[key]
    return None if is_hidden(rows) else [row.values for row in seen.shown[key]]


def _first(rows: list[Values] | None, name: str) -> str:
    return str(HIDDEN) if rows is None else str(rows[0][name]) if rows else ""


def _others(rows: list[Values] | None) -> str:
    if rows is None:
        return str(HIDDEN)
    codes = [
        str(values[f"trade_{rank}"]) for values in rows for rank in (2, 3, 4) if values.get(f"trade_{rank}")
    ]
    return "、".join(options.label("trade", code) for code in codes)


def _employment(link: Values) -> str:
    return Employment(str(link["employment"])).label if link.get("employment") else ""
