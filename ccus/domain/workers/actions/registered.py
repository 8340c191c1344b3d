"""登録情報の行為, the same for every block: enter, change, remove. Done by the office, which has seen the papers."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.db import transaction

from ccus.domain.audit.actions import record
from ccus.domain.audit.policies import require_office
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.companies.models import Company
from ccus.domain.workers import changing, refused
from ccus.domain.workers.actions.affiliation import ask_affiliation, change_affiliation, end_affiliation
from ccus.domain.workers.blocks.catalogue import BY_KEY, Registered
from ccus.domain.workers.models import Affiliation, RegistrationGrade, Worker
from ccus.domain.workers.policies import require_not_withdrawn
from ccus.domain.workers.reading import grade_of
from ccus.domain.workers.rules import LASTING
from ccus.domain.workers.tables import KEPT
from ccus.domain.workers.terms import Grade
from ccus.foundation.clock import day_of
from ccus.foundation.constraints import one_at_a_time, refusing
from ccus.foundation.entry.block import Values
from ccus.foundation.kept.changing import Saying, remove, require_sound
from ccus.foundation.kept.tables import code_unknown, days_of
from ccus.foundation.refusals import Refusal
from ccus.foundation.superseding import DayOutsideFact, already_changed, change_from, standing_on

_AFFILIATION = BY_KEY["affiliation"]
_FIELDS = {"from_on": "since", "valid_from": "since", "until_on": "until", "valid_until": "until"}


@transaction.atomic
def enter_fact(*, worker: Worker, key: str, values: Values, by: Actor, at: datetime) -> None:
    """登録: one row of a block, from the day it says or from today (DATA-02). For 所属 the company is asked (DATA-08).

    Raises `NeverChanges`, `BlockFilled`, `RegisteredTwice`, `GradeTooSimple`, `WorkerWithdrawn`, `CodeUnknown`,
    `FieldMissing` and what the block's own check refuses; for 所属 what `ask_affiliation` refuses. KeyError for a
    block that does not exist.
    """
    saying = _said(worker, key, by=by, at=at)
    _require_sound(saying, values)
    if key == _AFFILIATION.block.key:
        _ask(worker, values, by=by, at=at)
        return
    with _refused(BY_KEY[key]):
        changing.add(saying, values)
    record(act=Act.FACT_ENTERED, by=by, at=at, subject=("worker", worker.pk), block=key)


@transaction.atomic
def change_fact(*, worker: Worker, key: str, base: int, values: Values, by: Actor, at: datetime) -> None:
    """変更 of the row `base` (`FactRow.id`): from its day on (DATA-02), a line of a list as a whole (DATA-16).

    Raises `AlreadyChanged`, `DayOutsideFact`, `NeverChanges`, and what `enter_fact` raises; for 所属 what
    `change_affiliation` and `end_affiliation` refuse.
    """
    saying = _said(worker, key, by=by, at=at)
    _require_changeable(BY_KEY[key])
    _require_sound(saying, values)
    if key == _AFFILIATION.block.key:
        _change_link(worker, base, values, by=by, at=at)
        return
    with _refused(BY_KEY[key]):
        changing.change(saying, base, values)
    record(act=Act.FACT_CHANGED, by=by, at=at, subject=("worker", worker.pk), block=key)


@transaction.atomic
def remove_fact(*, worker: Worker, key: str, base: int, by: Actor, at: datetime) -> None:
    """部分的な削除 of the row `base`: what holds until it changes ends today, a line of a list is taken back (DATA-16).

    Raises `AlreadyChanged`, `MustStand`, `NeverChanges`, `WorkerWithdrawn`; for 所属 what `end_affiliation` refuses.
    """
    saying = _said(worker, key, by=by, at=at)
    _require_changeable(BY_KEY[key])
    if key in LASTING:
        raise refused.must_stand(BY_KEY[key])
    if key == _AFFILIATION.block.key:
        end_affiliation(affiliation=_link(worker, base), until_on=day_of(at), by=by, at=at)
        return
    remove(saying, base)
    record(act=Act.FACT_REMOVED, by=by, at=at, subject=("worker", worker.pk), block=key)


@transaction.atomic
def set_grade(*, worker: Worker, grade: Grade, by: Actor, at: datetime) -> None:
    """登録の型, from today: the first one, or 簡略型 becomes 詳細型 (DATA-18).

    Raises `GradeOnlyRises`, `WorkerWithdrawn`.
    """
    require_office(by)
    require_not_withdrawn(worker)
    one_at_a_time("worker", worker.pk)
    today = day_of(at)
    present = standing_on(RegistrationGrade.objects.filter(worker=worker), today).first()
    if present is None:
        RegistrationGrade.objects.create(
            worker=worker, grade=grade, valid_from=today, recorded_at=at, recorded_by=str(by)
        )
    elif (present.grade, grade) == (Grade.SIMPLE, Grade.DETAILED):
        change_from(present, today, at=at, by=by, grade=grade)
    else:
        raise refused.grade_only_rises(Grade(present.grade), grade)
    record(act=Act.WORKER_GRADED, by=by, at=at, subject=("worker", worker.pk), grade=grade)


def _said(worker: Worker, key: str, *, by: Actor, at: datetime) -> Saying:
    """Who may say what; from here on acts on this worker run one after the other (REG-18)."""
    require_office(by)
    require_not_withdrawn(worker)
    one_at_a_time("worker", worker.pk)
    return Saying({"worker": worker}, BY_KEY[key], KEPT, by, at)


def _require_sound(saying: Saying, values: Values) -> None:
    """What a form would refuse is refused here too; and what the registration does not hold (DATA-15)."""
    block = BY_KEY[saying.kept.block.key]
    if block.detailed_only and grade_of(saying.owner["worker"].pk, on=saying.today) is not Grade.DETAILED:
        raise refused.grade_too_simple(block)
    require_sound(saying, values)


def _require_changeable(block: Registered) -> None:
    if block.is_fixed:
        raise refused.never_changes(block)


@contextmanager
def _refused(block: Registered) -> Iterator[None]:
    """Constraints speak in the words of the block, and of days as its form calls them."""
    try:
        with refusing(refused.refusals_of(block)):
            yield
    except DayOutsideFact as refusal:
        refusal.field = block.from_field or None
        raise


@contextmanager
def _in_the_words_of_the_form() -> Iterator[None]:
    """What 所属 refuses names the fields of its act; the form calls them otherwise."""
    try:
        yield
    except Refusal as refusal:
        refusal.field = _FIELDS.get(refusal.field or "", refusal.field)
        raise


def _ask(worker: Worker, values: Values, *, by: Actor, at: datetime) -> None:
    company = Company.objects.filter(number=values["company"]).first()
    if company is None:
        raise code_unknown(_AFFILIATION, "company", values["company"])
    period = days_of(_AFFILIATION, values, otherwise=day_of(at))
    with _in_the_words_of_the_form():
        ask_affiliation(
            worker=worker,
            company=company,
            is_main=bool(values.get("is_main")),
            from_on=period.from_on,
            until_on=period.until_on,
            employment=str(values.get("employment") or ""),
            by=by,
            at=at,
        )


def _change_link(worker: Worker, base: int, values: Values, *, by: Actor, at: datetime) -> None:
    link = _link(worker, base)
    period = days_of(_AFFILIATION, values, otherwise=link.valid_from)
    if (values["company"], period.from_on) != (link.company.number, link.valid_from):
        raise refused.link_never_changes()
    employment, is_main = str(values.get("employment") or ""), bool(values.get("is_main"))
    with _in_the_words_of_the_form():
        if period.until_on is not None and period.until_on != link.valid_until:
            end_affiliation(affiliation=link, until_on=period.until_on, by=by, at=at)
        else:
            change_affiliation(affiliation=link, is_main=is_main, employment=employment, by=by, at=at)


def _link(worker: Worker, base: int) -> Affiliation:
    link = Affiliation.objects.filter(pk=base, worker=worker, superseded_at=None).first()
    if link is None:
        raise already_changed()
    return link
