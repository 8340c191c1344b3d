"""文のページ: pages that are only read."""

from django.http import HttpRequest, HttpResponse

from ccus.portals.public.showing import read_by_all, shown


@read_by_all
def contact(request: HttpRequest) -> HttpResponse:
    """お問い合わせ (guide G00-2, G00-3, G20-5)."""
    return shown(request, "public/texts/contact.html")


@read_by_all
def privacy(request: HttpRequest) -> HttpResponse:
    """個人情報の取り扱い: what applicants agree to (PUB-06)."""
    return shown(request, "public/texts/privacy.html")


@read_by_all
def terms(request: HttpRequest) -> HttpResponse:
    """利用規約: what applicants agree to (PUB-06)."""
    return shown(request, "public/texts/terms.html")


@read_by_all
def accessibility(request: HttpRequest) -> HttpResponse:
    """アクセシビリティ方針 (PUB-07)."""
    return shown(request, "public/texts/accessibility.html")
