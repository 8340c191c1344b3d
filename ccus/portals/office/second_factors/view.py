"""二段階の確認のやり直し."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from ccus.domain.accounts.factors.actions import restart_factors
from ccus.domain.accounts.factors.policies import AccountUnknown
from ccus.domain.accounts.factors.terms import RestartReason
from ccus.domain.accounts.officers import OfficerMe
from ccus.domain.accounts.terms import Duty
from ccus.domain.companies.factors import ChiefShown, chief_by_login
from ccus.domain.notices.actions import tell, write_mail
from ccus.domain.notices.texts import Text
from ccus.entrance.door import office_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.refusals import Refusal
from ccus.portals.office.second_factors.form import RestartForm, WhoForm


@require_http_methods(["GET", "POST"])
@office_page(Duty.IDENTITY)
def second_factors(request: HttpRequest, officer: OfficerMe) -> HttpResponse:
    """First who, then the name read aloud and the reason, then the new start."""
    is_sure = request.POST.get("act") == "restart"
    form = (RestartForm if is_sure else WhoForm)(request.POST or None)
    if request.method == "GET" or not form.is_valid():
        return _page(request, form, 200 if request.method == "GET" else 422)
    try:
        chief = _chief(form.cleaned_data["login_id"])
        if not is_sure:
            return _page(request, RestartForm(initial=form.cleaned_data), chief=chief)
        _restart(chief, officer, RestartReason(form.cleaned_data["reason"]))
    except Refusal as refusal:
        form.refuse(refusal)
        return _page(request, form, 422)
    messages.success(request, f"{chief.company_name} {chief.name}さんの、二段階の確認をやり直しにしました。")
    return redirect("office:second-factors")


def _restart(chief: ChiefShown, officer: OfficerMe, reason: RestartReason) -> None:
    """The owner hears of it by mail too: without a factor nobody reads a notice."""
    now = clock.now()
    source = f"factors:{now.isoformat()}"
    restart_factors(account=chief.account, reason=reason, by=officer.actor, at=now)
    tell(account=chief.account.pk, text=Text.FACTORS_RESTARTED, source=source, at=now)
    write_mail(to=chief.mail, text=Text.FACTORS_RESTARTED, source=source, at=now)


def _chief(login_id: str) -> ChiefShown:
    chief = chief_by_login(login_id)
    if chief is None:
        raise AccountUnknown(login_id)
    return chief


def _page(
    request: HttpRequest, form: WhoForm, status: int = 200, *, chief: ChiefShown | None = None
) -> HttpResponse:
    if chief is None and isinstance(form, RestartForm):
        chief = chief_by_login(form.cleaned_data.get("login_id", "")) if form.is_bound else None
    context = {"form": form, "chief": chief}
    template = "office/second_factors/page.html"
    return framed(request, template, context, current="second-factors", status=status)
