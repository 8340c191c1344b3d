"""Every rule that the code cites stands on a page of docs/rules, once, and the index leads to it."""

import re
from collections import Counter
from pathlib import Path

from ccus.foundation.env import REPOSITORY

RULES = REPOSITORY / "docs" / "rules"
INDEX = RULES / "README.md"
PAGES = sorted(page for page in RULES.glob("*.md") if page != INDEX)
LETTERS = (
    "DAY|REC|CLAIM|TAP|FACT|SITE|CARD|REG|SIGN|GATE|PORTAL|MONTH|EVID|FEE|USE|FEAT|NOTE|DISC|DATA|APP|PUB|OFFICE|PAPER"
    "|REPORT|EMP|READY|ORG|PROOF|SAME|PRINT|LEAVE|RESET|PROXY|SEEK|LOOK|DOOR|DESK|FIX|EYES|FIG|KEEP|D"
)
NUMBER = rf"\b(?:{LETTERS})-\d\d\b"
CODE = {".py", ".sql", ".js", ".css", ".html", ".sh", ".lua"}


def stated(page: Path) -> list[str]:
    """The rules a page states: numbers that begin a heading, a list item, a row or a paragraph."""
    return re.findall(rf"^[#*|\-\s`]*({NUMBER})", page.read_text(), re.MULTILINE)


def cited() -> dict[str, str]:
    """Rule number → a file that cites it; a span `DAY-02 to DAY-06` cites its ends."""
    files = [path for room in ("ccus", "tests", "bench") for path in (REPOSITORY / room).rglob("*")]
    code = [path for path in files if path.suffix in CODE and "vendor" not in path.parts]
    return {
        rule: str(path.relative_to(REPOSITORY))
        for path in code
        for rule in re.findall(NUMBER, path.read_text())
    }


def indexed() -> dict[str, str]:
    """First letters of a rule → the page that the index names for it."""
    return dict(re.findall(r"^\| `([A-Z]+)` \| \[[^]]+\]\(([\w-]+\.md)\)", INDEX.read_text(), re.MULTILINE))


def test_a_rule_cited_in_the_code_stands_on_a_page() -> None:
    known = {rule for page in PAGES for rule in stated(page)}
    assert {rule: file for rule, file in cited().items() if rule not in known} == {}


def test_a_rule_stands_on_one_page_once() -> None:
    counted = Counter(rule for page in PAGES for rule in stated(page))
    assert [rule for rule, times in counted.items() if times > 1] == []


def test_the_index_leads_to_the_page_of_every_rule() -> None:
    pages = {rule[: rule.index("-")]: page.name for page in PAGES for rule in stated(page)}
    assert indexed() == pages
