"""入力できる日: the days of one press, checked together; every refusal names all days that are wrong (CLAIM-12, 13)."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from ccus.domain.codes.models import Position, Trade
from ccus.domain.codes.rules import first_open_day
from ccus.domain.sites.rules import TextUnreadable
from ccus.domain.work_history import rules
from ccus.domain.work_history.claim_terms import Why
from ccus.foundation.clock import day_of
from ccus.foundation.japanese import date_words, tidy
from ccus.foundation.periods import ONE_DAY
from ccus.foundation.refusals import Refusal

FIRST_DAY = date(2019, 4, 1)
"""システムの最初の日: before it there was no register."""
MOST_DAYS = 400
"""一度に入力できる日数 (CLAIM-13)."""
LONGEST = {"work_content": ("作業内容", 80), "remark": ("補足", 200)}
_RUNS_NAMED = 20


class NoDays(Refusal):
    """日がない: a press without a day."""


class TooManyDays(Refusal):
    """一度に多すぎる日 (CLAIM-13)."""


class DayTwice(Refusal):
    """同じ日が二度: twice in one press, or entered there before (CLAIM-13)."""


class DayInFuture(Refusal):
    """先の日 (CLAIM-12)."""


class DayBeforeBirth(Refusal):
    """生まれる前の日 (CLAIM-12)."""


class DayBeforeSystem(Refusal):
    """システムが始まる前の日 (CLAIM-12)."""


class DeadlinePassed(Refusal):
    """期限を過ぎた日: the end of the month after it is over (CLAIM-07)."""


@dataclass(frozen=True, slots=True)
class DayTyped:
    """入力された一日: `trade`, `position` None where nobody said; `began`, `ended` as remembered."""

    on: date
    trade: Trade | None = None
    position: Position | None = None
    work_content: str = ""
    began: time | None = None
    ended: time | None = None
    why: Why | None = None
    remark: str = ""


def due_of(on: date) -> datetime:
    """期限: the instant from which it is too late for a day (CLAIM-07)."""
    return datetime.fromtimestamp(rules.deadline(rules.day_number(on)) / 1000, UTC)


def days_words(days: Iterable[date]) -> str:
    """Days as a sentence names them; three and more in a row as from–to.

    >>> days_words([date(2026, 11, 2), date(2026, 11, 3), date(2026, 11, 4), date(2026, 11, 9)])
    '2026年11月2日から2026年11月4日まで、2026年11月9日'
    """
    runs = _runs(sorted(days))
    said = [_run_words(run) for run in runs[:_RUNS_NAMED]]
    if rest := sum(map(len, runs[_RUNS_NAMED:])):
        said.append(f"ほか{rest}日")
    return "、".join(said)


def _runs(days: Sequence[date]) -> list[list[date]]:
    runs: list[list[date]] = []
    for day in days:
        if runs and day - runs[-1][-1] <= ONE_DAY:
            runs[-1].append(day)
        else:
            runs.append([day])
    return runs


def _run_words(run: Sequence[date]) -> str:
    if len(run) > 2:
        return f"{date_words(run[0])}から{date_words(run[-1])}まで"
    return "、".join(map(date_words, run))


def refuse_days(kind: type[Refusal], bad: Collection[date], why: str) -> None:
    """Raise the refusal if any day is bad: it names them all and says why."""
    if bad:
        raise kind(f"{days_words(bad)}は、{why}", "days")


def typed_days(days: Sequence[DayTyped], *, born_on: date, at: datetime) -> list[DayTyped]:
    """The days of one press, in order, their texts tidied, if all of them can be entered at all (CLAIM-12, CLAIM-13).

    Raises `NoDays`, `TooManyDays`, `DayTwice`, `DayInFuture`, `DayBeforeBirth`, `DayBeforeSystem`, `DeadlinePassed`,
    `TextUnreadable`.
    """
    if not days:
        raise NoDays("日が選ばれていません。働いた日を1日以上選んでください。", "days")
    if len(days) > MOST_DAYS:
        raise TooManyDays(
            f"{len(days):,}日が選ばれています。一度に入力できるのは{MOST_DAYS}日までです。分けて入力してください。",
            "days",
        )
    dates = [day.on for day in days]
    twice = {on for on, times in Counter(dates).items() if times > 1}
    refuse_days(DayTwice, twice, "二度入っています。1日に1つにしてください。")
    require_past_days(dates, born_on=born_on, at=at)
    return sorted((_tidied(day) for day in days), key=lambda day: day.on)


def require_past_days(dates: Sequence[date], *, born_on: date, at: datetime) -> None:
    """Refuse days that cannot be, and days whose deadline is over (CLAIM-07, CLAIM-12)."""
    today = day_of(at)
    first_open = first_open_day(today)
    refuse_days(
        DayInFuture,
        [on for on in dates if on > today],
        f"まだ来ていない日です。今日（{date_words(today)}）までの日を選んでください。",
    )
    refuse_days(
        DayBeforeBirth,
        [on for on in dates if on < born_on],
        "生年月日より前の日です。日を確かめて、選び直してください。",
    )
    refuse_days(
        DayBeforeSystem,
        [on for on in dates if on < FIRST_DAY],
        f"建設キャリアアップシステムが始まる前の日です。{date_words(FIRST_DAY)}以降の日を選んでください。",
    )
    refuse_days(
        DeadlinePassed,
        [on for on in dates if on < first_open],
        "期限（働いた月の次の月の末日）を過ぎています。"
        f"入力や変更ができるのは、{date_words(first_open)}以降の日です。日を選び直してください。",
    )


def plain(text: str, field: str) -> str:
    """A text of a claim as it is kept: one line. Raises `TextUnreadable`."""
    label, longest = LONGEST[field]
    kept = tidy(text)
    if len(kept) > longest:
        raise TextUnreadable(f"{label}が{len(kept)}文字です。{longest}文字以内で入力してください。", field)
    return kept


def _tidied(day: DayTyped) -> DayTyped:
    return DayTyped(
        day.on,
        day.trade,
        day.position,
        plain(day.work_content, "work_content"),
        day.began,
        day.ended,
        day.why,
        plain(day.remark, "remark"),
    )


def span_of(dates: Collection[date]) -> tuple[date, date]:
    """The first day, and the day after the last."""
    return min(dates), max(dates) + timedelta(days=1)
