"""証明書を確かめる (PROOF-05 to PROOF-08)."""

from functools import partial

from allauth.account.adapter import get_adapter
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from ccus.domain.accounts import tries
from ccus.domain.accounts.rules import network_of
from ccus.domain.accounts.terms import Counted
from ccus.domain.accounts.tries import TooManyTries, Try
from ccus.domain.certificates.checking import Checked, check
from ccus.domain.certificates.terms import INCLUDES, Standing
from ccus.entrance.too_many import not_before
from ccus.foundation import clock
from ccus.portals.public.check.form import CheckForm
from ccus.portals.public.showing import shown

NOBODYS = "この確認コードの証明書は、見つかりません。証明書のコードと、もう一度見比べてください。"


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def check_page(request: HttpRequest) -> HttpResponse:
    """確認コードを入力する."""
    if request.method != "POST":
        return _page(request, CheckForm())
    form = CheckForm(request.POST)
    if not form.is_valid():
        return _page(request, form, 422)
    return redirect("public:check-code", code=form.cleaned_data["code"])


# A try is counted for good at once, whatever becomes of it (PROOF-05).
@transaction.non_atomic_requests
@never_cache
@require_safe
def check_code(request: HttpRequest, code: str) -> HttpResponse:
    """証明された内容, by the code that was typed or that the camera read."""
    form = CheckForm({"code": code})
    if not form.is_valid():
        return _page(request, form, 404)
    now = clock.now()
    network = network_of(get_adapter(request).get_client_ip(request))
    attempt = Try(((Counted.CHECKED_CODE, network),), now)
    try:
        tries.count(attempt)
    except TooManyTries as refusal:
        return not_before(form, refusal, partial(_page, request, form))
    checked = check(form.cleaned_data["code"], at=now)
    if checked is None:
        form.add_error("code", NOBODYS)
        return _page(request, form, 404)
    tries.give_back(attempt)
    answer = shown(request, "public/check/result.html", _context(checked))
    answer["X-Robots-Tag"] = "noindex"
    return answer


def _context(checked: Checked) -> dict[str, object]:
    figures = checked.certificate.figures if checked.certificate else None
    return {
        "checked": checked,
        "certificate": checked.certificate,
        "is_revoked": checked.standing is Standing.REVOKED,
        "includes": INCLUDES,
        "parts": (
            ("職種ごと（正式）", figures.trades, "日"),
            ("立場ごと（正式）", figures.positions, "日"),
            ("根拠ごと（就業履歴数）", figures.grades, "件"),
        )
        if figures
        else (),
    }


def _page(request: HttpRequest, form: CheckForm, status: int = 200) -> HttpResponse:
    return shown(request, "public/check/page.html", {"form": form}, status=status)
