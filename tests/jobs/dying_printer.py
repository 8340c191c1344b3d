"""A process that makes a batch of two parts and is killed while it makes the second: `KEY OFFICER`.

What it stores are the plain lines of a test and quick passwords: fifty sheets of paper would prove no more of a kill.
"""

import os
import signal
import sys
from collections.abc import Sequence
from typing import NoReturn
from uuid import UUID

import django

django.setup()

from django.test.utils import override_settings  # noqa: E402 - models are known only now

from ccus.domain.audit.terms import Actor, ActorKind  # noqa: E402
from ccus.domain.printing.actions.files import make_part  # noqa: E402
from ccus.domain.printing.jobs import alone_with  # noqa: E402
from ccus.domain.printing.making import ToEnclose  # noqa: E402
from ccus.foundation import clock  # noqa: E402
from tests.factories.printing import faces, letters  # noqa: E402


def killed(_letters: Sequence[ToEnclose]) -> NoReturn:
    """The end, when print data is stored and the passwords are made."""
    os.kill(os.getpid(), signal.SIGKILL)
    raise SystemExit


def main(key: UUID, by: Actor) -> None:
    """The first part whole, the second never."""
    with alone_with(key):
        make_part(batch=key, part=1, faces=faces, letters=letters, by=by, at=clock.now())
        make_part(batch=key, part=2, faces=faces, letters=killed, by=by, at=clock.now())


if __name__ == "__main__":
    with override_settings(PASSWORD_HASHERS=["tests.factories.accounts.QuickArgon2"]):
        main(UUID(sys.argv[1]), Actor(ActorKind.OPERATOR, int(sys.argv[2])))
