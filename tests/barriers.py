"""What axe-core finds on a page: barriers for people who see, hear or move otherwise than most."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

_IS_THERE = "typeof axe !== 'undefined'"
# Only what is wrong crosses over to us; what is right is a list of every element of the page.
_RUN = """() => axe.run({preload: false, resultTypes: ['violations']})
  .then(found => found.violations.map(rule => [rule.id, rule.nodes.map(node => node.html)]))"""


def barriers(page: Page) -> list[tuple[str, list[str]]]:
    """Each rule broken, and by which elements; of a page that has arrived whole."""
    page.wait_for_load_state()
    if not page.evaluate(_IS_THERE):
        page.evaluate(Axe().axe_script)
    return [(rule, elements) for rule, elements in page.evaluate(_RUN)]
