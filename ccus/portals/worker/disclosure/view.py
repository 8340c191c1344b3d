"""開示設定 › 技能者."""

from collections.abc import Collection

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from ccus.domain.disclosure.actions import choose_own_half
from ccus.domain.disclosure.terms import Shown
from ccus.domain.workers.reading import Me, profile_of, steps_left, worker_of
from ccus.domain.workers.terms import Item, Step
from ccus.entrance.door import actor, worker_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.refusals import Refusal
from ccus.portals.worker.disclosure.setting import fixed, named, setting_of

SAVED = "開示の設定を保存しました。"


@require_safe
@worker_page
def disclosure(request: HttpRequest, me: Me) -> HttpResponse:
    """いまの設定: what other companies see today (guide G13-1), with the way to change it."""
    today = clock.today()
    context = {
        "setting": setting_of(me.worker, on=today),
        "profile": profile_of(me.worker, on=today),
        "is_to_choose": Step.DISCLOSURE in steps_left(me.worker),
        **_fixed(),
    }
    return framed(request, "worker/disclosure/page.html", context, current="disclosure")


@require_http_methods(["GET", "HEAD", "POST"])
@worker_page
def disclosure_change(request: HttpRequest, me: Me) -> HttpResponse:
    """開示情報の変更: all items at once (guide G13-2, G13-3, DISC-23); `again`: back from 見え方の確認."""
    if request.method != "POST":
        return _change_page(request, me)
    if request.POST.get("act") == "again":
        return _change_page(request, me, ticked=named(request.POST.getlist("item")))
    try:
        choose_own_half(
            worker=worker_of(me),
            items=named(request.POST.getlist("item")),
            shown=named(request.POST.getlist("shown")),
            by=actor(me),
            at=clock.now(),
        )
    except Refusal as refusal:
        return _change_page(request, me, refusal=refusal.sentence)
    messages.success(request, SAVED)
    return redirect("worker:disclosure")


def _change_page(
    request: HttpRequest, me: Me, *, ticked: Collection[Item] | None = None, refusal: str = ""
) -> HttpResponse:
    """What stands, ticked; or, on the way back from 見え方の確認, what was ticked there."""
    setting = setting_of(me.worker, on=clock.today())
    context = {
        "setting": setting,
        "ticked": setting.own if ticked is None else ticked,
        "refusal": refusal,
        **_fixed(),
    }
    status = 422 if refusal else 200
    return framed(request, "worker/disclosure/change.html", context, current="disclosure", status=status)


def _fixed() -> dict[str, object]:
    """What nobody chooses, to stand beside the choice."""
    return {"always": fixed(Shown.ALWAYS), "never": fixed(Shown.NEVER)}
