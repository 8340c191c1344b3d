"""Two officers at once: one answer stands (EYES-03)."""

from datetime import UTC, datetime
from functools import partial

from ccus.domain.fees.models import Settlement
from ccus.domain.office.actions.proposals import confirm, propose, withdraw
from ccus.domain.office.policies import ProposalAnswered, ProposedBefore
from ccus.domain.office.terms import Answer, What
from ccus.foundation.databases import Databases
from tests.domain.office.said import clerk, fresh, waiver
from tests.domain.races import contested
from tests.factories import fees

AT = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)


def test_of_two_who_confirm_at_once_one_is_told_it_is_answered(fresh_database: Databases) -> None:
    said = waiver(clerk(), AT)
    one, other = (
        partial(confirm, proposal=said, seen=said.digest, by=clerk().actor, at=AT) for _ in range(2)
    )
    assert isinstance(contested(one, other), ProposalAnswered)
    assert Settlement.objects.count() == 1


def test_a_withdrawal_before_a_confirmation_leaves_nothing_done(fresh_database: Databases) -> None:
    me = clerk()
    said = waiver(me, AT)
    gone = partial(withdraw, proposal=said, by=me.actor, at=AT)
    done = partial(confirm, proposal=said, seen=said.digest, by=clerk().actor, at=AT)
    assert isinstance(contested(gone, done), ProposalAnswered)
    assert (fresh(said).answer, Settlement.objects.count()) == (Answer.WITHDRAWN, 0)


def test_a_confirmation_before_a_withdrawal_stands(fresh_database: Databases) -> None:
    me = clerk()
    said = waiver(me, AT)
    done = partial(confirm, proposal=said, seen=said.digest, by=clerk().actor, at=AT)
    gone = partial(withdraw, proposal=said, by=me.actor, at=AT)
    assert isinstance(contested(done, gone), ProposalAnswered)
    assert fresh(said).answer == Answer.CONFIRMED


def test_of_two_who_propose_the_same_at_once_one_waits(fresh_database: Databases) -> None:
    given = {"charge": fees.charge().pk, "note": "災害のため"}
    one, other = (partial(propose, what=What.WAIVER, given=given, by=clerk().actor, at=AT) for _ in range(2))
    assert isinstance(contested(one, other), ProposedBefore)
