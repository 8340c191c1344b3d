"""二段階の確認のやり直しの提案 (SIGN-26)."""

from datetime import datetime

from ccus.domain.accounts.factors.actions import restart_factors
from ccus.domain.accounts.factors.policies import AccountUnknown
from ccus.domain.accounts.factors.terms import RestartReason
from ccus.domain.accounts.terms import Duty
from ccus.domain.audit.terms import Actor
from ccus.domain.companies.factors import ChiefShown, chief_by_login
from ccus.domain.notices.actions import tell, write_mail
from ccus.domain.notices.texts import Text
from ccus.domain.office.carried.carrying import Carrying, Line
from ccus.domain.office.rules import Given
from ccus.foundation.identifiers import grouped


def _chief(given: Given) -> ChiefShown:
    chief = chief_by_login(given["login_id"])
    if chief is None:
        raise AccountUnknown(given["login_id"])
    return chief


def _require(given: Given, _by: Actor, _at: datetime) -> None:
    _chief(given)


def _restart(given: Given, by: Actor, at: datetime) -> None:
    """The owner hears of it by mail too: without a factor nobody reads a notice."""
    chief = _chief(given)
    source = f"factors:{at.isoformat()}"
    restart_factors(account=chief.account, reason=RestartReason(given["reason"]), by=by, at=at)
    tell(account=chief.account.pk, text=Text.FACTORS_RESTARTED, source=source, at=at)
    write_mail(to=chief.mail, text=Text.FACTORS_RESTARTED, source=source, at=at)


def _lines(given: Given) -> tuple[Line, ...]:
    chief = chief_by_login(given["login_id"])
    who = (("事業者", chief.company_name), ("事業者責任者", chief.name)) if chief else ()
    reason = RestartReason(given["reason"]).label
    return *who, ("ログインのID", grouped(given["login_id"])), ("理由", reason)


FACTORS = Carrying(
    duty=Duty.IDENTITY,
    subject=lambda given: f"login:{given['login_id']}",
    require=_require,
    carry_out=_restart,
    about=lambda given: grouped(given["login_id"]),
    lines=_lines,
)
