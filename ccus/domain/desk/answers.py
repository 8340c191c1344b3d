"""定型の答え: canned answers in plain Japanese, each with the screen that it opens (DESK-12). Pure data."""

from ccus.domain.desk.answers_of_companies import OF_COMPANIES
from ccus.domain.desk.answers_of_workers import OF_WORKERS
from ccus.domain.desk.canned import Answer
from ccus.domain.desk.terms import Asks, Subject

BY_SIDE: dict[Asks, tuple[Answer, ...]] = {Asks.WORKER: OF_WORKERS, Asks.COMPANY: OF_COMPANIES}
ANSWERS: dict[str, Answer] = {answer.key: answer for answers in BY_SIDE.values() for answer in answers}


def answers_about(side: Asks, subject: Subject) -> tuple[Answer, ...]:
    """The answers that stand before the form of a subject."""
    return tuple(answer for answer in BY_SIDE[side] if answer.subject is subject)
