"""二段階の確認: the second factor of whoever must give one, after the password (SIGN-21, SIGN-25)."""

from functools import partial

from allauth.account.adapter import get_adapter
from django import forms
from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import add_never_cache_headers
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from ccus.domain.accounts import tries
from ccus.domain.accounts.factors.codes import use_code
from ccus.domain.accounts.factors.passkeys import use_passkey
from ccus.domain.accounts.factors.policies import CodeWrong
from ccus.domain.accounts.factors.reading import factors_of
from ccus.domain.accounts.tries import TooManyTries
from ccus.entrance.sign_in.entered import entered, go_on
from ccus.entrance.sign_in.left import carried_by
from ccus.entrance.sign_in.stage import waiting
from ccus.entrance.too_many import not_before
from ccus.entrance.who import Side, visitor_of
from ccus.foundation import clock
from ccus.foundation.refusals import Refusal
from ccus.ui.forms import Form, text_input


class CodeForm(Form):
    """確認コード or 回復コード."""

    code = forms.CharField(
        label="確認コード",
        help_text="アプリに出ている6桁の数字です。アプリが使えないときは、8桁の回復コードを入力してください。",
        max_length=40,
        widget=text_input(autocomplete="one-time-code", inputmode="numeric"),
        error_messages={"required": "コードを入力してください。", "max_length": "コードが長すぎます。"},
    )


# A try is counted for good at once, as a password's (SIGN-06, SIGN-25).
@transaction.non_atomic_requests
@sensitive_post_parameters("code", "credential")
@require_http_methods(["GET", "POST"])
def second_step(request: HttpRequest) -> HttpResponse:
    """二段階の確認の画面. Without a password given before it leads to the sign-in."""
    if request.user.is_authenticated:
        return go_on(request, Side.WORKER)
    stage = waiting(request)
    if stage is None:
        return redirect(settings.LOGIN_URL)
    form = CodeForm(request.POST or None)
    show = partial(second_step_page, request, stage.login.user.pk, form)
    if request.method == "GET":
        return second_step_page(request, stage.login.user.pk, CodeForm())
    try:
        return _give(request, stage, form) if _is_given(request, form) else show(422)
    except TooManyTries as refusal:
        return not_before(form, refusal, show)
    except Refusal as refusal:
        form.refuse(refusal)
        return show(422)


def second_step_page(
    request: HttpRequest, account: int, form: CodeForm | None = None, status: int = 200
) -> HttpResponse:
    """The page, with what was typed before the sign-in (SIGN-10)."""
    visitor = visitor_of(account)
    context = {
        "form": form or CodeForm(),
        "factors": factors_of(account),
        "side": visitor.side if visitor else Side.COMPANY,
        "next": request.POST.get("next") or request.GET.get("next", ""),
        "left": carried_by(request),
    }
    response = render(request, "entrance/sign_in/second_step.html", context, status=status)
    add_never_cache_headers(response)
    return response


def _is_given(request: HttpRequest, form: CodeForm) -> bool:
    return bool(request.POST.get("credential")) or form.is_valid()


def _give(request: HttpRequest, stage: object, form: CodeForm) -> HttpResponse:
    account = stage.login.user  # type: ignore[attr-defined] # allauth comes without types
    attempt = get_adapter(request).attempt(request, account.login_id)
    tries.count(attempt)
    credential = request.POST.get("credential")
    if credential:
        use_passkey(credential, account=account)
    elif use_code(account.pk, form.cleaned_data["code"], at=clock.now()) is None:
        raise CodeWrong
    tries.give_back(attempt)
    with transaction.atomic():
        stage.exit()  # type: ignore[attr-defined] # as above
    return entered(request, account, Side.WORKER, with_factor=True)
