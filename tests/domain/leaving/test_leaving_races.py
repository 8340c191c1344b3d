"""Leaving and coming back, with something else at once."""

from datetime import UTC, date, datetime, timedelta
from functools import partial

import pytest

from ccus.domain.accounts.terms import Duty
from ccus.domain.audit.terms import SYSTEM
from ccus.domain.cards.actions.issue import issue_card
from ccus.domain.cards.models import Card
from ccus.domain.leaving.actions.leave import withdraw_worker
from ccus.domain.leaving.actions.returning import let_return
from ccus.domain.leaving.policies import NobodyLeft
from ccus.domain.proxies.actions.mandates import give_mandate
from ccus.domain.recovery.terms import Means
from ccus.domain.workers.models import Mandate, Withdrawal
from ccus.domain.workers.policies import WorkerWithdrawn
from ccus.domain.workers.terms import Mandated
from ccus.foundation.databases import Databases
from tests.domain.races import contested
from tests.factories.officers import two
from tests.factories.personas import Cast, person, standing_cast

AT = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)


@pytest.fixture
def cast(fresh_database: Databases) -> Cast:
    return standing_cast()


@pytest.fixture
def leave(cast: Cast) -> partial[Withdrawal]:
    return partial(withdraw_worker, worker=cast.mirai, by=person(cast.mirai), at=AT)


def test_of_two_withdrawals_at_once_one_stands(leave: partial[Withdrawal]) -> None:
    assert isinstance(contested(leave, leave), WorkerWithdrawn)
    assert Withdrawal.objects.count() == 1


def test_of_two_officers_who_let_somebody_return_one_does(cast: Cast, leave: partial[Withdrawal]) -> None:
    leave()
    back = partial(
        let_return,
        number=cast.mirai.number,
        means=Means.IN_PERSON,
        by=two(Duty.IDENTITY),
        at=AT + timedelta(days=1),
    )
    assert isinstance(contested(back, back), NobodyLeft)
    assert Card.objects.filter(worker=cast.mirai).count() == 2


def test_nobody_who_is_leaving_gets_a_further_card(cast: Cast, leave: partial[Withdrawal]) -> None:
    issue = partial(issue_card, worker=cast.mirai, by=SYSTEM, at=AT)
    assert isinstance(contested(leave, issue), WorkerWithdrawn)
    assert not Card.objects.filter(worker=cast.mirai, revocation=None).exists()


def test_a_mandate_that_is_given_while_somebody_leaves_is_refused(
    cast: Cast, leave: partial[Withdrawal]
) -> None:
    give = partial(
        give_mandate,
        worker=cast.mirai,
        company=cast.takahashi,
        acts=[Mandated.FILE_APPLICATIONS],
        from_on=date(2026, 11, 20),
        by=person(cast.mirai),
        at=AT,
    )
    assert isinstance(contested(leave, give), WorkerWithdrawn)
    assert not Mandate.objects.exists()
