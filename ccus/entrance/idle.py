"""席にいる: what an officer's open page asks while somebody sits before it (SIGN-11)."""

from django.http import HttpRequest, JsonResponse
from django.middleware.csrf import get_token
from django.views.decorators.http import require_safe

from ccus.domain.accounts.officers import OfficerMe
from ccus.entrance.door import office_page


@require_safe
@office_page()
def still_here(request: HttpRequest, officer: OfficerMe) -> JsonResponse:
    """The hour begins again. Answers with the token that the page's forms need after another sign-in."""
    return JsonResponse({"token": get_token(request)})
