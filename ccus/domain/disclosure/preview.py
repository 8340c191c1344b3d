"""見え方の確認: what each kind of viewer would see today, by the reading that they go through themselves (DISC-24)."""

from datetime import datetime

from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import Actor, ActorKind
from ccus.domain.disclosure import always, policies
from ccus.domain.disclosure.matrix import COLUMNS
from ccus.domain.disclosure.reading import Asked, WorkerSeen, drawn
from ccus.domain.disclosure.switches import Wish, granted
from ccus.domain.disclosure.terms import Purpose, Relation
from ccus.domain.disclosure.traces import Look, leave
from ccus.domain.workers.terms import Item
from ccus.foundation.clock import day_of

ASKED = frozenset(Item)
"""A preview asks for everything, so that it also says what is not shown."""
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

    It is a look of the employer at what it shows, and leaves its trace. Raises `NoRelation`.
    """
    related = policies.relations(by, [worker], purpose=Purpose.EMPLOYEES, on=day_of(at), at=at)
    if related.get(worker) is not Relation.EMPLOYER:
        raise policies.no_relation()
    shown = _shown(worker, Relation.OTHER, wish, at)
    leave(by, [Look(worker, Relation.EMPLOYER, shown)], purpose=Purpose.EMPLOYEES, reason="", at=at)
    return _drawn(worker, Relation.OTHER, shown, at)


def _shown(worker: int, relation: Relation, wish: Wish | None, at: datetime) -> frozenset[Item]:
    return Asked(day_of(at), ASKED).of(granted({worker: relation}, on=day_of(at), wish=wish)[worker])


def _drawn(worker: int, relation: Relation, shown: frozenset[Item], at: datetime) -> WorkerSeen:
    today = day_of(at)
    everybody = always.read([worker], on=today)
    return drawn([Look(worker, relation, shown)], everybody, Asked(today, ASKED))[worker]
