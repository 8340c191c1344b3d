"""「確認しました」 under the registered information."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from ccus.domain.workers.actions.first_steps import finish_step
from ccus.domain.workers.reading import Me, worker_of
from ccus.domain.workers.terms import Step
from ccus.entrance.door import actor, worker_page
from ccus.foundation import clock


@require_POST
@worker_page
def contents_seen(request: HttpRequest, me: Me) -> HttpResponse:
    """登録内容のご確認が済んだ (guide G04-6, PORTAL-40)."""
    finish_step(worker=worker_of(me), step=Step.CONTENTS, by=actor(me), at=clock.now())
    messages.success(request, "登録内容の確認が済みました。")
    return redirect("worker:home")
