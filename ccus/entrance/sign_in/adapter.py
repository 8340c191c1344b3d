"""How sign-in differs from what django-allauth does by itself."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest

from ccus.domain.accounts import rules, tries
from ccus.domain.accounts.terms import Counted
from ccus.entrance.sign_in.device import is_known_device
from ccus.foundation import clock


class AccountAdapter(DefaultAccountAdapter):
    """Accounts come with the registration (登録申請), nothing is mailed, and tries are counted in our own table."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """No visitor opens an account."""
        return False

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Accounts have no mail address."""

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """Our pages say themselves what happened."""

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Count the try before the password is looked at (SIGN-06). Raises `TooManyTries`."""
        tries.count(self.attempt(request, credentials["username"]))

    def attempt(self, request: HttpRequest, login_id: str) -> tries.Try:
        """What a try with this ID from this browser counts against (SIGN-06 to SIGN-08)."""
        known = is_known_device(request, login_id)
        network = rules.network_of(self.get_client_ip(request))
        account = (Counted.DEVICE if known else Counted.ACCOUNT, login_id)
        return tries.Try((account, (Counted.NETWORK, network)), clock.now())
