"""知らせ: the asker is told of every answer, with the number and without the words (DESK-11)."""

from datetime import datetime

from ccus.domain.companies.letters import tell_company
from ccus.domain.companies.models import Seat
from ccus.domain.companies.terms import Power
from ccus.domain.desk.models import DeskCase
from ccus.domain.notices.actions import tell, write_mail
from ccus.domain.notices.texts import Text
from ccus.domain.workers.leaving import has_left
from ccus.domain.workers.reading import mail_of
from ccus.foundation.clock import day_of


def tell_asker(case: DeskCase, text: Text, *, at: datetime) -> None:
    """Notice and mail to whoever asked; to whoever is not registered, or has left, there is nowhere to write."""
    source = f"desk_case:{case.pk}:{text}:{case.steps}"
    if case.worker is not None and not has_left(case.worker.pk):
        _tell(case, case.worker.account_id, mail_of(case.worker.pk, on=day_of(at)), text, source, at)
    elif case.seat_id is not None:
        seat = Seat.objects.filter(pk=case.seat_id, closed_at=None, account__closed_at=None).first()
        if seat is not None:
            _tell(case, seat.account_id, seat.mail, text, source, at)
    elif case.company_id is not None:
        tell_company(
            case.company_id,
            text=text,
            source=source,
            at=at,
            power=Power.ORGANISATION,
            mail=True,
            number=case.number,
        )


def _tell(case: DeskCase, account: int | None, mail: str, text: Text, source: str, at: datetime) -> None:
    if account is not None:
        tell(account=account, text=text, source=source, at=at, number=case.number)
    write_mail(to=mail, text=text, source=source, at=at, number=case.number)
