"""確認コードのアプリの登録: the secret as QR code and letters, proved by the first code (SIGN-20)."""

from allauth.mfa.adapter import get_adapter
from allauth.mfa.utils import decrypt, encrypt
from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from ccus.domain.accounts.factors.actions import add_app
from ccus.domain.accounts.factors.codes import new_secret
from ccus.domain.accounts.policies import signed_in
from ccus.entrance.door import own_page
from ccus.entrance.factors.shown import is_proved, led_to_proof, pages_of
from ccus.entrance.factors.view import added
from ccus.entrance.frame import framed
from ccus.entrance.proved import must_give_factor
from ccus.entrance.who import Visitor
from ccus.foundation import clock
from ccus.foundation.refusals import Refusal
from ccus.ui.forms import Form, text_input
from ccus.ui.qr import qr_code

_SECRET = "app_secret"  # noqa: S105 - the name in the session


class AppForm(Form):
    """アプリに出た6桁."""

    code = forms.CharField(
        label="アプリに出た6桁の数字",
        max_length=40,
        widget=text_input(autocomplete="one-time-code", inputmode="numeric"),
        error_messages={
            "required": "アプリに出た6桁の数字を入力してください。",
            "max_length": "コードが長すぎます。6桁の数字を入力してください。",
        },
    )


@sensitive_post_parameters("code")
@require_http_methods(["GET", "POST"])
@own_page
def factor_app(request: HttpRequest, me: Visitor) -> HttpResponse:
    """The page with the QR code, for whoever must give a factor; its secret counts from the first right code on."""
    if not must_give_factor(me.account):
        raise Http404
    if not is_proved(request):
        return led_to_proof(me)
    # A session lies in the database too.
    secret = decrypt(request.session.setdefault(_SECRET, encrypt(new_secret())))
    form, account = AppForm(request.POST or None), signed_in(request.user)
    if request.method == "POST" and form.is_valid():
        try:
            add_app(
                account=account,
                secret=secret,
                code=form.cleaned_data["code"],
                by=me.actor,
                at=clock.now(),
            )
        except Refusal as refusal:
            form.refuse(refusal)
        else:
            del request.session[_SECRET]
            return added(request, me, "確認コードのアプリを登録しました。")
    address = get_adapter().build_totp_url(account, secret)
    context = {
        "form": form,
        "qr": qr_code(address),
        "address": address,
        "letters": " ".join(secret[at : at + 4] for at in range(0, len(secret), 4)),
        **pages_of(me.side),
    }
    status = 422 if form.errors else 200
    return framed(request, "entrance/factors/app.html", context, current="factors", status=status)
