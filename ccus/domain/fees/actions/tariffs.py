"""料金表の変更."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Q

from ccus.domain.accounts.officers import require_two
from ccus.domain.accounts.terms import Duty
from ccus.domain.audit.actions import record
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.fees.models import Tariff
from ccus.domain.fees.policies import require_possible
from ccus.domain.fees.terms import FeeKind
from ccus.foundation.clock import day_of
from ccus.foundation.constraints import one_at_a_time
from ccus.foundation.superseding import end_on, supersede


@transaction.atomic
def set_tariff(*, kind: FeeKind, amount: int, from_on: date, by: Actor, at: datetime) -> None:
    """料金の変更 from a day on, in yen, by two officers (FEE-02, EYES-02); 0 means that nothing is charged.

    What was planned for later days gives way. Raises `NotAllowed`, `TariffImpossible`.
    """
    require_two(by, Duty.FEES)
    require_possible(amount, from_on, today=day_of(at))
    one_at_a_time("tariff", kind.value)
    not_over = Q(valid_until__isnull=True) | Q(valid_until__gt=from_on)
    for tariff in Tariff.objects.filter(not_over, kind=kind, superseded_at__isnull=True):
        if tariff.valid_from < from_on:
            end_on(tariff, from_on, at=at)
        else:
            supersede(tariff, at=at)
    row = Tariff.objects.create(
        kind=kind, amount=amount, valid_from=from_on, recorded_at=at, recorded_by=str(by)
    )
    record(
        act=Act.TARIFF_SET,
        by=by,
        at=at,
        subject=("tariff", row.pk),
        kind=kind.value,
        amount=amount,
        from_on=from_on.isoformat(),
    )
