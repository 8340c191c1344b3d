"""A month in which three of ten primes never answer: every day has an owner and a next date until it is decided."""

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

import pytest
import time_machine

from ccus.domain.accounts.terms import Duty
from ccus.domain.audit.terms import SYSTEM, Actor, ActorKind
from ccus.domain.sites.models import Site
from ccus.domain.work_history.actions.answers import answer_refusal, approve, decide, refuse
from ccus.domain.work_history.actions.bulk import lapse_overdue
from ccus.domain.work_history.claim_terms import ClaimState, Ground
from ccus.domain.work_history.claims.reading import ClaimShown, claims_of
from ccus.domain.work_history.models import DayClaim
from ccus.domain.work_history.terms import State
from ccus.domain.workers.models import Worker
from ccus.foundation.clock import now
from tests.factories import companies, sites, workers
from tests.factories.claims import entered, settled, state_of_days
from tests.factories.officers import officer
from tests.factories.personas import firm, person

pytestmark = pytest.mark.django_db

SEPTEMBER, STEP = date(2026, 9, 1), timedelta(days=6)
LAST_LOOK = date(2026, 12, 20)
PRIMES, SILENT, WORKERS = 10, 3, 3
DECIDED = {ClaimState.APPROVED, ClaimState.UPHELD, ClaimState.LAPSED}
AS_DAY = {
    ClaimState.WAITING: State.AWAITING_APPROVAL,
    ClaimState.DISPUTED: State.AWAITING_APPROVAL,
    ClaimState.APPROVED: State.OFFICIAL,
    ClaimState.REFUSED: State.REFUSED,
    ClaimState.UPHELD: State.REFUSED,
    ClaimState.LAPSED: State.UNAPPROVED,
}


@dataclass
class Month:
    """The sites, the people, and what chance decides."""

    sites: list[Site]
    workers: list[Worker]
    officer: Actor
    chance: random.Random

    def is_silent(self, claim: ClaimShown) -> bool:
        return claim.place in {site.pk for site in self.sites[:SILENT]}

    def claims(self) -> Iterator[tuple[Worker, ClaimShown]]:
        for worker in self.workers:
            yield from ((worker, claim) for claim in claims_of(worker.pk, limit=1_000))

    def everybody_acts(self) -> None:
        """Primes that answer do, some workers object, the office decides, the clock says what is over."""
        for worker, claim in list(self.claims()):
            row = DayClaim.objects.select_related("worker").get(key=claim.key)
            prime = next(site.prime for site in self.sites if site.pk == claim.place)
            if claim.state is ClaimState.WAITING and not self.is_silent(claim):
                self._answer(row, firm(prime))
            elif claim.state is ClaimState.REFUSED and _is_open(claim) and self.chance.random() < 0.5:
                answer_refusal(claim=row, plea="その日も働きました。", by=person(worker), at=now())
            elif claim.state is ClaimState.DISPUTED and self.chance.random() < 0.5:
                is_for = self.chance.random() < 0.5
                ground = None if is_for else Ground.NOT_THERE
                decide(
                    claim=row, is_for=is_for, ground=ground, words="確かめました。", by=self.officer, at=now()
                )
        while lapse_overdue(by=SYSTEM, at=now()):
            pass
        settled()

    def _answer(self, row: DayClaim, by: Actor) -> None:
        if self.chance.random() < 0.8:
            approve(claim=row, by=by, at=now())
        else:
            refuse(claim=row, ground=Ground.NOT_THERE, words="名簿にいません。", by=by, at=now())


@pytest.fixture
def month(db: None) -> Month:
    """Ten sites of ten primes, and three workers who go from site to site without a card."""
    firms = [companies.company(name=f"第{n}建設") for n in range(PRIMES)]
    made = officer(Duty.DISPUTES)
    return Month(
        sites=[sites.site(prime=prime) for prime in firms],
        workers=[workers.worker() for _ in range(WORKERS)],
        officer=Actor(ActorKind.OPERATOR, made.officer),
        chance=random.Random(2026),
    )


def _is_open(claim: ClaimShown) -> bool:
    """Whether somebody has still to see to it, and has time."""
    return claim.turn is not None and now() < claim.turn.until


def _without_owner(month: Month) -> list[str]:
    """Days that nobody has to see to although they are neither decided nor refused for good."""
    return [
        f"{claim.work_on} {claim.state}"
        for _, claim in month.claims()
        if claim.state not in DECIDED | {ClaimState.REFUSED} and not _is_open(claim)
    ]


def _live_through(month: Month, traveller: time_machine.Traveller) -> None:
    today = SEPTEMBER + STEP
    while today <= LAST_LOOK:
        traveller.move_to(datetime.combine(today, time(3), UTC))
        if today <= date(2026, 10, 3):
            for n, worker in enumerate(month.workers):
                for site_n in range(PRIMES // 2):
                    ago = timedelta(days=site_n % STEP.days)
                    site = month.sites[(n + 2 * site_n + today.day) % PRIMES]
                    entered(worker, site, today - ago)
        month.everybody_acts()
        assert _without_owner(month) == []
        assert _days_are_what_claims_say(month)
        today += STEP


def _days_are_what_claims_say(month: Month) -> bool:
    return all(
        Counter(State(state) for _, state in state_of_days(worker))
        == Counter(AS_DAY[claim.state] for claim in claims_of(worker.pk, limit=1_000))
        for worker in month.workers
    )


def test_no_day_is_without_an_owner_and_a_next_date_but_those_past_the_deadline(
    month: Month, clock: time_machine.Traveller
) -> None:
    _live_through(month, clock)
    ended = list(month.claims())
    assert {claim.state for _, claim in ended} == DECIDED | {ClaimState.REFUSED}
    lapsed = {claim.key for _, claim in ended if claim.state is ClaimState.LAPSED}
    assert lapsed == {claim.key for _, claim in ended if month.is_silent(claim)}
    assert 0.2 < len(lapsed) / len(ended) < 0.4
