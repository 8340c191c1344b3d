"""料金の行為."""

from ccus.domain.fees.actions.charges import (
    AlreadyCharged,
    AlreadySettled,
    ChargeUnknown,
    NoteMissing,
    PaidOnImpossible,
    cancel,
    charge,
    record_payment,
    waive,
)
from ccus.domain.fees.actions.tariffs import TariffImpossible, set_tariff

__all__ = [
    "AlreadyCharged",
    "AlreadySettled",
    "ChargeUnknown",
    "NoteMissing",
    "PaidOnImpossible",
    "TariffImpossible",
    "cancel",
    "charge",
    "record_payment",
    "set_tariff",
    "waive",
]
