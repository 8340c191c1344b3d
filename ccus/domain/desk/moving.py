"""経過を書く: one entry more, and the state that it leads to (DESK-03)."""

from dataclasses import dataclass
from datetime import date, datetime

from ccus.domain.audit.terms import Actor
from ccus.domain.desk.models import DeskCase, DeskEntry
from ccus.domain.desk.policies import NotNow
from ccus.domain.desk.rules import TRANSITIONS
from ccus.domain.desk.screens import Screen
from ccus.domain.desk.terms import Move, State
from ccus.foundation.constraints import one_at_a_time, refusing


@dataclass(frozen=True, slots=True)
class Said:
    """言ったこと: words, and with an answer the canned one it began with, and the screen it opens (of a day)."""

    words: str = ""
    answer: str = ""
    screen: Screen | None = None
    screen_on: date | None = None


NOTHING = Said()


def one_by_one(case: DeskCase) -> DeskCase:
    """Acts on one case run one after the other; as it stands then."""
    one_at_a_time("desk_case", case.pk)
    return DeskCase.objects.get(pk=case.pk)


def move(case: DeskCase, what: Move, said: Said = NOTHING, *, holder: str, by: Actor, at: datetime) -> State:
    """Move the case as it stands; `holder` has it afterwards. Returns the new state. Raises `NotNow`."""
    to = TRANSITIONS.get((State(case.state), what))
    if to is None:
        raise not_now()
    enter(case, what, to, said, ordinal=case.steps + 1, by=by, at=at)
    is_open = to is not State.DONE
    DeskCase.objects.filter(pk=case.pk).update(
        state=to,
        steps=case.steps + 1,
        taken_by="" if to is State.RECEIVED else holder,
        moved_at=case.moved_at
        if to == case.state
        else at,  # whoever adds a word does not wait anew (DESK-15)
        closed_at=None if is_open else at,
    )
    return to


def enter(
    case: DeskCase, what: Move, to: State, said: Said, *, ordinal: int, by: Actor, at: datetime
) -> None:
    """The entry itself. Raises `NotNow` where somebody was quicker."""
    with refusing({"desk_entry_once": not_now()}):
        DeskEntry.objects.create(
            case=case,
            ordinal=ordinal,
            move=what,
            to_state=to,
            at=at,
            by=str(by),
            words=said.words,
            answer=said.answer,
            screen=said.screen or "",
            screen_on=said.screen_on,
        )


def not_now() -> NotNow:
    """The refusal for a case that has gone on in the meantime."""
    return NotNow("このお問い合わせは、今その段階ではありません。画面を開き直して、確かめてください。")
