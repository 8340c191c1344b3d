"""証明書を確かめる: what whoever holds a paper may read by its code, and the trace it leaves (PROOF-05 to PROOF-08)."""

from dataclasses import dataclass
from datetime import datetime

from ccus.domain.audit.terms import SYSTEM
from ccus.domain.certificates.codes import hash_of
from ccus.domain.certificates.figures import Figures, figures_of
from ccus.domain.certificates.models import CareerCertificate
from ccus.domain.certificates.reading import Certificate, certificate
from ccus.domain.certificates.terms import Standing
from ccus.domain.disclosure.terms import Purpose, Relation
from ccus.domain.disclosure.traces import Look, leave
from ccus.domain.work_history.career import days_of
from ccus.domain.workers.leaving import has_left
from ccus.domain.workers.terms import Item


@dataclass(frozen=True, slots=True)
class Checked:
    """確かめた証明書. `certificate` is None where it holds no more: then only `standing` and the days are told.

    `is_as_now`: the register says the same of these days today.
    """

    standing: Standing
    issued_at: datetime
    revoked_at: datetime | None
    certificate: Certificate | None = None
    is_as_now: bool = False


def check(code: str, *, at: datetime) -> Checked | None:
    """証明書を確かめる by its code; None where there is none, or of somebody who left (D-18).

    A certificate that holds leaves a trace that the worker reads.
    """
    row = CareerCertificate.objects.filter(code_hash=hash_of(code)).select_related("worker").first()
    if row is None or has_left(row.worker_id):
        return None
    found = certificate(row, at)
    if found.standing is not Standing.VALID:
        return Checked(found.standing, row.issued_at, row.revoked_at)
    look = Look(row.worker_id, Relation.HOLDER, {Item.CARD, Item.WORK_HISTORY})
    leave(SYSTEM, [look], purpose=Purpose.CERTIFICATE, reason="", at=at)
    return Checked(found.standing, row.issued_at, None, found, _now(row).same_as(found.figures))


def _now(row: CareerCertificate) -> Figures:
    days = days_of(row.worker_id, from_on=row.from_on, until_on=row.until_on)
    return figures_of(days, with_sites=row.with_sites)
