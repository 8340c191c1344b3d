"""料金を読む."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from ccus.domain.fees.models import Charge, Settlement, Tariff
from ccus.domain.fees.terms import FeeKind
from ccus.foundation.superseding import standing_on

_COUNTED_TO = 1_000


@dataclass(frozen=True, slots=True)
class ChargeShown:
    """請求とその結末: settled without `paid_on` means waived, and `note` says why."""

    id: int
    kind: FeeKind
    subject: str
    payer: str
    amount: int
    charged_at: datetime
    due_on: date
    paid_on: date | None
    is_settled: bool
    note: str


@dataclass(frozen=True, slots=True)
class TariffShown:
    """料金表の一行: in yen, `until_on` is exclusive."""

    kind: FeeKind
    amount: int
    from_on: date
    until_on: date | None


@dataclass(frozen=True, slots=True)
class OpenCharges:
    """未収の請求の数: `count` stops at 1,000."""

    count: int
    oldest_due: date | None

    @property
    def words(self) -> str:
        """The count as pages write it."""
        return f"{self.count:,}件" + ("以上" if self.count >= _COUNTED_TO else "")


def price(kind: FeeKind, *, on: date) -> int:
    """料金 of a kind on a day, in yen; 0 where nothing is charged (FEE-01)."""
    tariff = standing_on(Tariff.objects.filter(kind=kind), on).first()
    return tariff.amount if tariff else 0


def tariffs() -> tuple[TariffShown, ...]:
    """料金表: what stands, past and planned, by kind and day."""
    standing = Tariff.objects.filter(superseded_at__isnull=True)
    shown = [TariffShown(FeeKind(t.kind), t.amount, t.valid_from, t.valid_until) for t in standing]
    order = list(FeeKind)
    return tuple(sorted(shown, key=lambda t: (order.index(t.kind), t.from_on)))


def charge_of(subject: str) -> ChargeShown | None:
    """The charge of a thing (`application:12`), the newest if there are several; None if nothing was charged."""
    charge = Charge.objects.select_related("settlement").filter(subject=subject).order_by("-pk").first()
    return _shown(charge) if charge else None


def charges_of(subjects: Collection[str]) -> dict[str, ChargeShown]:
    """The newest charge of each of these things that has one. One statement."""
    charges = Charge.objects.select_related("settlement").filter(subject__in=subjects).order_by("pk")
    return {charge.subject: _shown(charge) for charge in charges}


def open_charges(*, after: int = 0, limit: int = 50) -> tuple[ChargeShown, ...]:
    """未収の請求, oldest first (FEE-06): those behind the charge `after`."""
    charges = Charge.objects.filter(is_open=True, pk__gt=after).order_by("pk")[:limit]
    return tuple(_shown(charge, is_open=True) for charge in charges)


def open_charges_counted() -> OpenCharges:
    """How many charges are open, and when the oldest is due. Two statements that look at 1,000 at most."""
    waiting = Charge.objects.filter(is_open=True)
    oldest = waiting.order_by("pk").values_list("due_on", flat=True).first()
    return OpenCharges(waiting.order_by()[:_COUNTED_TO].count(), oldest)


def charge_numbered(charge: int) -> ChargeShown | None:
    """One charge, settled or not; None where there is none."""
    found = Charge.objects.select_related("settlement").filter(pk=charge).first()
    return _shown(found) if found else None


def _shown(charge: Charge, *, is_open: bool = False) -> ChargeShown:
    settlement: Settlement | None = None if is_open else getattr(charge, "settlement", None)
    return ChargeShown(
        id=charge.pk,
        kind=FeeKind(charge.kind),
        subject=charge.subject,
        payer=charge.payer,
        amount=charge.amount,
        charged_at=charge.charged_at,
        due_on=charge.due_on,
        paid_on=settlement.paid_on if settlement else None,
        is_settled=settlement is not None,
        note=settlement.note if settlement else "",
    )
