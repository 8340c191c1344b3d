"""試しすぎ: from when one may try again, in the words of every form whose tries are counted (SIGN-06, PUB-09)."""

from collections.abc import Callable

from django.http import HttpResponse

from ccus.domain.accounts.tries import TooManyTries
from ccus.foundation import clock
from ccus.ui.formatting import clock_time
from ccus.ui.forms import Form


def not_before(form: Form, refusal: TooManyTries, show: Callable[[int], HttpResponse]) -> HttpResponse:
    """The form again (429) with the time from which it is answered; `show` draws it with a status."""
    form.add_error(None, f"{refusal.sentence}{clock_time(refusal.until)}を過ぎたら、もう一度お試しください。")
    response = show(429)
    response["Retry-After"] = str(max(1, int((refusal.until - clock.now()).total_seconds())))
    return response
