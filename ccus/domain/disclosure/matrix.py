"""開示の表: item × relation → shown or not (D-08, DISC-01). Pure data; `docs/rules/disclosure.md` prints it."""

from ccus.domain.disclosure.terms import Relation, Shown
from ccus.domain.workers.blocks.catalogue import CATALOGUE
from ccus.domain.workers.terms import Item

COLUMNS = (
    Relation.SELF,
    Relation.PROXY,
    Relation.EMPLOYER,
    Relation.SITE,
    Relation.ROSTER_PROXY,
    Relation.OTHER,
    Relation.CERTIFIED,
    Relation.OPERATOR,
    Relation.HOLDER,
)
_ROWS = {
    #                    self prx emp site rpx oth cert office holder
    Item.CARD: "          A   A   A   A   A   A   A   A   A",
    Item.NAME: "          A   A   A   A   A   S   A   A   -",
    Item.BIRTH_YEAR: "    A   A   A   A   A   S   A   A   -",
    Item.BIRTH_DATE: "    A   A   A   A   A   -   A   A   -",
    Item.CONTACT: "       A   A   A   A   -   S   -   A   -",
    Item.EMERGENCY: "     A   A   A   A   -   -   -   A   -",
    Item.STATUS: "        A   A   A   A   -   S   A   A   -",
    Item.BLOOD: "         A   A   A   A   -   -   -   A   -",
    Item.INSURANCE: "     A   A   A   A   A   S   A   A   -",
    Item.HEALTH: "        A   A   A   A   A   -   -   A   -",
    Item.TRADES: "        A   A   A   A   A   S   A   A   -",
    Item.QUALIFICATIONS: "A   A   A   A   A   S   A   A   -",
    Item.TRAINING: "      A   A   A   A   -   S   A   A   -",
    Item.EMPLOYERS: "     A   A   A   A   -   S   A   A   -",
    Item.PAST_EMPLOYERS: "A   -   -   -   -   -   -   A   -",
    Item.WORK_HISTORY: "  A   -   own own -   S   own A   own",
    Item.TRACES: "        A   -   -   -   -   -   -   A   -",
}

MATRIX: dict[Item, dict[Relation, Shown]] = {
    item: dict(zip(COLUMNS, map(Shown, row.split()), strict=True)) for item, row in _ROWS.items()
}
KEYS: dict[str, Item] = {registered.block.key: registered.item for registered in CATALOGUE} | {
    "past_affiliation": Item.PAST_EMPLOYERS
}
"""区分 → its item, 過去の所属事業者 among them."""


def items_shown(relation: Relation) -> frozenset[Item]:
    """What a relation shows by itself. What worker and employer can open stays closed until both did (DISC-03)."""
    return frozenset(item for item, row in MATRIX.items() if row[relation] in {Shown.ALWAYS, Shown.OWN})
