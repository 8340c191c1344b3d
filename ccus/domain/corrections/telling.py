"""知らせ: whose facts were put right, and which companies see others since (FIX-12)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import islice
from typing import TypeVar

from django.db.models import QuerySet

from ccus.domain.companies.models import Seat
from ccus.domain.companies.rights import scope_of
from ccus.domain.companies.terms import Power, Role, Scope
from ccus.domain.corrections.catalogue import kept_of
from ccus.domain.corrections.drafting import standing
from ccus.domain.corrections.models import ChangeSet, PreviewLine
from ccus.domain.corrections.terms import LineKind, Side
from ccus.domain.notices.actions import tell_each
from ccus.domain.notices.letters import put_each_in_outbox
from ccus.domain.notices.texts import Text
from ccus.domain.workers.models import Worker
from ccus.foundation.among import among
from ccus.foundation.identifiers import grouped

Told = tuple[int, str, Mapping[str, object]]
_A_TURN, _MOST_NAMED = 1_000, 20
_REACHED_BY_MAIL = frozenset({"contact", "responsible"})
"""区分 whose mail address is where words go; companies' and workers' are called differently."""
_Each = TypeVar("_Each")


def tell_everybody(change_set: ChangeSet, *, at: datetime) -> None:
    """Everybody concerned, once, when a set was carried out: nobody reads who wrote or released it (FIX-12)."""
    _tell_workers(change_set, at)
    _tell_companies(change_set, at)
    _tell_of_sight(change_set, at)
    if change_set.block in _REACHED_BY_MAIL:
        _mail_where_it_went_before(change_set, at)


def _tell_workers(change_set: ChangeSet, at: datetime) -> None:
    said = _said(change_set)
    concerned = standing(change_set).exclude(worker=None).values("worker")
    accounts = Worker.objects.filter(pk__in=concerned, account__closed_at=None).exclude(account=None)
    found = accounts.order_by("pk").values_list("account", flat=True)
    _tell(Text.WORKER_CORRECTED, ((account, _source(change_set), said) for account in found.iterator()), at)


def _tell_companies(change_set: ChangeSet, at: datetime) -> None:
    said = _said(change_set)
    concerned = standing(change_set).exclude(company=None).values("company")
    seats = _seats(Power.COMPANY_DATA).filter(company__in=concerned)
    told = seats.order_by("pk").values_list("account", "company__name")
    _tell(
        Text.COMPANY_CORRECTED,
        ((account, _source(change_set), {**said, "company": name}) for account, name in told.iterator()),
        at,
    )


def _tell_of_sight(change_set: ChangeSet, at: datetime) -> None:
    """Companies by what the preview says of them; what it says is what came about (FIX-10)."""
    changed: dict[int, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    lines = PreviewLine.objects.filter(
        preview__change_set=change_set,
        preview__void_at=None,
        kind__in=[LineKind.GAINED, LineKind.LOST],
    )
    for company, kind, number in lines.values_list("company", "kind", "worker__number").iterator():
        changed[company][kind].add(number)
    seats = _seats(Power.EMPLOYEES).filter(company__in=among(changed))
    told = seats.order_by("pk").values_list("account", "company", "company__name")
    said = _said(change_set)
    _tell(
        Text.SIGHT_CORRECTED,
        (
            (account, f"{_source(change_set)}:sight", {**said, "company": name, "what": _what(changed[firm])})
            for account, firm, name in told.iterator()
        ),
        at,
    )


def _mail_where_it_went_before(change_set: ChangeSet, at: datetime) -> None:
    """The address that was registered until now hears it: whoever is cut off by a correction reads why (FIX-12)."""
    said = _said(change_set)
    text = Text.WORKER_CORRECTED if change_set.side == Side.WORKER else Text.COMPANY_CORRECTED
    rows = standing(change_set).order_by("pk").values_list("seen__mail", "company__name")
    told = ((mail or "", {**said, "company": name or ""}) for mail, name in rows.iterator())
    for some in _turns(told):
        put_each_in_outbox(text=text, source=_source(change_set), at=at, told=some)


def _what(changed: Mapping[str, set[str]]) -> Sequence[str]:
    """Whom a company sees now, by 技能者ID; how many it sees no more, whom it may have forgotten for good."""
    gained, lost = sorted(changed.get(LineKind.GAINED, ())), changed.get(LineKind.LOST, set())
    lines = [f"見られるようになった技能者：{grouped(number)}" for number in gained[:_MOST_NAMED]]
    if len(gained) > _MOST_NAMED:
        lines.append(f"見られるようになった技能者：ほかに{len(gained) - _MOST_NAMED:,}人")
    if lost:
        lines.append(f"見られなくなった技能者：{len(lost):,}人")
    return lines


def _said(change_set: ChangeSet) -> Mapping[str, object]:
    return {"block": kept_of(change_set).block.label, "words": change_set.words}


def _seats(power: Power) -> "QuerySet[Seat]":
    roles = [role for role in Role if scope_of(role, power) is not Scope.NONE]
    return Seat.objects.filter(role__in=roles, closed_at=None, account__closed_at=None)


def _source(change_set: ChangeSet) -> str:
    return f"change_set:{change_set.pk}"


def _tell(text: Text, told: Iterable[Told], at: datetime) -> None:
    for some in _turns(told):
        tell_each(text=text, at=at, told=some)


def _turns(each: Iterable[_Each]) -> Iterator[list[_Each]]:
    rest = iter(each)
    while some := list(islice(rest, _A_TURN)):
        yield some
