"""事業者を読む: what pages show of companies."""

from collections.abc import Collection

from ccus.domain.companies.models import Company


def names_of(numbers: Collection[str]) -> dict[str, str]:
    """事業者ID → 商号または名称, for those that are registered. One statement, none for no numbers."""
    if not numbers:
        return {}
    return dict(Company.objects.filter(number__in=numbers).values_list("number", "name"))
