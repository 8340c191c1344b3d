"""組織の木: which units stand below one (ORG-01)."""

from ccus.domain.companies.models import Unit


def units_below(unit: int | None) -> frozenset[int]:
    """A unit and everything under it; nothing for no unit. At most three tiers, one statement."""
    if unit is None:
        return frozenset()
    keys: set[int | None] = set()
    for row in Unit.objects.filter(pk=unit).values_list("pk", "children", "children__children"):
        keys.update(row)
    return frozenset(key for key in keys if key is not None)
