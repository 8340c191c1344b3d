"""文のページ: pages that are only read."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ccus.portals.public.showing import shown


@require_safe
def contact(request: HttpRequest) -> HttpResponse:
    """お問い合わせ (guide G00-2, G00-3, G20-5)."""
    return shown(request, "public/texts/contact.html")


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """個人情報の取り扱い: what applicants agree to (PUB-06)."""
    return shown(request, "public/texts/privacy.html")


@require_safe
def terms(request: HttpRequest) -> HttpResponse:
    """利用規約: what applicants agree to (PUB-06)."""
    return shown(request, "public/texts/terms.html")


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """アクセシビリティ方針 (PUB-07)."""
    return shown(request, "public/texts/accessibility.html")
