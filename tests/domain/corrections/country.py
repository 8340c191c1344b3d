"""見本の国: many workers, firms and what connects them, made at once; files that put their 所属 right, or wrong.

Every worker is registered with an old firm. `right` is the firm that each has really worked for: somebody of both
sides, a roster, a claim of another year or a mandate connects them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from ccus.domain.companies.models import Company
from ccus.domain.corrections.models import ChangeRow, ChangeSet
from ccus.domain.corrections.terms import Doing, Side
from ccus.domain.sites.models import RosterLine, StructureMember
from ccus.domain.workers.models import Affiliation, AffiliationRequest, Mandate, Worker, WorkerName
from ccus.domain.workers.terms import Mandated
from ccus.foundation.identifiers import Kind
from tests.factories import codes
from tests.factories.companies import company
from tests.factories.corrections import agreement
from tests.factories.facts import BEGAN, RECORDED_AT
from tests.factories.numbers import numbered
from tests.factories.sites import accept, prime_spot, site, spot

LONG_AGO = date(2015, 4, 1)
_FACT = {"valid_from": BEGAN, "recorded_at": RECORDED_AT, "recorded_by": "system:0"}
_SITES, _SPOTS = 6, 8
_FIRST = 20_000_000
"""Their numbers begin far behind those that the factories of a whole run give."""


@dataclass(frozen=True, slots=True)
class Country:
    """The n-th worker, the n-th `right` firm; `links` are the rows as registered, `primes` of the sites."""

    workers: list[Worker]
    firms: list[Company]
    links: list[Affiliation]
    primes: list[Company]

    def right(self, n: int) -> Company:
        """The firm that the n-th worker has really worked for."""
        return self.firms[n % len(self.firms)]


def country(people: int, firms: int, *, first: int = 0) -> Country:
    """People and firms, in a few statements; `first`: how many people of another country there are."""
    old = company(name="旧見本組")
    numbers = range(_FIRST + first, _FIRST + first + firms)
    employers = Company.objects.bulk_create(
        Company(
            number=numbered(Kind.COMPANY, n),
            name=f"見本組{n}",
            name_kana="ミホングミ",
            registered_at=RECORDED_AT,
        )
        for n in numbers
    )
    workers = Worker.objects.bulk_create(
        Worker(
            number=numbered(Kind.WORKER, _FIRST + first + n), birth_on=date(1980, 1, 1), registered_on=BEGAN
        )
        for n in range(people)
    )
    WorkerName.objects.bulk_create(
        WorkerName(worker=one, official="見本 太郎", kana="ミホン タロウ", **_FACT) for one in workers
    )
    links = Affiliation.objects.bulk_create(
        Affiliation(worker=one, company=old, is_main=True, employment="regular", **_FACT) for one in workers
    )
    made = Country(workers, employers, links, [])
    _connect(made)
    return made


def _connect(made: Country) -> None:
    """One of four things connects each worker with the right firm."""
    spots = list(_spots(made))
    requests, earlier, lines, mandates = [], [], [], []
    for n, someone in enumerate(made.workers):
        firm = made.right(n)
        match n % 4:
            case 0:
                requests.append(agreement(someone, firm))
            case 1:
                days = {"valid_from": LONG_AGO, "valid_until": BEGAN}
                earlier.append(Affiliation(worker=someone, company=firm, is_main=False, **_FACT | days))
            case 2 if n % len(made.firms) < len(spots):
                lines.append(_line(someone, spots[n % len(made.firms)]))
                requests.append(agreement(someone, firm))
            case _:
                acts = [Mandated.FILE_APPLICATIONS]
                mandates.append(Mandate(worker=someone, company=firm, acts=acts, **_FACT))
    AffiliationRequest.objects.bulk_create(requests)
    Affiliation.objects.bulk_create(earlier)
    RosterLine.objects.bulk_create(lines)
    Mandate.objects.bulk_create(mandates)


def _spots(made: Country) -> Sequence[StructureMember]:
    """Spots of the first firms, below a firm of the site's own and the prime."""
    spots = []
    for n in range(_SITES):
        place = site()
        made.primes.append(place.prime)
        middle = accept(spot(place, company(name=f"一次{n}"), prime_spot(place)))
        spots += [accept(spot(place, firm, middle)) for firm in made.firms[n * _SPOTS : (n + 1) * _SPOTS]]
    return spots


def _line(someone: Worker, member: StructureMember) -> RosterLine:
    return RosterLine(
        worker=someone,
        place_id=member.site_id,
        member=member,
        trade=codes.trade(),
        position=codes.position(),
        **_FACT | {"valid_from": date(2026, 4, 1)},
    )


def written(made: Country, firms: Sequence[Company], *, by: str, at: datetime, **values: Any) -> ChangeSet:
    """A set that registers the n-th worker with the n-th of these firms."""
    change_set = ChangeSet.objects.create(
        **{
            "number": "20261120000001",
            "side": Side.WORKER,
            "block": "affiliation",
            "words": "合併のため、所属事業者を直す",
            "basis": "合併の届け（事業者から）",
            "received_on": at.date(),
            "written_by": by,
            "written_at": at,
            **values,
        }
    )
    ChangeRow.objects.bulk_create(
        _row(change_set, n, link, firm) for n, (link, firm) in enumerate(zip(made.links, firms, strict=True))
    )
    return change_set


def _row(change_set: ChangeSet, n: int, link: Affiliation, firm: Company) -> ChangeRow:
    seen = {"company": link.company.number, "is_main": True, "employment": "regular"}
    seen |= {"since": link.valid_from.isoformat(), "until": None}
    return ChangeRow(
        change_set=change_set,
        ordinal=n + 1,
        worker_id=link.worker_id,
        doing=Doing.CHANGE,
        base=link.pk,
        seen=seen,
        values=seen | {"company": firm.number},
        written_by=change_set.written_by,
        written_at=change_set.written_at,
    )
