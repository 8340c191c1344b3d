"""名簿にのせられるか: every reason against it, for many workers in a few statements (SITE-09 to SITE-11)."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from ccus.domain.sites.models import RosterLine, StructureMember
from ccus.domain.sites.own_trades import agreed_with, trades_known
from ccus.domain.sites.rules import readable
from ccus.domain.sites.work import Entry, Lists, Work
from ccus.domain.sites.writers import Writer, no_bond, no_consent, unbonded, without_consent
from ccus.domain.workers.leaving import gone_among
from ccus.domain.workers.models import Worker
from ccus.domain.workers.policies import WorkerWithdrawn
from ccus.foundation.clock import day_of
from ccus.foundation.japanese import date_words
from ccus.foundation.periods import Period
from ccus.foundation.refusals import Refusal


class NotOwnTrade(Refusal):
    """本人の職種でない: the roster offers the worker's own trades (SITE-10)."""


class AlreadyOnRoster(Refusal):
    """名簿の重なり: one line for a worker at a site on any day (SITE-11)."""


class NotInList(Refusal):
    """一覧にない値: what was chosen is not in the list (SITE-09)."""


Spans = Sequence[tuple[date, date | None]]


@dataclass(frozen=True, slots=True)
class Known:
    """What stands for these workers, read once."""

    lists: Lists
    numbers: Mapping[int, str]
    withdrawn: Collection[int]
    unbonded: Collection[int]
    disagreeing: Collection[int]
    agreed: Collection[int]
    trades: Mapping[int, Collection[str]]
    on_roster: Mapping[int, Spans]


def known_of(
    member: StructureMember, workers: Collection[int], *, writer: Writer, lists: Lists, at: datetime
) -> Known:
    """Read what stands, of the trades what the firm may know. Seven statements, however many workers."""
    today = day_of(at)
    agreed = set(workers) if writer.is_system else agreed_with(writer.company, workers, on=today)
    spans: dict[int, list[tuple[date, date | None]]] = {}
    lines = RosterLine.objects.filter(place=member.site_id, worker__in=workers, superseded_at=None)
    for worker, since, until in lines.values_list("worker", "valid_from", "valid_until"):
        spans.setdefault(worker, []).append((since, until))
    return Known(
        lists=lists,
        numbers=dict(Worker.objects.filter(pk__in=workers).values_list("pk", "number")),
        withdrawn=gone_among(workers),
        unbonded=unbonded(writer, workers),
        disagreeing=without_consent(writer, workers, on=today),
        agreed=agreed,
        trades=trades_known(workers, agreed=agreed, on=today),
        on_roster=spans,
    )


def faults_of(entries: Sequence[Entry], member: StructureMember, known: Known) -> list[list[Refusal]]:
    """What is against each entry, in its order; the second of two entries of one worker on one day is refused."""
    taken: dict[int, list[tuple[date, date | None]]] = {
        worker: list(spans) for worker, spans in known.on_roster.items()
    }
    found = []
    for entry in entries:
        faults = [
            *person_faults(entry.worker, known),
            *_caught(partial(_days, entry)),
            *work_faults(entry.work, entry.worker, known),
        ]
        spans = taken.setdefault(entry.worker, [])
        if entry.worker not in known.unbonded and any(_overlap(entry, span) for span in spans):
            faults.append(overlapping(member, entry.from_on))
        spans.append((entry.from_on, entry.until_on))
        found.append(faults)
    return found


def work_faults(work: Work, worker: int, known: Known, *, kept: Work | None = None) -> list[Refusal]:
    """What is against the 就業内容; `kept`: what the line says already, whose trade need not be the worker's still."""
    faults = _list_faults(work, known.lists)
    is_asked = kept is None or kept.trade != work.trade
    is_readable = worker not in known.unbonded and work.trade in known.lists.trades
    if is_asked and is_readable and work.trade not in known.trades.get(worker, ()):
        faults.append(_not_own(known.lists.trades[work.trade], is_agreed=worker in known.agreed))
    return faults + _caught(lambda: readable(work.work_content, "work_content", may_be_empty=True))


def named(refusal: Refusal, number: str, *, of_many: bool) -> Refusal:
    """The refusal, saying of whom of several it speaks."""
    return type(refusal)(f"技能者ID {number}：{refusal.sentence}", refusal.field) if of_many else refusal


def person_faults(worker: int, known: Known) -> Iterable[Refusal]:
    """What is against the person, whatever the work."""
    if worker in known.unbonded:
        yield no_bond()
    elif worker in known.withdrawn:
        yield WorkerWithdrawn(
            f"技能者ID {known.numbers[worker]} の方は退会しています。"
            "お問い合わせセンターに、再登録を申し込んでください。",
            "number",
        )
    elif worker in known.disagreeing:
        yield no_consent()


def _not_own(trade: str, *, is_agreed: bool) -> NotOwnTrade:
    """The refusal. Where nothing is agreed yet it is the same for every trade but the main one (SITE-10)."""
    if is_agreed:
        return NotOwnTrade(
            f"職種「{trade}」は、この技能者の登録にありません。"
            "登録されている職種から選ぶか、本人に職種の追加を頼んでください。",
            "trade",
        )
    return NotOwnTrade(
        f"職種「{trade}」は、この技能者の主な職種ではありません。"
        "所属などの申請が承認されるまでは、主な職種を選んでください。",
        "trade",
    )


def _list_faults(work: Work, lists: Lists) -> list[Refusal]:
    asked: tuple[tuple[str, str, Iterable[str], Mapping[str, str]], ...] = (
        ("trade", "職種", [work.trade], lists.trades),
        ("position", "立場", [work.position], lists.positions),
        ("hazards", "有害物質の取扱い", work.hazards, lists.hazards),
        ("special_checks", "特殊健康診断", work.special_checks, lists.special_checks),
        ("qualifications", "必要な保有資格", work.qualifications, lists.qualifications),
    )
    return [
        NotInList(f"{label}（{code[:20]}）は、一覧にありません。一覧から選んでください。", field)
        for field, label, codes, known in asked
        for code in codes
        if code not in known
    ]


def _caught(check: Callable[[], object]) -> list[Refusal]:
    try:
        check()
    except Refusal as refusal:
        return [refusal]
    return []


def _days(entry: Entry) -> Period:
    return Period.checked(entry.from_on, entry.until_on, label="名簿の期間", field="until_on")


def _overlap(entry: Entry, span: tuple[date, date | None]) -> bool:
    since, until = span
    return (until is None or entry.from_on < until) and (entry.until_on is None or since < entry.until_on)


def overlapping(member: StructureMember, from_on: date) -> AlreadyOnRoster:
    """The refusal for days on which the worker has a line there (SITE-11)."""
    return AlreadyOnRoster(
        f"この技能者は、{date_words(from_on)}以降、{member.site.name}の作業員名簿にすでにのっています。"
        "その行を変更するか、終えてから登録してください。",
        "from_on",
    )
