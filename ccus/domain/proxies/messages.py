"""知らせる: what the two sides of a mandate hear (PROXY-03, PROXY-04)."""

from datetime import datetime

from ccus.domain.companies.letters import tell_company
from ccus.domain.companies.terms import Power
from ccus.domain.notices.actions import tell
from ccus.domain.notices.texts import Text
from ccus.domain.proxies.models import MandateAsk
from ccus.domain.workers.models import Mandate
from ccus.foundation.periods import ONE_DAY


def tell_asked(ask: MandateAsk, *, at: datetime) -> None:
    """The worker, that a company asks."""
    if ask.worker is not None and ask.worker.account_id is not None:
        last_on = ask.until_on - ONE_DAY
        source = f"mandate_ask:{ask.pk}"
        tell(
            account=ask.worker.account_id,
            text=Text.MANDATE_ASKED,
            source=source,
            at=at,
            company=ask.company.name,
            last_on=last_on,
        )


def tell_declined(ask: MandateAsk, *, at: datetime) -> None:
    """The company, that the worker declined."""
    _to_company(ask.company_id, Text.MANDATE_DECLINED, f"mandate_ask:{ask.pk}", at, worker_number=ask.number)


def tell_given(mandate: Mandate, *, at: datetime) -> None:
    """The company, that it was entrusted."""
    _to_company(
        mandate.company_id,
        Text.MANDATE_GIVEN,
        f"mandate:{mandate.pk}:given",
        at,
        worker_number=mandate.worker.number,
        from_on=mandate.valid_from,
        last_on=mandate.valid_until - ONE_DAY if mandate.valid_until else mandate.valid_from,
    )


def tell_ended(mandate: Mandate, *, by_company: bool, at: datetime) -> None:
    """The other side, that it has ended."""
    source = f"mandate:{mandate.pk}:ended"
    if not by_company:
        number = mandate.worker.number
        _to_company(mandate.company_id, Text.MANDATE_ENDED, source, at, worker_number=number)
    elif mandate.worker.account_id is not None:
        account, company = mandate.worker.account_id, mandate.company.name
        tell(account=account, text=Text.MANDATE_GIVEN_BACK, source=source, at=at, company=company)


def _to_company(company: int, text: Text, source: str, at: datetime, **values: object) -> None:
    tell_company(company, text=text, source=source, at=at, power=Power.FILE_FOR_WORKERS, mail=True, **values)
