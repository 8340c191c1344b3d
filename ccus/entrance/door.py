"""扉: who may see a page. Every view behind the sign-in goes through one of these."""

from collections.abc import Callable
from dataclasses import replace
from enum import IntEnum
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django_htmx.http import HttpResponseClientRefresh

from ccus.domain.accounts.officers import OfficerMe, officer_of
from ccus.domain.accounts.policies import must_change_password, signed_in
from ccus.domain.accounts.terms import Duty
from ccus.domain.audit.terms import Actor, ActorKind
from ccus.domain.companies.seats import SeatMe, seat_of
from ccus.domain.companies.terms import Power
from ccus.domain.workers import reading
from ccus.domain.workers.reading import Me
from ccus.entrance import this_device
from ccus.entrance.came_from import page_before
from ccus.entrance.doorplate import plated
from ccus.entrance.living import is_living
from ccus.entrance.proved import gave_factor, is_chief
from ccus.entrance.sign_in.form import SignInForm
from ccus.entrance.sign_in.left import left_in
from ccus.entrance.sign_in.page import sign_in_page
from ccus.entrance.ways import IDLE_SECONDS, first_page_of, sign_in_of
from ccus.entrance.who import Filer, Side, Visitor, filer_of, visitor_of
from ccus.foundation.reading_as import reading_as

P = ParamSpec("P")
Entered = Me | Filer | OfficerMe | SeatMe | Visitor
Who = TypeVar("Who", bound=Entered)
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]
Page = Callable[Concatenate[HttpRequest, Who, P], HttpResponseBase]


class Ready(IntEnum):
    """どこまで進んだ人に開くか: signed in, with an own password (SIGN-05), with all that must be given (SIGN-20)."""

    SIGNED_IN = 0
    OWN_PASSWORD = 1
    ALL = 2


def worker_page(view: Page[Me, P]) -> View[P]:
    """本人のページ: for a signed-in worker whose initial password was changed (PORTAL-01, SIGN-05)."""
    page = _page(view, reading.me, Side.WORKER)
    plated(page, Side.WORKER)
    return page


def filer_page(view: Page[Filer, P]) -> View[P]:
    """申請のページ: for a signed-in worker or applicant, or who files for a company (APP-01, REG-27)."""
    page = _page(view, filer_of, Side.APPLICANT)
    of_companies = (Power.COMPANY_DATA, Power.FILE_FOR_WORKERS)
    plated(page, Side.WORKER, Side.APPLICANT, Side.COMPANY, needs=of_companies)
    return page


def office_page(duty: Duty | None = None) -> Callable[[Page[OfficerMe, P]], View[P]]:
    """運営主体のページ: for an officer, with a duty where one is named (OFFICE-01)."""

    def with_duty(account: int) -> OfficerMe | None:
        officer = officer_of(account)
        return officer if officer and (duty is None or duty in officer.duties) else None

    def door(view: Page[OfficerMe, P]) -> View[P]:
        @wraps(view)
        def idle(
            request: HttpRequest, officer: OfficerMe, /, *args: P.args, **kwargs: P.kwargs
        ) -> HttpResponseBase:
            request.session.set_expiry(IDLE_SECONDS)
            return view(request, officer, *args, **kwargs)

        page = _page(idle, with_duty, Side.OFFICE)
        plated(page, Side.OFFICE, needs=[duty])
        return page

    return door


def company_page(power: Power | None = None) -> Callable[[Page[SeatMe, P]], View[P]]:
    """事業者のページ: for an open account of a company, whose role has the power where one is named (ORG-05).

    How far the power reaches at one site or worker, the acts and readings say. One session of an account lives
    (ORG-04); a 一人親方's is the worker's own.
    """

    def with_power(account: int) -> SeatMe | None:
        seat = seat_of(account)
        return seat if seat and (power is None or seat.may(power)) else None

    def door(view: Page[SeatMe, P]) -> View[P]:
        page = _page(view, with_power, Side.COMPANY)
        plated(page, Side.COMPANY, needs=[power])
        return page

    return door


def _seat_in(who: object, account: int) -> SeatMe | None:
    """The account of a company, also on pages that several sides share."""
    if isinstance(who, SeatMe):
        return who
    is_company = isinstance(who, Visitor | Filer) and who.actor.kind is ActorKind.SEAT
    return seat_of(account) if is_company else None


def _taken_over(request: HttpRequest, *, carries: bool) -> HttpResponseBase:
    """Another sign-in with this ID ended the session: said on the way out (D-07)."""
    left = left_in(request) if carries else None
    logout(request)
    if "HX-Request" in request.headers:
        return HttpResponseClientRefresh()
    wanted = request.get_full_path() if request.method == "GET" else _form_of(request)
    form = SignInForm(side=Side.COMPANY)
    return sign_in_page(request, form, wanted=wanted, left=left, is_taken_over=True, status=401)


def with_any_password(view: Page[Visitor, P]) -> View[P]:
    """Any side's page, also with the initial password: the change of password itself (SIGN-05)."""
    page = _page(_at_own_side(view), visitor_of, Side.WORKER, needs=Ready.SIGNED_IN)
    plated(page, *Side)
    return page


def _at_own_side(view: Page[Visitor, P]) -> Page[Visitor, P]:
    @wraps(view)
    def page(request: HttpRequest, who: Visitor, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if who.side is Side.OFFICE:
            request.session.set_expiry(IDLE_SECONDS)
        if _side_of(request) is Side.COMPANY and seat_of(who.account):
            who = replace(who, side=Side.COMPANY)  # a 一人親方 stays where they are
        return view(request, who, *args, **kwargs)

    return page


def own_page(view: Page[Visitor, P]) -> View[P]:
    """ログインの設定: own devices and factors, also before a factor is set up; applicants have none (SIGN-20)."""

    def lasting(account: int) -> Visitor | None:
        visitor = visitor_of(account)
        return None if visitor is None or visitor.side is Side.APPLICANT else visitor

    @wraps(view)
    def page(request: HttpRequest, who: Visitor, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if _side_of(request) is not who.side:
            raise PermissionDenied
        return view(request, who, *args, **kwargs)

    door = _page(_at_own_side(page), lasting, Side.WORKER, needs=Ready.OWN_PASSWORD)
    plated(door, Side.WORKER, Side.COMPANY, Side.OFFICE, is_by_address=True)
    return door


def notified_page(view: Page[Visitor, P]) -> View[P]:
    """通知のページ, for workers and for companies, by whose address it is (PORTAL-07)."""

    def of_worker(request: HttpRequest, me: Me, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        return view(request, Visitor(Side.WORKER, me.account, actor(me)), *args, **kwargs)

    def of_company(
        request: HttpRequest, seat: SeatMe, /, *args: P.args, **kwargs: P.kwargs
    ) -> HttpResponseBase:
        return view(request, Visitor(Side.COMPANY, seat.account, seat.actor), *args, **kwargs)

    doors = {Side.WORKER: worker_page(of_worker), Side.COMPANY: company_page()(of_company)}

    @wraps(view)
    def page(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        return doors[_side_of(request) or Side.WORKER](request, *args, **kwargs)

    plated(page, Side.WORKER, Side.COMPANY, is_by_address=True)
    return page


def _page(
    view: Page[Who, P], find: Callable[[int], Who | None], side: Side, *, needs: Ready = Ready.ALL
) -> View[P]:
    carries = needs is Ready.ALL  # passwords and codes are never carried

    @wraps(view)
    def page(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return _led_to_sign_in(request, side, carries=carries)
        who = find(request.user.pk)
        if who is None:
            raise PermissionDenied
        seat = _seat_in(who, request.user.pk)
        if seat is not None and not is_living(request, seat):
            return _taken_over(request, carries=carries)
        if seat is not None and not seat.is_worker_too:
            request.session.set_expiry(IDLE_SECONDS)  # ORG-11
        first = _first_of(request, who, seat, needs)
        if first:
            return redirect(first)
        this_device.seen(request)
        with reading_as(_reader(who)):
            response = view(request, who, *args, **kwargs)
        response.headers.setdefault("Cache-Control", "private, no-store")
        return response

    return page


def _reader(who: Entered) -> Actor:
    """Whoever came in reads, and nobody else (DISC-15)."""
    return actor(who) if isinstance(who, Me) else who.actor


def _first_of(request: HttpRequest, who: object, seat: SeatMe | None, needs: Ready) -> str:
    """The page that comes before this one: the own password, then the second factor; nothing where this one opens."""
    account = signed_in(request.user)
    if needs >= Ready.OWN_PASSWORD and must_change_password(account):
        return first_page_of(account.pk, is_initial=True)
    if needs < Ready.ALL or gave_factor(request):
        return ""
    if isinstance(who, OfficerMe):
        return reverse("office:factors")
    return reverse("company:factors") if is_chief(seat) else ""


def _led_to_sign_in(request: HttpRequest, side: Side, *, carries: bool) -> HttpResponseBase:
    """What was typed goes along to the sign-in (SIGN-10); new passwords never do."""
    if "HX-Request" in request.headers:
        return HttpResponseClientRefresh()  # a fragment is no place for the sign-in
    side = _side_of(request) or side  # pages that several sides share
    wanted = request.get_full_path() if request.method == "GET" else _form_of(request)
    left = left_in(request) if carries else None
    if left:
        return sign_in_page(request, SignInForm(side=side), wanted=wanted, left=left, status=401)
    return redirect_to_login(wanted or reverse(f"{side}:home"), sign_in_of(side))


def _side_of(request: HttpRequest) -> Side | None:
    """The side whose address it is."""
    match = request.resolver_match
    return Side(match.namespace) if match is not None and match.namespace in {*Side} else None


def _form_of(request: HttpRequest) -> str:
    """The page whose form was sent after the session had ended: whoever signs in again comes back to it."""
    return page_before(request).path


def actor(me: Me) -> Actor:
    """The worker, as the audit names one."""
    return Actor(ActorKind.WORKER, me.worker)
