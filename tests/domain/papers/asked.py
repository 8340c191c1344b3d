"""Asking for papers of the standing cast."""

from datetime import date

from ccus.domain.papers.terms import FileKind, PaperKind
from ccus.domain.papers.values import Asked
from ccus.domain.sites.models import StructureMember

TODAY = date(2026, 11, 20)


def asked(member: StructureMember, kind: PaperKind = PaperKind.ROSTER, **values: object) -> Asked:
    given: dict[str, object] = {"file_kind": FileKind.PDF, "day": TODAY}
    return Asked(kind=kind, member=member.pk, **{**given, **values})  # type: ignore[arg-type]
