"""Addresses of databases: read and written without a loss, three roles from two addresses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccus.foundation import databases
from ccus.foundation.databases import APP, OWNER, READER, DatabaseUrl

words = st.text(
    st.characters(codec="utf-8", exclude_characters="\x00", exclude_categories=["Cs"]), min_size=1
)
hosts = st.sampled_from(["localhost", "127.0.0.1", "db.example", "/var/run/some folder"])


@given(
    st.builds(
        DatabaseUrl,
        user=words,
        name=words,
        host=hosts,
        password=words,
        port=st.none() | st.integers(1, 65535),
    )
)
def test_an_address_written_and_read_again_is_the_same(url: DatabaseUrl) -> None:
    assert DatabaseUrl.parse(str(url)) == url


def test_an_address_of_another_engine_is_refused_in_a_sentence() -> None:
    with pytest.raises(ValueError, match="postgresql:// で始めてください"):
        DatabaseUrl.parse("mysql://localhost/ccus")


def test_the_reader_gets_its_own_role_where_only_two_addresses_are_given(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DATABASE_URL", f"postgresql://{APP}:secret@db.example:5433/ccus")
    monkeypatch.setenv("DATABASE_OWNER_URL", f"postgresql://{OWNER}:other@db.example:5433/ccus")
    monkeypatch.delenv("READER_DATABASE_URL", raising=False)
    found = databases.given()
    assert found is not None
    assert str(found.reader) == f"postgresql://{READER}:secret@db.example:5433/ccus"
    assert found.owner.password == "other"


def test_without_an_address_the_embedded_server_is_meant(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    assert databases.given() is None
