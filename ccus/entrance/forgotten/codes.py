"""確認番号で決め直す: the ID, then the code that came (RESET-02, RESET-03)."""

from functools import partial

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from ccus.domain.accounts import tries
from ccus.domain.accounts.terms import Counted
from ccus.domain.accounts.tries import TooManyTries
from ccus.domain.audit.terms import SYSTEM
from ccus.domain.recovery.actions.codes import ask_reset_code
from ccus.domain.recovery.judging import is_right_code
from ccus.domain.recovery.policies import CodeOver, CodeWrong
from ccus.domain.recovery.reading import code_for
from ccus.entrance.forgotten.form import CodeForm, NumberForm
from ccus.entrance.forgotten.held import held_code, hold_code
from ccus.entrance.forgotten.pages import counted, shown
from ccus.entrance.too_many import not_before
from ccus.foundation import clock
from ccus.ui.forms import Form


# An asking is counted for good at once, whatever becomes of it.
@transaction.non_atomic_requests
@never_cache
@require_http_methods(["GET", "POST"])
def forgotten(request: HttpRequest) -> HttpResponse:
    """パスワードを忘れた方: the same answer whether there is such an ID or not, because nobody looks (RESET-02)."""
    form = NumberForm(request.POST or None)
    if request.method == "GET":
        return _page(request, "start", NumberForm())
    if not form.is_valid():
        return _page(request, "start", form, 422)
    number, now = form.cleaned_data["login_id"], clock.now()
    try:
        tries.count(counted(request, Counted.ASKED_RESET, number))
    except TooManyTries as refusal:
        return not_before(form, refusal, partial(_page, request, "start", form))
    asked = ask_reset_code(number=number, by=SYSTEM, at=now)
    response = redirect("forgotten:code")
    hold_code(response, asked.key)
    return response


@never_cache
@require_http_methods(["GET", "POST"])
def code(request: HttpRequest) -> HttpResponse:
    """確認番号の入力; what is wrong is counted with the code, whether it went to anybody or not."""
    key = held_code(request)
    asked = code_for(key) if key else None
    if asked is None:
        return redirect("forgotten:start")
    if request.method == "GET":
        return _page(request, "code", CodeForm())
    form = CodeForm(request.POST)
    if not form.is_valid():
        return _page(request, "code", form, 422)
    is_right = is_right_code(asked, form.cleaned_data["code"], at=clock.now())
    if is_right:
        return redirect("forgotten:password")
    form.refuse(CodeOver() if is_right is None else CodeWrong())
    return _page(request, "code", form, 422)


def _page(request: HttpRequest, page: str, form: Form, status: int = 200) -> HttpResponse:
    return shown(request, page, {"form": form}, status=status)
