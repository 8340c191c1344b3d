"""代行の帯: for whom, under whose mandate, until when; above everything while somebody acts (PROXY-06)."""

from dataclasses import dataclass
from datetime import date, datetime

from ccus.domain.audit.terms import Actor
from ccus.domain.disclosure.people import people_behind
from ccus.domain.disclosure.terms import Purpose
from ccus.domain.workers.models import Mandate
from ccus.foundation.periods import ONE_DAY


@dataclass(frozen=True, slots=True)
class Banner:
    """代行の帯: the worker by name and 技能者ID, the company that was entrusted, and the last day of the mandate."""

    name: str
    number: str
    company: str
    last_on: date | None


def banner_of(acting: Actor, *, at: datetime) -> Banner:
    """For whoever carries a client's name (`acting_for`). The name is looked at with a trace."""
    client = acting.client or 0
    mandate = Mandate.objects.select_related("company").get(pk=acting.mandate or 0)
    person = people_behind(acting, [client], purpose=Purpose.PROXY_FILING, at=at)[client]
    last_on = mandate.valid_until - ONE_DAY if mandate.valid_until else None
    return Banner(person.words, person.number, mandate.company.name, last_on)
