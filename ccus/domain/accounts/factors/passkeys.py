"""パスキーのやりとり: what a browser is asked, and whether its answer is right (SIGN-22).

django-allauth keeps the challenge in the session of the request that asks, for one answer.
"""

import json
import struct
from collections.abc import Mapping
from typing import Any

from allauth.mfa.webauthn.internal import auth
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from django.core.exceptions import ValidationError

from ccus.domain.accounts.factors.policies import PasskeyRefused
from ccus.domain.accounts.models import User

Options = dict[str, Any]
_FAULTS = (
    ValidationError, ValueError, TypeError, KeyError, IndexError, AttributeError, struct.error, InvalidSignature,
    UnsupportedAlgorithm,
)  # fmt: skip
"""What the packages raise for an answer that is wrong, cut short or invented."""


def creation_options(account: User) -> Options:
    """登録のための問い: for a passkey that the device keeps and opens by face, fingerprint or code."""
    return _plain(auth.begin_registration(account, passwordless=True))


def request_options(account: User | None) -> Options:
    """確認のための問い, for one account, or for whoever the device knows."""
    return _plain(auth.begin_authentication(account))


def read_creation(answer: str) -> Mapping[str, object]:
    """登録の答え: the credential to keep. Raises `PasskeyRefused`."""
    try:
        credential: Options = json.loads(answer)
        auth.parse_registration_response(credential)
        auth.complete_registration(credential)
    except _FAULTS as fault:
        raise PasskeyRefused from fault
    finally:
        auth.clear_state()
    return credential


def use_passkey(answer: str, *, account: User | None) -> User:
    """パスキーを使う: the account that it opens, `account` where one is given. Raises `PasskeyRefused`."""
    try:
        response = json.loads(answer)
        auth.parse_authentication_response(response)
        whose: User = account or auth.extract_user_from_response(response)
        row = auth.complete_authentication(whose, response)
    except _FAULTS as fault:
        raise PasskeyRefused from fault
    finally:
        auth.clear_state()
    row.record_usage()
    return whose


def _plain(options: Mapping[str, object]) -> Options:
    """As JSON knows it: the packages' own values are mappings."""
    plain: Options = json.loads(json.dumps(options, default=dict))
    return plain
