"""今あるもの: units and accounts of a company as they stand at the moment of an act."""

from uuid import UUID

from ccus.domain.accounts.models import User
from ccus.domain.companies.models import Company, Seat, Unit
from ccus.foundation.refusals import Refusal


class UnitClosed(Refusal):
    """閉じた組織 (ORG-09)."""


class SeatClosed(Refusal):
    """閉じた利用者 (ORG-08)."""


def unit_at_work(unit: Unit, company: Company) -> Unit:
    """The open unit, read anew. Raises `UnitClosed`, also for a unit of another company."""
    held = Unit.objects.select_related("company").filter(pk=unit.pk, company=company, closed_at=None).first()
    if held is None:
        raise UnitClosed(f"{unit.name}は、すでに閉じられています。組織の画面を開き直してください。", "unit")
    return held


def chosen_unit(company: int, key: UUID | None) -> Unit | None:
    """The open unit that somebody chose, None where none was. Raises `UnitClosed`."""
    if key is None:
        return None
    held = Unit.objects.select_related("company").filter(company=company, key=key, closed_at=None).first()
    if held is None:
        raise UnitClosed("選んだ組織は、閉じられました。ほかの組織を選んでください。", "unit")
    return held


def seat_at_work(seat: Seat) -> Seat:
    """The open account of a company, read anew. Raises `SeatClosed`."""
    held = Seat.objects.select_related("company", "unit", "account").filter(pk=seat.pk, closed_at=None)
    found = held.first()
    if found is None:
        raise SeatClosed(f"{seat.name}さんの利用は、すでに終わっています。組織の画面を開き直してください。")
    return found


def is_workers_own(account: User) -> bool:
    """Whether a 技能者ID is signed in with: a 一人親方 (ORG-02)."""
    return User.objects.filter(pk=account.pk, worker__isnull=False).exists()
