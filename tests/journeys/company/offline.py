"""A gate that was off the line for a month: what its journal held is sent at last, each tap with its own time."""

import http.client
import json
from collections.abc import Iterable
from datetime import date, datetime, time
from urllib.parse import urlsplit

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
    line = http.client.HTTPConnection(urlsplit(server).netloc)
    line.request("POST", "/v1/taps", body, {"Authorization": f"Bearer {token}"})
    told = json.load(line.getresponse())
    line.close()
    return [str(result["outcome"]) for result in told["results"]]
