"""見え方の確認: what each kind of viewer would see today, by the reading that they go through themselves (DISC-24)."""

from dataclasses import dataclass
from datetime import datetime

from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import Actor, ActorKind
from ccus.domain.companies.models import Company
from ccus.domain.companies.policies import as_actor
from ccus.domain.disclosure import always, policies
from ccus.domain.disclosure.company_relations import companies_around
from ccus.domain.disclosure.histories import WorkSum, sums_as_seen_by
from ccus.domain.disclosure.matrix import COLUMNS
from ccus.domain.disclosure.reading import READ_HERE, Asked, WorkerSeen, drawn
from ccus.domain.disclosure.switches import Wish, granted, opened_items
from ccus.domain.disclosure.terms import Purpose, Relation
from ccus.domain.disclosure.traces import Look, leave
from ccus.domain.workers.terms import Item
from ccus.foundation.clock import day_of

ASKED = READ_HERE | {Item.WORK_HISTORY}
"""A preview asks for all that somebody's page can show, so that it also says what is not shown."""
VIEWERS = (Relation.OTHER, *(relation for relation in COLUMNS if relation is not Relation.OTHER))
"""閲覧する人の種類, first those for whom the setting is made."""


def own_preview(
    worker: int, relation: Relation, *, wish: Wish | None = None, by: Actor, at: datetime
) -> WorkerSeen:
    """本人の見え方の確認: as whoever stands so to the worker, as if `wish` were saved. It leaves no trace.

    Raises `NotAllowed` for anybody but the worker.
    """
    if by != Actor(ActorKind.WORKER, worker):
        raise NotAllowed("見え方を確かめられるのは、技能者本人だけです。本人に頼んでください。")
    return _drawn(worker, relation, _shown(worker, relation, wish, at), at)


def employers_preview(worker: int, *, wish: Wish | None = None, by: Actor, at: datetime) -> WorkerSeen:
    """所属事業者の見え方の確認: an own worker as その他事業者 would see one, as if `wish` were saved.

    It is a look of the employer at what it shows, and leaves its trace. Days at work it counts only where others may
    count them today (`sums_in_employers_preview`). Raises `NoRelation`.
    """
    related = policies.relations(by, [worker], purpose=Purpose.EMPLOYEES, on=day_of(at), at=at)
    if related.get(worker) is not Relation.EMPLOYER:
        raise policies.no_relation()
    shown = _shown(worker, Relation.OTHER, wish, at)
    read = shown if _days_are_open(worker, at) else shown - {Item.WORK_HISTORY}
    leave(by, [Look(worker, Relation.EMPLOYER, read)], purpose=Purpose.EMPLOYEES, reason="", at=at)
    return _drawn(worker, Relation.OTHER, shown, at)


def sums_in_employers_preview(
    seen: WorkerSeen, *, by: Actor, at: datetime
) -> dict[int, WorkSum | None] | None:
    """就業日数 in the preview of an employer: what others count today. A choice that is not saved opens no days to
    an employer beyond those under its own link; then None (DISC-18, DISC-24).
    """
    return sums_as_seen_by(by, [seen]) if _days_are_open(seen.worker, at) else None


def _days_are_open(worker: int, at: datetime) -> bool:
    return Item.WORK_HISTORY in opened_items([worker], on=day_of(at)).get(worker, frozenset())


def _shown(worker: int, relation: Relation, wish: Wish | None, at: datetime) -> frozenset[Item]:
    return Asked(day_of(at), ASKED).of(granted({worker: relation}, on=day_of(at), wish=wish)[worker])


def _drawn(worker: int, relation: Relation, shown: frozenset[Item], at: datetime) -> WorkerSeen:
    today = day_of(at)
    everybody = always.read([worker], on=today)
    return drawn([Look(worker, relation, shown)], everybody, Asked(today, ASKED))[worker]


@dataclass(frozen=True, slots=True)
class Beholder:
    """今、そう見る事業者: its name, and the days at work that it sees; None where there are none."""

    name: str
    days: WorkSum | None


def beholders(seen: WorkerSeen, *, at: datetime) -> tuple[Beholder, ...]:
    """所属事業者, or 元請・上位下請, as whom a worker is previewed: those of today, each with what it sees of the days.

    A few statements for each firm around the worker.
    """
    today = day_of(at)
    names = Company.objects.in_bulk(companies_around(seen.worker, on=today))
    found = []
    for company in sorted(names.values(), key=lambda company: company.pk):
        actor = as_actor(company)
        related = policies.relations(actor, [seen.worker], purpose=Purpose.ROSTER, on=today, at=at)
        if related.get(seen.worker) is seen.relation:
            found.append(Beholder(company.name, sums_as_seen_by(actor, [seen]).get(seen.worker)))
    return tuple(found)
