"""保存期間: the rules, the nights, and what falls due soon (KEEP-09)."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ccus.domain.accounts.officers import OfficerMe
from ccus.domain.accounts.terms import Duty
from ccus.domain.retention.catalogue import STAYING
from ccus.domain.retention.reading import HEAD, file_rows, nights_shown, rules_shown
from ccus.entrance.attached import table_attached
from ccus.entrance.door import office_page
from ccus.entrance.frame import framed
from ccus.foundation import clock


@require_safe
@office_page(Duty.FIGURES)
def retention(request: HttpRequest, officer: OfficerMe) -> HttpResponse:
    """What is kept how long, and what the nights took away: numbers alone."""
    context = {"rules": rules_shown(), "nights": nights_shown(at=clock.now()), "staying": STAYING}
    return framed(request, "office/retention/page.html", context, current="retention")


@require_safe
@office_page(Duty.FIGURES)
def retention_file(request: HttpRequest, officer: OfficerMe, kind: str) -> HttpResponse:
    """The rules with the last night, as CSV or Excel."""
    day = f"{clock.today():%Y%m%d}"
    return table_attached(
        kind, "保存期間", HEAD, file_rows(), name=f"保存期間_{day}", plain=f"retention-{day}"
    )
