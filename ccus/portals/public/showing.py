"""ページを見せる: the frame of the public pages, the same for everybody."""

from collections.abc import Callable, Mapping
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]

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


def read_by_all(view: View[P]) -> View[P]:
    """A page that is only read. It travels compressed: it holds no secret that its length could betray (PUB-01)."""
    return require_safe(gzip_page(view))
