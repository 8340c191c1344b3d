"""就業履歴証明を読む: what the worker's own pages and papers show of certificates."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from ccus.domain.certificates.codes import code_for, hash_of
from ccus.domain.certificates.figures import Figures
from ccus.domain.certificates.models import CareerCertificate
from ccus.domain.certificates.terms import Standing
from ccus.foundation.clock import day_of
from ccus.foundation.periods import ONE_DAY


@dataclass(frozen=True, slots=True)
class Certificate:
    """発行した証明書. `last_on` and `good_until` are the last days. `code` is empty where it cannot be made any more,
    because the server's secret is another one.
    """

    key: UUID
    number: str
    name: str
    kana: str
    from_on: date
    last_on: date
    with_sites: bool
    figures: Figures
    issued_at: datetime
    good_until: date
    revoked_at: datetime | None
    standing: Standing
    code: str


def certificates_of(worker: int, *, at: datetime) -> tuple[Certificate, ...]:
    """発行した証明書の一覧, newest first. One statement."""
    rows: Iterable[CareerCertificate] = (
        CareerCertificate.objects.filter(worker=worker).select_related("worker").order_by("-issued_at", "-pk")
    )
    return tuple(certificate(row, at) for row in rows)


def certificate_of(worker: int, key: UUID, *, at: datetime) -> Certificate | None:
    """One of them; None where this worker has none with this key."""
    row = CareerCertificate.objects.filter(worker=worker, key=key).select_related("worker").first()
    return certificate(row, at) if row else None


def certificate(row: CareerCertificate, at: datetime) -> Certificate:
    """A row as it stands at a moment."""
    code = code_for(row.key)
    return Certificate(
        key=row.key,
        number=row.worker.number,
        name=row.name,
        kana=row.kana,
        from_on=row.from_on,
        last_on=row.until_on - ONE_DAY,
        with_sites=row.with_sites,
        figures=Figures.from_json(row.figures),
        issued_at=row.issued_at,
        good_until=row.expires_on - ONE_DAY,
        revoked_at=row.revoked_at,
        standing=_standing(row, at),
        code=code if hash_of(code) == bytes(row.code_hash) else "",
    )


def _standing(row: CareerCertificate, at: datetime) -> Standing:
    if row.revoked_at is not None:
        return Standing.REVOKED
    return Standing.EXPIRED if day_of(at) >= row.expires_on else Standing.VALID
