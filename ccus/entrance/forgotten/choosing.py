"""新しいパスワードを決める: by a code, or by 受付番号 and 合言葉 (RESET-03, RESET-07, RESET-09)."""

from functools import partial

from django.contrib.auth import logout
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from ccus.domain.accounts import tries
from ccus.domain.accounts.terms import Counted
from ccus.domain.accounts.tries import TooManyTries
from ccus.domain.audit.terms import SYSTEM, Actor, ActorKind
from ccus.domain.recovery.actions.codes import reset_by_code
from ccus.domain.recovery.actions.requests import reset_by_request
from ccus.domain.recovery.policies import NotYet
from ccus.domain.recovery.reading import Owner, choosable, code_for, owner_of
from ccus.entrance.forgotten.form import TakingForm
from ccus.entrance.forgotten.held import held_code, held_request, hold_request, let_go
from ccus.entrance.forgotten.pages import counted, shown
from ccus.entrance.password.form import PasswordForm
from ccus.entrance.password.words import words_about
from ccus.entrance.too_many import not_before
from ccus.entrance.who import Side, Visitor
from ccus.foundation import clock
from ccus.foundation.refusals import Refusal
from ccus.ui.forms import Form


@transaction.non_atomic_requests
@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def choice(request: HttpRequest) -> HttpResponse:
    """受付番号と合言葉の入力: wrong, waiting, stopped and unknown are answered alike."""
    form = TakingForm(request.POST or None)
    if request.method == "GET":
        return _choice_page(request, TakingForm())
    if not form.is_valid():
        return _choice_page(request, form, 422)
    ticket, phrase = form.cleaned_data["ticket"], form.cleaned_data["phrase"]
    attempt = counted(request, Counted.TAKEN_RESET, ticket)
    try:
        tries.count(attempt)
    except TooManyTries as refusal:
        return not_before(form, refusal, partial(_choice_page, request, form))
    if choosable(ticket=ticket, phrase=phrase, at=clock.now()) is None:
        form.refuse(NotYet())
        return _choice_page(request, form, 422)
    tries.give_back(attempt)
    response = redirect("forgotten:password")
    hold_request(response, ticket, phrase)
    return response


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def password(request: HttpRequest) -> HttpResponse:
    """新しいパスワード, for the browser that proved whose it is; then everybody signs in anew (RESET-09)."""
    owner = _owner_here(request)
    if owner is None:
        return redirect("forgotten:start")
    form = PasswordForm(request.POST or None, is_initial=True)
    if request.method == "POST" and form.is_valid():
        try:
            _replace(request, owner, form.cleaned_data["new"])
        except Refusal as refusal:
            form.refuse(refusal)
        else:
            logout(request)
            response = shown(request, "done", {"has_own_contact": held_code(request) is not None})
            let_go(response)
            return response
    context = {"form": form, "login_id": owner.number}
    return shown(request, "password", context, status=422 if form.errors else 200)


def _owner_here(request: HttpRequest) -> Owner | None:
    key, (ticket, phrase) = held_code(request), held_request(request)
    if key is not None:
        code = code_for(key)
        return owner_of(code) if code is not None and code.proved_at is not None else None
    taken = choosable(ticket=ticket, phrase=phrase, at=clock.now()) if ticket else None
    return owner_of(taken) if taken is not None else None


def _replace(request: HttpRequest, owner: Owner, new: str) -> None:
    key, (ticket, phrase), now = held_code(request), held_request(request), clock.now()
    me = Visitor(Side.WORKER, owner.account, Actor(ActorKind.WORKER, owner.worker), owner.birth_on)
    about = words_about(me, on=clock.today())
    code = code_for(key) if key is not None else None
    if code is not None:
        reset_by_code(code=code, new=new, about=about, by=SYSTEM, at=now)
        return
    taken = choosable(ticket=ticket, phrase=phrase, at=now)
    if taken is None:
        raise NotYet
    reset_by_request(request=taken, phrase=phrase, new=new, about=about, by=SYSTEM, at=now)


def _choice_page(request: HttpRequest, form: Form, status: int = 200) -> HttpResponse:
    return shown(request, "choice", {"form": form}, status=status)
