"""カードリーダーの登録と停止."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from ccus.domain.audit.actions import record
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.sites.models import Reader, Site
from ccus.domain.sites.policies import require_prime
from ccus.domain.sites.rules import readable, token_hash
from ccus.foundation.refusals import Refusal

_TOKEN_BYTES = 32


class ReaderRevoked(Refusal):
    """停止した端末 (SITE-14)."""


@dataclass(frozen=True, slots=True)
class EnrolledReader:
    """登録した端末: the token exists in clear only here, for the gate page's address, once."""

    reader: Reader
    token: str


@transaction.atomic
def enroll_reader(*, site: Site, name: str, system: str = "", by: Actor, at: datetime) -> EnrolledReader:
    """カードリーダーの登録 by the prime: only the hash of the token is kept (SITE-13). Raises `TextUnreadable`.

    `system`: the name of the 認定システム whose readings come in by this token (SITE-31).
    """
    require_prime(by, site)
    token = secrets.token_urlsafe(_TOKEN_BYTES)
    reader = Reader.objects.create(
        place_id=site.pk,
        name=readable(name, "reader"),
        system=readable(system, "system", may_be_empty=True),
        token_hash=token_hash(token),
        enrolled_at=at,
        enrolled_by=str(by),
    )
    record(act=Act.READER_ENROLLED, by=by, at=at, subject=("reader", reader.pk))
    return EnrolledReader(reader, token)


@transaction.atomic
def revoke_reader(*, reader: Reader, by: Actor, at: datetime) -> None:
    """カードリーダーの停止: what it sends from now on is not accepted (SITE-14). Raises `ReaderRevoked`."""
    require_prime(by, Site.objects.get(pk=reader.place_id))
    if not Reader.objects.filter(pk=reader.pk, revoked_at__isnull=True).update(revoked_at=at):
        raise ReaderRevoked(
            f"端末「{reader.name}」は、すでに停止しています。使っている端末を選んでください。"
        )
    record(act=Act.READER_REVOKED, by=by, at=at, subject=("reader", reader.pk))
