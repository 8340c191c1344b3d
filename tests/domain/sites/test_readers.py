"""カードリーダー (SITE-13, SITE-14)."""

from datetime import datetime

import pytest

from ccus.domain.audit.policies import NotAllowed
from ccus.domain.sites.actions.readers import ReaderRevoked, enroll_reader, revoke_reader
from ccus.domain.sites.models import Reader
from ccus.domain.sites.rules import TextUnreadable, token_hash
from tests.factories.personas import READER_TOKEN, Cast, firm

pytestmark = pytest.mark.django_db


def test_only_the_hash_of_a_readers_token_is_kept(cast: Cast, at: datetime) -> None:
    enrolled = enroll_reader(site=cast.site, name="北門", by=firm(cast.sato), at=at)
    kept = Reader.objects.get(pk=enrolled.reader.pk)
    assert bytes(kept.token_hash) == token_hash(enrolled.token)
    assert kept.place_id == cast.site.pk
    assert len(enrolled.token) >= 43


def test_the_persona_reader_has_the_token_that_tests_know(cast: Cast) -> None:
    assert bytes(Reader.objects.get().token_hash) == token_hash(READER_TOKEN)


def test_only_the_prime_puts_up_a_reader(cast: Cast, at: datetime) -> None:
    with pytest.raises(NotAllowed, match="佐藤建設"):
        enroll_reader(site=cast.site, name="北門", by=firm(cast.suzuki), at=at)


def test_a_reader_has_a_name(cast: Cast, at: datetime) -> None:
    with pytest.raises(TextUnreadable, match="端末名が入力されていません"):
        enroll_reader(site=cast.site, name="　", by=firm(cast.sato), at=at)


def test_a_reader_is_revoked_once(cast: Cast, at: datetime) -> None:
    revoke_reader(reader=cast.reader, by=firm(cast.sato), at=at)
    assert Reader.objects.get().revoked_at == at
    with pytest.raises(ReaderRevoked, match="正門"):
        revoke_reader(reader=cast.reader, by=firm(cast.sato), at=at)


def test_nobody_else_revokes_a_reader(cast: Cast, at: datetime) -> None:
    with pytest.raises(NotAllowed):
        revoke_reader(reader=cast.reader, by=firm(cast.stranger), at=at)
