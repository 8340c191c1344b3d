"""Every address has a door that says whom it lets in, unless it is named here (DOOR-01, DOOR-02)."""

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver

from ccus.entrance.doorplate import plate_of

# The way in, and what everybody may read.
OPEN = {
    *("account_login", "filing:sign-in", "office:sign-in", "company:sign-in", "passkey_question"),
    *("public:front", "public:announcements", "public:announcement", "public:guide", "public:contact"),
    *("public:privacy", "public:terms", "public:accessibility", "public:register", "public:register-sent"),
    *("public:check", "public:check-code", "public:invitation", "public:site"),
    *("forgotten:start", "forgotten:code", "forgotten:request", "forgotten:choice", "forgotten:password"),
    "forgotten:stop",
}
# No page behind a sign-in: the end of a session, the step between password and page, a machine with a key of its own.
WITH_THEIR_OWN_DOOR = {"worker:sign-out", "second_step", "linked:roster"}


def _views(patterns: list[URLPattern | URLResolver], space: str = "") -> Iterator[tuple[str, URLPattern]]:
    for each in patterns:
        if isinstance(each, URLResolver):
            yield from _views(each.url_patterns, f"{space}{each.namespace}:" if each.namespace else space)
        else:
            yield f"{space}{each.name}", each


VIEWS = dict(_views(get_resolver().url_patterns))


def test_only_the_addresses_named_here_have_no_door() -> None:
    without = {name for name, each in VIEWS.items() if plate_of(each.callback) is None}
    assert without == OPEN | WITH_THEIR_OWN_DOOR


def test_no_address_takes_a_form_that_another_site_made() -> None:
    assert [name for name, each in VIEWS.items() if getattr(each.callback, "csrf_exempt", False)] == []
