"""実行の形: of what a kind of proposal consists."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from ccus.domain.accounts.terms import Duty
from ccus.domain.audit.terms import Actor
from ccus.domain.office.rules import Given

Line = tuple[str, str]
"""項目と内容, as the second officer reads what was proposed."""


@dataclass(frozen=True, slots=True)
class Carrying:
    """実行: whose duty, and plain functions of what was given.

    `subject` names the thing (`charge:12`), `about` says in a few words which one it is, `lines` all of it; `worker` is
    the person (key) where it is about one. `require` refuses at the proposal what could not be done now; `carry_out`
    calls the act with an actor of both names, which refuses again.
    """

    duty: Duty
    subject: Callable[[Given], str]
    require: Callable[[Given, Actor, datetime], None]
    carry_out: Callable[[Given, Actor, datetime], object]
    about: Callable[[Given], str]
    lines: Callable[[Given], tuple[Line, ...]]
    worker: Callable[[Given], int | None] = lambda _: None
