"""更新のお知らせ: six months and one month before a registration ends (REG-26)."""

from datetime import datetime, timedelta

from django.db.models import Max

from ccus.domain.companies.letters import tell_company
from ccus.domain.companies.models import CompanyTerm
from ccus.domain.companies.terms import Power
from ccus.domain.companies.validity import REMINDED_MONTHS, months_after
from ccus.domain.notices.texts import Text
from ccus.foundation.clock import day_of
from ccus.foundation.periods import ONE_DAY

_LATE = timedelta(days=7)
"""For so long a reminder is made up for where the job did not run."""


def remind_of_renewals(*, at: datetime) -> int:
    """Tell the companies whose day came in the last week, once each; returns how many were found."""
    today, found = day_of(at), 0
    for months in REMINDED_MONTHS:
        ends = {
            months_after((today - _LATE).replace(day=1), months),
            months_after(today.replace(day=1), months),
        }
        due = {end for end in ends if today - _LATE < months_after(end, -months) <= today}
        standing = CompanyTerm.objects.filter(superseded_at=None).values("company")
        for company, until in (
            standing.annotate(until=Max("valid_until")).filter(until__in=due).values_list("company", "until")
        ):
            tell_company(
                company,
                text=Text.COMPANY_RENEWAL_DUE,
                source=f"renewal:{company}:{until}:{months}",
                at=at,
                power=Power.COMPANY_DATA,
                mail=True,
                last_on=until - ONE_DAY,
            )
            found += 1
    return found
