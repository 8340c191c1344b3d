"""委任した方, as the company reads them: only its own clients, by the disclosure (PROXY-08)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from ccus.domain.audit.terms import Actor
from ccus.domain.disclosure.company_relations import grounds
from ccus.domain.disclosure.people import people_behind
from ccus.domain.disclosure.terms import Purpose
from ccus.domain.proxies.models import MandateAsk
from ccus.domain.proxies.policies import files_as, mandates_given
from ccus.foundation.clock import day_of
from ccus.foundation.periods import ONE_DAY

A_PAGE = 50


@dataclass(frozen=True, slots=True)
class ClientShown:
    """委任した方: `id` is the key of the mandate, for the next page."""

    id: int
    worker: int
    number: str
    name: str
    kana: str
    last_on: date | None


@dataclass(frozen=True, slots=True)
class OwnAsk:
    """お願いした相手: the number that was typed, whoever it belongs to (PROXY-04)."""

    number: str
    asked_on: date
    last_on: date
    is_declined: bool


def clients_of(by: Actor, *, at: datetime, before: int = 0, number: str = "") -> Sequence[ClientShown]:
    """Who has entrusted the company and may do so today, newest first, 50 behind `before`; or one by 技能者ID."""
    company, today = files_as(by), day_of(at)
    if company is None:
        return []
    rows = mandates_given(company, on=today).order_by("-pk")
    rows = rows.filter(worker__number=number) if number else rows
    page = list((rows.filter(pk__lt=before) if before else rows)[:A_PAGE])
    held = grounds(company, [row.worker_id for row in page], on=today) if page else {}
    people = people_behind(by, [*held], purpose=Purpose.PROXY_FILING, at=at)
    return [
        ClientShown(
            row.pk,
            row.worker_id,
            people[row.worker_id].number,
            people[row.worker_id].words,
            people[row.worker_id].kana,
            row.valid_until - ONE_DAY if row.valid_until else None,
        )
        for row in page
        if row.worker_id in held
    ]


def asks_by(company: int, *, on: date) -> Sequence[OwnAsk]:
    """What the company asked and nobody has said yes to, as long as it has not lapsed."""
    asks = MandateAsk.objects.filter(company=company, until_on__gt=on).exclude(is_given=True)
    return [
        OwnAsk(ask.number, ask.asked_on, ask.until_on - ONE_DAY, ask.is_given is False)
        for ask in asks.order_by("-pk")[:A_PAGE]
    ]


def names_of_clients(
    by: Actor, workers: Sequence[int], *, known: Sequence[ClientShown], at: datetime
) -> dict[int, str]:
    """Worker → name of own clients; who stands on the page already is not looked up again."""
    names = {client.worker: client.name for client in known}
    rest = [worker for worker in workers if worker not in names]
    people = people_behind(by, rest, purpose=Purpose.PROXY_FILING, at=at) if rest else {}
    return names | {worker: person.words for worker, person in people.items()}
