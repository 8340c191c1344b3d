"""状態の図: draws `docs/states/application.md` from the tables of `rules.py`.

`python -m ccus.domain.applications.states` prints the page; `tests/house/test_states.py` compares it with the file.
"""

import sys

from ccus.domain.applications.rules import OWNERS, TRANSITIONS
from ccus.domain.applications.terms import CLOSED, State

_HEAD = """# The states of an application (申請の状態)

Drawn by `python -m ccus.domain.applications.states` from `ccus/domain/applications/rules.py`. Do not edit.
The rules: [Applications](../rules/applications.md).
"""


def page() -> str:
    """The whole page: diagram, owners, transitions."""
    return "\n".join([_HEAD, *_diagram(), "", *_owners(), "", *_transitions(), ""])


def _diagram() -> list[str]:
    names = [f"    {state.value} : {state.label}" for state in State]
    moves = [
        f"    {before.value} --> {after.value} : {words}" for (before, after), words in TRANSITIONS.items()
    ]
    ends = [f"    {state.value} --> [*]" for state in State if state in CLOSED]
    return ["```mermaid", "stateDiagram-v2", *names, "    [*] --> draft", *moves, *ends, "```"]


def _owners() -> list[str]:
    rows = [f"| `{state.value}` | {state.label} | {owner.label} |" for state, owner in OWNERS.items()]
    return ["| State | 状態 | いま動く人 |", "|---|---|---|", *rows]


def _transitions() -> list[str]:
    rows = [f"| {before.label} | {after.label} | {words} |" for (before, after), words in TRANSITIONS.items()]
    return ["| から | へ | 行為 |", "|---|---|---|", *rows]


if __name__ == "__main__":
    sys.stdout.write(page())
