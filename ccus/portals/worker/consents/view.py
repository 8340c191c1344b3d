"""代理手続きの同意確認: which companies may write the own roster for the employer (SITE-24)."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from ccus.domain.sites.actions.consents import agree_to_proxy, end_consent
from ccus.domain.sites.reading.consents import parties, proxies_over
from ccus.domain.workers.reading import Me
from ccus.entrance.door import actor, worker_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.refusals import Refusal


class NotChosen(Refusal):
    """選ばれていない: 同意する or 同意しない."""


@require_http_methods(["GET", "POST"])
@worker_page
def consents(request: HttpRequest, me: Me) -> HttpResponse:
    """代理手続きの同意確認, with what was chosen before."""
    shown = proxies_over(me.worker, on=clock.today())
    if request.method == "GET":
        return _page(request, me)
    number = request.POST.get("company", "")
    chosen = next((each for each in shown if each.number == number), None)
    both = parties(me.worker, number)
    if chosen is None or both is None:
        raise Http404
    choice, now = request.POST.get("choice", ""), clock.now()
    try:
        if choice not in {"yes", "no"}:
            raise NotChosen("「同意する」か「同意しない」が選ばれていません。どちらかを選んでください。")
        if choice == "yes" and chosen.agreed_on is None:
            agree_to_proxy(worker=both[0], company=both[1], by=actor(me), at=now)
        elif choice == "no" and chosen.agreed_on is not None:
            end_consent(worker=both[0], company=both[1], by=actor(me), at=now)
    except Refusal as refusal:
        return _page(request, me, refusal)
    messages.success(request, f"{chosen.name}の代理手続きに、{_WORDS[choice]}")
    return redirect("worker:consents")


_WORDS = {"yes": "同意しています。", "no": "同意していません。"}


def _page(request: HttpRequest, me: Me, refusal: Refusal | None = None) -> HttpResponse:
    context = {"proxies": proxies_over(me.worker, on=clock.today()), "refusal": refusal}
    status = 422 if refusal else 200
    return framed(request, "worker/consents/page.html", context, current="consents", status=status)
