"""本人の確認: the password or a factor once more, before something about the sign-in changes (SIGN-23)."""

from functools import partial

from django import forms
from django.db import transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from ccus.domain.accounts import tries
from ccus.domain.accounts.factors.codes import use_code
from ccus.domain.accounts.factors.passkeys import request_options, use_passkey
from ccus.domain.accounts.factors.policies import CodeWrong
from ccus.domain.accounts.factors.reading import factors_of
from ccus.domain.accounts.policies import require_present_password, signed_in
from ccus.domain.accounts.terms import Counted
from ccus.domain.accounts.tries import TooManyTries
from ccus.entrance.door import own_page
from ccus.entrance.factors.shown import onward_from, pages_of
from ccus.entrance.frame import framed
from ccus.entrance.proved import is_short_of_factor, note_factor, note_password
from ccus.entrance.too_many import not_before
from ccus.entrance.who import Visitor
from ccus.foundation import clock
from ccus.foundation.refusals import Refusal
from ccus.ui.forms import Form, password_input, text_input


class ProofForm(Form):
    """今のパスワード, or a code."""

    present = forms.CharField(
        label="今のパスワード",
        strip=False,
        max_length=256,
        required=False,
        widget=password_input(autocomplete="current-password"),
    )
    code = forms.CharField(
        label="確認コードか回復コード",
        max_length=40,
        required=False,
        widget=text_input(autocomplete="one-time-code", inputmode="numeric"),
    )

    def __init__(self, *args: object, takes_password: bool, takes_code: bool, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        if not takes_password:
            del self.fields["present"]
        if not takes_code:
            del self.fields["code"]


@require_POST
@own_page
def proof_question(request: HttpRequest, me: Visitor) -> HttpResponse:
    """What the browser is asked, so that a passkey answers."""
    return JsonResponse(request_options(signed_in(request.user)))


# A try is counted for good at once (SIGN-06).
@transaction.non_atomic_requests
@sensitive_post_parameters("present", "code", "credential")
@require_http_methods(["GET", "POST"])
@own_page
def factor_proof(request: HttpRequest, me: Visitor) -> HttpResponse:
    """The page; a session that lacks its factor takes no password."""
    is_short, held = is_short_of_factor(request, me.account), factors_of(me.account)
    takes_code = held.app is not None or held.codes_left > 0
    form = ProofForm(request.POST or None, takes_password=not is_short, takes_code=takes_code)
    show = partial(_page, request, me, form)
    if request.method == "GET" or not form.is_valid():
        return show(200 if request.method == "GET" else 422)
    try:
        _prove(request, form)
    except TooManyTries as refusal:
        return not_before(form, refusal, show)
    except Refusal as refusal:
        form.refuse(refusal)
        return show(422)
    return redirect(onward_from(request, me))


def _page(request: HttpRequest, me: Visitor, form: ProofForm, status: int) -> HttpResponse:
    context = {
        "form": form,
        "factors": factors_of(me.account),
        "next": onward_from(request, me),
        **pages_of(me.side),
    }
    return framed(request, "entrance/factors/proof.html", context, current="factors", status=status)


def _prove(request: HttpRequest, form: ProofForm) -> None:
    """Counted like a wrong present password (SIGN-09, SIGN-25)."""
    account, now = signed_in(request.user), clock.now()
    attempt = tries.Try(((Counted.DEVICE, account.login_id),), now)
    tries.count(attempt)
    credential, code = request.POST.get("credential"), form.cleaned_data.get("code")
    if credential:
        use_passkey(credential, account=account)
    elif code and use_code(account.pk, code, at=now) is None:
        raise CodeWrong
    elif not code:
        require_present_password(account, form.cleaned_data.get("present", ""))
    tries.give_back(attempt)
    if credential or code:
        note_factor(request.session, at=now)
    else:
        note_password(request, at=now)
