"""How sign-in differs from what django-allauth does by itself."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib.auth import authenticate
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest

from ccus.domain.accounts import rules, sprays, tries
from ccus.domain.accounts.terms import Counted
from ccus.entrance.sign_in.device import is_known_device
from ccus.entrance.sign_in.more import NOBODY, KnownBy
from ccus.foundation import clock


class AccountAdapter(DefaultAccountAdapter):
    """Accounts come with the registration (登録申請), nothing is mailed, and tries are counted in our own table."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """No visitor opens an account."""
        return False

    def get_login_stages(self) -> list[str]:
        """After the password there is one step more, for whoever must give a second factor (SIGN-21)."""
        return ["ccus.entrance.sign_in.stage.SecondStep"]

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Accounts have no mail address."""

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """Our pages say themselves what happened."""

    def authenticate(
        self, request: HttpRequest, *, known_by: KnownBy | None = None, **credentials: Any
    ) -> AbstractBaseUser | None:
        """Without what else is asked during a spray no password is looked at (SIGN-13).

        With something wrong as much is done as with the wrong ID. Raises `MoreNeeded`, `TooManyTries`.
        """
        login_id, now = credentials.get("username", ""), clock.now()
        if known_by is None or is_known_device(request, login_id) or not sprays.is_on(at=now):
            account: AbstractBaseUser | None = super().authenticate(request, **credentials)
            return account
        if known_by.is_missing:
            sprays.note_failure(network=self.network(request), at=now)
            raise known_by.needed
        self.pre_authenticate(request, **credentials)
        whose = login_id if known_by.fits(login_id) else NOBODY
        account = authenticate(request, username=whose, password=credentials["password"])
        if account is None:
            self.authentication_failed(request, **credentials)
        return account

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """Browsers that signed in before are their owners', however often these mistype (SIGN-13)."""
        if not is_known_device(request, credentials.get("username", "")):
            sprays.note_failure(network=self.network(request), at=clock.now())

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Count the try before the password is looked at (SIGN-06). Raises `TooManyTries`."""
        tries.count(self.attempt(request, credentials["username"]))

    def attempt(self, request: HttpRequest, login_id: str) -> tries.Try:
        """What a try with this ID from this browser counts against (SIGN-06 to SIGN-08, SIGN-14)."""
        known, network = is_known_device(request, login_id), self.network(request)
        account = (Counted.DEVICE if known else Counted.ACCOUNT, login_id)
        spread = None if known else (network, login_id)
        return tries.Try((account, (Counted.NETWORK, network)), clock.now(), spread)

    def network(self, request: HttpRequest) -> str:
        """Where a request comes from (SIGN-07)."""
        return rules.network_of(self.get_client_ip(request))
