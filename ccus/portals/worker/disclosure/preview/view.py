"""見え方の確認."""

from collections.abc import Collection

from django.http import Http404, HttpRequest, HttpResponse
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
from ccus.foundation import clock
from ccus.portals.worker.disclosure.preview.viewers import ALL, BY_CODE
from ccus.portals.worker.disclosure.setting import named, setting_of
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
    sums = sums_as_seen_by(actor(me), [seen]) if chosen.relation in _ALL_DAYS else None
    context = {
        "viewer": chosen,
        "viewers": [each for each in ALL if each != chosen],
        "view": seen_worker(seen, asked=ASKED, sums=sums),
        "is_choice": is_choice,
        "wish": _codes(wish.items) if wish else [],
        "shown": _codes(named(request.POST.getlist("shown"))),
        "waiting": _waiting(me, wish, seen) if chosen.relation is Relation.OTHER else [],
        "setting": setting_of(me.worker, on=clock.today()) if chosen.relation is Relation.OTHER else None,
        "has_names": chosen.relation in _NAMED,
        "beholders": beholders(seen, at=now) if chosen.relation in _NAMED else (),
        "has_days": chosen.relation not in _ALL_DAYS and Item.WORK_HISTORY in seen.items,
    }
    return framed(request, "worker/disclosure/preview/page.html", context, current="disclosure")


def _waiting(me: Me, wish: Wish | None, seen: WorkerSeen) -> list[str]:
    """What the worker opens and others do not see yet, because of the employers (DISC-22)."""
    own = wish.items if wish else workers_half([me.worker], on=clock.today()).get(me.worker, frozenset())
    return [WORDS[item] for item in SWITCHABLE if item in own - seen.items]


def _codes(items: Collection[Item]) -> list[str]:
    return sorted(item.value for item in items)
