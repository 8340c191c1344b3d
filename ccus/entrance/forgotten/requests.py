"""再設定の申し込み: for whoever has no own address, or no longer reads it (RESET-05)."""

from functools import partial

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from ccus.domain.accounts import tries
from ccus.domain.accounts.officers import officer_of
from ccus.domain.accounts.terms import Counted
from ccus.domain.accounts.tries import TooManyTries
from ccus.domain.audit.terms import SYSTEM, Actor
from ccus.domain.recovery import digests
from ccus.domain.recovery.actions.requests import ask_reset
from ccus.entrance.forgotten.form import RequestForm
from ccus.entrance.forgotten.pages import counted, shown
from ccus.entrance.too_many import not_before
from ccus.foundation import clock


# An opening is counted for good at once, whatever becomes of it.
@transaction.non_atomic_requests
@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def request_opening(request: HttpRequest) -> HttpResponse:
    """申し込む: right or wrong, the answer is a 受付番号 and a 合言葉, shown once; a job looks afterwards."""
    form = RequestForm(request.POST or None)
    if request.method == "GET":
        return _page(request, RequestForm())
    if not form.is_valid():
        return _page(request, form, 422)
    given = form.cleaned_data
    try:
        tries.count(counted(request, Counted.OPENED_RESET, given["login_id"]))
    except TooManyTries as refusal:
        return not_before(form, refusal, partial(_page, request, form))
    asked = ask_reset(
        number=given["login_id"],
        proof=digests.of_proof(given["login_id"], given["security_code"], given["birth_on"]),
        by=_who(request),
        at=clock.now(),
    )
    context = {"ticket": asked.request.ticket, "words": asked.phrase.split(digests.BETWEEN_WORDS)}
    return shown(request, "received", context)


def _who(request: HttpRequest) -> Actor:
    """An officer who opens one from the own browser confirms another's only (RESET-07)."""
    officer = officer_of(request.user.pk) if request.user.is_authenticated else None
    return officer.actor if officer else SYSTEM


def _page(request: HttpRequest, form: RequestForm, status: int = 200) -> HttpResponse:
    return shown(request, "request", {"form": form}, status=status)
