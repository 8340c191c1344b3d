"""二段階の確認の段: where django-allauth's sign-in waits for the second factor (SIGN-21)."""

from typing import Any

from allauth.account.models import Login
from allauth.account.stages import LoginStage, LoginStageController
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.crypto import constant_time_compare

from ccus.domain.accounts.factors.reading import has_second_factor
from ccus.entrance.proved import must_give_factor

BY_PASSKEY = "by_passkey"
"""A sign-in by passkey alone has given its factor."""
_GIVEN = "given_with"
"""What a session's digest of the password was when it was given."""


class SecondStep(LoginStage):
    """Only who must give a factor and has one waits; for everybody else a passkey is no lock."""

    key = "second_step"
    urlname = "second_step"

    def handle(self) -> tuple[HttpResponse | None, bool]:
        """Go on, or wait on the page."""
        account = self.login.user
        self.login.state[_GIVEN] = account.get_session_auth_hash()
        waits = not self.login.state.get(BY_PASSKEY) and must_give_factor(account.pk)
        return (redirect(self.urlname), True) if waits and has_second_factor(account.pk) else (None, True)


def waiting(request: HttpRequest) -> Any:
    """The stage that waits in this browser; None where nobody has given a password within a quarter of an hour, or
    it opens nothing any more.
    """
    stage = None if request.user.is_authenticated else LoginStageController.enter(request, SecondStep.key)
    return stage if stage is not None and _still_opens(stage.login) else None


def _still_opens(login: Login) -> bool:
    given = str(login.state.get(_GIVEN, ""))
    return login.user.is_active and constant_time_compare(given, login.user.get_session_auth_hash())
