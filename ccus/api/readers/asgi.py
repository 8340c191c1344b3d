"""カードリーダーのサーバー: a handful of routes, no framework, nothing of Django (`uvicorn ccus.api.readers.asgi:app`).

Addresses: POST /v1/taps · GET /v1/taps/{id} · GET /v1/site · GET /healthz · /gate/ and the files of the gate page.
"""

import asyncio
import hashlib
from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress
from typing import Any
from uuid import UUID

from ccus.api.readers import protocol
from ccus.api.readers.desk import Desk, etag_of
from ccus.api.readers.lane import Lane, Unavailable
from ccus.api.readers.statics import HEADERS, Statics
from ccus.foundation import clock, databases, env

Scope = dict[str, Any]
Receive = Callable[[], Awaitable[dict[str, Any]]]
Send = Callable[[dict[str, Any]], Awaitable[None]]
Headers = Iterable[tuple[bytes, bytes]]

_JSON = (b"content-type", b"application/json")
_RETRY = (b"retry-after", b"1")
_CLOSE = (b"connection", b"close")
_SLOWEST_BODY = 20
"""Seconds that a body in pieces may take."""
_PATIENCE = 16 * protocol.LONGEST_BODY
_NO_STORE = (b"cache-control", b"no-store")


class Refusal(Exception):
    """お断り: a status with its code and sentence; nothing of the request is kept."""

    def __init__(self, status: int, code: str, sentence: str, *headers: tuple[bytes, bytes]) -> None:
        super().__init__(code)
        self.status, self.body, self.headers = status, protocol.refusal(code, sentence), headers


class Gone(Exception):
    """The client went away in the middle of its body."""


def _unknown_token() -> Refusal:
    return Refusal(
        401,
        "unknown_token",
        "この端末は登録されていないか、登録が取り消されています。現場の係の人に連絡してください。",
    )


def _try_again() -> Refusal:
    return Refusal(
        503,
        "unavailable",
        "ただいま受け付けられません。少し待って、同じ内容をもう一度送ってください。",
        _RETRY,
    )


def _not_found() -> Refusal:
    return Refusal(404, "not_found", "お探しのものはありません。")


class Application:
    """受付: the ASGI application. Connections open with the first request that needs them.

    `url` names the database; without one the environment does, when the first request comes.
    """

    def __init__(self, url: str = "") -> None:
        self._url = url
        self._lane: Lane | None = None
        self._desk: Desk | None = None
        self._statics = Statics()
        self._admitted: set[bytes] = set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request, or the life of the server."""
        if scope["type"] == "lifespan":
            await self._live(receive, send)
        if scope["type"] != "http":
            return
        try:
            if scope["path"] == "/v1/taps":
                await self._take_taps(scope, receive, send)
            else:
                await self._answer(scope, send)
        except Gone:
            return
        except Unavailable:
            refusal = _try_again()
            await _send(send, refusal.status, refusal.body, refusal.headers)
        except Refusal as refusal:
            await _send(send, refusal.status, refusal.body, refusal.headers)

    async def _live(self, receive: Receive, send: Send) -> None:
        while True:
            message = await receive()
            if message["type"] == "lifespan.shutdown":
                self.close()
            await send({"type": f"{message['type']}.complete"})
            if message["type"] == "lifespan.shutdown":
                return

    def close(self) -> None:
        """Let go of the database."""
        for counter in (self._lane, self._desk):
            if counter is not None:
                counter.close()

    async def _take_taps(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["method"] != "POST":
            raise Refusal(405, "method", "読み取りは POST で送ってください。", (b"allow", b"POST"))
        token = _token(scope)
        body = await _body(scope, receive)
        try:
            request = protocol.read(body, token, _now())
        except protocol.BadRequest as fault:
            raise Refusal(400, "bad_request", str(fault)) from fault
        # Whoever is not known yet asks at the desk: strangers must not fill the line that readers stand in.
        if token not in self._admitted and not await self._the_desk().may_enter(
            token, request.contact.received
        ):
            raise _unknown_token()
        if self._lane is None:
            self._lane = Lane(self._url or _url())
        await self._lane.put(request.contact)
        if request.contact.reader is None:
            self._admitted.discard(token)
            raise _unknown_token()
        self._admitted.add(token)
        await _send(send, 200, protocol.answer(request))

    async def _answer(self, scope: Scope, send: Send) -> None:
        path: str = scope["path"]
        if scope["method"] not in {"GET", "HEAD"}:
            raise _not_found()
        if path == "/v1/site":
            await self._tell_site(scope, send)
        elif path.startswith("/v1/taps/"):
            await self._tell_tap(scope, send, path.removeprefix("/v1/taps/"))
        elif path == "/healthz":
            is_well = await self._the_desk().is_well()
            await _send(
                send, 200 if is_well else 503, b'{"status":"%s"}' % (b"ok" if is_well else b"no database")
            )
        elif path in {"/", "/gate"}:
            await _send(send, 307, b"", [(b"location", b"/gate/")])
        else:
            await self._send_file(scope, send, path)

    def _the_desk(self) -> Desk:
        if self._desk is None:
            self._desk = Desk(self._url or _url())
        return self._desk

    async def _tell_site(self, scope: Scope, send: Send) -> None:
        now = _now()
        site = await self._the_desk().site(_token(scope), now)
        if site is None:
            raise _unknown_token()
        etag = etag_of(site)
        marks = [(b"etag", etag), (b"cache-control", b"private, no-cache")]
        if _header(scope, b"if-none-match") == etag:
            await _send(send, 304, b"", marks)
        else:
            body = protocol.encode({"server_time": protocol.instant(now), **site})
            await _send(send, 200, body, marks)

    async def _tell_tap(self, scope: Scope, send: Send, text: str) -> None:
        token, desk = _token(scope), self._the_desk()
        if not await desk.may_enter(token, _now()):
            raise _unknown_token()
        try:
            identifier = UUID(text)
        except ValueError as fault:
            raise _not_found() from fault
        reading = await desk.tap(token, identifier)
        if reading is None:
            raise _not_found()
        await _send(send, 200, protocol.stored_answer(identifier, reading), [_NO_STORE])

    async def _send_file(self, scope: Scope, send: Send, path: str) -> None:
        file = self._statics.find(path)
        if file is None:
            raise _not_found()
        if _header(scope, b"if-none-match") == file.etag:
            marks = [mark for mark in file.headers if mark[0] != b"content-length"]  # a 304 has no body
            await _start(send, 304, marks)
            await send({"type": "http.response.body", "body": b""})
            return
        await _start(send, 200, file.headers)
        await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else file.body})


def _now() -> int:
    return protocol.milliseconds(clock.now())


def _url() -> str:
    url = env.text("READER_DATABASE_URL")
    if url:
        return url
    named = databases.given()
    if named is None:
        raise RuntimeError("READER_DATABASE_URL が設定されていません。")
    return str(named.reader)


def _header(scope: Scope, name: bytes) -> bytes | None:
    for key, value in scope["headers"]:
        if key == name:
            found: bytes = value
            return found
    return None


def _token(scope: Scope) -> bytes:
    """The hash of the bearer token. Raises Refusal where there is none."""
    authorization = _header(scope, b"authorization") or b""
    if authorization[:7].lower() != b"bearer ":
        raise _unknown_token()
    return hashlib.sha256(authorization[7:].strip()).digest()


async def _body(scope: Scope, receive: Receive) -> bytes:
    """The whole body. Raises Refusal where it is too long, or Gone where it never ends."""
    length = _header(scope, b"content-length") or b"0"
    if length.isdigit() and int(length) > protocol.LONGEST_BODY:
        await _drain(receive, {"more_body": True})
        raise _too_long()
    message = await receive()
    body: bytes = message.get("body", b"")
    if not message.get("more_body"):
        return body
    try:
        async with asyncio.timeout(_SLOWEST_BODY):
            return await _rest(receive, message)
    except TimeoutError as fault:
        sentence = f"本文が {_SLOWEST_BODY}秒 たっても届き終わりませんでした。回線を確かめて、もう一度送ってください。"
        raise Refusal(408, "too_slow", sentence, _CLOSE) from fault


async def _rest(receive: Receive, message: dict[str, Any]) -> bytes:
    parts, size = [message.get("body", b"")], len(message.get("body", b""))
    while message.get("more_body"):
        message = await receive()
        if message["type"] == "http.disconnect":
            raise Gone
        parts.append(message.get("body", b""))
        size += len(parts[-1])
        if size > protocol.LONGEST_BODY:
            await _drain(receive, message)
            raise _too_long()
    return b"".join(parts)


async def _drain(receive: Receive, message: dict[str, Any]) -> None:
    """Let a client that is not absurd finish speaking; otherwise it hears a broken line, not what is wrong."""
    left = _PATIENCE
    with suppress(TimeoutError):
        async with asyncio.timeout(_SLOWEST_BODY):
            while left > 0 and message.get("more_body"):
                message = await receive()
                left -= len(message.get("body", b""))


def _too_long() -> Refusal:
    limit = protocol.LONGEST_BODY // 1024
    sentence = f"一度に送れるのは {limit} kB までです。{protocol.MOST_TAPS}件以下に分けて送ってください。"
    return Refusal(413, "too_long", sentence, _CLOSE)


async def _start(send: Send, status: int, headers: Headers) -> None:
    await send({"type": "http.response.start", "status": status, "headers": headers})


async def _send(send: Send, status: int, body: bytes, headers: Headers = ()) -> None:
    marks = [_JSON, (b"content-length", b"%d" % len(body)), *HEADERS, *headers]
    await send({"type": "http.response.start", "status": status, "headers": marks})
    await send({"type": "http.response.body", "body": body})


app = Application()
