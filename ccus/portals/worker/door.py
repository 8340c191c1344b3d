"""入口: who may see a page of this portal. Every view but the sign-in goes through `worker_page`."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django_htmx.http import HttpResponseClientRefresh

from ccus.domain.accounts.policies import must_change_password
from ccus.domain.audit.terms import Actor, ActorKind
from ccus.domain.workers import reading
from ccus.domain.workers.reading import Me

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]
WorkerView = Callable[Concatenate[HttpRequest, Me, P], HttpResponse]


def worker_page(view: WorkerView[P]) -> View[P]:
    """本人のページ: for a signed-in worker whose initial password was changed (PORTAL-01, SIGN-05)."""
    inner = with_any_password(view)

    @wraps(view)
    def page(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if request.user.is_authenticated and must_change_password(request.user):
            return redirect("worker:password")
        return inner(request, *args, **kwargs)

    return page


def with_any_password(view: WorkerView[P]) -> View[P]:
    """本人のページ, also with the initial password: the change of password itself (SIGN-05)."""

    @wraps(view)
    def page(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if not request.user.is_authenticated:
            if "HX-Request" in request.headers:
                return HttpResponseClientRefresh()  # a fragment is no place for the sign-in
            wanted = request.get_full_path() if request.method == "GET" else reverse("worker:home")
            return redirect_to_login(wanted)
        me = reading.me(request.user.pk)
        if me is None:
            raise PermissionDenied
        response = view(request, me, *args, **kwargs)
        response.headers.setdefault("Cache-Control", "private, no-store")
        return response

    return page


def actor(me: Me) -> Actor:
    """The worker, as the audit names one."""
    return Actor(ActorKind.WORKER, me.worker)
