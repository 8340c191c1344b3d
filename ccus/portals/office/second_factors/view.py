"""二段階の確認のやり直し."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from ccus.domain.accounts.factors.policies import AccountUnknown
from ccus.domain.accounts.officers import OfficerMe
from ccus.domain.accounts.terms import Duty
from ccus.domain.companies.factors import ChiefShown, chief_by_login
from ccus.domain.office.actions.proposals import propose
from ccus.domain.office.terms import What
from ccus.entrance.door import office_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.refusals import Refusal
from ccus.portals.office.second.saying import say_proposed
from ccus.portals.office.second_factors.form import RestartForm, WhoForm


@require_http_methods(["GET", "POST"])
@office_page(Duty.IDENTITY)
def second_factors(request: HttpRequest, officer: OfficerMe) -> HttpResponse:
    """First who, then the name read aloud and the reason, then another officer confirms (EYES-02)."""
    is_sure = request.POST.get("act") == "restart"
    form = (RestartForm if is_sure else WhoForm)(request.POST or None)
    if request.method == "GET" or not form.is_valid():
        return _page(request, form, 200 if request.method == "GET" else 422)
    try:
        chief = _chief(form.cleaned_data["login_id"])
        if not is_sure:
            return _page(request, RestartForm(initial=form.cleaned_data), chief=chief)
        given = {"login_id": chief.account.login_id, "reason": form.cleaned_data["reason"]}
        propose(what=What.FACTORS, given=given, by=officer.actor, at=clock.now())
    except Refusal as refusal:
        form.refuse(refusal)
        return _page(request, form, 422)
    say_proposed(request, f"{chief.company_name} {chief.name}さんの、二段階の確認のやり直し")
    return redirect("office:second-factors")


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
