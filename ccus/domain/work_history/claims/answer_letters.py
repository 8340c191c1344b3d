"""答えを知らせる: what worker and prime are told of a refusal and of what became of it (CLAIM-30 to CLAIM-32)."""

from datetime import datetime
from typing import Any

from ccus.domain.companies.letters import tell_seats
from ccus.domain.companies.terms import Power
from ccus.domain.notices.actions import tell
from ccus.domain.notices.texts import Text
from ccus.domain.sites.reached import seats_reaching
from ccus.domain.work_history.claim_rules import TO_ANSWER, TO_DECIDE
from ccus.domain.work_history.claim_terms import ClaimAct, Ground
from ccus.domain.work_history.claims.own_ids import ids_of
from ccus.domain.work_history.models import DayAsk, DayClaim
from ccus.domain.workers.models import Worker
from ccus.foundation.clock import day_of


def tell_refused(claim: DayClaim, ask: DayAsk, *, ground: Ground, words: str, at: datetime) -> None:
    """The worker hears why, and until when an answer is possible (CLAIM-30)."""
    _tell_worker(
        claim,
        Text.CLAIM_REFUSED,
        at,
        company=ask.company.name if ask.company else "",
        ground=ground.label,
        words=words,
        until=day_of(at + TO_ANSWER),
    )


def tell_answered(claim: DayClaim, ask: DayAsk, *, plea: str, at: datetime) -> None:
    """The prime hears what the worker says to its refusal (CLAIM-31)."""
    _tell_prime(claim, ask, Text.REFUSAL_ANSWERED, at, plea=plea, until=day_of(at + TO_DECIDE))


def tell_decided(
    claim: DayClaim, prime: DayAsk, *, is_for: bool, ground: Ground | None, words: str, at: datetime
) -> None:
    """Worker and prime hear what the office decided (CLAIM-32)."""
    text = Text.DISPUTE_DECIDED_FOR if is_for else Text.DISPUTE_DECIDED_AGAINST
    outcome = ClaimAct.DECIDE_FOR if is_for else ClaimAct.DECIDE_AGAINST
    _tell_worker(claim, text, at, ground=ground.label if ground else "", words=words)
    _tell_prime(claim, prime, Text.DISPUTE_DECIDED_OF_PRIME, at, outcome=outcome.label, words=words)


def _tell_worker(claim: DayClaim, text: Text, at: datetime, **values: object) -> None:
    """Under every ID with which the person may sign in (SAME-06)."""
    own = Worker.objects.filter(pk__in=ids_of(claim.worker_id), account__isnull=False)
    for account in own.values_list("account", flat=True):
        if account is not None:
            source = f"claim:{claim.pk}:{text}"
            tell(account=account, text=text, source=source, at=at, **_day(claim), **values)


def _tell_prime(claim: DayClaim, prime: DayAsk, text: Text, at: datetime, **values: Any) -> None:
    if prime.company_id is not None:
        site, power = claim.place.site, Power.APPROVE_RECORDS
        tell_seats(
            prime.company_id,
            seats_reaching(prime.company_id, site, power, on=day_of(at)),
            text=text,
            source=f"claim:{claim.pk}:{text}",
            at=at,
            worker_number=claim.worker.number,
            **_day(claim),
            **values,
        )


def _day(claim: DayClaim) -> dict[str, Any]:
    return {"site": claim.place.site.name, "on": claim.work_on}
