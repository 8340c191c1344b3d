"""引き抜き: a firm opens the workers of another, at night and after a refusal, and innocent firms look beside it.

The night after finds one case (LOOK-06). Nobody else is named: neither the prime with its long roster, nor the
行政書士, nor the firm that searches honestly, nor an employer that looks after its own people.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.apps import apps
from django.db.models import Count, Q

from ccus.demo.scenes.firms import CLERKS, EMPLOYER, INVITED, PRIME, SITE, Clerk, spots
from ccus.domain.audit.terms import SYSTEM, Actor, ActorKind
from ccus.domain.companies.actions.agents import mark_agent
from ccus.domain.companies.actions.registration import register_company
from ccus.domain.disclosure.reading import workers_as_seen_by
from ccus.domain.disclosure.terms import Purpose
from ccus.domain.looks.actions.watching import watch
from ccus.domain.proxies.actions.mandates import give_mandate
from ccus.domain.workers.actions.affiliation import accept_affiliation, ask_affiliation, refuse_affiliation
from ccus.domain.workers.terms import Item, Mandated
from ccus.foundation.clock import day_of

AGENT, _AGENT_KANA, _AGENT_NUMBER = "さくら行政書士事務所", "サクラギョウセイショシジムショ", "12345678"
_CREW = 12
"""How many workers the robbed firm has at least; some of them also work for others."""
_NAMES = frozenset({Item.NAME})
_DAY, _MINUTE = timedelta(days=1), timedelta(minutes=1)
_LATE, _EARLY = timedelta(hours=11), -timedelta(hours=9, minutes=10)
"""From noon to eleven at night, and to the job of the night."""


@dataclass(frozen=True, slots=True)
class Poaching:
    """引き抜きの役: who looked, and whose workers they were (companies)."""

    poacher: Any
    robbed: Any


def play(seats: Mapping[Clerk, Actor], reviewer: Actor, at: datetime) -> Poaching:
    """Look by look over the last days before `at`, a noon; then the job of the night before it."""
    firms = _firms(at)
    robbed, poacher = firms[0], firms[1]
    crew = _crew(robbed, firms[2:], at - 20 * _DAY)
    _refused(poacher, crew[0], at - 6 * _DAY)
    _open(_of(poacher), crew, Purpose.FOUND, at - 5 * _DAY)
    for nights, part in enumerate((crew[:6], crew[6:])):
        _one_by_one(_of(poacher), part, Purpose.SEARCH, at - (4 - nights) * _DAY + _LATE)
    _innocent(seats, reviewer, crew, firms[2:], at)
    watch(by=SYSTEM, at=at + _EARLY)
    return Poaching(poacher, robbed)


def _innocent(
    seats: Mapping[Clerk, Actor], reviewer: Actor, crew: Sequence[Any], others: Sequence[Any], at: datetime
) -> None:
    """A prime by night over its whole roster, an agent who files until late, an honest search, a good employer."""
    place = spots().get(tier=0, site__name__startswith=SITE).site_id
    lines = apps.get_model("sites", "RosterLine").objects.filter(place=place, superseded_at=None)
    on_roster = apps.get_model("workers", "Worker").objects.filter(pk__in=lines.values("worker"))
    _open(seats[PRIME], on_roster, Purpose.ROSTER, at - 3 * _DAY + _LATE)
    own = _staff(spots().get(site=place, company__name=EMPLOYER.firm).company, at)
    _one_by_one(seats[EMPLOYER], own, Purpose.EMPLOYEES, at - 2 * _DAY + _LATE)
    agent = register_company(name=AGENT, name_kana=_AGENT_KANA, by=SYSTEM, at=at - 40 * _DAY)
    mark_agent(
        company=agent, number=_AGENT_NUMBER, from_on=day_of(at - 30 * _DAY), by=reviewer, at=at - 30 * _DAY
    )
    for one in crew:
        given = {"worker": one, "company": agent, "acts": list(Mandated), "from_on": day_of(at - 2 * _DAY)}
        give_mandate(**given, by=Actor(ActorKind.WORKER, one.pk), at=at - 2 * _DAY)
    _one_by_one(_of(agent), crew, Purpose.PROXY_FILING, at - 2 * _DAY + _LATE)
    found = [one for firm in others for one in _staff(firm, at)[:2]]
    _open(seats[INVITED], [*crew, *found], Purpose.FOUND, at - _DAY)
    _one_by_one(seats[INVITED], [*crew[:4], *found[:8]], Purpose.SEARCH, at - _DAY)


def _open(by: Actor, workers: Collection[Any], purpose: Purpose, at: datetime) -> None:
    workers_as_seen_by(by, [one.pk for one in workers], purpose=purpose, items=_NAMES, at=at)


def _one_by_one(by: Actor, workers: Collection[Any], purpose: Purpose, at: datetime) -> None:
    for minute, one in enumerate(workers):
        _open(by, [one], purpose, at + minute * _MINUTE)


def _refused(poacher: Any, worker: Any, at: datetime) -> None:
    """The firm asks somebody of the other to come over, who says no."""
    asked = {"worker": worker, "company": poacher, "is_main": False, "from_on": day_of(at)}
    request = ask_affiliation(**asked, by=_of(poacher), at=at)
    refuse_affiliation(request=request, by=Actor(ActorKind.WORKER, worker.pk), at=at + timedelta(hours=2))


def _firms(at: datetime) -> list[Any]:
    """Firms outside the cast that have workers, those with most of them first."""
    companies = apps.get_model("companies", "Company").objects.exclude(
        name__in={clerk.firm for clerk in CLERKS}
    )
    links = apps.get_model("workers", "Affiliation").objects.filter(_standing(at), company__in=companies)
    counted = links.values_list("company").annotate(n=Count("worker")).order_by("-n", "company")
    rows = companies.in_bulk([company for company, _ in counted])
    return [rows[company] for company, _ in counted]


def _crew(robbed: Any, others: Sequence[Any], at: datetime) -> list[Any]:
    """Its workers; where it has too few, some of other firms work for it, too."""
    crew = _staff(robbed, at)
    lent = [one for firm in others for one in _staff(firm, at)]
    for one in lent[: max(0, _CREW - len(crew))]:
        asked = {"worker": one, "company": robbed, "is_main": False, "from_on": day_of(at)}
        request = ask_affiliation(**asked, by=Actor(ActorKind.WORKER, one.pk), at=at)
        accept_affiliation(request=request, by=_of(robbed), at=at)
        crew.append(one)
    return crew[:_CREW]


def _staff(company: Any, at: datetime) -> list[Any]:
    """Who works for a firm on a day and has not left the register."""
    links = apps.get_model("workers", "Affiliation").objects.filter(_standing(at), company=company)
    left = apps.get_model("workers", "Withdrawal").objects.values("worker")
    workers = apps.get_model("workers", "Worker").objects.filter(pk__in=links.values("worker"))
    return list(workers.exclude(pk__in=left).order_by("pk"))


def _standing(at: datetime) -> Q:
    on = day_of(at)
    ends = Q(valid_until=None) | Q(valid_until__gt=on)
    return Q(superseded_at=None, valid_from__lte=on) & ends


def _of(company: Any) -> Actor:
    return Actor(ActorKind.COMPANY, company.pk)
