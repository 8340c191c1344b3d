"""経歴のファイル: the picture as SVG and PDF, the list as CSV and Excel; what the pages show, no more (PROOF-01)."""

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ccus.documents.career_drawing import career_svg
from ccus.documents.career_paper import CareerPaper, career_pdf
from ccus.domain.certificates.figures import figures_of
from ccus.domain.work_history.career import CareerDay, days_of
from ccus.domain.workers.reading import Me, profile_of
from ccus.entrance.attached import attached, pdf_answer, table_attached
from ccus.entrance.door import worker_page
from ccus.entrance.short_lived import short_lived
from ccus.foundation import clock
from ccus.foundation.identifiers import grouped
from ccus.foundation.japanese import date_words
from ccus.portals.worker.career.picture import picture_of
from ccus.ui.formatting import clock_time

HEAD = (
    "就業日",
    "現場ID",
    "現場名",
    "元請事業者",
    "所属事業者",
    "職種",
    "立場",
    "作業内容",
    "入場",
    "退場",
    "状態",
    "就業日数に数える",
    "根拠",
)


@require_safe
@worker_page
@short_lived
def career_as_svg(request: HttpRequest, me: Me) -> HttpResponse:
    """経歴の図 as one SVG."""
    days = days_of(me.worker)
    name = profile_of(me.worker, on=clock.today()).name
    period = f"{date_words(days[0].on)}～{date_words(days[-1].on)}" if days else "就業履歴は、まだありません"
    heading = (name.official, f"技能者ID {grouped(me.number)}　{period}")
    drawn = career_svg(picture_of(days), heading).encode()
    return attached(drawn, "svg", name=f"経歴の図_{clock.today():%Y%m%d}", plain=_plain("career"))


@require_safe
@worker_page
@short_lived
def career_as_pdf(request: HttpRequest, me: Me) -> HttpResponse:
    """経歴の図 on A4."""
    days, now = days_of(me.worker), clock.now()
    name, figures = profile_of(me.worker, on=clock.today()).name, figures_of(days, with_sites=False)
    paper = CareerPaper(
        name=name.official,
        kana=name.kana,
        number=me.number,
        from_on=days[0].on if days else None,
        until_on=days[-1].on if days else None,
        made_at=now,
        sums=(
            ("就業日数", f"{figures.days:,}日"),
            ("就業履歴数", f"{figures.records:,}件"),
            ("正式の日数", f"{figures.official_days:,}日"),
            ("承認なし", f"{figures.unapproved_days:,}日（合計の外）"),
        ),
        picture=picture_of(days),
    )
    return pdf_answer(career_pdf(paper), plain=_plain("career"))


@require_safe
@worker_page
@short_lived
def history_as_csv(request: HttpRequest, me: Me) -> HttpResponse:
    """就業履歴 as CSV."""
    return _history("csv", me)


@require_safe
@worker_page
@short_lived
def history_as_xlsx(request: HttpRequest, me: Me) -> HttpResponse:
    """就業履歴 as Excel."""
    return _history("xlsx", me)


def _rows(me: Me) -> Iterator[tuple[object, ...]]:
    return (_row(day) for day in days_of(me.worker))


def _row(day: CareerDay) -> tuple[object, ...]:
    return (
        day.on,
        grouped(day.site_number),
        day.site_name,
        day.prime,
        day.employer,
        day.trade,
        day.position,
        day.work_content,
        clock_time(day.first_in, day.on) if day.first_in else "",
        clock_time(day.last_out, day.on) if day.last_out else "",
        day.state.label,
        day.is_counted,
        day.evidence.label,
    )


def _history(kind: str, me: Me) -> HttpResponse:
    name = f"就業履歴_{clock.today():%Y%m%d}"
    return table_attached(kind, "就業履歴", HEAD, _rows(me), name=name, plain=_plain("history"))


def _plain(what: str) -> str:
    return f"ccus-{what}-{clock.today():%Y%m%d}"
