"""閲覧の質問: 建設 未来 asked why the employer looked, and reads the answer; the prime has still to say."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.apps import apps

from ccus.demo.plan.roles import MIRAI
from ccus.demo.scenes.firms import EMPLOYER, PRIME, Clerk
from ccus.demo.scenes.people import worker_of
from ccus.domain.audit.terms import Actor, ActorKind
from ccus.domain.disclosure.reading import worker_as_seen_by
from ccus.domain.disclosure.terms import Purpose
from ccus.domain.looks.actions.questions import answer_question, ask_why
from ccus.domain.workers.terms import Item
from ccus.foundation.clock import day_of

_HOUR = timedelta(hours=1)
_ASKS = "この日は休みでした。何のために見たのか、教えてください。"
_SAYS = "作業員名簿を出し直すために、健康診断の日と資格を確かめました。"


def play(seats: Mapping[Clerk, Actor], office: Actor, at: datetime) -> None:
    """Who looked at 建設 未来 in the last days before `at`, and what became of asking why."""
    mirai = worker_of(MIRAI).pk
    health = frozenset({Item.HEALTH, Item.QUALIFICATIONS})
    enquiry = "電話でのお問い合わせに答えるため"
    for by, purpose, items, reason in (
        (seats[EMPLOYER], Purpose.EMPLOYEES, health, ""),
        (seats[PRIME], Purpose.ROSTER, health, ""),
        (office, Purpose.ENQUIRY, frozenset({Item.CONTACT}), enquiry),
    ):
        worker_as_seen_by(by, mirai, purpose=purpose, items=items, reason=reason, at=at)
    answered = _asked(mirai, EMPLOYER, at + _HOUR, _ASKS)
    answer_question(question=answered, words=_SAYS, by=seats[EMPLOYER], at=at + 2 * _HOUR)
    _asked(mirai, PRIME, at + _HOUR, "")


def _asked(worker: int, firm: Clerk, at: datetime, words: str) -> Any:
    company = apps.get_model("companies", "Company").objects.filter(name=firm.firm).earliest("pk")
    return ask_why(
        worker=worker,
        looked_on=day_of(at),
        token=company.number,
        words=words,
        by=Actor(ActorKind.WORKER, worker),
        at=at,
    )
