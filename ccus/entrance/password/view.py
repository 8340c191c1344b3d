"""パスワード変更."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from ccus.domain.accounts import tries
from ccus.domain.accounts.actions import change_password
from ccus.domain.accounts.policies import PasswordRefused, must_change_password, signed_in
from ccus.domain.accounts.terms import Counted
from ccus.domain.notices.actions import tell
from ccus.domain.notices.texts import Text
from ccus.entrance import this_device
from ccus.entrance.door import with_any_password
from ccus.entrance.frame import framed
from ccus.entrance.password.form import PasswordForm
from ccus.entrance.password.words import words_about
from ccus.entrance.who import Visitor
from ccus.foundation import clock
from ccus.foundation.clock import day_of
from ccus.foundation.refusals import Refusal

CHANGED = "パスワードの変更に成功しました。"


@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
@with_any_password
def password(request: HttpRequest, me: Visitor) -> HttpResponse:
    """パスワード変更画面, with its 注意事項 (guide G07-2 to G07-5)."""
    account = signed_in(request.user)
    is_initial = must_change_password(account)
    form = PasswordForm(request.POST or None, is_initial=is_initial)
    if request.method == "POST" and form.is_valid():
        try:
            _change(request, me, form)
        except Refusal as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, CHANGED)
            return redirect(f"{me.side}:home")
    context = {"form": form, "is_initial": is_initial, "login_id": account.login_id, "side": me.side}
    return framed(
        request,
        "entrance/password/page.html",
        context,
        current="password",
        status=422 if form.errors else 200,
    )


def _change(request: HttpRequest, me: Visitor, form: PasswordForm) -> None:
    now, account = clock.now(), signed_in(request.user)
    with counting_guesses(account.login_id, now):
        changed = change_password(
            account=account,
            present=form.cleaned_data.get("present", ""),
            new=form.cleaned_data["new"],
            birth_on=me.birth_on,
            about=words_about(me, on=day_of(now)),
            by=me.actor,
            at=now,
        )
    tell(account=changed.pk, text=Text.PASSWORD_CHANGED, source=f"password:{now.isoformat()}", at=now)
    with this_device.kept(request, changed.pk):
        update_session_auth_hash(request, changed)


@contextmanager
def counting_guesses(login_id: str, now: datetime) -> Iterator[None]:
    """Only a wrong present password is a guess (SIGN-09). Strangers' guesses at the sign-in are counted apart."""
    attempt = tries.Try(((Counted.DEVICE, login_id),), now)
    tries.count(attempt)
    try:
        yield
    except PasswordRefused:
        tries.give_back(attempt)
        raise
    tries.give_back(attempt)
