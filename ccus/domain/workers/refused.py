"""登録の断り: what cannot be registered about a worker, and the constraints that say so."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.db.models import UniqueConstraint

from ccus.domain.workers.blocks.catalogue import Registered
from ccus.domain.workers.tables import TABLES
from ccus.domain.workers.terms import Grade
from ccus.foundation.refusals import Refusal


class BlockFilled(Refusal):
    """登録済みの区分: a block that is held once is changed, not entered again (DATA-02)."""


class RegisteredTwice(Refusal):
    """同じ内容の重なり: the same line of a list (DATA-16)."""


class NeverChanges(Refusal):
    """変えられない情報: the photograph, once it is taken; company and first day of a link (DATA-05, DATA-08)."""


class MustStand(Refusal):
    """欠かせない区分: nobody is registered without it, so it is changed and not removed (DATA-16)."""


class GradeTooSimple(Refusal):
    """簡略型にない情報: qualifications and what goes with them are for 詳細型 (DATA-15)."""


class GradeOnlyRises(Refusal):
    """登録の型の逆転: 簡略型 becomes 詳細型, once, and never the other way (DATA-18)."""


def never_changes(block: Registered) -> NeverChanges:
    """Refusal to change what is registered once."""
    label, field = block.block.label, block.block.fields[0].name
    return NeverChanges(
        f"{label}は、登録したあとは変えられません。登録されている{label}をお使いください。", field
    )


def must_stand(block: Registered) -> MustStand:
    """Refusal to remove what everybody has."""
    return MustStand(f"{block.block.label}は、削除できません。内容が変わったときは、変更してください。")


def grade_too_simple(block: Registered) -> GradeTooSimple:
    """Refusal of a block that a simple registration does not hold."""
    return GradeTooSimple(
        f"{block.block.label}は、簡略型の登録にはありません。詳細型に変更してから、登録してください。"
    )


def grade_only_rises(present: Grade, wanted: Grade) -> GradeOnlyRises:
    """Refusal of a grade that stands already, or of the way back."""
    if present == wanted:
        return GradeOnlyRises(f"すでに{present.label}で登録されています。登録内容を確かめてください。")
    return GradeOnlyRises(
        f"{present.label}から{wanted.label}には変えられません。{present.label}のままお使いください。"
    )


def link_never_changes() -> NeverChanges:
    """Refusal to turn a link into one with another company, or since another day."""
    return NeverChanges(
        "所属した会社と日は、会社が承認したものなので、変えられません。"
        "この所属を終えてから、新しい所属を申請してください。",
        "company",
    )


def refusals_of(block: Registered) -> dict[str, Refusal]:
    """Constraint of the block's table → the refusal it stands for."""
    label = block.block.label
    filled = BlockFilled(f"{label}は、すでに登録されています。登録されている内容を開いて、変更してください。")
    twice = RegisteredTwice(
        f"同じ{label}が、すでに登録されています。登録されている行を変更するか、違う内容を入力してください。",
        block.from_field or None,
    )
    kinds: dict[type, Refusal] = {
        ExclusionConstraint: never_changes(block) if block.is_fixed else filled,
        UniqueConstraint: twice,
    }
    constraints = TABLES[block.block.key]._meta.constraints  # noqa: SLF001 - Django's
    return {c.name: kinds[type(c)] for c in constraints if type(c) in kinds}
