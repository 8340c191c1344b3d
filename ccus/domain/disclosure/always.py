"""いつも見えるもの, and birth: what stands in no 区分 (the first rows of the matrix)."""

from collections.abc import Collection
from datetime import date
from typing import TypedDict

from django.db.models import Q
from django.db.models.functions import ExtractYear

from ccus.domain.cards.models import Card
from ccus.domain.workers.leaving import gone_among
from ccus.domain.workers.models import Worker, WorkerName, WorkerTrade


class Always(TypedDict):
    """技能者ID, フリガナ, カードの色, 主な職種; a text is empty where there is none."""

    number: str
    kana: str
    card_colour: str
    main_trade: str
    is_withdrawn: bool


def read(workers: Collection[int], *, on: date) -> dict[int, Always]:
    """Worker → what is always shown; those who exist. Five statements: of the name's table only the kana is read."""
    if not workers:
        return {}
    holds = Q(valid_from__lte=on, superseded_at=None) & (Q(valid_until=None) | Q(valid_until__gt=on))
    of_them = Q(worker__in=workers)
    numbers = dict(Worker.objects.filter(pk__in=workers).values_list("pk", "number"))
    kana = dict(WorkerName.objects.filter(of_them & holds).values_list("worker", "kana"))
    trades = dict(WorkerTrade.objects.filter(of_them & holds, rank=1).values_list("worker", "trade__label"))
    cards = Card.objects.filter(of_them, revocation=None).order_by("worker", "serial")
    colours = dict(cards.values_list("worker", "colour"))  # the newest comes last and stays
    left = gone_among(workers)
    return {
        worker: Always(
            number=number,
            kana=kana.get(worker, ""),
            card_colour=colours.get(worker, ""),
            main_trade=trades.get(worker, ""),
            is_withdrawn=worker in left,
        )
        for worker, number in numbers.items()
    }


def births(years: Collection[int], dates: Collection[int]) -> tuple[dict[int, int], dict[int, date]]:
    """生まれた年 and 生年月日 of those whose item is shown. Where the day is hidden, it is not read."""
    born = Worker.objects.filter(pk__in=years).annotate(year=ExtractYear("birth_on")) if years else None
    found = Worker.objects.filter(pk__in=dates) if dates else None
    return (
        dict(born.values_list("pk", "year")) if born is not None else {},
        dict(found.values_list("pk", "birth_on")) if found is not None else {},
    )
