"""知らせ: who is told of questions, answers and cases (LOOK-03, LOOK-04, LOOK-08)."""

from datetime import datetime, timedelta
from typing import Any

from ccus.domain.companies.letters import tell_company
from ccus.domain.companies.terms import Power
from ccus.domain.looks.models import LookCase, LookQuestion
from ccus.domain.looks.rules import ANSWER_WITHIN
from ccus.domain.notices.actions import tell
from ccus.domain.notices.texts import Text
from ccus.foundation.clock import day_of
from ccus.foundation.identifiers import grouped

_INSTANT = timedelta(microseconds=1)


def tell_asked(question: LookQuestion, *, at: datetime) -> None:
    """To every account with 所属技能者の管理; the 事業者責任者 always has it (LOOK-03)."""
    if question.company_id is not None:
        tell_company(
            question.company_id,
            text=Text.LOOK_ASKED,
            source=f"look_question:{question.pk}:asked",
            at=at,
            power=Power.EMPLOYEES,
            worker_number=grouped(question.worker.number),
            on=question.looked_on,
            until=day_of(question.asked_at + ANSWER_WITHIN - _INSTANT),
        )


def tell_answered(question: LookQuestion, *, text: Text, at: datetime, **values: object) -> None:
    """To the worker, who may have left in the meantime."""
    if question.worker.account_id is not None:
        source = f"look_question:{question.pk}:{text}"
        tell(
            account=question.worker.account_id,
            text=text,
            source=source,
            at=at,
            on=question.looked_on,
            **values,
        )


def tell_case(case: LookCase, *, text: Text, source: str, at: datetime, **values: Any) -> None:
    """To the company that a case is about."""
    tell_company(
        case.company_id,
        text=text,
        source=f"look_case:{case.pk}:{source}",
        at=at,
        power=Power.EMPLOYEES,
        **values,
    )
