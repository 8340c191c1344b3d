"""前日の知らせ: the evening before, everybody who can mend an amber line is told once (READY-10, READY-11)."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction
from django.db.models import Exists, OuterRef

from ccus.domain.companies.letters import tell_company
from ccus.domain.companies.terms import Power
from ccus.domain.notices.actions import tell_each
from ccus.domain.notices.texts import Text
from ccus.domain.readiness.foreseen import Foreseen, Readiness
from ccus.domain.readiness.mending import Mend
from ccus.domain.readiness.reading import readiness_of_many
from ccus.domain.readiness.terms import Step
from ccus.domain.sites.models import AccumulationPeriod, RosterLine
from ccus.domain.workers.models import Worker
from ccus.foundation.clock import day_of
from ccus.foundation.periods import ONE_DAY
from ccus.foundation.superseding import standing_on

_SITES_A_TURN = 20


@dataclass(slots=True)
class _Letters:
    """知らせる相手 of one site: what is up to each company, how many times, and what to each worker."""

    companies: dict[int, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    workers: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))


def tell_of_tomorrow(*, at: datetime) -> int:
    """あしたの見通しを知らせる, for every site in whose period tomorrow lies. Returns how many sites had amber lines.

    May run again: nobody is told twice of one site and day.
    """
    day = day_of(at) + ONE_DAY
    return sum(_tell_some(sites, day, at) for sites in _turns(_sites_of(day)))


def _sites_of(day: date) -> list[int]:
    lines = standing_on(RosterLine.objects.filter(place=OuterRef("site")), day)
    periods = standing_on(AccumulationPeriod.objects.filter(Exists(lines)), day)
    return list(periods.order_by("site").values_list("site", flat=True).distinct())


def _turns(sites: Sequence[int]) -> Iterator[Sequence[int]]:
    for first in range(0, len(sites), _SITES_A_TURN):
        yield sites[first : first + _SITES_A_TURN]


@transaction.atomic
def _tell_some(sites: Sequence[int], day: date, at: datetime) -> int:
    foreseen = [one for one in readiness_of_many(sites, day, at=at).values() if one.amber]
    written = [(one, _letters(one)) for one in foreseen]
    accounts = _accounts({worker for _, letters in written for worker in letters.workers})
    for one, letters in written:
        _tell_workers(one, letters, accounts, at)
        _hand_over(one, letters, accounts)
        for company, what in letters.companies.items():
            tell_company(
                company,
                text=Text.READINESS_OF_COMPANY,
                source=_source(one),
                at=at,
                power=Power.STRUCTURE,
                site=one.site.name,
                on=one.day,
                what=[f"{words}：{count:,}人" for words, count in what.most_common()],
            )
    return len(foreseen)


def _letters(one: Readiness) -> _Letters:
    letters = _Letters()
    for line in one.amber:
        # Somebody who only tapped lately may have gone elsewhere: what is wrong with the card says nothing here.
        for mend in line.mends if line.line is not None else _about_the_line(line):
            if mend.company is None:
                letters.workers[line.worker].append(_words(mend))
        for company, words in {
            (mend.company, _words(mend)) for mend in line.mends if mend.company is not None
        }:
            letters.companies[company][words] += 1
    return letters


def _about_the_line(line: Foreseen) -> Iterable[Mend]:
    return (mend for mend in line.mends if mend.step is not Step.CARD)


def _words(mend: Mend) -> str:
    who = "本人：" if mend.step.is_workers else ""
    return f"{mend.reason.text.sentence.rstrip('。')}（{who}{mend.step.label}）"


def _accounts(workers: set[int]) -> dict[int, int]:
    known = Worker.objects.filter(pk__in=workers, account__isnull=False, account__closed_at=None)
    return dict(known.values_list("pk", "account_id"))


def _tell_workers(one: Readiness, letters: _Letters, accounts: dict[int, int], at: datetime) -> None:
    tell_each(
        text=Text.READINESS_OF_WORKER,
        at=at,
        told=[
            (
                accounts[worker],
                _source(one),
                {"site": one.site.name, "on": one.day, "what": list(dict.fromkeys(what))},
            )
            for worker, what in letters.workers.items()
            if worker in accounts
        ],
    )


def _hand_over(one: Readiness, letters: _Letters, accounts: dict[int, int]) -> None:
    """READY-11: what a worker without an account would be told, the firm of the line is."""
    for line in one.amber:
        firm = one.site.speaking_at(one.site.spots[line.member]).company if line.member is not None else None
        if firm is not None and line.worker not in accounts:
            for words in dict.fromkeys(letters.workers.get(line.worker, ())):
                letters.companies[firm][words] += 1


def _source(one: Readiness) -> str:
    return f"readiness:{one.site.place}:{one.day}"
