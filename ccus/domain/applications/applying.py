"""登録に写す: rows of an application become registered facts (APP-07, APP-12)."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from ccus.domain.applications.contents import Contents, Row
from ccus.domain.applications.registered import Subject
from ccus.domain.applications.sections import Section
from ccus.domain.applications.terms import Operation
from ccus.domain.audit.terms import Actor
from ccus.domain.companies.actions.facts import change_company_fact, enter_company_fact, remove_company_fact
from ccus.domain.companies.models import Company
from ccus.domain.workers.actions.registered import change_fact, enter_fact, remove_fact
from ccus.domain.workers.models import Worker
from ccus.foundation.entry.block import Values
from ccus.foundation.refusals import Refusal
from ccus.foundation.superseding import AlreadyChanged

_FIRST = (Operation.REMOVE, Operation.CHANGE, Operation.ADD)
"""What ends makes room for what begins: the old employer before the new one."""


class ChangedMeanwhile(Refusal):
    """申請後の変更: a fact that a row is about does not stand any more (APP-07)."""


def apply_facts(
    sections: Sequence[Section], subject: Subject, contents: Contents, *, by: Actor, at: datetime
) -> None:
    """Enter, change and remove the facts of all rows. Raises `ChangedMeanwhile` and what the register refuses."""
    for section, row in rows_of_facts(sections, contents):
        try:
            apply_row(subject, section, row, by=by, at=at)
        except AlreadyChanged as changed:
            raise changed_meanwhile(section.block.label) from changed


def rows_of_facts(sections: Sequence[Section], contents: Contents) -> Iterator[tuple[Section, Row]]:
    """The rows that become facts, in the order in which they can."""
    for section in sections:
        if section.is_fact:
            for row in sorted(contents.get(section.key, ()), key=lambda row: _FIRST.index(row.op)):
                yield section, row


def apply_row(subject: Subject, section: Section, row: Row, *, by: Actor, at: datetime) -> None:
    """One row. Raises what the register refuses."""
    if row.op is not Operation.ADD and row.base is None:
        raise changed_meanwhile(section.block.label)
    if isinstance(subject, Company):
        _of_company(subject, section.key, row, by=by, at=at)
    else:
        _of_worker(subject, section.key, row, by=by, at=at)


def _of_worker(worker: Worker, key: str, row: Row, *, by: Actor, at: datetime) -> None:
    values, base = _values(row), row.base or 0
    match row.op:
        case Operation.ADD:
            enter_fact(worker=worker, key=key, values=values, by=by, at=at)
        case Operation.CHANGE:
            change_fact(worker=worker, key=key, base=base, values=values, by=by, at=at)
        case Operation.REMOVE:
            remove_fact(worker=worker, key=key, base=base, by=by, at=at)


def _of_company(company: Company, key: str, row: Row, *, by: Actor, at: datetime) -> None:
    values, base = _values(row), row.base or 0
    match row.op:
        case Operation.ADD:
            enter_company_fact(company=company, key=key, values=values, by=by, at=at)
        case Operation.CHANGE:
            change_company_fact(company=company, key=key, base=base, values=values, by=by, at=at)
        case Operation.REMOVE:
            remove_company_fact(company=company, key=key, base=base, by=by, at=at)


def _values(row: Row) -> Values:
    return {"since": None, **row.values}


def changed_meanwhile(label: str) -> ChangedMeanwhile:
    """The refusal for an approval that comes too late."""
    return ChangedMeanwhile(
        f"「{label}」の登録内容が、申請のあとで変わっています。承認できません。"
        "不備として申請した方に返し、今の内容を見て書き直してもらってください。"
    )
