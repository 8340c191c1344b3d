"""申請の道のり: 提出 → お支払い → 審査 → 登録, with dates and where it stands."""

from dataclasses import dataclass
from datetime import date, datetime

from ccus.domain.applications.reading import ApplicationShown
from ccus.domain.applications.terms import NEXT_CARD, ApplicationKind, State
from ccus.foundation.clock import day_of

_REVIEWED = {
    State.SUBMITTED: "順番を待っています。",
    State.CORRECTED: "直した内容の審査を待っています。",
    State.IN_REVIEW: "窓口が内容と書類を見ています。",
}

_CARD_COMES = "新しいカードが今どこにあるかは、本人の「マイカード」に出ます。"


@dataclass(frozen=True, slots=True)
class Stage:
    """道のりの一段; `state` is done, now, stopped or ahead."""

    title: str
    state: str
    on: date | None = None
    text: str = ""


def way_of(case: ApplicationShown) -> tuple[Stage, ...]:
    """The stages in order; payment only where something is charged."""
    paying = (_paying(case),) if case.charge is not None else ()
    stages = (_filing(case), *paying, _reviewing(case), _ending(case))
    if case.state is not State.WITHDRAWN:
        return stages
    reached = next(number for number, stage in enumerate(stages) if stage.state != "done")
    stopped = Stage(stages[reached].title, "stopped", _day(case.closed_at), "取り下げました。")
    return (*stages[:reached], stopped, *stages[reached + 1 :])


def submitted_at(case: ApplicationShown) -> datetime | None:
    """When it was submitted for the first time; None before that."""
    first = next((step for step in case.steps if step.state in {State.FEE_DUE, State.SUBMITTED}), None)
    return first.at if first else None


def _filing(case: ApplicationShown) -> Stage:
    at = submitted_at(case)
    if at is None:
        return Stage("提出", "now", text="内容を入力して、提出してください。")
    return Stage("提出", "done", _day(at))


def _paying(case: ApplicationShown) -> Stage:
    charge = case.charge
    if charge is not None and charge.is_settled:
        return Stage("お支払い", "done", charge.paid_on, "" if charge.paid_on else "料金は免除になりました。")
    return Stage("お支払い", "now" if case.state is State.FEE_DUE else "ahead")


def _reviewing(case: ApplicationShown) -> Stage:
    if case.state in {State.APPROVED, State.REJECTED}:
        is_good = case.state is State.APPROVED
        return Stage(
            "審査",
            "done" if is_good else "stopped",
            _day(case.closed_at),
            "" if is_good else "却下されました。",
        )
    if case.state is State.RETURNED:
        return Stage(
            "審査",
            "stopped",
            _day(case.steps[-1].at),
            "直すところがあります。直して、もう一度提出してください。",
        )
    if case.state in _REVIEWED:
        return Stage("審査", "now", _day(case.steps[-1].at), _REVIEWED[case.state])
    return Stage("審査", "ahead")


def _ending(case: ApplicationShown) -> Stage:
    is_card = case.kind in NEXT_CARD
    title = "退会" if case.kind is ApplicationKind.WITHDRAWAL else "承認" if is_card else "登録"
    if case.state is State.APPROVED:
        return Stage(title, "done", _day(case.closed_at), _CARD_COMES if is_card else "")
    return Stage(title, "ahead")


def _day(at: datetime | None) -> date | None:
    return day_of(at) if at is not None else None
