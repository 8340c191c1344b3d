"""あなたがすること: applications that wait for the worker (PORTAL-15)."""

from collections.abc import Iterable
from dataclasses import dataclass

from ccus.domain.applications.reading import ApplicationShown
from ccus.domain.applications.terms import State
from ccus.foundation.japanese import date_words


@dataclass(frozen=True, slots=True)
class NextStep:
    """することの一つ: what it is about, and the application's number."""

    title: str
    text: str
    number: str


def next_steps(filed: Iterable[ApplicationShown]) -> list[NextStep]:
    """What the worker has to do now: put right what was returned, pay what is due."""
    return [
        NextStep(_title(shown), _text(shown), shown.number)
        for shown in filed
        if shown.state in {State.RETURNED, State.FEE_DUE}
    ]


def _title(shown: ApplicationShown) -> str:
    if shown.state == State.FEE_DUE:
        return f"あなたがすること：「{shown.kind.label}」の手数料を払ってください"
    return f"あなたがすること：「{shown.kind.label}」の申請を直してください"


def _text(shown: ApplicationShown) -> str:
    about = f"申請番号 {shown.number}。"
    if shown.state == State.RETURNED:
        return f"{about}直すところが{len(shown.open_findings)}か所あります。直すと、審査がつづきます。"
    if shown.charge is None:
        return f"{about}お支払いが確認できると、審査が始まります。"
    due = f"{date_words(shown.charge.due_on)}までに、{shown.charge.amount:,}円"
    return f"{about}{due}をお支払いください。確認できると、審査が始まります。"
