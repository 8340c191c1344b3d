"""失効."""

from datetime import datetime

from django.db import transaction

from ccus.domain.audit.actions import record
from ccus.domain.audit.policies import require_office
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.cards.models import Card, CardRevocation
from ccus.domain.cards.policies import revoked
from ccus.domain.cards.touching import touched
from ccus.foundation.constraints import refusing


@transaction.atomic
def revoke_card(*, card: Card, by: Actor, at: datetime) -> CardRevocation:
    """カードの失効, by the office, for good (CARD-09). Raises `CardRevoked`."""
    require_office(by)
    with refusing({"card_revocation_card_id_key": revoked(card)}):
        revocation = CardRevocation.objects.create(card=card, revoked_at=at, recorded_by=str(by))
    record(act=Act.CARD_REVOKED, by=by, at=at, subject=("card", card.pk), affects=[touched(card, at)])
    return revocation
