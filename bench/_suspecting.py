"""Who is suspected: reads what is asked and a number to begin from, answers in ms."""

import sys
import time
from collections.abc import Callable
from random import Random

import django

django.setup()

from bench._pairs import SEED  # noqa: E402
from bench._people import SCRIPTS, again, somebody  # noqa: E402 - the rest is known only now
from ccus.domain.applications.resembling import filed_alike  # noqa: E402
from ccus.domain.workers.matching import Described  # noqa: E402
from ccus.domain.workers.suspects import newest_suspects, resembling  # noqa: E402
from ccus.foundation import clock  # noqa: E402

_KNOWN = 3000
_CALLS: dict[str, Callable[[Described], object]] = {
    "registered": lambda one: resembling(one, on=clock.today()),
    "filed": lambda one: filed_alike(one, application=0),
    "page": lambda _: newest_suspects(on=clock.today()),
}


def main() -> None:
    """Serve the measurement until the input ends: each number stands for another of the first people registered."""
    chance = Random(SEED)
    people = [somebody(chance, SCRIPTS[nth % len(SCRIPTS)]) for nth in range(_KNOWN)]
    print("ready", flush=True)
    for line in sys.stdin:
        what, number = line.split()
        one = again(Random(int(number)), people[int(number) * 7 % _KNOWN])
        began = time.perf_counter()
        _CALLS[what](one)
        print((time.perf_counter() - began) * 1000, flush=True)


if __name__ == "__main__":
    main()
