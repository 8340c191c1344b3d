"""The gate page as people use it: somebody opens it, a reader types, the screen says something."""

import re
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import BrowserContext, Error, Page, Route, expect
from playwright.sync_api import TimeoutError as TooLate

from ccus.foundation import clock

# Looked at with every picture that the page draws.
_SAYS = """([words, heading]) => {
  const text = (at) => document.querySelector(at)?.textContent.replace(/\\s+/g, ' ').trim() ?? ''
  return words.every((word) => new RegExp(word).test(text('#stage'))) && (heading === null || text('h1') === heading)
}"""
_CODES = {"-": "Minus", " ": "Space", "Enter": "Enter"}
_PACE = 0.005
TAPS = "**/v1/taps"
SERVER = "**/v1/**"


@dataclass
class Gate:
    """カードリーダーの画面 in one tab."""

    page: Page
    address: str
    token: str

    def open(self) -> "Gate":
        """Open the address that the site was given."""
        self.page.goto(f"{self.address}/gate/#token={self.token}")
        return self

    def begin(self) -> "Gate":
        """受付を はじめる, with the list of the site at hand and the page kept for a reload."""
        self.page.get_by_role("button", name="受付を はじめる").click()
        self.is_online()
        self.page.evaluate("navigator.serviceWorker.ready.then(() => true)")
        return self

    def read(self, number: str) -> "Gate":
        """A USB reader types a number and Enter; the keys come with its own times, which a busy machine would tear."""
        keyboard, pressed = self.page.context.new_cdp_session(self.page), clock.now().timestamp()
        for place, sign in enumerate([*number, "Enter"]):
            key = {
                "key": sign,
                "code": _CODES.get(sign, f"Digit{sign}"),
                "timestamp": pressed + place * _PACE,
            }
            keyboard.send("Input.dispatchKeyEvent", key | {"type": "rawKeyDown"})
            keyboard.send("Input.dispatchKeyEvent", key | {"type": "keyUp"})
        keyboard.detach()
        return self

    def says(self, *words: str | re.Pattern[str], heading: str | None = None) -> "Gate":
        """The screen shows these words, all at once: an outcome stays for three seconds, however busy we are."""
        wanted = [*words] if heading is None else [*words, heading]
        try:
            self.page.wait_for_function(_SAYS, arg=[[_said(word) for word in words], heading])
        except TooLate as error:
            shown = self.page.locator("h1, #stage").all_inner_texts()
            raise AssertionError(f"{wanted} was never said at once; now the screen says {shown}") from error
        return self

    def waits(self) -> "Gate":
        """Back to waiting for a card."""
        expect(self.page.get_by_role("heading", level=1)).to_have_text("カード読み取り待ち受け")
        return self

    def has_unsent(self, count: int) -> "Gate":
        """未送信 n件."""
        expect(self.page.locator("#waiting b")).to_have_text(str(count), timeout=20_000)
        return self

    def is_online(self) -> "Gate":
        """オンライン."""
        expect(self.page.locator("#line")).to_have_text("オンライン")
        return self

    def do(self, module: str, code: str, given: Any = None) -> Any:
        """Run code against a module of the page: `m` is the module, `x` what is given."""
        return self.page.evaluate(
            f"([path, x]) => import(path).then(async (m) => ({code}))", [f"/gate/js/{module}.js", given]
        )

    def journal(self) -> list[dict[str, Any]]:
        """Every tap without a final answer."""
        return list(self.do("journal", "await m.everything()"))

    def hold(self) -> "Gate":
        """Stop the page's timers, so that an outcome can be looked at."""
        self.page.evaluate("() => { for (let i = setTimeout(() => {}); i > 0; i -= 1) clearTimeout(i); }")
        return self


def _said(word: str | re.Pattern[str]) -> str:
    """As the page's own regular expression."""
    return word.pattern if isinstance(word, re.Pattern) else re.sub(r"([\\^$.|?*+()\[\]{}])", r"\\\1", word)


def lose_the_next_reply(context: BrowserContext) -> None:
    """The server gets the taps and keeps them; its answer never arrives."""

    def swallow(route: Route) -> None:
        route.fetch()
        route.abort()

    context.route(TAPS, swallow, times=1)


def cut(context: BrowserContext) -> None:
    """Nothing answers any more."""
    context.route(SERVER, lambda route: route.abort())


def mend(context: BrowserContext) -> None:
    """The line is as before."""
    context.unroute_all(behavior="wait")


def open_again(page: Page) -> None:
    """Load the page anew; one that is just doing so by itself, because the line is back, need not be told."""
    try:
        page.reload()
    except Error as error:
        if not any(words in error.message for words in ("ERR_ABORTED", "Not attached to an active page")):
            raise
        page.wait_for_load_state()
