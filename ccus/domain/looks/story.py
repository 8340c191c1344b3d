"""閲覧の物語: who looked on which day, told by day and company, newest first (LOOK-01)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from itertools import groupby

from ccus.domain.audit.terms import Actor
from ccus.domain.companies.models import Company
from ccus.domain.disclosure.models import DisclosureTrace
from ccus.domain.disclosure.terms import Purpose, Relation
from ccus.domain.looks.models import LookQuestion
from ccus.domain.looks.questions import Question, questions_about
from ccus.domain.looks.rules import is_askable
from ccus.domain.looks.words import shown_words, told
from ccus.domain.workers.terms import Item
from ccus.foundation.clock import JST, day_of, end_of

OFFICE = "office"
"""What stands for the office where a company's 事業者ID stands."""
_NOBODY = ""
_OFFICE_NAME = "運営主体（建設キャリアアップシステムの事務局）"
_HOLDER_NAME = "証明書を確かめた人"
_ROWS, _DAYS, _MOST_OF_A_DAY, _KINDS = 400, 14, 4000, 12


@dataclass(frozen=True, slots=True)
class LookTold:
    """一回の閲覧, or the same one over and over: `at` is the newest, `first_at` the oldest of `times`."""

    at: datetime
    first_at: datetime
    times: int
    purpose: str
    reason: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Visit:
    """ある日のある会社: the sentence, and the looks behind it.

    `token`: its 事業者ID, or `OFFICE`; empty where nobody knows who it was. `company`: its key. `question`: what the
    worker asked about it.
    """

    on: date
    token: str
    company: int | None
    who: str
    relations: tuple[Relation, ...]
    sentences: tuple[str, ...]
    looks: tuple[LookTold, ...]
    times: int
    is_askable: bool
    question: Question | None = None

    @property
    def first_looks(self) -> tuple[LookTold, ...]:
        """As many kinds of looks as a page has room for, the newest first."""
        return self.looks[:_KINDS]

    @property
    def more(self) -> int:
        """How many kinds of looks the page leaves out."""
        return max(0, len(self.looks) - _KINDS)

    @property
    def reasons(self) -> tuple[str, ...]:
        """What the office wrote down as its reasons."""
        return tuple(dict.fromkeys(look.reason for look in self.looks if look.reason))

    @property
    def began(self) -> datetime:
        """The first look of the day."""
        return min(look.first_at for look in self.looks)

    @property
    def ended(self) -> datetime:
        """The last look of the day."""
        return max(look.at for look in self.looks)


@dataclass(frozen=True, slots=True)
class DayTold:
    """一日 and who looked on it, the newest first."""

    on: date
    visits: tuple[Visit, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """閲覧の記録の一ページ. `older`: `before` of the next page, None on the last."""

    days: tuple[DayTold, ...]
    older: date | None


def story_of(worker: int, *, before: date | None, at: datetime) -> Story:
    """物語: whole days, the newest first, those before a day if one is named. Six statements at most."""
    found = DisclosureTrace.objects.filter(worker=worker).order_by("-at", "-pk")
    rows = list((found if before is None else found.filter(at__lt=_start(before)))[:_ROWS])
    if len(rows) == _ROWS:  # the last day of them may go on
        last = day_of(rows[-1].at)
        rows = [row for row in rows if day_of(row.at) > last] + list(of_day(worker, last))
    by_day = [(on, list(group)) for on, group in groupby(rows, key=lambda row: day_of(row.at))]
    shown = by_day[:_DAYS]
    oldest = shown[-1][0] if shown else None
    has_older = oldest is not None and found.filter(at__lt=_start(oldest)).exists()
    return Story(_told(worker, shown, at), oldest if has_older else None)


def visit_of(worker: int, *, on: date, token: str, at: datetime) -> Visit | None:
    """ある日のある会社, by its 事業者ID or `OFFICE`; None where nobody such looked on that day."""
    (day,) = _told(worker, [(on, list(of_day(worker, on)))], at)
    return next((visit for visit in day.visits if visit.token == token and token != _NOBODY), None)


def of_day(worker: int, on: date) -> Iterable[DisclosureTrace]:
    """Every look at a worker (key) on a day, the newest first."""
    found = DisclosureTrace.objects.filter(worker=worker, at__gte=_start(on), at__lt=end_of(on))
    return found.order_by("-at", "-pk")[:_MOST_OF_A_DAY]


def looked_before(question: LookQuestion, by: Actor) -> bool:
    """Whether somebody looked at the worker on the day of a question, before it was asked (LOOK-03)."""
    found = DisclosureTrace.objects.filter(
        worker=question.worker_id,
        actor_kind=by.kind,
        actor_id=by.id,
        at__gte=_start(question.looked_on),
        at__lt=end_of(question.looked_on),
    )
    return found.filter(at__lte=question.asked_at).exists()


def _start(on: date) -> datetime:
    return datetime.combine(on, time(), JST)


def _told(
    worker: int, days: Sequence[tuple[date, list[DisclosureTrace]]], at: datetime
) -> tuple[DayTold, ...]:
    keys = {row.company for _, rows in days for row in rows if row.company is not None}
    firms = Company.objects.in_bulk(keys) if keys else {}
    asked = questions_about(worker, [on for on, _ in days], at=at)
    today = day_of(at)
    told_days = []
    for on, rows in days:
        visits = [
            replace(
                _visit(on, company, rows_of, firms, is_askable(on, on=today)),
                question=None if company == _NOBODY else asked.get((on, _company_key(company))),
            )
            for company, rows_of in _by_who(rows).items()
        ]
        told_days.append(DayTold(on, tuple(visits)))
    return tuple(told_days)


def _by_who(rows: Iterable[DisclosureTrace]) -> dict[int | str, list[DisclosureTrace]]:
    """Company (key), the office, or nobody that is known → rows; in the order of the newest row of each."""
    found: defaultdict[int | str, list[DisclosureTrace]] = defaultdict(list)
    for row in rows:
        nameless = OFFICE if row.relation == Relation.OPERATOR else _NOBODY
        found[nameless if row.company is None else row.company].append(row)
    return found


def _company_key(who: int | str) -> int | None:
    return who if isinstance(who, int) else None


def _visit(
    on: date, who: int | str, rows: Sequence[DisclosureTrace], firms: Mapping[int, Company], is_askable: bool
) -> Visit:
    firm = firms[who] if isinstance(who, int) else None
    token = firm.number if firm else str(who)
    relations = tuple(dict.fromkeys(Relation(row.relation) for row in rows))
    return Visit(
        on=on,
        token=token,
        company=firm.pk if firm else None,
        who=firm.name if firm else _OFFICE_NAME if who == OFFICE else _HOLDER_NAME,
        relations=relations,
        sentences=tuple(_sentence(relation, rows) for relation in relations),
        looks=tuple(_folded(rows)),
        times=len(rows),
        is_askable=is_askable and token != _NOBODY,
    )


def _sentence(relation: Relation, rows: Iterable[DisclosureTrace]) -> str:
    of_it = [row for row in rows if row.relation == relation]
    items = {Item(item) for row in of_it for item in row.items}
    return told(relation, (Purpose(row.purpose) for row in of_it), items)


def _folded(rows: Iterable[DisclosureTrace]) -> Iterable[LookTold]:
    """The same look again and again is one with a count (DISC-07)."""
    alike: defaultdict[tuple[str, str, tuple[str, ...]], list[DisclosureTrace]] = defaultdict(list)
    for row in rows:
        alike[row.purpose, row.reason, tuple(row.items)].append(row)
    for (purpose, reason, items), same in alike.items():
        words = shown_words([Item(item) for item in items])
        yield LookTold(same[0].at, same[-1].at, len(same), Purpose(purpose).label, reason, words)
