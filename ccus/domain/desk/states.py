"""お問い合わせの状態の図: draws `docs/states/desk-case.md` from the tables of `rules.py`.

`python -m ccus.domain.desk.states` prints the page; a test compares it with the file.
"""

import sys

from ccus.domain.desk.rules import BEGINNINGS, DOERS, TRANSITIONS
from ccus.domain.desk.terms import State

_HEAD = """# The states of a case of the contact centre (お問い合わせの状態)

Drawn by `python -m ccus.domain.desk.states` from `ccus/domain/desk/rules.py`. Do not edit.
The rules: [The contact centre](../rules/desk.md).
"""


def page() -> str:
    """The whole page: diagram, and each move with who does it."""
    return "\n".join([_HEAD, *_diagram(), "", *_moves(), ""])


def _diagram() -> list[str]:
    names = [f"    {state.value} : {state.label}" for state in State]
    starts = [f"    [*] --> {state.value} : {move.label}" for move, state in BEGINNINGS.items()]
    moves = [
        f"    {before.value} --> {after.value} : {move.label}"
        for (before, move), after in TRANSITIONS.items()
    ]
    return [
        "```mermaid",
        "stateDiagram-v2",
        *names,
        *starts,
        *moves,
        f"    {State.DONE.value} --> [*]",
        "```",
    ]


def _moves() -> list[str]:
    begun = [
        f"| （なし） | {state.label} | {move.label} | {DOERS[move].label} |"
        for move, state in BEGINNINGS.items()
    ]
    moved = [
        f"| {before.label} | {after.label} | {move.label} | {DOERS[move].label} |"
        for (before, move), after in TRANSITIONS.items()
    ]
    return ["| から | へ | 行為 | 行う人 |", "|---|---|---|---|", *begun, *moved]


if __name__ == "__main__":
    sys.stdout.write(page())
