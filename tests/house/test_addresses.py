"""Every address refuses a stranger, unless it is named here."""

import re
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

# The way in, and what everybody may read.
OPEN = {
    *("account_login", "filing:sign-in", "office:sign-in", "company:sign-in", "passkey_question"),
    *("public:front", "public:announcements", "public:announcement", "public:guide", "public:contact"),
    *(
        "public:privacy",
        "public:terms",
        "public:accessibility",
        "public:register",
        "public:register-sent",
        "public:check",
        "public:check-code",
        "public:invitation",
        "public:site",
    ),
    *("forgotten:start", "forgotten:code", "forgotten:request", "forgotten:choice", "forgotten:password"),
    "forgotten:stop",
}
SIGN_INS = (
    reverse(settings.LOGIN_URL),
    *(reverse(f"{side}:sign-in") for side in ("filing", "office", "company")),
)
SAMPLES = {
    "day": "2026-11-19",
    "month": "2026-11",
    "int": "1",
    "str": "x",
    "slug": "x",
    "uuid": "0198a3c4-0000-7000-8000-000000000000",
}


def _addresses(
    patterns: list[URLPattern | URLResolver], prefix: str = "/", space: str = ""
) -> Iterator[tuple[str, str]]:
    for pattern in patterns:
        address = prefix + re.sub(r"<(?:(\w+):)?\w+>", lambda m: SAMPLES[m[1] or "str"], str(pattern.pattern))
        if isinstance(pattern, URLResolver):
            inside = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from _addresses(pattern.url_patterns, address, inside)
        else:
            yield f"{space}{pattern.name}", address


ADDRESSES = list(_addresses(get_resolver().url_patterns))


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize(("name", "address"), ADDRESSES, ids=str)
def test_an_address_refuses_a_stranger(client: Client, name: str, address: str, method: str) -> None:
    answer = getattr(client, method)(address)
    is_sent_to_sign_in = answer.status_code == 302 and answer["Location"].startswith(SIGN_INS)
    assert is_sent_to_sign_in or answer.status_code in {401, 403, 404, 405} or name in OPEN


def test_the_list_of_open_addresses_names_only_addresses() -> None:
    assert {name for name, _ in ADDRESSES} >= OPEN
