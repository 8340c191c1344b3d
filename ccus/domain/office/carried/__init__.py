"""実行: what runs when a proposal is confirmed, by kind; the whole register of it (EYES-03, EYES-06)."""

from collections.abc import Mapping

from ccus.domain.office.carried.carrying import Carrying, Line
from ccus.domain.office.carried.envelopes import ADDRESS
from ccus.domain.office.carried.factors import FACTORS
from ccus.domain.office.carried.identity import IDENTITY
from ccus.domain.office.carried.money import PAYMENT_BACK, TARIFF, WAIVER
from ccus.domain.office.carried.returning import RETURN
from ccus.domain.office.terms import What

CARRIED: Mapping[What, Carrying] = {
    What.WAIVER: WAIVER,
    What.PAYMENT_BACK: PAYMENT_BACK,
    What.TARIFF: TARIFF,
    What.RETURN: RETURN,
    What.ADDRESS: ADDRESS,
    What.FACTORS: FACTORS,
    What.IDENTITY: IDENTITY,
}

__all__ = ["CARRIED", "Carrying", "Line"]
