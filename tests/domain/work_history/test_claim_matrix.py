"""State × act × kind of people, against the real acts: what the table allows is done, all else is refused and changes
nothing (CLAIM-04, CLAIM-05).
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import product
from typing import Any

import pytest
from django.db import transaction

from ccus.domain.audit.models import Event
from ccus.domain.audit.terms import SYSTEM, Actor
from ccus.domain.work_history.actions.answers import answer_refusal, approve, confirm, decide, refuse
from ccus.domain.work_history.actions.attachments import attach_site
from ccus.domain.work_history.actions.bulk import lapse_overdue
from ccus.domain.work_history.actions.entries import enter_days, withdraw
from ccus.domain.work_history.actions.own_sites import enter_days_at_own_site, open_own_site
from ccus.domain.work_history.claim_rules import DOERS, TRANSITIONS
from ccus.domain.work_history.claim_terms import ClaimAct, ClaimState, Doer, Ground
from ccus.domain.work_history.claims.answering import state_of
from ccus.domain.work_history.models import DayAsk, DayClaim, OwnSite
from ccus.foundation.clock import now
from ccus.foundation.refusals import Refusal
from tests.factories import asked, claims, officers
from tests.factories.personas import Cast, firm, person

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 16)
AUTHORS = (Doer.AUTHOR, Doer.EMPLOYER)
# How a claim comes into each state from the one in which it begins.
WAYS: dict[ClaimState, tuple[tuple[ClaimAct, Doer], ...]] = {
    ClaimState.ALONE: (),
    ClaimState.WAITING: (),
    ClaimState.APPROVED: ((ClaimAct.APPROVE, Doer.PRIME),),
    ClaimState.REFUSED: ((ClaimAct.REFUSE, Doer.PRIME),),
    ClaimState.DISPUTED: ((ClaimAct.REFUSE, Doer.PRIME), (ClaimAct.ANSWER, Doer.AUTHOR)),
    ClaimState.UPHELD: (
        (ClaimAct.REFUSE, Doer.PRIME),
        (ClaimAct.ANSWER, Doer.AUTHOR),
        (ClaimAct.DECIDE_AGAINST, Doer.OFFICE),
    ),
    ClaimState.LAPSED: ((ClaimAct.LAPSE, Doer.CLOCK),),
    ClaimState.ATTACHED: ((ClaimAct.ATTACH, Doer.AUTHOR),),
    ClaimState.WITHDRAWN: ((ClaimAct.WITHDRAW, Doer.AUTHOR),),
}
Stored = tuple[list[Any], int]
AT_AN_OWN_SITE = {ClaimState.ALONE, ClaimState.ATTACHED}


@dataclass(frozen=True, slots=True)
class World:
    """One claim, entered by `author`, and everybody who could do something with it."""

    cast: Cast
    author: Doer
    claim: DayClaim
    own_site: OwnSite
    people: dict[Doer, Actor]

    def does(self, act: ClaimAct, doer: Doer) -> None:
        """The act of the product behind an act of the diagram."""
        by, at = self.people[doer], now()
        acts: dict[ClaimAct, Callable[[], object]] = {
            ClaimAct.CONFIRM: lambda: confirm(claim=self.claim, by=by, at=at),
            ClaimAct.APPROVE: lambda: approve(claim=self.claim, by=by, at=at),
            ClaimAct.REFUSE: lambda: refuse(
                claim=self.claim, ground=Ground.OTHER, words="不明", by=by, at=at
            ),
            ClaimAct.ANSWER: lambda: answer_refusal(claim=self.claim, plea="いました", by=by, at=at),
            ClaimAct.DECIDE_FOR: lambda: self.decides(True, by, at),
            ClaimAct.DECIDE_AGAINST: lambda: self.decides(False, by, at),
            ClaimAct.LAPSE: lambda: lapse_overdue(by=by, at=asked.DUE + timedelta(days=31)),
            ClaimAct.ATTACH: lambda: attach_site(
                own_site=self.own_site, site=self.cast.site, days=None, by=by, at=at
            ),
            ClaimAct.WITHDRAW: lambda: withdraw(claim=self.claim, by=by, at=at),
        }
        acts[act]()

    def decides(self, is_for: bool, by: Actor, at: datetime) -> None:
        ground = None if is_for else Ground.OTHER
        decide(claim=self.claim, is_for=is_for, ground=ground, words="確かめた", by=by, at=at)

    def may(self, state: ClaimState, act: ClaimAct, doer: Doer) -> bool:
        """What the tables say; only who entered a claim goes on with it, and what it entered it has confirmed."""
        if (state, act) not in TRANSITIONS or doer not in DOERS[act]:
            return False
        if act in {ClaimAct.ATTACH, ClaimAct.WITHDRAW}:
            return doer is self.author
        return not (act is ClaimAct.CONFIRM and doer is self.author)

    @property
    def rows(self) -> list[Any]:
        """Everything that is stored about the claim."""
        asks = DayAsk.objects.filter(claim=self.claim).order_by("pk").values_list()
        stored = DayClaim.objects.filter(pk=self.claim.pk).values_list()
        return [*stored, *asks, *DayClaim.objects.filter(instead_of=self.claim).values_list("pk")]


def world(cast: Cast, state: ClaimState, author: Doer) -> World:
    """A claim in this state, made by the acts themselves."""
    by = person(cast.mirai) if author is Doer.AUTHOR else firm(cast.takahashi)
    people = {
        Doer.AUTHOR: person(cast.mirai),
        Doer.EMPLOYER: firm(cast.takahashi),
        Doer.FIRST_TIER: firm(cast.suzuki),
        Doer.PRIME: firm(cast.sato),
        Doer.OFFICE: officers.officer().actor,
        Doer.CLOCK: SYSTEM,
        Doer.STRANGER: firm(cast.stranger),
    }
    own = open_own_site(worker=cast.mirai, name="見本邸改修工事", by=by, at=now())
    typed, at = claims.typed(DAY), now()
    if state in AT_AN_OWN_SITE:
        made = enter_days_at_own_site(own_site=own, company=None, days=typed, by=by, at=at)
    else:
        made = enter_days(worker=cast.mirai, site=cast.site, company=None, days=typed, by=by, at=at)
    here = World(cast, author, made[0], own, people)
    for act, doer in WAYS[state]:
        is_authors = act in {ClaimAct.ATTACH, ClaimAct.WITHDRAW}
        here.does(act, author if is_authors else doer)
    assert state_of(here.claim) is state
    return here


def attempt(here: World, before: Stored, act: ClaimAct, doer: Doer) -> tuple[ClaimState, str, bool]:
    """The state after the attempt, what was said, and whether anything changed; it is taken back again."""
    (rows, events), said, mark = before, "", transaction.savepoint()
    try:
        here.does(act, doer)
    except Refusal as refusal:
        said = refusal.sentence
        assert Event.objects.count() == events
    state, is_changed = state_of(here.claim), here.rows != rows
    transaction.savepoint_rollback(mark)
    return state, said, is_changed


@pytest.mark.parametrize("author", AUTHORS)
@pytest.mark.parametrize("state", ClaimState)
def test_what_the_table_allows_is_done_and_all_else_is_refused_and_changes_nothing(
    state: ClaimState, author: Doer, cast: Cast
) -> None:
    here = world(cast, state, author)
    before = here.rows, Event.objects.count()
    for act, doer in product(ClaimAct, Doer):
        after, said, is_changed = attempt(here, before, act, doer)
        case = f"{state}: {act} by {doer}: {said}"
        if here.may(state, act, doer):
            assert (after, said, is_changed) == (TRANSITIONS[state, act], "", True), case
        else:
            assert (after, is_changed) == (state, False), case
            # The clock goes through everything that is due: what is not, it passes over without a word.
            assert said.endswith("。") or (act is ClaimAct.LAPSE and doer is Doer.CLOCK), case
