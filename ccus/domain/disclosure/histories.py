"""就業履歴 by relation: sums of the days that somebody may see of workers, for those of whom it is shown (DISC-18)."""

from collections.abc import Iterable, Sequence

from ccus.domain.audit.terms import Actor, ActorKind
from ccus.domain.companies.policies import seated
from ccus.domain.disclosure.company_relations import sites_below
from ccus.domain.disclosure.gates import company_behind
from ccus.domain.disclosure.reading import WorkerSeen
from ccus.domain.disclosure.terms import Relation
from ccus.domain.sites.models import Reader
from ccus.domain.work_history.reading.sums_of_many import WorkSum, sums_at, sums_of_all, sums_under
from ccus.domain.workers.terms import Item
from ccus.foundation import clock

__all__ = ["WorkSum", "sums_as_seen_by"]


def sums_as_seen_by(actor: Actor, seen: Iterable[WorkerSeen]) -> dict[int, WorkSum | None]:
    """Worker → 就業日数, of those of whom 就業履歴 was asked for and shown; None where there are no such days.

    所属事業者: days under its own link. 元請・上位下請, 認定システム: days of its sites at which the worker is today.
    その他事業者, once opened, 運営主体 and 本人: all days. Nobody else is here. Statements do not grow with workers.
    """
    alike: dict[Relation, list[int]] = {}
    for one in seen:
        if Item.WORK_HISTORY in one.items:
            alike.setdefault(one.relation, []).append(one.worker)
    found: dict[int, WorkSum | None] = {}
    for relation, workers in alike.items():
        found |= dict.fromkeys(workers) | _read(actor, relation, workers)
    return found


def _read(actor: Actor, relation: Relation, workers: Sequence[int]) -> dict[int, WorkSum]:
    match relation:
        case Relation.EMPLOYER:
            company = company_behind(actor)
            return sums_under(company, workers) if company is not None else {}
        case Relation.SITE:
            return _at_sites(actor, workers)
        case Relation.CERTIFIED:
            place = Reader.objects.filter(pk=actor.id).values_list("place", flat=True).get()
            return sums_at([(worker, place) for worker in workers])
        case Relation.OTHER | Relation.OPERATOR | Relation.SELF:
            return sums_of_all(workers)
        case _:
            return {}


def _at_sites(actor: Actor, workers: Sequence[int]) -> dict[int, WorkSum]:
    sitting = seated(actor)
    company = actor.id if actor.kind is ActorKind.COMPANY else sitting.company if sitting else None
    pairs = sites_below(company, sitting, workers, on=clock.today()) if company is not None else ()
    return sums_at(list(pairs))
