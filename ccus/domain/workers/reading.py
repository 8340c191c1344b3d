"""技能者を読む: what a worker's own pages show of the registered facts."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from ccus.domain.workers.models import (
    Affiliation,
    Contact,
    FirstStep,
    RegistrationGrade,
    Worker,
    WorkerName,
    WorkerTrade,
)
from ccus.domain.workers.terms import Grade, Step
from ccus.foundation.among import among
from ccus.foundation.reading_as import REGISTER, reading_as
from ccus.foundation.superseding import standing_on


@dataclass(frozen=True, slots=True)
class Me:
    """本人: the worker behind an account."""

    worker: int
    account: int
    number: str
    birth_on: date


@dataclass(frozen=True, slots=True)
class Name:
    """氏名: the official form and the others that are registered; empty where there is none."""

    official: str
    kana: str
    roman: str
    native: str
    alias: str


@dataclass(frozen=True, slots=True)
class Employer:
    """所属事業者, since a day."""

    name: str
    is_main: bool
    since: date


@dataclass(frozen=True, slots=True)
class Profile:
    """本人情報: what the home page shows."""

    number: str
    name: Name
    birth_on: date
    registered_on: date
    employers: tuple[Employer, ...]
    trades: tuple[str, ...]


def me(account: int) -> Me | None:
    """The worker who signs in with this account; None for accounts of others."""
    found = Worker.objects.filter(account=account).values_list("pk", "account", "number", "birth_on").first()
    return Me(*found) if found else None


def worker_of(me: Me) -> Worker:
    """The row of the worker, for acts of the worker's own."""
    return Worker.objects.get(pk=me.worker)


@reading_as(REGISTER)
def mail_of(worker: int, *, on: date) -> str:
    """The mail address that is registered on a day, for words to the worker; empty where there is none."""
    return standing_on(Contact.objects.filter(worker=worker), on).values_list("mail", flat=True).first() or ""


def profile_of(worker: int, *, on: date) -> Profile:
    """本人情報 as it holds on a day. Four statements."""
    holds = Q(valid_from__lte=on, superseded_at=None) & (Q(valid_until=None) | Q(valid_until__gt=on))
    person = Worker.objects.get(pk=worker)
    forms = ("official", "kana", "roman", "native", "alias")
    name = WorkerName.objects.filter(holds, worker=worker).values_list(*forms).first()
    links = Affiliation.objects.filter(holds, worker=worker)
    employers = links.order_by("-is_main", "valid_from", "company__number")
    trades = WorkerTrade.objects.filter(holds, worker=worker).order_by("rank")
    return Profile(
        number=person.number,
        name=Name(*name) if name else Name("", "", "", "", ""),
        birth_on=person.birth_on,
        registered_on=person.registered_on,
        employers=tuple(
            Employer(*row) for row in employers.values_list("company__name", "is_main", "valid_from")
        ),
        trades=tuple(trades.values_list("trade__label", flat=True)),
    )


def grade_of(worker: int, *, on: date) -> Grade:
    """登録の型 on a day; those who were registered before there were two hold everything, as 詳細型."""
    return Grade.SIMPLE if simple_among([worker], on=on) else Grade.DETAILED


def simple_among(workers: Collection[int], *, on: date) -> frozenset[int]:
    """Those of some workers (keys) who are registered as 簡略型 on a day. One statement."""
    of_them = RegistrationGrade.objects.filter(worker__in=among(workers), grade=Grade.SIMPLE)
    return frozenset(standing_on(of_them, on).values_list("worker", flat=True))


def steps_left(worker: int) -> tuple[Step, ...]:
    """最初に行うことの残り, in the guide's order. One statement."""
    done = set(FirstStep.objects.filter(worker=worker).values_list("step", flat=True))
    return tuple(step for step in Step if step not in done)
