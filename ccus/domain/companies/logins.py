"""ログインの案内: the ID and the initial password of somebody who signs in for a company, by mail (ORG-02)."""

from datetime import datetime

from ccus.domain.accounts.rules import INITIAL_LASTS
from ccus.domain.companies.models import Seat
from ccus.domain.companies.terms import Role
from ccus.domain.notices.actions import write_mail
from ccus.domain.notices.texts import Text
from ccus.foundation.clock import day_of
from ccus.foundation.refusals import Refusal


class MailMissing(Refusal):
    """メールアドレスなし: nothing can be mailed (ORG-02)."""


def mail_login(seat: Seat, initial_password: str, *, text: Text, at: datetime) -> None:
    """Write the mail in the act's transaction; forgotten once it is sent (NOTE-05). Raises `MailMissing`."""
    if not seat.mail:
        raise MailMissing(
            "メールで送るには、メールアドレスを入力してください。紙で渡すときは、渡し方で「紙」を選んでください。",
            "mail",
        )
    write_mail(
        to=seat.mail,
        text=text,
        source=f"seat:{seat.pk}:{at.isoformat()}",
        at=at,
        name=seat.name,
        company=seat.company.name,
        role=Role(seat.role).label,
        login_id=seat.account.login_id,
        initial_password=initial_password,
        until=day_of(at + INITIAL_LASTS),
    )
