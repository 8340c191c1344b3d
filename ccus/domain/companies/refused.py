"""登録の断り: what cannot be registered about a company (REG-20)."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.db.models import UniqueConstraint

from ccus.domain.companies.tables import KEPT
from ccus.foundation.kept.catalogue import KeptBlock
from ccus.foundation.refusals import Refusal


class CompanyBlockFilled(Refusal):
    """登録済みの区分: a block that is held once is changed, not entered again (REG-20)."""


class LicenceTwice(Refusal):
    """許可の重なり: the same 許可業種 from the same day (REG-20)."""


def licence_twice() -> LicenceTwice:
    """The refusal for the same 許可業種 from the same day."""
    return LicenceTwice("同じ許可業種と許可年月日の行が2つあります。1つにまとめてください。", "trade")


class CompanyBlockStays(Refusal):
    """欠かせない区分: no company is registered without it, so it is changed and not removed (REG-20)."""


def stays(kept: KeptBlock) -> CompanyBlockStays:
    """Refusal to remove what every company has."""
    return CompanyBlockStays(
        f"{kept.block.label}は、削除できません。内容が変わったときは、変更してください。"
    )


def refusals_of(kept: KeptBlock) -> dict[str, Refusal]:
    """Constraint of the block's table → the refusal it stands for."""
    label = kept.block.label
    kinds: dict[type, Refusal] = {
        ExclusionConstraint: CompanyBlockFilled(
            f"{label}は、すでに登録されています。登録されている内容を開いて、変更してください。"
        ),
        UniqueConstraint: licence_twice(),
    }
    constraints = KEPT.of_block[kept.block.key]._meta.constraints  # noqa: SLF001 - public in Django in all but its name
    return {c.name: kinds[type(c)] for c in constraints if type(c) in kinds}
