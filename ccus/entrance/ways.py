"""道: which address a side's people come in by and go to, and how long a session waits."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from ccus.domain.companies.seats import seat_of
from ccus.entrance.who import Side, visitor_of

IDLE_SECONDS = 60 * 60
"""Without a request for an hour an officer, and whoever works for a company, is signed out (D-23)."""


def sign_in_of(side: Side) -> str:
    """The address of a side's sign-in."""
    return reverse("account_login" if side is Side.WORKER else f"{side}:sign-in")


def first_page_of(account: int, *, is_initial: bool, wanted: str = "", came_by: Side | None = None) -> str:
    """Where an account goes after the sign-in: with its initial password to the change of it (SIGN-05).

    `came_by`: a 一人親方 who comes in by the company's door goes to the company's pages.
    """
    visitor = visitor_of(account)
    side = visitor.side if visitor else Side.WORKER
    if is_initial:
        return reverse(f"{side}:password")
    if came_by is Side.COMPANY and seat_of(account):
        side = came_by
    return wanted or reverse(f"{side}:home")


def own_address(request: HttpRequest, address: str) -> str:
    """The address where it is one of ours, else nothing: nobody is led to somebody else's pages."""
    is_ours = url_has_allowed_host_and_scheme(
        address, {request.get_host()}, require_https=request.is_secure()
    )
    return address if address and is_ours else ""
