"""ページ: which page of a list an address asks for."""

from django.http import HttpRequest


def page_of(request: HttpRequest) -> int:
    """The page's number, from 1; anything unreadable is the first."""
    typed = request.GET.get("page", "1")
    return max(1, int(typed)) if len(typed) < 5 and typed.isascii() and typed.isdecimal() else 1
