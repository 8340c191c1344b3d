"""入金データの取り込み: looked at row by row before anything is recorded (FEE-07, FEE-08)."""

from collections.abc import Iterator
from datetime import date

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from ccus.domain.accounts.officers import OfficerMe
from ccus.domain.accounts.terms import Duty
from ccus.domain.fees import rules
from ccus.domain.fees.bank_file import BankFile, read_bank_file
from ccus.domain.fees.reading import charge_numbered
from ccus.domain.office.ledger import lines_of, subjects_numbered
from ccus.entrance.door import office_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.refusals import Refusal

NO_FILE = Refusal("ファイルが選ばれていません。銀行の入金データ（CSV）を選んでください。", "file")


@require_http_methods(["GET", "POST"])
@office_page(Duty.FEES)
def bank_file(request: HttpRequest, officer: OfficerMe) -> HttpResponse:
    """入金データを見る: which rows count, and what is wrong with the others."""
    if request.method == "GET":
        return _page(request)
    sent = request.FILES.get("file")
    if not isinstance(sent, UploadedFile):
        return _page(request, refusal=NO_FILE)
    try:
        found = read_bank_file(
            sent.read(rules.BANK_FILE_BYTES + 1), today=clock.today(), subjects=subjects_numbered
        )
    except Refusal as refusal:
        return _page(request, refusal=refusal)
    return _page(request, found)


@require_POST
@office_page(Duty.FEES)
def bank_payments(request: HttpRequest, officer: OfficerMe) -> HttpResponse:
    """確かめた入金を記録する: each by itself; what is refused meanwhile is said, and the others stay."""
    done, refused = 0, []
    for charge, paid_on in _chosen(request):
        found = charge_numbered(charge)
        if found is None:
            continue
        line = lines_of([found])[0]
        try:
            line.pay(paid_on, by=officer.actor, at=clock.now())
            done += 1
        except Refusal as refusal:
            refused.append(f"{line.number}：{refusal.sentence}")
    if refused:
        return _page(
            request,
            refusal=Refusal(f"{done}件の入金を記録しました。記録できなかった入金：{' '.join(refused)}"),
        )
    messages.success(request, f"{done}件の入金を記録しました。")
    return redirect("office:fees")


def _chosen(request: HttpRequest) -> Iterator[tuple[int, date]]:
    """`charge:day` of every row that counted."""
    for pair in request.POST.get("rows", "").split()[: rules.BANK_FILE_ROWS]:
        charge, _, day = pair.partition(":")
        try:
            yield int(charge), date.fromisoformat(day)
        except ValueError:
            continue


def _page(
    request: HttpRequest, found: BankFile | None = None, refusal: Refusal | None = None
) -> HttpResponse:
    context = {"found": found, "refusal": refusal}
    status = 422 if refusal else 200
    return framed(request, "office/fees/bank.html", context, current="fees", status=status)
