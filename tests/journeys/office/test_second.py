"""二人目の確認 at the desk: proposed by another, read and confirmed, at every width (EYES-03)."""

import pytest

from ccus.domain.accounts.terms import Duty
from ccus.domain.office.actions.proposals import propose
from ccus.domain.office.models import Proposal
from ccus.domain.office.terms import Answer, What
from ccus.foundation import clock
from tests.factories import fees, officers
from tests.journeys.office.desk import Desk
from tests.journeys.office.test_looks import LONG, looks_well

pytestmark = pytest.mark.journey


@pytest.mark.parametrize("has_script", ["with script"], indirect=True)
def test_a_second_officer_reads_what_another_proposed_and_does_it(desk: Desk) -> None:
    looks_well(desk.goes_to("/office/second/"))
    one = officers.officer(Duty.FEES, name=LONG)
    for note in ("災害のため", "とても長い理由です。" * 20):
        given = {"charge": fees.charge().pk, "note": note}
        propose(what=What.WAIVER, given=given, by=one.actor, at=clock.now())
    looks_well(desk.goes_to("/office/second/"))
    desk.follows("料金の免除")
    looks_well(desk)
    desk.presses("内容を確かめたので、行う").reads("確認しました")
    assert Proposal.objects.filter(answer=Answer.CONFIRMED).count() == 1
    assert desk.complaints == []
