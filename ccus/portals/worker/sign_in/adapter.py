"""How sign-in differs from what django-allauth does by itself."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are opened with the registration (登録申請), never by a visitor."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False
