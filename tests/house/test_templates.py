"""What every page carries, read from its template: language, title, no inline script or style, guarded forms."""

import re
from pathlib import Path

import pytest

from tests.house.source import text, tracked

TEMPLATES = tracked("ccus/**/*.html")
INLINE = re.compile(
    r"<script(?![^>]*\bsrc=)[^>]*>|<style\b|\sstyle=|\son[a-z]+=\"|javascript:", re.IGNORECASE
)


@pytest.mark.parametrize("path", TEMPLATES, ids=str)
def test_a_page_says_its_language_and_its_title(path: Path) -> None:
    page = text(path)
    if "<html" in page:
        assert re.search(r"<html[^>]*\slang=", page)
        assert "<title" in page


@pytest.mark.parametrize("path", TEMPLATES, ids=str)
def test_a_page_keeps_to_the_content_security_policy(path: Path) -> None:
    assert not INLINE.search(text(path))


@pytest.mark.parametrize("path", TEMPLATES, ids=str)
def test_a_form_that_changes_something_is_guarded_against_forgery(path: Path) -> None:
    forms = re.findall(r"<form\b[^>]*method=\"post\".*?</form>", text(path), re.IGNORECASE | re.DOTALL)
    assert not [form for form in forms if "csrf_token" not in form]
