"""答え: what came back from an address, in the words that can be searched: pages, Excel, CSV, drawings, PDF."""

import re
from dataclasses import dataclass
from email.message import Message
from io import BytesIO
from typing import Any
from urllib.parse import unquote
from zipfile import ZipFile

from pypdf import PdfReader

_SIGN_IN = re.compile(r"^/\w+/sign-in/\?next=")
SIGN_IN = "sign-in"
WAYS = {"405"}
TURNED_AWAY = {"401", "403", SIGN_IN, *WAYS}


@dataclass(frozen=True, slots=True)
class Answer:
    """`outcome`: the status, or `sign-in` where the way leads there. `words`: headers and body.

    `is_asked`: whether anybody looked at what stood behind the `?`.
    """

    address: str
    outcome: str
    words: str
    is_asked: bool

    @property
    def is_turned_away(self) -> bool:
        """The door said no: who are you, not you, not this way."""
        return self.outcome in TURNED_AWAY

    @property
    def is_no_way(self) -> bool:
        """Said of the address itself, whatever stands in its places (DOOR-04)."""
        return self.outcome in WAYS


def answer_of(address: str, response: Any) -> Answer:
    """What is in a response, whether it comes at once or in pieces."""
    body = b"".join(response.streaming_content) if response.streaming else response.content
    headers = unquote(" ".join(f"{name}: {value}" for name, value in response.headers.items()))
    words = f"{headers} {_words(body, response.headers.get('Content-Type', ''))}"
    is_asked = "GET" in vars(response.wsgi_request)  # Django reads it when it is first asked for
    return Answer(address, _outcome(response), words, is_asked)


def _outcome(response: Any) -> str:
    is_led = response.status_code == 302 and _SIGN_IN.match(response.headers["Location"])
    return SIGN_IN if is_led else str(response.status_code)


def _words(body: bytes, kind: str) -> str:
    if "spreadsheetml" in kind:
        with ZipFile(BytesIO(body)) as parts:
            body = b" ".join(parts.read(name) for name in parts.namelist())
    if "pdf" in kind and body.startswith(b"%PDF") and b"%%EOF" in body[-20:]:
        said = " ".join(page.extract_text() for page in PdfReader(BytesIO(body)).pages)
        return f"{said} {''.join(said.split())}"
    header = Message()
    header["Content-Type"] = kind
    return body.decode(header.get_content_charset("utf-8"), errors="replace")
