"""二人目の確認: one officer proposes a dearer reissue from next April, and nobody has answered yet."""

from datetime import date, datetime

from ccus.domain.audit.terms import Actor
from ccus.domain.fees.terms import FeeKind
from ccus.domain.office.actions.proposals import propose
from ccus.domain.office.terms import What

AMOUNT = 1_200


def play(by: Actor, today: date, at: datetime) -> None:
    """The proposal waits for another officer of 入金の確認."""
    april = date(today.year + 1, 4, 1)
    given = {"kind": FeeKind.REISSUE.value, "amount": AMOUNT, "from_on": april.isoformat()}
    propose(what=What.TARIFF, given=given, by=by, at=at)
