"""The gate page as people use it: somebody opens it, a reader types, the screen says something."""

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import BrowserContext, Error, Page, Route, expect

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

    def read(self, number: str, *, delay: float = 0) -> "Gate":
        """A USB reader types a number and Enter; with `delay` (ms) a person does."""
        self.page.keyboard.type(number, delay=delay)
        self.page.keyboard.press("Enter")
        return self

    def says(self, *words: str, heading: str | None = None) -> "Gate":
        """The screen shows these words."""
        for word in words:
            expect(self.page.locator("#stage")).to_contain_text(word)
        if heading is not None:
            expect(self.page.get_by_role("heading", level=1)).to_have_text(heading)
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
