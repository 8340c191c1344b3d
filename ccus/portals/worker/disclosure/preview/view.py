"""見え方の確認."""

from collections.abc import Collection

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from ccus.domain.disclosure.histories import sums_as_seen_by
from ccus.domain.disclosure.preview import ASKED, beholders, own_preview
from ccus.domain.disclosure.reading import WorkerSeen
from ccus.domain.disclosure.switches import SWITCHABLE, Wish, workers_half
from ccus.domain.disclosure.terms import WORDS, Relation
from ccus.domain.workers.reading import Me
from ccus.domain.workers.terms import Item
from ccus.entrance.door import actor, worker_page
from ccus.entrance.frame import framed
from ccus.entrance.short_lived import sealed
from ccus.foundation import clock
from ccus.portals.worker.disclosure.preview.viewers import ALL, BY_CODE, Viewer
from ccus.portals.worker.disclosure.setting import named
from ccus.ui.seen import seen_worker

_NAMED = {Relation.EMPLOYER, Relation.SITE}
_ALL_DAYS = {Relation.OTHER, Relation.OPERATOR, Relation.SELF}


@require_http_methods(["GET", "HEAD", "POST"])
@worker_page
def preview(request: HttpRequest, me: Me, viewer: str) -> HttpResponse:
    """As one kind of viewer sees the worker today; a form sends a choice that is not saved, and nothing is written."""
    chosen = BY_CODE.get(viewer)
    if chosen is None:
        raise Http404
    is_choice = request.method == "POST"
    wish = Wish(named(request.POST.getlist("item"))) if is_choice else None
    now = clock.now()
    seen = own_preview(me.worker, chosen.relation, wish=wish, by=actor(me), at=now)
    view = seen_worker(seen, asked=ASKED)
    context = {
        "viewer": chosen,
        "viewers": [each for each in ALL if each != chosen],
        "view": view,
        "photo": sealed(request, f"{reverse('worker:photo', args=[view.photo])}?size=small")
        if view.photo
        else "",
        "is_choice": is_choice,
        "wish": _codes(wish.items) if wish else [],
        "shown": _codes(named(request.POST.getlist("shown"))),
        "waiting": _waiting(me, wish, seen) if chosen.relation is Relation.OTHER else [],
        **_days(me, chosen, seen),
    }
    return framed(request, "worker/disclosure/preview/page.html", context, current="disclosure")


def _days(me: Me, viewer: Viewer, seen: WorkerSeen) -> dict[str, object]:
    """What is seen of the 就業履歴: by whom, and how many days."""
    return {
        "beholders": beholders(seen, at=clock.now()) if viewer.relation in _NAMED else (),
        "has_names": viewer.relation in _NAMED,
        "has_days": Item.WORK_HISTORY in seen.items,
        "days": sums_as_seen_by(actor(me), [seen]).get(me.worker) if viewer.relation in _ALL_DAYS else None,
        "has_sum": viewer.relation in _ALL_DAYS,
    }


def _waiting(me: Me, wish: Wish | None, seen: WorkerSeen) -> list[str]:
    """What the worker opens and others do not see yet, because of the employers (DISC-22)."""
    own = wish.items if wish else workers_half([me.worker], on=clock.today()).get(me.worker, frozenset())
    return [WORDS[item] for item in SWITCHABLE if item in own - seen.items]


def _codes(items: Collection[Item]) -> list[str]:
    return sorted(item.value for item in items)
