"""技能者登録: the person, the account, the first name and trades."""

from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.db import transaction

from ccus.domain.accounts.actions import open_account
from ccus.domain.audit.actions import record
from ccus.domain.audit.policies import require_office
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.codes.models import Trade
from ccus.domain.workers.models import RegistrationGrade, Worker, WorkerName, WorkerTrade
from ccus.domain.workers.rules import (
    PersonName,
    readable_name,
    require_countable_trades,
    require_possible_birth,
)
from ccus.domain.workers.terms import Grade
from ccus.foundation.clock import day_of
from ccus.foundation.constraints import one_at_a_time
from ccus.foundation.identifiers import Kind
from ccus.foundation.numbering import with_new_number
from ccus.foundation.refusals import Refusal


class AlreadyRegistered(Refusal):
    """重複登録: one person has one 技能者ID for life (REG-07)."""


@dataclass(frozen=True, slots=True)
class RegisteredWorker:
    """登録した技能者: the initial password exists in clear only here, for the card letter (カード台紙)."""

    worker: Worker
    initial_password: str


@transaction.atomic
def register_worker(
    *,
    name: PersonName,
    birth_on: date,
    trades: Sequence[Trade],
    grade: Grade | None = None,
    is_another_person: bool = False,
    others: Collection[int] = (),
    by: Actor,
    at: datetime,
) -> RegisteredWorker:
    """技能者登録: a worker with a new 技能者ID, an account that opens with an initial password, name and trades.

    `grade`: 簡略型 or 詳細型, unless `set_grade` says it later in the same transaction.
    `is_another_person`: the office has seen from documents that a person of the same name and birth date is
    somebody else; `others`: of these workers (keys) alone.
    Raises `NameUnreadable`, `BirthDateImpossible`, `TradesUncountable`, `AlreadyRegistered`.
    """
    require_office(by)
    name, day = readable_name(name), day_of(at)
    require_possible_birth(birth_on, registered_on=day)
    require_countable_trades([trade.pk for trade in trades])
    one_at_a_time("person", (birth_on, name.kana))
    if not is_another_person:
        _require_new_person(name, birth_on, others)
    registered = with_new_number(Kind.WORKER, lambda number: _open(number, birth_on, by=by, at=at))
    fact = {
        "worker": registered.worker,
        "valid_from": day,
        "recorded_at": at,
        "recorded_by": str(by),
    }
    WorkerName.objects.create(**asdict(name), **fact)
    WorkerTrade.objects.bulk_create(
        WorkerTrade(trade=trade, rank=rank, **fact) for rank, trade in enumerate(trades, start=1)
    )
    if grade is not None:
        RegistrationGrade.objects.create(grade=grade, **fact)
    record(act=Act.WORKER_REGISTERED, by=by, at=at, subject=("worker", registered.worker.pk))
    return registered


def _require_new_person(name: PersonName, birth_on: date, others: Collection[int]) -> None:
    same = WorkerName.objects.filter(
        worker__birth_on=birth_on, official=name.official, kana=name.kana, superseded_at__isnull=True
    )
    if same.exclude(worker__in=others).exists():
        raise AlreadyRegistered(
            "入力された情報は既に登録されています。転職したときも、今の技能者IDをそのまま使ってください。"
        )


def _open(number: str, birth_on: date, *, by: Actor, at: datetime) -> RegisteredWorker:
    opened = open_account(login_id=number, by=by, at=at)
    worker = Worker.objects.create(
        number=number, account=opened.account, birth_on=birth_on, registered_on=day_of(at)
    )
    return RegisteredWorker(worker, opened.initial_password)
