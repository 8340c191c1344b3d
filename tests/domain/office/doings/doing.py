"""やってみること: an act of the office in a world in which it can be done."""

from collections.abc import Callable
from dataclasses import dataclass

from ccus.domain.accounts.officers import OfficerMe
from ccus.domain.accounts.terms import Duty
from ccus.domain.audit.terms import Actor

Deed = Callable[[Actor], object]
"""The act, once the world is ready, by whoever tries it."""


@dataclass(frozen=True, slots=True)
class Doing:
    """`ready` makes the world and gives the act. `one` has the duty: holds the case, or proposed what a second answers.

    `second`: what a second officer has to do before, such as looking. `is_public`: others than officers may do it, too.
    """

    duty: Duty
    ready: Callable[[OfficerMe], Deed]
    second: Callable[[OfficerMe], object] = lambda _: None
    is_public: bool = False
