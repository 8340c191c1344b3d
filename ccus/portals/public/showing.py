"""ページを見せる: the frame of the public pages, the same for everybody."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

WAYS = (
    ("public:front", "ホーム"),
    ("public:guide", "使い方"),
    ("public:announcements", "お知らせ"),
    ("public:contact", "お問い合わせ"),
)
"""What stands on top of every public page; four words fit on the smallest telephone."""


def shown(
    request: HttpRequest, template: str, context: Mapping[str, object] | None = None, *, status: int = 200
) -> HttpResponse:
    """A public page in its frame, with the present one marked (PUB-01)."""
    match = request.resolver_match
    current = match.view_name if match else ""
    return render(request, template, {**(context or {}), "ways": WAYS, "current": current}, status=status)
