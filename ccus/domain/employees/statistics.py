"""所属事業者統計情報: own workers counted, from what disclosure shows of them (510 > 20, EMP-07)."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from ccus.domain.audit.terms import Actor
from ccus.domain.cards.faces import label, looks
from ccus.domain.cards.rules import age
from ccus.domain.codes.terms import Joined
from ccus.domain.disclosure.hidden import HIDDEN
from ccus.domain.disclosure.reading import WorkerSeen, workers_as_seen_by
from ccus.domain.disclosure.terms import Purpose
from ccus.domain.employees.staff import everybody
from ccus.domain.workers import options
from ccus.domain.workers.blocks.catalogue import BY_KEY
from ccus.domain.workers.terms import Item
from ccus.foundation.clock import day_of
from ccus.foundation.entry.block import Values

NOTHING = "登録なし"
ITEMS = (Item.BIRTH_YEAR, Item.BIRTH_DATE, Item.TRADES, Item.QUALIFICATIONS, Item.INSURANCE)
_BRANCHES = {"health": "健康保険", "pension": "年金保険", "employment": "雇用保険"}
_DECADES = ("10代以下", "20代", "30代", "40代", "50代", "60代", "70代以上")


@dataclass(frozen=True, slots=True)
class Bar:
    """棒: a word and how many workers."""

    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Chart:
    """図表: bars of one question. `of` is the number of workers that each bar is a share of."""

    key: str
    title: str
    bars: tuple[Bar, ...]
    of: int

    def share(self, bar: Bar) -> int:
        """Per cent, rounded; 0 of nobody."""
        return round(100 * bar.count / self.of) if self.of else 0


@dataclass(frozen=True, slots=True)
class Statistics:
    """統計情報 of a day."""

    workers: int
    charts: tuple[Chart, ...]


def statistics_of(actor: Actor, company: int, *, at: datetime) -> Statistics:
    """統計情報 of whom the looker may see; a constant number of statements, one trace a worker."""
    staff = everybody(company, on=day_of(at))
    return counted(workers_as_seen_by(actor, staff, purpose=Purpose.EMPLOYEES, at=at, items=ITEMS), at=at)


def counted(seen: Sequence[WorkerSeen], *, at: datetime) -> Statistics:
    """Workers counted by every question. Pure."""
    today = day_of(at)
    charts = (
        _chart("colours", "カードの色（レベル）", seen, _colour, [look.label for look in looks().values()]),
        _chart("ages", "年齢", seen, lambda one: _decade(one, today), _DECADES),
        _chart("trades", "主な職種", seen, lambda one: one.main_trade or NOTHING),
        _held("core", "登録基幹技能者資格", seen, today),
        _held("qualifications", "保有資格", seen, today),
        *(
            _chart(name, label, seen, _joined(name), [j.label for j in Joined])
            for name, label in _BRANCHES.items()
        ),
        _chart("kentaikyo", "建退共", seen, _kentaikyo, ["加入", "未加入"]),
    )
    return Statistics(len(seen), charts)


def _chart(
    key: str,
    title: str,
    seen: Sequence[WorkerSeen],
    answer: Callable[[WorkerSeen], str],
    order: Iterable[str] = (),
) -> Chart:
    """Answers in the order that is given, others after them by number, 登録なし and 非公開 last, none of nobody."""
    counts = Counter(map(answer, seen))
    last = [NOTHING, str(HIDDEN)]
    first = list(order)
    rest = sorted(
        (word for word in counts if word not in (*first, *last)), key=lambda word: (-counts[word], word)
    )
    words = [*first, *rest, *(word for word in last if counts[word])]
    return Chart(key, title, tuple(Bar(word, counts[word]) for word in words), len(seen))


def _held(key: str, title: str, seen: Sequence[WorkerSeen], today: date) -> Chart:
    """Holders of each 資格 that holds still, the most first; somebody counts once for each."""
    choices = BY_KEY[key].block["qualification"].choices
    counts: Counter[str] = Counter()
    for one in seen:
        held = [row.values for row in one.shown.get(key, ()) if not _is_over(row.values, today)]
        counts.update({options.label(choices, str(values["qualification"])) for values in held})
    bars = [Bar(word, counts[word]) for word in sorted(counts, key=lambda word: (-counts[word], word))]
    hidden = sum(key in one.hidden for one in seen)
    return Chart(key, title, (*bars, *([Bar(str(HIDDEN), hidden)] if hidden else [])), len(seen))


def _colour(one: WorkerSeen) -> str:
    return label(one.card_colour) if one.card_colour else "カードなし"


def _is_over(values: Values, today: date) -> bool:
    """Whether the last day is past; without one there is no end."""
    expires = values.get("expires")
    return bool(expires) and date.fromisoformat(str(expires)) < today


def _decade(one: WorkerSeen, today: date) -> str:
    if not isinstance(one.birth_on, date):
        return str(HIDDEN)
    return _DECADES[min(max(age(one.birth_on, today) // 10, 1), len(_DECADES)) - 1]


def _joined(branch: str) -> Callable[[WorkerSeen], str]:
    def answer(one: WorkerSeen) -> str:
        if "insurance" in one.hidden:
            return str(HIDDEN)
        rows = one.shown.get("insurance", ())
        return Joined(str(rows[0].values[branch])).label if rows else NOTHING

    return answer


def _kentaikyo(one: WorkerSeen) -> str:
    if "retirement" in one.hidden:
        return str(HIDDEN)
    rows = one.shown.get("retirement", ())
    return ("加入" if rows[0].values["kentaikyo"] else "未加入") if rows else NOTHING
