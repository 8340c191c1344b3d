"""申告のしぼり込み: by whose turn it is, as a query (PORTAL-26)."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from ccus.domain.work_history.claim_rules import TO_ANSWER
from ccus.domain.work_history.claim_terms import DECIDING, Answer, Party
from ccus.domain.work_history.claims.own_ids import ids_of
from ccus.domain.work_history.models import DayAsk, DayClaim
from ccus.foundation.clock import now
from ccus.foundation.labelled import Labelled


class Shown(Labelled):
    """しぼり込み: what of the claims a list shows. `ALL` leaves out what was withdrawn or replaced."""

    ALL = "all", "すべて"
    MINE = "mine", "あなたの番"
    WAITING = "waiting", "答えを待っています"
    APPROVED = "approved", "承認された"
    REFUSED = "refused", "否認された"
    ALONE = "alone", "承認なし"
    GONE = "gone", "取下げ・付けかえ"


def standing_claims(worker: int, shown: Shown) -> "QuerySet[DayClaim]":
    """The claims of a worker, under either ID (SAME-06), that a list shows."""
    return narrowed(DayClaim.objects.filter(worker__in=ids_of(worker)), shown)


def narrowed(claims: "QuerySet[DayClaim]", shown: Shown) -> "QuerySet[DayClaim]":
    """Those of the claims that a list shows."""
    replaced = Exists(DayClaim.objects.filter(instead_of=OuterRef("pk"), superseded_at=None))
    if shown is Shown.GONE:
        return claims.filter(Q(superseded_at__isnull=False) | Q(replaced))
    return claims.filter(~Q(replaced), _condition(shown), superseded_at=None)


def waits_for_the_worker(worker: int) -> int:
    """How many refusals the worker may still answer."""
    return standing_claims(worker, Shown.MINE).count()


def _condition(shown: Shown) -> Q:
    refused = _asked(Q(party=Party.PRIME, answer=Answer.REFUSED))
    match shown:
        case Shown.MINE:
            in_time = Q(answered_at__gt=now() - TO_ANSWER)
            return _asked(Q(party=Party.PRIME, answer=Answer.REFUSED) & in_time) & ~_asked(_OF_OFFICE)
        case Shown.WAITING:
            return _asked(Q(party__in=DECIDING, answer__isnull=True))
        case Shown.APPROVED:
            return _asked(Q(party__in=DECIDING, answer=Answer.APPROVED))
        case Shown.REFUSED:
            return refused & ~_asked(_OF_OFFICE & (Q(answer__isnull=True) | Q(answer=Answer.APPROVED)))
        case Shown.ALONE:
            return ~_asked(Q()) | _asked(Q(party=Party.PRIME, answer=Answer.LAPSED))
        case _:
            return Q()


_OF_OFFICE = Q(party=Party.OFFICE)


def _asked(given: Q) -> Q:
    """Whether somebody was asked about the claim, with an answer of that kind."""
    return Q(Exists(DayAsk.objects.filter(given, claim=OuterRef("pk"))))
