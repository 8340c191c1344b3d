"""見守りの行為: every night, signs become a case of the company, or join its open one (LOOK-05, LOOK-08)."""

from datetime import datetime

from django.db import transaction

from ccus.domain.audit.actions import record
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.looks.models import LookCase, LookSign
from ccus.domain.looks.signs import Sign
from ccus.domain.looks.watching import unusual
from ccus.foundation.constraints import one_at_a_time


@transaction.atomic
def watch(*, by: Actor, at: datetime) -> int:
    """見守る: returns how many companies have new signs. A second run of the night finds nothing new."""
    one_at_a_time("looks", "watch")
    fresh = 0
    for company, signs in unusual(at).items():
        case, is_new = LookCase.objects.get_or_create(
            company_id=company, closed_at=None, defaults={"opened_at": at}
        )
        added = _add(case, signs, at)
        fresh += added > 0
        if is_new or added:
            record(act=Act.LOOK_CASE_FOUND, by=by, at=at, subject=("look_case", case.pk), signs=added)
    return fresh


def _add(case: LookCase, signs: tuple[Sign, ...], at: datetime) -> int:
    """The signs that the case does not have yet as they are now. Returns how many."""
    before = LookSign.objects.filter(case=case).count()
    LookSign.objects.bulk_create(
        [
            LookSign(
                case=case,
                kind=sign.kind,
                employer_id=sign.employer,
                workers=sorted(sign.workers),
                counted=len(sign.workers),
                first_at=min(opening.at for opening in sign.openings),
                last_at=max(opening.at for opening in sign.openings),
                found_at=at,
            )
            for sign in signs
        ],
        ignore_conflicts=True,
    )
    return LookSign.objects.filter(case=case).count() - before
