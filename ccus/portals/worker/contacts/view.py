"""本人の連絡先."""

from functools import partial
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from ccus.domain.accounts import tries
from ccus.domain.accounts.policies import require_present_password, signed_in
from ccus.domain.accounts.terms import Counted
from ccus.domain.accounts.tries import TooManyTries
from ccus.domain.recovery.actions.contacts import ask_contact_code, confirm_contact, remove_contact
from ccus.domain.recovery.judging import is_right_code
from ccus.domain.recovery.policies import CodeOver, CodeWrong
from ccus.domain.recovery.reading import code_for, contact_of, contacts_of
from ccus.domain.workers.reading import Me, worker_of
from ccus.entrance.asked import found
from ccus.entrance.door import actor, worker_page
from ccus.entrance.forgotten.form import CodeForm
from ccus.entrance.frame import framed
from ccus.entrance.password.view import counting_guesses
from ccus.entrance.too_many import not_before
from ccus.foundation import clock
from ccus.foundation.refusals import Refusal
from ccus.portals.worker.contacts.form import ContactForm
from ccus.ui.forms import Form


# Guesses at the password and askings are counted for good at once (SIGN-09, RESET-03).
@transaction.non_atomic_requests
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
@worker_page
def contacts(request: HttpRequest, me: Me) -> HttpResponse:
    """本人の連絡先: what stands, and a further one."""
    form = ContactForm(request.POST or None)
    if request.method == "GET":
        return _page(request, me, ContactForm())
    if not form.is_valid():
        return _page(request, me, form, 422)
    try:
        key = _ask(request, me, form)
    except TooManyTries as refusal:
        return not_before(form, refusal, partial(_page, request, me, form))
    except Refusal as refusal:
        form.refuse(refusal)
        return _page(request, me, form, 422)
    return redirect("worker:contact-code", key)


def _ask(request: HttpRequest, me: Me, form: ContactForm) -> UUID:
    given, now, account = form.cleaned_data, clock.now(), signed_in(request.user)
    with counting_guesses(account.login_id, now):
        require_present_password(account, given["present"])
    tries.count(tries.Try(((Counted.ASKED_MAIL, given["address"].lower()),), now))
    code = ask_contact_code(
        worker=worker_of(me), kind=given["kind"], address=given["address"], by=actor(me), at=now
    )
    return code.key


@require_http_methods(["GET", "POST"])
@worker_page
def contact_code(request: HttpRequest, me: Me, key: UUID) -> HttpResponse:
    """確認番号の入力: with the right one the address is the worker's own."""
    code = found(code_for(key, worker=me.worker))
    form, now = CodeForm(request.POST or None), clock.now()
    if request.method == "POST" and form.is_valid():
        is_right = is_right_code(code, form.cleaned_data["code"], at=now)
        try:
            if is_right is None:
                raise CodeOver
            if not is_right:
                raise CodeWrong
            confirm_contact(code=code, by=actor(me), at=now)
        except Refusal as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, "本人の連絡先に登録しました。")
            return redirect("worker:contacts")
    context = {"form": form, "address": code.address}
    status = 422 if form.errors else 200
    return framed(request, "worker/contacts/code.html", context, current="contacts", status=status)


@require_POST
@worker_page
def contact_removal(request: HttpRequest, me: Me, key: UUID) -> HttpResponse:
    """本人の連絡先を削除する."""
    remove_contact(contact=found(contact_of(me.worker, key)), by=actor(me), at=clock.now())
    messages.success(request, "連絡先を削除しました。")
    return redirect("worker:contacts")


def _page(request: HttpRequest, me: Me, form: Form, status: int = 200) -> HttpResponse:
    context = {"form": form, "contacts": contacts_of(me.worker)}
    return framed(request, "worker/contacts/page.html", context, current="contacts", status=status)
