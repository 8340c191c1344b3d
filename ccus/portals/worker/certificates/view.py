"""就業履歴証明."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ccus.documents.certificate import CertificatePaper, certificate_pdf
from ccus.domain.certificates.actions import issue_certificate, revoke_certificate
from ccus.domain.certificates.reading import certificate_of, certificates_of
from ccus.domain.certificates.rules import grouped
from ccus.domain.certificates.terms import INCLUDES, Standing
from ccus.domain.workers.reading import Me, worker_of
from ccus.entrance.attached import pdf_answer
from ccus.entrance.door import actor, worker_page
from ccus.entrance.frame import framed
from ccus.entrance.short_lived import short_lived
from ccus.foundation import clock
from ccus.foundation.refusals import Refusal
from ccus.portals.worker.certificates.form import ASKING, period_of
from ccus.ui.entry.sheets import Sheet, blank, filled


@require_http_methods(["GET", "HEAD", "POST"])
@worker_page
def certificates(request: HttpRequest, me: Me) -> HttpResponse:
    """証明書の発行と一覧."""
    if request.method != "POST":
        return _page(request, me, blank(ASKING))
    sheet = filled(ASKING, request.POST)
    try:
        if not sheet.faults:
            issue_certificate(
                worker=worker_of(me),
                period=period_of(sheet),
                with_sites=bool(sheet.values.get("with_sites")),
                by=actor(me),
                at=clock.now(),
            )
            messages.success(request, "証明書を発行しました。下の一覧から、PDFを開けます。")
            return redirect("worker:certificates")
    except Refusal as refusal:
        sheet = sheet.refused(refusal)
    return _page(request, me, sheet)


@require_safe
@worker_page
@short_lived
def certificate_as_pdf(request: HttpRequest, me: Me, key: UUID) -> HttpResponse:
    """証明書のPDF, as long as it holds (PROOF-06)."""
    found = certificate_of(me.worker, key, at=clock.now())
    if found is None or found.standing is not Standing.VALID or not found.code:
        raise Http404
    paper = CertificatePaper(
        name=found.name,
        kana=found.kana,
        number=found.number,
        from_on=found.from_on,
        last_on=found.last_on,
        with_sites=found.with_sites,
        figures=found.figures,
        issued_at=found.issued_at,
        good_until=found.good_until,
        code=grouped(found.code),
        address=settings.PUBLIC_URL + reverse("public:check-code", args=[found.code]),
    )
    return pdf_answer(
        certificate_pdf(paper), plain=f"ccus-certificate-{clock.day_of(found.issued_at):%Y%m%d}"
    )


@require_POST
@worker_page
def certificate_revocation(request: HttpRequest, me: Me, key: UUID) -> HttpResponse:
    """証明書を取り消す."""
    if certificate_of(me.worker, key, at=clock.now()) is None:
        raise Http404
    try:
        revoke_certificate(worker=worker_of(me), key=key, by=actor(me), at=clock.now())
    except Refusal as refusal:
        return _page(request, me, blank(ASKING), refusal)
    messages.success(
        request, "証明書を取り消しました。コードで確かめる人には、取り消されたことだけが出ます。"
    )
    return redirect("worker:certificates")


def _page(request: HttpRequest, me: Me, sheet: Sheet, refusal: Refusal | None = None) -> HttpResponse:
    context = {
        "form": sheet.form,
        "certificates": [
            (each, grouped(each.code), each.standing is Standing.VALID)
            for each in certificates_of(me.worker, at=clock.now())
        ],
        "refusal": refusal,
        "includes": INCLUDES,
        "check_page": settings.PUBLIC_URL + reverse("public:check"),
    }
    status = 422 if sheet.faults or refusal else 200
    return framed(request, "worker/certificates/page.html", context, current="career", status=status)
