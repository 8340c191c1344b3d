"""コードを確かめる: one-time codes of an app and recovery codes, each good once (SIGN-25)."""

import secrets
from base64 import b32encode
from datetime import datetime

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from allauth.mfa.utils import decrypt
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
        if row.type == Factor.APP:
            used = matching_counter(decrypt(row.data["secret"]), code, at=at, after=row.data["used"])
            is_right = used is not None
            row.data["used"] = used or row.data["used"]
        else:
            wrapped = row.wrap()
            is_right = wrapped.validate_code(typed_code(code))
            row = wrapped.instance
        if is_right:
            row.last_used_at = at
            row.save(update_fields=["data", "last_used_at"])
            return Factor(row.type)
    return None
