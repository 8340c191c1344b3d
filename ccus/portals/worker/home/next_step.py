"""あなたがすること: applications, companies and refusals that wait for the worker (PORTAL-15, PORTAL-26)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ccus.domain.applications.reading import ApplicationShown
from ccus.domain.applications.terms import State
from ccus.domain.sites.reading.consents import requests_of
from ccus.domain.work_history.claims.filters import waits_for_the_worker
from ccus.domain.workers.affiliations import requests_about
from ccus.foundation.japanese import date_words


@dataclass(frozen=True, slots=True)
class NextStep:
    """することの一つ: what it is about, and the application's number."""

    title: str
    text: str
    number: str


@dataclass(frozen=True, slots=True)
class Asked:
    """会社が答えを待っていること: `page` is where the worker answers."""

    title: str
    text: str
    page: str


def answers_due(worker: int, *, on: date) -> list[Asked]:
    """Companies that asked for a 所属 or a 就業の合意, and refusals that may be answered. Six statements."""
    refused = waits_for_the_worker(worker)
    refusals = [
        Asked(
            f"元請事業者が否認した日が、{refused}日あります",
            "理由を見てください。ちがうと思うときは、期限までに申し立てられます。",
            "worker:claims",
        )
    ]
    links = [
        Asked(
            f"{each.company_name}が、所属を申請しています",
            "知っている会社か確かめて、承認するか、断ってください。",
            "worker:employers",
        )
        for each in requests_about(worker, on=on)
        if each.asked_by_company
    ]
    asked = links + [
        Asked(
            f"{each.company}が、就業の合意を要請しています",
            f"{date_words(each.from_on)}からです。合意するか、断ってください。",
            "worker:placements",
        )
        for each in requests_of(worker=worker)
        if not each.is_asked_by_worker
    ]
    return refusals + asked if refused else asked


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
