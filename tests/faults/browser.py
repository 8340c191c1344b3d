"""kill -9 of the gate's browser in the middle of taps: `python -m tests.faults.browser --kills 20 --taps 10000`.

Cards are typed at speed into a real Chromium with a profile of its own; the browser is killed, started again with the
same profile and goes on. In every second round the server stands still, so that the journal alone holds the taps.
At the end each tap that the page had read back from its journal must be in the database, none twice (GATE-10,
GATE-12, GATE-13).
"""

import argparse
import asyncio
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import psycopg
from playwright.async_api import CDPSession, Page, Playwright, async_playwright
from playwright.async_api import Error as BrowserGone

from ccus.foundation import clock, env
from ccus.foundation.databases import Databases
from tests.databases import stocked

TOKEN = "seimon-no-tanmatsu"
AT_ONCE = 30  # taps entered and not yet read back; more than a browser keeps up with
PACE = 0.002  # seconds from key to key
PATIENCE = 180  # seconds for a start or a drain, on a busy machine
FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--remote-debugging-port=0",
    "--no-first-run",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-renderer-backgrounding",
    "--mute-audio",
    "--hide-crash-restore-bubble",
)
# Watches the page read a tap back from its journal, and tells us the card.
WATCH = """{
  const get = IDBObjectStore.prototype.get;
  IDBObjectStore.prototype.get = function (key) {
    const request = get.call(this, key);
    if (this.name === "journal")
      request.addEventListener("success", () => { if (request.result) readBack(request.result.card); });
    return request;
  };
}"""
DRAIN = """async () => {
  const journal = await import("/gate/js/journal.js");
  while (await journal.waiting()) await new Promise((done) => setTimeout(done, 100));
}"""
LAST_NUMBER = "async () => (await (await import('/gate/js/pairing.js')).current()).last_seq"
# One site, one gate, and a card for every tap, so that a tap is known by its card.
DATA = """
with fact as (select date '2019-04-01' as since, timestamptz '2019-04-01 00:00+09' as at, 'system:0' as by),
prime as (
    insert into company (number, name, name_kana, is_sole_proprietor, registered_at)
    select '00000000000122', '佐藤建設', 'サトウケンセツ', false, at from fact returning id
), spot as (insert into place (kind) values ('registered') returning id),
site as (
    insert into site (place_id, number, name, name_kana, address, prime_id, registered_at)
    select s.id, '00000000000123', '未来タワー新築工事', 'ミライタワー', '東京都', p.id, at from spot s, prime p, fact
    returning place_id
), period as (
    insert into accumulation_period (site_id, valid_from, recorded_at, recorded_by)
    select place_id, since, at, by from site, fact
), gate as (
    insert into reader (place_id, name, token_hash, enrolled_at, enrolled_by)
    select place_id, '正門', sha256(%(token)s::bytea), at, by from site, fact
), people as (
    insert into worker (number, birth_on, registered_on)
    select lpad(n::text, 12, '0') || '21', '1980-01-01', since from generate_series(1, %(people)s) n, fact
    returning id, number
)
insert into card (worker_id, serial, token, colour, issued_at, expires_on)
select id, 1, number || '01', 'white', at, '2099-04-01' from people, fact returning token
"""


@dataclass
class Taps:
    """The taps of all lives of the browser: entered, read back by the page, and those whose fate a kill hid."""

    cards: Sequence[str]
    entered: int = 0
    read_back: set[str] = field(default_factory=set)
    open: set[str] = field(default_factory=set)
    hidden: set[str] = field(default_factory=set)
    moved: asyncio.Event = field(default_factory=asyncio.Event)

    def next(self) -> str:
        card = self.cards[self.entered]
        self.entered += 1
        self.open.add(card)
        return card

    def keep(self, card: str) -> None:
        self.read_back.add(card)
        self.open.discard(card)
        self.moved.set()

    async def room(self, most: int) -> None:
        """Until no more than `most` are open."""
        while len(self.open) > most:
            self.moved.clear()
            await self.moved.wait()

    def hide(self) -> None:
        """The browser is dead: nobody saw what became of the open ones."""
        self.hidden |= self.open
        self.open.clear()


@dataclass
class Chromium:
    """The processes of one browser, and where it listens."""

    process: asyncio.subprocess.Process
    endpoint: str
    noise: "asyncio.Task[bytes]"

    @classmethod
    async def start(cls, profile: Path) -> "Chromium":
        program = shutil.which("chromium") or shutil.which("google-chrome") or "chromium-browser"
        process = await asyncio.create_subprocess_exec(
            program,
            *FLAGS,
            f"--user-data-dir={profile}",
            "about:blank",
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.PIPE,
            start_new_session=True,
        )
        assert process.stderr
        line = b""
        while b"DevTools listening on " not in line:
            line = await process.stderr.readline()
            assert line, "Chromium が起動しませんでした。"
        return cls(process, line.decode().split()[-1], asyncio.create_task(process.stderr.read()))

    def kill(self) -> None:
        """kill -9 of every process of this browser."""
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)

    async def end(self) -> None:
        self.kill()
        await self.process.wait()
        await self.noise


@dataclass
class Life:
    """One life of the browser, from its start to the kill: the page of the gate, and keys to press."""

    chromium: Chromium
    page: Page
    keyboard: CDPSession

    @classmethod
    @asynccontextmanager
    async def lived(
        cls, playwright: Playwright, profile: Path, address: str, taps: Taps
    ) -> AsyncIterator["Life"]:
        """A browser that has sent all that the one before left in the journal; killed at the latest at the end."""
        chromium = await Chromium.start(profile)
        try:
            async with asyncio.timeout(PATIENCE):
                browser = await playwright.chromium.connect_over_cdp(chromium.endpoint)
                page = browser.contexts[0].pages[0]
                keyboard = await browser.contexts[0].new_cdp_session(page)
                keyboard.on("Runtime.bindingCalled", lambda call: taps.keep(call["payload"]))
                await keyboard.send("Runtime.enable")
                await keyboard.send("Runtime.addBinding", {"name": "readBack"})
                await page.add_init_script(WATCH)
                await page.goto(address)
                await page.locator("body[data-screen=start], body[data-screen=wait]").wait_for(
                    state="attached"
                )
                await page.evaluate(DRAIN)
            yield cls(chromium, page, keyboard)
        finally:
            await chromium.end()
        with suppress(BrowserGone):
            await browser.close()

    async def type(self, card: str) -> None:
        """The keys of a USB reader, as fast as the browser takes them, with the times that a keyboard gives them.

        Without times a busy machine tears a number apart, which no reader does.
        """
        keys = [(f"Digit{digit}", digit, ord(digit)) for digit in card] + [("Enter", "Enter", 13)]
        pressed = clock.now().timestamp()
        events = [
            {
                "type": kind,
                "code": code,
                "key": key,
                "windowsVirtualKeyCode": number,
                "timestamp": pressed + place * PACE,
            }
            for place, (code, key, number) in enumerate(keys)
            for kind in ("rawKeyDown", "keyUp")
        ]
        await asyncio.gather(*(self.keyboard.send("Input.dispatchKeyEvent", event) for event in events))


@dataclass
class Gate:
    """The gate: its server, its database, the browser's profile, and what was entered."""

    databases: Databases
    server: "subprocess.Popen[bytes]"
    address: str
    profile: Path
    taps: Taps
    last_number: int = 0

    async def stand(self, kills: int) -> None:
        """All taps in `kills` rounds, each with a kill in its middle; then everything is drained."""
        size = len(self.taps.cards) // kills
        async with async_playwright() as playwright:
            for number in range(kills):
                deadly = number * size + random.randint(size // 5, size * 4 // 5)
                async with self._life(playwright) as life:
                    with self._standing_still(number % 2 == 0):
                        await self._enter_until_killed(life, self.taps.cards[deadly:][:AT_ONCE])
                        say(f"kill {number + 1:2}/{kills}: {self._so_far()}")
                self.taps.hide()
            async with self._life(playwright) as life:
                await self._enter(life)
                await life.page.evaluate(DRAIN)
                self.last_number = await life.page.evaluate(LAST_NUMBER)

    def _life(self, playwright: Playwright) -> AbstractAsyncContextManager[Life]:
        """The token is given once; later lives find it on the device."""
        token = "" if self.taps.entered else f"#token={TOKEN}"
        return Life.lived(playwright, self.profile, f"{self.address}/gate/{token}", self.taps)

    async def _enter(self, life: Life) -> None:
        """Everything that is left, until each tap has been read back."""
        while self.taps.entered < len(self.taps.cards):
            await self.taps.room(AT_ONCE - 1)
            await life.type(self.taps.next())
        async with asyncio.timeout(PATIENCE):
            await self.taps.room(0)

    async def _enter_until_killed(self, life: Life, deadly: Sequence[str]) -> None:
        """The kill comes the moment one of the deadly taps has been read back; typing goes on until it strikes."""
        typing = asyncio.create_task(self._enter(life))
        async with asyncio.timeout(PATIENCE):
            while not self.taps.read_back.intersection(deadly):
                self.taps.moved.clear()
                await self.taps.moved.wait()
        await life.chromium.end()
        typing.cancel()
        with suppress(BrowserGone, asyncio.CancelledError):
            await typing

    @contextmanager
    def _standing_still(self, is_so: bool) -> Iterator[None]:
        """The server answers nothing, neither yes nor no."""
        if is_so:
            self.server.send_signal(signal.SIGSTOP)
        try:
            yield
        finally:
            self.server.send_signal(signal.SIGCONT)

    def _so_far(self) -> str:
        taps, stored = self.taps, {card for card, _ in self.stored()}
        alone = len(taps.read_back - stored)
        return f"{taps.entered:,} entered, {len(taps.read_back):,} read back, {alone:,} of them in the journal alone"

    def stored(self) -> list[tuple[str, int]]:
        """Card and number of every tap in the database."""
        with psycopg.connect(str(self.databases.owner)) as connection:
            return connection.execute("select card, seq from tap order by seq").fetchall()

    def days(self) -> int:
        """就業履歴 made of them."""
        with psycopg.connect(str(self.databases.owner)) as connection:
            row = connection.execute("select count(*) from work_record").fetchone()
            return int(row[0]) if row else 0


def count(gate: Gate, kills: int) -> tuple[dict[str, int], dict[str, int]]:
    """What happened, and what must not have happened: every number of the second part is 0."""
    taps, stored = gate.taps, gate.stored()
    cards, numbers = [card for card, _ in stored], [number for _, number in stored]
    happened = {
        "kills of the browser": kills,
        "taps entered": taps.entered,
        "read back from the journal": len(taps.read_back),
        "in the air at a kill": len(taps.hidden - taps.read_back),
        "  of them arrived": len((taps.hidden - taps.read_back).intersection(cards)),
        "stored": len(stored),
    }
    faults = {
        "read back and not stored": len(taps.read_back.difference(cards)),
        "stored twice": len(cards) - len(set(cards)),
        "stored and never entered": len(set(cards).difference(taps.cards[: taps.entered])),
        "numbers missing or double": len(set(range(1, gate.last_number + 1)) ^ set(numbers))
        + len(numbers)
        - len(set(numbers)),
        "stored without their day": abs(len(set(cards)) - gate.days()),
    }
    for card in set(cards).difference(taps.cards[: taps.entered]):
        say(f"stored and never entered: {card}")
    return happened, faults


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


@contextmanager
def reader_server(databases: Databases) -> Iterator[tuple["subprocess.Popen[bytes]", str]]:
    """The reader server's process and address. Its door is open before it stands behind it."""
    serve = [sys.executable, "-m", "uvicorn", "ccus.api.readers.asgi:app", "--log-level", "warning", "--fd"]
    with socket.create_server(("127.0.0.1", 0)) as door:
        server = subprocess.Popen(
            [*serve, str(door.fileno())],
            cwd=env.REPOSITORY,
            env=os.environ | databases.environment(),
            pass_fds=[door.fileno()],
        )
        try:
            yield server, f"http://127.0.0.1:{door.getsockname()[1]}"
        finally:
            server.terminate()
            server.wait()


def besiege(databases: Databases, *, kills: int, taps: int) -> tuple[dict[str, int], dict[str, int]]:
    """The whole run over a migrated, empty database: what happened, and the faults."""
    with psycopg.connect(str(databases.owner)) as connection:
        cards = connection.execute(DATA, {"token": TOKEN, "people": taps}).fetchall()
    with (
        reader_server(databases) as (server, address),
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile,
    ):
        gate = Gate(databases, server, address, Path(profile), Taps(sorted(card for (card,) in cards)))
        asyncio.run(gate.stand(kills))
        return count(gate, kills)


def main() -> int:
    """0 when nothing was lost and nothing is there twice, else 1."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--taps", type=int, default=10_000)
    asked = parser.parse_args()
    with stocked() as stock, stock.copy() as databases:
        happened, faults = besiege(databases, kills=asked.kills, taps=asked.taps)
    for what, number in (happened | faults).items():
        say(f"{what:28}{number:8,}")
    say("every tap arrived once" if not any(faults.values()) else "TAPS WERE LOST OR DOUBLED")
    return 1 if any(faults.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
