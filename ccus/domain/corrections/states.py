"""修正の状態の図: draws `docs/states/correction.md`.

`python -m ccus.domain.corrections.states` prints the page; `tests/house/test_states.py` compares it with the file.
"""

import sys

from ccus.domain.corrections.terms import SetState

FIRST = SetState.WRITING
TRANSITIONS: tuple[tuple[SetState, SetState, str, str], ...] = (
    (SetState.WRITING, SetState.WRITING, "行を書く・直す・外す", "係員"),
    (SetState.WRITING, SetState.PREVIEWING, "確認を作成する", "係員"),
    (SetState.WRITING, SetState.DISCARDED, "破棄する", "書いた係員"),
    (SetState.PREVIEWING, SetState.WRITING, "行を書く・直す・外す", "係員"),
    (SetState.PREVIEWING, SetState.STOPPED, "止まる理由が見つかる", "システム"),
    (SetState.PREVIEWING, SetState.WAITING, "確認が出来上がる", "システム"),
    (SetState.PREVIEWING, SetState.DISCARDED, "破棄する", "書いた係員"),
    (SetState.STOPPED, SetState.WRITING, "行を書く・直す・外す", "係員"),
    (SetState.STOPPED, SetState.PREVIEWING, "確認を作り直す", "係員"),
    (SetState.STOPPED, SetState.DISCARDED, "破棄する", "書いた係員"),
    (SetState.WAITING, SetState.WRITING, "行を書く・直す・外す", "係員"),
    (SetState.WAITING, SetState.PREVIEWING, "確認を作り直す", "係員"),
    (SetState.WAITING, SetState.WAITING, "許可する（もう一人が要る）", "別の係員"),
    (SetState.WAITING, SetState.RELEASED, "許可する（最後の一人）", "別の係員"),
    (SetState.WAITING, SetState.DISCARDED, "破棄する", "書いた係員"),
    (SetState.RELEASED, SetState.DONE, "反映する", "システム"),
    (
        SetState.RELEASED,
        SetState.WRITING,
        "確認とちがうものが見つかる、行を書く・直す・外す",
        "システム、係員",
    ),
    (SetState.RELEASED, SetState.DISCARDED, "破棄する", "書いた係員"),
    (SetState.DONE, SetState.TAKEN_BACK, "取り消しの修正を反映する", "システム"),
)
"""(before, after, what happens, who does it)."""

_HEAD = """# The states of a correction (修正の状態)

Drawn by `python -m ccus.domain.corrections.states` from `ccus/domain/corrections/states.py`. Do not edit.
The rules: [Corrections](../rules/corrections.md). The state is read from the set and its standing preview
(`ccus/domain/corrections/reading.py`); the database refuses every step out of turn
(`ccus/domain/corrections/migrations/sql/grants.sql`). A set that takes another one back goes the same way.
"""


def page() -> str:
    """The whole page: diagram, states, transitions."""
    return "\n".join([_HEAD, *_diagram(), "", *_table(), ""])


def closed() -> set[SetState]:
    """States that nothing leaves."""
    return set(SetState) - {before for before, *_ in TRANSITIONS}


def _diagram() -> list[str]:
    names = [f"    {state.value} : {state.label}" for state in SetState]
    moves = [
        f"    {before.value} --> {after.value} : {what}"
        for before, after, what, _ in TRANSITIONS
        if before is not after
    ]
    ends = [f"    {state.value} --> [*]" for state in SetState if state in closed()]
    start = f"    [*] --> {FIRST.value}"
    return ["```mermaid", "stateDiagram-v2", *names, start, *moves, *ends, "```"]


def _table() -> list[str]:
    rows = [
        f"| {before.label} | {after.label} | {what} | {who} |" for before, after, what, who in TRANSITIONS
    ]
    return ["| から | へ | 行為 | 行う人 |", "|---|---|---|---|", *rows]


if __name__ == "__main__":
    sys.stdout.write(page())
