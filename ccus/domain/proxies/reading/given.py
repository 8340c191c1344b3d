"""代行の委任, as the worker reads them: what stands, what is asked, and who could be entrusted (PROXY-01, PROXY-03)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ccus.domain.companies.models import Company
from ccus.domain.disclosure.company_relations import companies_around, grounds
from ccus.domain.disclosure.terms import Ground
from ccus.domain.proxies.asking import open_asks
from ccus.domain.workers.models import Mandate, Worker
from ccus.domain.workers.terms import Mandated
from ccus.foundation.periods import ONE_DAY


@dataclass(frozen=True, slots=True)
class MandateShown:
    """代行の委任. `ground` is None where what it rests on is gone: then nothing is done under it (PROXY-01)."""

    company: str
    company_number: str
    acts: tuple[Mandated, ...]
    ground: Ground | None
    from_on: date
    last_on: date | None
    is_to_come: bool


@dataclass(frozen=True, slots=True)
class AskShown:
    """代行のお願い, with the last day on which it can be answered."""

    company: str
    company_number: str
    ground: Ground | None
    last_on: date


@dataclass(frozen=True, slots=True)
class Candidate:
    """委任できる会社."""

    company: str
    number: str
    ground: Ground


def mandates_of(worker: int, *, on: date) -> Sequence[MandateShown]:
    """What a worker has given and what has not ended, the newest first."""
    rows = Mandate.objects.filter(worker=worker, superseded_at=None).exclude(valid_until__lte=on)
    return [_shown(row, on) for row in rows.select_related("company").order_by("-pk")]


def ended_mandates_of(worker: int, *, on: date) -> Sequence[MandateShown]:
    """What held on past days and is over, the newest first; at most 50."""
    rows = Mandate.objects.filter(worker=worker, superseded_at=None, valid_until__lte=on)
    return [_shown(row, on) for row in rows.select_related("company").order_by("-valid_until", "-pk")[:50]]


def mandate_between(worker: int, company: str, *, on: date) -> Mandate | None:
    """The one that stands, or the next to come, by the 事業者ID; None where there is none."""
    rows = Mandate.objects.filter(worker=worker, company__number=company, superseded_at=None)
    return (
        rows.exclude(valid_until__lte=on).select_related("company", "worker").order_by("valid_from").first()
    )


def asks_of(worker: int, *, on: date) -> Sequence[AskShown]:
    """What waits for the worker's answer."""
    return [
        AskShown(
            ask.company.name,
            ask.company.number,
            grounds(ask.company_id, [worker], on=on).get(worker),
            ask.until_on - ONE_DAY,
        )
        for ask in open_asks(worker, on=on)
    ]


def candidates_of(worker: int, *, on: date) -> Sequence[Candidate]:
    """Employers of today, and the firms above at sites of today; agents are named by their 事業者ID (PROXY-01)."""
    around = Company.objects.filter(pk__in=companies_around(worker, on=on)).order_by("name_kana", "pk")
    found = [(each, grounds(each.pk, [worker], on=on).get(worker)) for each in around]
    return [Candidate(each.name, each.number, ground) for each, ground in found if ground is not None]


def _shown(row: Mandate, on: date) -> MandateShown:
    return MandateShown(
        row.company.name,
        row.company.number,
        tuple(Mandated(act) for act in row.acts),
        grounds(row.company_id, [row.worker_id], on=on).get(row.worker_id),
        row.valid_from,
        row.valid_until - ONE_DAY if row.valid_until else None,
        row.valid_from > on,
    )


def mandate_between_numbers(worker: str, company: str, *, on: date) -> Mandate | None:
    """The same by 技能者ID and 事業者ID."""
    key = Worker.objects.filter(number=worker).values_list("pk", flat=True).first()
    return mandate_between(key, company, on=on) if key is not None else None
