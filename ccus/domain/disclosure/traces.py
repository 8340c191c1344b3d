"""閲覧の記録: leaving and reading who looked at what of a worker (DISC-06, DISC-07)."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db import connection

from ccus.domain.audit.terms import Actor
from ccus.domain.companies.models import Company
from ccus.domain.disclosure.gates import company_behind
from ccus.domain.disclosure.models import DisclosureTrace
from ccus.domain.disclosure.terms import WORDS, Purpose, Relation
from ccus.domain.workers.terms import Item

OFFICES = {
    Purpose.REVIEW: "運営主体（審査）",
    Purpose.ENQUIRY: "運営主体（お問い合わせセンター）",
    Purpose.DISPUTE: "運営主体（申し立ての裁定）",
    Purpose.SAME_PERSON: "運営主体（重複登録の確認）",
    Purpose.CARD_PRINT: "運営主体（カードの印刷と発送）",
    Purpose.IDENTITY: "運営主体（本人の確認）",
    Purpose.CORRECTION: "運営主体（登録の修正）",
    Purpose.CERTIFICATE: "証明書を確かめた人（だれかは分かりません）",
}

_LEAVE = """
insert into disclosure_trace (at, worker_id, actor_kind, actor_id, company, relation, purpose, reason, items)
select %(at)s, look.worker, %(kind)s, %(actor)s, %(company)s, look.relation, %(purpose)s, %(reason)s,
       string_to_array(look.items, ' ')
from unnest(%(workers)s::int8[], %(relations)s::text[], %(items)s::text[]) as look(worker, relation, items)
"""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Look:
    """閲覧: one worker, as what, and which items."""

    worker: int
    relation: Relation
    items: Collection[Item]


@dataclass(frozen=True, slots=True)
class TraceShown:
    """閲覧の記録の一件, as the worker reads it: `who` is a company or the office, never the officer's own name."""

    at: datetime
    who: str
    relation: str
    purpose: str
    reason: str
    items: tuple[str, ...]

    @property
    def cursor(self) -> int:
        """Where the next page begins: the instant in microseconds."""
        return (self.at - _EPOCH) // timedelta(microseconds=1)


def leave(actor: Actor, looks: Iterable[Look], *, purpose: Purpose, reason: str, at: datetime) -> None:
    """記録を残す: a row for each worker in one statement; the worker's own looking leaves none (DISC-06).

    An account of a company leaves its company's name, never its own (DISC-11); a reader that of the prime (DISC-14).
    """
    others = [look for look in looks if look.relation is not Relation.SELF]
    if not others:
        return
    kinds = {frozenset(look.items) for look in others}
    words = {items: " ".join(item for item in Item if item in items) for items in kinds}
    row: dict[str, Any] = {
        "at": at,
        "kind": actor.kind,
        "actor": actor.id,
        "company": company_behind(actor),
        "purpose": purpose,
        "reason": reason.strip(),
        "workers": [look.worker for look in others],
        "relations": [look.relation for look in others],
        "items": [words[frozenset(look.items)] for look in others],
    }
    with connection.cursor() as cursor:
        cursor.execute(_LEAVE, row)


def traces_of(worker: int, *, before: int | None, limit: int) -> tuple[TraceShown, ...]:
    """閲覧の記録 of a worker, newest first; `before` is the `cursor` of the last one of the page before.

    Rows of one instant stay together, so there can be a few more than `limit`. Three statements at most.
    """
    found = DisclosureTrace.objects.filter(worker=worker).order_by("-at", "-pk")
    earlier = found if before is None else found.filter(at__lt=_EPOCH + timedelta(microseconds=before))
    rows = list(earlier[:limit])
    if len(rows) == limit:
        rows += found.filter(at=rows[-1].at).exclude(pk__in=[row.pk for row in rows])
    names = Company.objects.in_bulk({row.company for row in rows if row.company is not None})
    return tuple(_shown(row, names) for row in rows)


def _shown(row: DisclosureTrace, names: Mapping[int, Company]) -> TraceShown:
    purpose = Purpose(row.purpose)
    who = names[row.company].name if row.company is not None else OFFICES[purpose]
    words = tuple(WORDS[Item(item)] for item in row.items)
    return TraceShown(row.at, who, Relation(row.relation).label, purpose.label, row.reason, words)
