"""事業者の関係: how a company stands to workers today, and which role of its accounts is enough (DISC-11 to DISC-13).

Every reading takes one statement, however many workers are asked about.
"""

from collections.abc import Collection, Mapping
from datetime import date

from django.db import connection

from ccus.domain.audit.terms import Actor, ActorKind
from ccus.domain.companies.agents import is_agent
from ccus.domain.companies.policies import Seated, seated, valid_until
from ccus.domain.companies.terms import Power, Scope
from ccus.domain.companies.units import units_below
from ccus.domain.disclosure.company_sql import AROUND, ASKING, EMPLOYED, MANDATED, ON_SITES, PROXIED
from ccus.domain.disclosure.terms import Ground, Purpose, Relation
from ccus.domain.sites.models import SitePost
from ccus.domain.workers.models import Affiliation
from ccus.foundation.superseding import standing_on

_CREW = frozenset({Power.STRUCTURE, Power.VIEW_STRUCTURE, Power.EMPLOYEES})
_STAFF = frozenset({Power.EMPLOYEES})
_ANSWERS = frozenset({Power.APPROVE_RECORDS, Power.OWN_RECORDS})
POWERS: Mapping[Relation, Mapping[Purpose, frozenset[Power]]] = {
    Relation.EMPLOYER: {
        Purpose.EMPLOYEES: _STAFF,
        Purpose.SEARCH: _STAFF,
        Purpose.FOUND: _STAFF,
        Purpose.ROSTER: _CREW,
        Purpose.PAPERS: _CREW,
        Purpose.SITE_FEES: _CREW,
        Purpose.MONTH_REPORT: _CREW,
        Purpose.APPROVAL: _ANSWERS,
    },
    Relation.SITE: {
        **dict.fromkeys(
            (Purpose.ROSTER, Purpose.PAPERS, Purpose.SITE_FEES, Purpose.MONTH_REPORT),
            frozenset({Power.VIEW_STRUCTURE}),
        ),
        Purpose.APPROVAL: _ANSWERS,
    },
    Relation.ROSTER_PROXY: dict.fromkeys((Purpose.ROSTER, Purpose.PAPERS), frozenset({Power.STRUCTURE})),
    Relation.PROXY: {Purpose.PROXY_FILING: frozenset({Power.FILE_FOR_WORKERS})},
    Relation.OTHER: {Purpose.APPROVAL: _ANSWERS, Purpose.SEARCH: _STAFF, Purpose.FOUND: _STAFF},
}
"""Relation → purpose → the powers one of which an account needs (DISC-11)."""


def of_company(actor: Actor, workers: Collection[int], purpose: Purpose, on: date) -> dict[int, Relation]:
    """関係 of a company or of an account of one: worker → the widest relation that fits the purpose and the role."""
    sitting = seated(actor)
    company = actor.id if actor.kind is ActorKind.COMPANY else sitting.company if sitting else None
    if company is None:
        return {}
    found: dict[int, Relation] = {}
    for relation, read in _READ.items():
        rest = [worker for worker in workers if worker not in found]
        if rest and _may(sitting, relation, purpose):
            found |= dict.fromkeys(
                _OTHERS.get((relation, purpose), read)(company, sitting, rest, on), relation
            )
    return found


def _may(sitting: Seated | None, relation: Relation, purpose: Purpose) -> bool:
    powers = POWERS[relation].get(purpose, frozenset())
    return bool(powers) if sitting is None else any(sitting.scope(p) is not Scope.NONE for p in powers)


def _employed(company: int, _: Seated | None, workers: Collection[int], on: date) -> set[int]:
    return {worker for (worker,) in _rows(EMPLOYED, company, workers, on)}


def _mandated(company: int, _: Seated | None, workers: Collection[int], on: date) -> set[int]:
    return {worker for (worker,) in _rows(MANDATED, company, workers, on)}


def grounds(company: int, workers: Collection[int], *, on: date) -> dict[int, Ground]:
    """委任の根拠: worker → why the company (key) may be entrusted today; without those who may not (PROXY-01)."""
    if is_agent(company, on=on):
        return dict.fromkeys(workers, Ground.AGENT)
    above = _on_own_sites(company, None, workers, on)
    employed = _employed(company, None, workers, on)
    return dict.fromkeys(above, Ground.SITE) | dict.fromkeys(employed, Ground.EMPLOYER)


def companies_around(worker: int, *, on: date) -> set[int]:
    """Employers of a worker, and every firm on the way up from the own roster lines; `grounds` has the last word."""
    employers = standing_on(Affiliation.objects.filter(worker=worker), on).values_list("company", flat=True)
    with connection.cursor() as cursor:
        cursor.execute(AROUND, {"worker": worker, "on": on})
        return {*employers, *(company for (company,) in cursor.fetchall())}


def _on_own_sites(company: int, sitting: Seated | None, workers: Collection[int], on: date) -> set[int]:
    return {worker for worker, _ in sites_below(company, sitting, workers, on=on)}


def sites_below(
    company: int, sitting: Seated | None, workers: Collection[int], *, on: date
) -> set[tuple[int, int]]:
    """Worker and place of roster lines below the company today, at sites that the account reaches (DISC-12)."""
    rows = _rows(ON_SITES, company, workers, on)
    match sitting.scope(Power.VIEW_STRUCTURE) if sitting else Scope.ALL:
        case Scope.ALL:
            return {(worker, place) for worker, place, *_ in rows}
        case Scope.BELOW:
            units = units_below(sitting.unit if sitting else None)
            return {
                (worker, place) for worker, place, prime, unit in rows if prime != company or unit in units
            }
        case Scope.OWN_SITES:
            posts = SitePost.objects.filter(seat=sitting.seat if sitting else None)
            places = set(standing_on(posts, on).values_list("site", flat=True))
            return {(worker, place) for worker, place, *_ in rows if place in places}
        case Scope.NONE:
            return set()


def _proxied(company: int, _: Seated | None, workers: Collection[int], on: date) -> set[int]:
    return {worker for (worker,) in _rows(PROXIED, company, workers, on)}


def _asking(company: int, _: Seated | None, workers: Collection[int], on: date) -> set[int]:
    """Those about whose days the company was asked: it has to know who that is (DISC-01, CLAIM-25)."""
    return {worker for (worker,) in _rows(ASKING, company, workers, on)}


def _registered(company: int, _: Seated | None, workers: Collection[int], on: date) -> set[int]:
    """その他事業者: everybody whom a registered company finds (SEEK-01); nobody for one whose registration is over."""
    until = valid_until(company)
    return set(workers) if until is None or on < until else set()


def _rows(statement: str, company: int, workers: Collection[int], on: date) -> list[tuple[int, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, {"company": company, "workers": list(workers), "on": on})
        return list(cursor.fetchall())


_READ = {
    Relation.EMPLOYER: _employed,
    Relation.SITE: _on_own_sites,
    Relation.ROSTER_PROXY: _proxied,
    Relation.PROXY: _mandated,
    Relation.OTHER: _asking,
}
"""How each is read, the widest first."""
_OTHERS = {(Relation.OTHER, purpose): _registered for purpose in (Purpose.SEARCH, Purpose.FOUND)}
"""What reads a relation for one purpose instead."""
