"""一年の審査: changes of contact that the office answered in thirteen months, and a hint that helped (FIG-07, FIG-10).

Whoever files is a worker of the country, none of the cast; what was filed is returned or rejected, so that nothing
that is registered changes.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from django.apps import apps

from ccus.demo.plan.roles import ROLES
from ccus.domain.applications.actions.drafts import open_application, save_section
from ccus.domain.applications.actions.filing import submit, withdraw_application
from ccus.domain.applications.actions.review import add_finding, reject, return_to_applicant, take
from ccus.domain.applications.contents import DraftRow
from ccus.domain.applications.reading.contents import base_of
from ccus.domain.applications.terms import ApplicationKind, Operation
from ccus.domain.audit.terms import Actor, ActorKind
from ccus.domain.figures.counting import count_figures
from ccus.domain.figures.form_texts import note_texts, words_of_forms
from ccus.foundation.clock import day_of

_CASES, _FIRST, _HINT = 80, timedelta(days=385), timedelta(days=170)
_STREET = (ApplicationKind.CHANGE.value, "contact", "street")
_BEFORE = ("番地", "登録する住所の番地を入力してください。")
_CONTACT = {"postcode": "100-0001", "prefecture": "13", "town": "桜川市本町", "street": "1丁目2番3号"}
_ALREADY = "同じ内容の申請が、先に登録されています。"
_OF = {True: {"street": 2, "phone": 11}, False: {"street": 6, "phone": 13}}
"""Before the hint changed, and after: of how many each field comes back once."""


def play(reviewer: Actor, noon: datetime) -> None:
    """A year before `noon`, day by day; the sums of it are counted at its end."""
    chance, since = Random("figures"), noon - _FIRST
    note_texts({**words_of_forms(), _STREET: _BEFORE}, at=since - timedelta(days=1))
    changed_at = noon - _HINT
    note_texts(words_of_forms(), at=changed_at)
    workers = _workers(_CASES, since.date())
    for at, worker in enumerate(workers):
        filed = since + at * (_FIRST - timedelta(days=16)) / len(workers)
        is_before = filed < changed_at
        answered = filed + timedelta(hours=chance.triangular(8, 260 if is_before else 190, 40))
        wrong = [field for field, of in _OF[is_before].items() if at % of == 0]
        _answer(_file(worker, filed), worker, reviewer, answered, wrong)


def _file(worker: Any, at: datetime) -> str:
    by = Actor(ActorKind.WORKER, worker.pk)
    case = open_application(kind=ApplicationKind.CHANGE, worker=worker.pk, by=by, at=at)
    raw = {**_CONTACT, "phone": "090-0000-1111", "mail": f"{worker.number}@example.jp"}
    (present,) = base_of(case.pk, on=day_of(at))["contact"]
    row = DraftRow("1", raw, Operation.CHANGE, present.id)
    save_section(number=case.number, section="contact", rows=[row], version=0, by=by, at=at)
    submit(number=case.number, by=by, at=at)
    return case.number


def _answer(number: str, worker: Any, reviewer: Actor, at: datetime, wrong: Sequence[str]) -> None:
    take(number=number, by=reviewer, at=at)
    if not wrong:
        reject(number=number, reason=_ALREADY, by=reviewer, at=at)
        return
    for field in wrong:
        add_finding(number=number, code="F02", section="contact", row="1", field=field, by=reviewer, at=at)
    return_to_applicant(number=number, by=reviewer, at=at)
    withdraw_application(number=number, by=Actor(ActorKind.WORKER, worker.pk), at=at + timedelta(days=1))


def _workers(count: int, registered_by: date) -> Sequence[Any]:
    known = {role.number for role in ROLES}
    workers = apps.get_model("workers", "Worker").objects.exclude(number__in=known)
    known_then = workers.filter(
        account__isnull=False, withdrawals=None, contacts__valid_from__lte=registered_by
    )
    return list(known_then.order_by("number")[:count])


def count(at: datetime) -> None:
    """What the last night would have counted."""
    count_figures(at=at)
