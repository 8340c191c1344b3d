"""料金を読む."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import F, FilteredRelation, Q, QuerySet

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

    @property
    def is_paid(self) -> bool:
        """Whether a payment stands, which two officers can take back (EYES-11)."""
        return self.paid_on is not None


@dataclass(frozen=True, slots=True)
class TakenBackShown:
    """取り消した入金: `paid_on` as it was recorded, when and why it was taken back."""

    paid_on: date
    at: datetime
    words: str


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
    charge = _with_settlement().filter(subject=subject).order_by("-pk").first()
    return _shown(charge) if charge else None


def charges_of(subjects: Collection[str]) -> dict[str, ChargeShown]:
    """The newest charge of each of these things that has one. One statement."""
    charges = _with_settlement().filter(subject__in=subjects).order_by("pk")
    return {charge.subject: _shown(charge) for charge in charges}


def open_charges(*, after: int = 0, limit: int = 50) -> tuple[ChargeShown, ...]:
    """未収の請求, oldest first (FEE-06): those behind the charge `after`."""
    charges = _with_settlement().filter(is_open=True, pk__gt=after).order_by("pk")[:limit]
    return tuple(map(_shown, charges))


def open_charges_counted() -> OpenCharges:
    """How many charges are open, and when the oldest is due. Two statements that look at 1,000 at most."""
    waiting = Charge.objects.filter(is_open=True)
    oldest = waiting.order_by("pk").values_list("due_on", flat=True).first()
    return OpenCharges(waiting.order_by()[:_COUNTED_TO].count(), oldest)


def charge_numbered(charge: int) -> ChargeShown | None:
    """One charge, settled or not; None where there is none."""
    found = _with_settlement().filter(pk=charge).first()
    return _shown(found) if found else None


def taken_back(charge: int) -> tuple[TakenBackShown, ...]:
    """取り消した入金 of a charge, the newest first (EYES-11)."""
    rows = Settlement.objects.filter(charge=charge, taken_back_at__isnull=False).order_by("-taken_back_at")
    values = rows.values_list("paid_on", "taken_back_at", "taken_back_words")
    return tuple(TakenBackShown(on, at, words) for on, at, words in values if on and at)


def _with_settlement() -> "QuerySet[Charge]":
    """Charges with the settlement that stands, if any, in one statement."""
    stands = FilteredRelation("settlements", condition=Q(settlements__taken_back_at__isnull=True))
    joined = Charge.objects.annotate(stands=stands)
    return joined.annotate(settled=F("stands__id"), paid_on=F("stands__paid_on"), note=F("stands__note"))


def _shown(charge: Any) -> ChargeShown:
    return ChargeShown(
        id=charge.pk,
        kind=FeeKind(charge.kind),
        subject=charge.subject,
        payer=charge.payer,
        amount=charge.amount,
        charged_at=charge.charged_at,
        due_on=charge.due_on,
        paid_on=charge.paid_on,
        is_settled=charge.settled is not None,
        note=charge.note or "",
    )
