"""コードを確かめる: one-time codes of an app and recovery codes, each good once (SIGN-25)."""

import secrets
from base64 import b32encode
from datetime import datetime

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from allauth.mfa.utils import decrypt
from cryptography.fernet import InvalidToken
from django.db import transaction
from django.utils.crypto import constant_time_compare

from ccus.domain.accounts.factors.reading import rows_of
from ccus.domain.accounts.factors.rules import counters, typed_code
from ccus.domain.accounts.factors.terms import Factor

_SECRET_BYTES = 20


def new_secret() -> str:
    """A new secret for an app: 32 letters of base32."""
    return b32encode(secrets.token_bytes(_SECRET_BYTES)).decode()


def code_at(secret: str, counter: int) -> str:
    """The code of six digits of a half minute."""
    return str(format_hotp_value(hotp_value(secret, counter)))


def matching_counter(secret: str, code: str, *, at: datetime, after: int = 0) -> int | None:
    """The half minute later than `after` whose code it is; None for a wrong, an old or a used one."""
    typed = typed_code(code)
    matching = (
        counter
        for counter in counters(at)
        if counter > after and constant_time_compare(code_at(secret, counter), typed)
    )
    return next(matching, None)


@transaction.atomic
def use_code(account: int, code: str, *, at: datetime) -> Factor | None:
    """コードを使う: the factor that it belongs to; None where it opens nothing. Nobody can use it again.

    The rows are locked: of two who type the same code at once, one is refused.
    """
    for row in rows_of(account, Factor.APP, Factor.RECOVERY).select_for_update():
        if _takes(row, typed_code(code), at=at):
            rows_of(account).filter(pk=row.pk).update(last_used_at=at)
            return Factor(row.type)
    return None


def _takes(row: Authenticator, code: str, *, at: datetime) -> bool:
    """Whether it is a code of this row. One that is kept under a lost secret of the server opens nothing any more."""
    try:
        return _opens(row, code, at=at)
    except InvalidToken:
        return False


def _opens(row: Authenticator, code: str, *, at: datetime) -> bool:
    if row.type == Factor.RECOVERY:
        return bool(row.wrap().validate_code(code))
    used = matching_counter(decrypt(row.data["secret"]), code, at=at, after=row.data["used"])
    if used is not None:
        row.data["used"] = used
        row.save(update_fields=["data"])
    return used is not None
