"""経歴の図と証明."""

from django.http import HttpRequest, HttpResponse
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_safe

from ccus.documents.career_drawing import legend_svg, year_svg
from ccus.domain.certificates.figures import figures_of
from ccus.domain.certificates.terms import INCLUDES
from ccus.domain.work_history.career import days_of
from ccus.domain.workers.reading import Me
from ccus.entrance.door import worker_page
from ccus.entrance.frame import framed
from ccus.portals.worker.career.picture import picture_of


@require_safe
@worker_page
def career(request: HttpRequest, me: Me) -> HttpResponse:
    """経歴の図: every year, the sums in words, and the files."""
    days = days_of(me.worker)
    picture = picture_of(days)
    context = {
        "figures": figures_of(days, with_sites=True),
        "legend": _drawn(legend_svg(picture)),
        "years": [_drawn(year_svg(picture, year)) for year in picture.years],
        "has_days": bool(days),
        "includes": INCLUDES,
    }
    return framed(request, "worker/career/page.html", context, current="career")


def _drawn(svg: str) -> SafeString:
    return mark_safe(svg)  # noqa: S308 - drawn by `documents`, which escapes every word in it
