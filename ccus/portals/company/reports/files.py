"""月次報告のファイル (REPORT-07)."""

from django.http import Http404, HttpResponse

from ccus.documents.month_report import MonthReport, month_report_pdf, month_report_xlsx
from ccus.entrance.attached import attached

MAKERS = {"pdf": month_report_pdf, "xlsx": month_report_xlsx}


def report_attached(report: MonthReport, kind: str, *, name: str, plain: str) -> HttpResponse:
    """The report as a file. Raises Http404 for another kind."""
    if kind not in MAKERS:
        raise Http404
    return attached(MAKERS[kind](report), kind, name=name, plain=plain)
