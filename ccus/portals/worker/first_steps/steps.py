"""四つの手順: what of the guide's four steps is done, and the way to what is not (PORTAL-40)."""

from dataclasses import dataclass

from django.urls import reverse

from ccus.domain.workers.reading import steps_left
from ccus.domain.workers.terms import Step

SIGNED_IN = ("ログイン", "初期パスワードの変更")
"""Whoever sees the portal has done these two (SIGN-05)."""
WAYS = {
    Step.CONTENTS: ("worker:profile", "登録されている内容が正しいか、見てください。"),
    Step.DISCLOSURE: ("worker:disclosure", "ほかの会社に見せる内容を、選んでください。"),
}


@dataclass(frozen=True, slots=True)
class ShownStep:
    """手順の一つ; `href` is empty once it is done."""

    label: str
    text: str = ""
    href: str = ""


def first_steps(worker: int) -> tuple[ShownStep, ...]:
    """The four in the guide's order; nothing once all are done. One statement."""
    left = steps_left(worker)
    if not left:
        return ()
    pressed = (_shown(step, is_left=step in left) for step in WAYS)
    return (*map(ShownStep, SIGNED_IN), *pressed)


def _shown(step: Step, *, is_left: bool) -> ShownStep:
    page, text = WAYS[step]
    return ShownStep(step.label, text, reverse(page)) if is_left else ShownStep(step.label)
