"""はじめて登録する方."""

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
from ccus.domain.accounts.tries import TooManyTries
from ccus.domain.applications.actions.applicants import ask_for_login
from ccus.domain.audit.terms import SYSTEM
from ccus.entrance.too_many import not_before
from ccus.foundation import clock
from ccus.foundation.refusals import Refusal
from ccus.portals.public.register.form import AskingForm
from ccus.portals.public.showing import shown


# An asking is counted for good at once, whatever becomes of it (PUB-09).
@transaction.non_atomic_requests
@never_cache
@require_http_methods(["GET", "POST"])
def register(request: HttpRequest) -> HttpResponse:
    """申請用ログインIDの申し込み (PUB-08)."""
    if request.method == "GET":
        return _page(request, AskingForm())
    form = AskingForm(request.POST)
    if not form.is_valid():
        return _page(request, form, 422)
    try:
        _ask(request, form)
    except TooManyTries as refusal:
        return not_before(form, refusal, partial(_page, request, form))
    except Refusal as refusal:
        form.refuse(refusal)
        return _page(request, form, 422)
    return redirect("public:register-sent")


@require_safe
def register_sent(request: HttpRequest) -> HttpResponse:
    """メールを送りました: the same page, whether the address was known or not (PUB-08)."""
    return shown(request, "public/register/sent.html")


def _ask(request: HttpRequest, form: AskingForm) -> None:
    given, now = form.cleaned_data, clock.now()
    network = network_of(get_adapter(request).get_client_ip(request))
    counted = ((Counted.ASKED_MAIL, _mailbox(given["mail"])), (Counted.ASKED_NETWORK, network))
    tries.count(tries.Try(counted, now))
    ask_for_login(
        name=given["name"],
        kana=given["kana"],
        mail=given["mail"],
        is_for_company=given["about"] == "company",
        by=SYSTEM,
        at=now,
    )


def _mailbox(address: str) -> str:
    """Where mail to an address lies: what stands behind a plus leads nowhere else."""
    local, _, domain = address.lower().rpartition("@")
    return f"{local.partition('+')[0]}@{domain}"


def _page(request: HttpRequest, form: AskingForm, status: int = 200) -> HttpResponse:
    return shown(request, "public/register/page.html", {"form": form}, status=status)
