"""施工体制の場所: the rows of a structure, as the acts on it write them."""

from datetime import date, datetime

from django.db import connection

from ccus.domain.audit.terms import Actor
from ccus.domain.companies.models import Company
from ccus.domain.sites.models import Site, StructureAcceptance, StructureMember
from ccus.domain.sites.policies import name_at
from ccus.foundation.constraints import refusing
from ccus.foundation.japanese import date_words
from ccus.foundation.refusals import Refusal


class AlreadyAccepted(Refusal):
    """承認済み: accepted once for any day (SITE-07)."""


def add_spot(
    site: Site, company: Company, upper: StructureMember | None, *, by: Actor, at: datetime
) -> StructureMember:
    """A firm below `upper`, or the prime. The row knows its own key before it is written: its path ends with it."""
    with connection.cursor() as cursor:
        cursor.execute("select nextval(pg_get_serial_sequence('structure_member', 'id'))")
        key: int = cursor.fetchone()[0]
    above = upper.path if upper is not None else []
    return StructureMember.objects.create(
        id=key,
        site=site,
        company=company,
        parent=upper,
        tier=len(above),
        path=[*above, key],
        invited_at=at,
        invited_by=str(by),
    )


def accept_spot(member: StructureMember, *, from_on: date, by: Actor, at: datetime) -> StructureAcceptance:
    """The firm stands at its spot from a day on. Raises `AlreadyAccepted` (SITE-07)."""
    accepted = AlreadyAccepted(
        f"{name_at(member)}は、{date_words(from_on)}以降の施工体制をすでに承認しています。"
        "離脱したあとの日から承認してください。",
        "from_on",
    )
    with refusing({"structure_accepted_once_at_a_time": accepted}):
        return StructureAcceptance.objects.create(
            member=member, valid_from=from_on, recorded_at=at, recorded_by=str(by)
        )
