"""申告の状態の図: draws `docs/states/claim.md` from the tables of `claim_rules.py`.

`python -m ccus.domain.work_history.claim_states` prints the page; `tests/house/test_states.py` compares it with the
file.
"""

import sys
from collections.abc import Iterable

from ccus.domain.work_history.claim_rules import DOERS, TRANSITIONS, EntryFacts
from ccus.domain.work_history.claim_terms import ClaimAct, ClaimState, Doer

FIRST = (ClaimState.ALONE, ClaimState.WAITING)
"""はじまり: at a site that is not registered nobody is asked."""
OF_NO_DAY = (ClaimState.ATTACHED, ClaimState.WITHDRAWN)
"""States in which a claim makes nothing of its day."""

_HEAD = """# The states of a claim (申告の状態)

Drawn by `python -m ccus.domain.work_history.claim_states` from `ccus/domain/work_history/claim_rules.py`. Do not edit.
The rules: [Claims](../rules/claims.md).
"""


def page() -> str:
    """The whole page: diagram, what each state makes of the day, transitions, who may do what."""
    parts = (_diagram(), _days(), _transitions(), _matrix())
    return "\n".join([_HEAD, *(line for part in parts for line in (*part, ""))])


def closed() -> set[ClaimState]:
    """States that no act leaves."""
    return set(ClaimState) - {before for before, _ in TRANSITIONS}


def _diagram() -> list[str]:
    names = [f"    {state.value} : {state.label}" for state in ClaimState]
    starts = [f"    [*] --> {state.value}" for state in FIRST]
    moves = [
        f"    {before.value} --> {after.value} : {act.label}" for (before, act), after in TRANSITIONS.items()
    ]
    ends = [f"    {state.value} --> [*]" for state in ClaimState if state in closed()]
    return ["```mermaid", "stateDiagram-v2", *names, *starts, *moves, *ends, "```"]


def _days() -> list[str]:
    rows = [f"| `{state.value}` | {state.label} | {_of_day(state)} |" for state in ClaimState]
    return ["| State | 状態 | 入力した日 |", "|---|---|---|", *rows]


def _of_day(state: ClaimState) -> str:
    if state in OF_NO_DAY:
        return "（なし）"
    return EntryFacts(0, state, 0, None, None).verdict[0].label


def _transitions() -> list[str]:
    rows = [
        f"| {before.label} | {after.label} | {act.label} | {_names(DOERS[act])} |"
        for (before, act), after in TRANSITIONS.items()
    ]
    return ["| から | へ | 行為 | 行う人 |", "|---|---|---|---|", *rows]


def _matrix() -> list[str]:
    rows = [
        f"| {act.label} | {' | '.join('○' if doer in DOERS[act] else '' for doer in Doer)} |"
        for act in ClaimAct
    ]
    head = f"| 行為 | {' | '.join(doer.label for doer in Doer)} |"
    return [head, f"|---{'|---' * len(Doer)}|", *rows]


def _names(doers: Iterable[Doer]) -> str:
    return "、".join(doer.label for doer in Doer if doer in set(doers))


if __name__ == "__main__":
    sys.stdout.write(page())
