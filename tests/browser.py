"""A real browser: Debian's Chromium, driven by Playwright; its shell without windows has half the work of it."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect, sync_playwright

_PROGRAMS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
# Nobody looks at a screen, and no page needs a process that waits in case another site is opened: without what stands
# in for a graphics card and without spare processes a page costs a quarter less. The others are off as Playwright
# has them, because the last word on the line counts.
_WITHOUT = (
    "SpareRendererForSitePerProcess,AcceptCHFrame,AvoidUnnecessaryBeforeUnloadCheckSync,BackForwardCache,"
    "DestroyProfileOnBrowserClose,DialMediaRouteProvider,GlobalMediaControls,HttpsUpgrades,LensOverlay,MediaRouter,"
    "OptimizationHints,PaintHolding,PlzDedicatedWorker,ThirdPartyStoragePartitioning,Translate"
)
_ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--no-zygote", f"--disable-features={_WITHOUT}")
# How long to wait before calling something missing: other tests and their servers share the cores.
_PATIENCE_MS = 20_000
PHONE: ViewportSize = {"width": 390, "height": 844}
COMPUTER: ViewportSize = {"width": 1280, "height": 900}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, once a run; fails with a plain sentence where the machine has none."""
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        pytest.fail(
            "Chromium が見つかりません。bin/setup --browser(root)か、手動で chromium を入れてください。"
        )
    # Playwright keeps an event loop in this thread; Django would take it for an async view.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    expect.set_options(timeout=_PATIENCE_MS)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=_ARGUMENTS)
        yield browser
        browser.close()


@contextmanager
def somebody(
    browser: Browser, screen: ViewportSize, *, has_script: bool = True, address: str | None = None
) -> Iterator[BrowserContext]:
    """Somebody in Tokyo who reads Japanese, with nothing remembered; `address` is put before paths."""
    with browser.new_context(
        locale="ja-JP",
        timezone_id="Asia/Tokyo",
        viewport=screen,
        java_script_enabled=has_script,
        base_url=address,
    ) as context:
        context.set_default_timeout(_PATIENCE_MS)
        yield context


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Somebody at a computer."""
    with somebody(browser, COMPUTER) as context:
        yield context


@pytest.fixture(params=["with script", pytest.param("without script", marks=pytest.mark.thorough)])
def has_script(request: pytest.FixtureRequest) -> bool:
    """Once as browsers are, and once with scripts switched off."""
    return bool(request.param == "with script")


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """The visitor's first tab."""
    return context.new_page()
