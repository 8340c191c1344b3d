"""定型の答えの形."""

from dataclasses import dataclass

from ccus.domain.desk.screens import Screen
from ccus.domain.desk.terms import Subject


@dataclass(frozen=True, slots=True)
class Answer:
    """定型の答え: what is asked (`title`), the answer, and the screen it opens; `body` has lines."""

    key: str
    subject: Subject
    title: str
    body: str
    screen: Screen
