"""ログインとログアウト."""

from functools import partial
from urllib.parse import urlencode

from allauth.account.adapter import get_adapter
from allauth.account.utils import perform_login
from django.conf import settings
from django.contrib.auth import logout
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from ccus.domain.accounts import tries
from ccus.domain.accounts.factors.policies import PasskeyRefused
from ccus.domain.accounts.policies import require_usable_password
from ccus.domain.accounts.tries import TooManyTries
from ccus.entrance.sign_in.entered import entered, go_on
from ccus.entrance.sign_in.form import SignInForm
from ccus.entrance.sign_in.left import carried_by
from ccus.entrance.sign_in.page import sign_in_page
from ccus.entrance.sign_in.passkey import enter_by_passkey
from ccus.entrance.sign_in.second_step import second_step_page
from ccus.entrance.too_many import not_before
from ccus.entrance.ways import own_address
from ccus.entrance.who import Side
from ccus.foundation import clock
from ccus.foundation.refusals import Refusal

WRONG = {
    Side.WORKER: "技能者IDかパスワードが違います。もう一度、カードと台紙を見ながら入力してください。",
    Side.APPLICANT: "申請用ログインIDかパスワードが違います。もう一度、届いたメールを見ながら入力してください。",
    Side.COMPANY: "事業者ID（管理者ID）かパスワードが違います。もう一度、届いた書面を見ながら入力してください。",
    Side.OFFICE: "係員IDかパスワードが違います。もう一度入力してください。",
}
_OTHERWISE = "IDとパスワードでも、ログインできます。"


# A try is counted for good at once, and its row is held for no longer than that (SIGN-06).
@transaction.non_atomic_requests
@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest, side: Side = Side.WORKER) -> HttpResponse:
    """ログイン画面 (guide G07-1): a side's own words; whoever signs in comes to the own side's home."""
    if request.user.is_authenticated:
        return go_on(request, side)
    form = SignInForm(request.POST or None, side=side)
    if request.method == "GET":
        return _page(request, SignInForm(side=side))
    answer = request.POST.get("credential", "")
    if not answer and not form.is_valid():
        return _page(request, form, 422)
    try:
        return enter_by_passkey(request, answer, side) if answer else _enter(request, form)
    except PasskeyRefused as refusal:
        return _page(request, SignInForm(side=side), 422, refused=f"{refusal.sentence}{_OTHERWISE}")
    except TooManyTries as refusal:
        return not_before(form, refusal, partial(_page, request, form))
    except Refusal as refusal:
        form.refuse(refusal)
        return _page(request, form, 422)


class WrongPair(Refusal):
    """The pair opens nothing; the same words for an unknown ID, a wrong password and a closed account (SIGN-02)."""

    def __init__(self, side: Side) -> None:
        super().__init__(WRONG[side])


def _enter(request: HttpRequest, form: SignInForm) -> HttpResponse:
    adapter = get_adapter(request)
    login_id, now = form.cleaned_data["login_id"], clock.now()
    attempt = adapter.attempt(request, login_id)
    account = adapter.authenticate(
        request,
        username=login_id,
        password=form.cleaned_data["password"],
        known_by=form.cleaned_data["known_by"],
    )
    if account is None or not account.is_active:
        raise WrongPair(form.side)
    require_usable_password(account, at=now)
    tries.give_back(attempt)
    with transaction.atomic():
        perform_login(request, account, redirect_url=settings.LOGIN_REDIRECT_URL)
    if request.user.is_authenticated:
        return entered(request, account, form.side, with_factor=False)
    if carried_by(request):
        return second_step_page(request, account.pk)  # what was typed goes along (SIGN-10)
    wanted = own_address(request, request.POST.get("next", ""))
    return redirect(f"{reverse('second_step')}?{urlencode({'next': wanted})}" if wanted else "second_step")


def _page(request: HttpRequest, form: SignInForm, status: int = 200, *, refused: str = "") -> HttpResponse:
    wanted = request.POST.get("next") or request.GET.get("next", "")
    left = carried_by(request)
    return sign_in_page(request, form, wanted=wanted, left=left, refused=refused, status=status)


@never_cache
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """ログアウト: of this device only."""
    logout(request)
    return redirect(settings.LOGIN_URL)
