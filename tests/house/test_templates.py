"""What every page carries, read from its template: language, title, no inline script or style, guarded forms."""

import re

from tests.house.source import text, tracked

TEMPLATES = tracked("ccus/**/*.html")
INLINE = re.compile(
    r"<script(?![^>]*\bsrc=)[^>]*>|<style\b|\sstyle=|\son[a-z]+=\"|javascript:", re.IGNORECASE
)


def _says_both(page: str) -> bool:
    return re.search(r"<html[^>]*\slang=", page) is not None and "<title" in page


def test_a_page_says_its_language_and_its_title() -> None:
    whole = [path for path in TEMPLATES if "<html" in text(path)]
    assert whole
    assert [str(path) for path in whole if not _says_both(text(path))] == []


def test_a_page_keeps_to_the_content_security_policy() -> None:
    found = [(path, INLINE.search(text(path))) for path in TEMPLATES]
    assert [f"{path}: {match[0]}" for path, match in found if match] == []


def test_a_form_that_changes_something_is_guarded_against_forgery() -> None:
    forms = re.compile(r"<form\b[^>]*method=\"post\".*?</form>", re.IGNORECASE | re.DOTALL)
    found = [(path, form) for path in TEMPLATES for form in forms.findall(text(path))]
    assert [f"{path}: {form}" for path, form in found if "csrf_token" not in form] == []
