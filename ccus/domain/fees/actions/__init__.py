"""料金の行為."""

from ccus.domain.fees.actions.charges import cancel, charge, record_payment, take_back_payment, waive
from ccus.domain.fees.actions.tariffs import set_tariff
from ccus.domain.fees.policies import (
    AlreadyCharged,
    AlreadySettled,
    ChargeUnknown,
    NoPayment,
    NoteMissing,
    PaidOnImpossible,
    TariffImpossible,
)

__all__ = [
    "AlreadyCharged",
    "AlreadySettled",
    "ChargeUnknown",
    "NoPayment",
    "NoteMissing",
    "PaidOnImpossible",
    "TariffImpossible",
    "cancel",
    "charge",
    "record_payment",
    "set_tariff",
    "take_back_payment",
    "waive",
]
