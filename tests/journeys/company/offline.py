"""A gate that was off the line for a month: what its journal held is sent at last, each tap with its own time."""

import json
from collections.abc import Iterable
from datetime import date, datetime, time
from urllib.request import Request, urlopen

from ccus.foundation import clock
from ccus.foundation.clock import JST
from tests.domain.work_history.gate import tap_id


def sends_journal(address: str, card: str, days: Iterable[date]) -> list[str]:
    """In at eight and out at five on each of the days, in one request; what became of each tap.

    `address` is the one that was shown when the reader was put up.
    """
    server, _, token = address.partition("/gate/#token=")
    moments = [
        (datetime.combine(day, time(hour), JST), direction)
        for day in days
        for hour, direction in ((8, "in"), (17, "out"))
    ]
    taps = [
        {
            "id": str(tap_id(at, seq)),
            "seq": seq,
            "card": card,
            "at": at.isoformat(timespec="milliseconds"),
            "direction": direction,
            "shown": "kept",
            "offset_ms": 0,
        }
        for seq, (at, direction) in enumerate(moments, 1)
    ]
    body = json.dumps({"sent_at": clock.now().isoformat(), "taps": taps}).encode()
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
    with urlopen(Request(f"{server}/v1/taps", body, headers)) as answer:
        return [str(result["outcome"]) for result in json.load(answer)["results"]]
