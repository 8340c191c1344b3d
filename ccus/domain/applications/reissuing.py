"""再発行: what its reason means for the card in hand (CARD-23)."""

from datetime import datetime

from ccus.domain.applications.contents import Contents
from ccus.domain.applications.models import Application
from ccus.domain.applications.terms import ApplicationKind
from ccus.domain.audit.terms import Actor
from ccus.domain.cards.actions.loss import stop_card
from ccus.domain.cards.models import Card
from ccus.domain.printing.reading import never_arrived
from ccus.foundation.constraints import one_at_a_time

LOST = "lost"
"""紛失, the reason that stops the card with the press of the submission."""


def stop_what_is_lost(case: Application, contents: Contents, *, by: Actor, at: datetime) -> None:
    """紛失の届出 with the submission of a 再発行 for 紛失, unless it was reported before (CARD-23)."""
    is_lost = any(row.values.get("reason") == LOST for row in contents.get("reason", ()))
    if case.kind != ApplicationKind.REISSUE or not is_lost:
        return
    one_at_a_time("card", case.worker_id)
    in_hand = Card.objects.select_related("worker").filter(worker=case.worker_id, revocation=None)
    card = in_hand.order_by("-serial").first()
    if card is not None and not card.losses.filter(found_at=None).exists():
        stop_card(card=card, lost_from=at, by=by, at=at)


def is_free(case: Application) -> bool:
    """Whether a 再発行 costs nothing because the card never arrived (PRINT-09)."""
    return (
        case.kind == ApplicationKind.REISSUE and case.worker_id is not None and never_arrived(case.worker_id)
    )
