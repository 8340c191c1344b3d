"""刻印を探す: where a mark was seen that a visitor may not see."""

from collections.abc import Iterator

from ccus.domain.disclosure.models import DisclosureTrace
from ccus.domain.notices.models import Mail
from ccus.domain.workers.terms import Item
from tests.factories.marked import MARKS
from tests.portals.access.answers import Answer
from tests.portals.access.sweep import PRESSES, Try
from tests.portals.access.visitors import Visitor
from tests.portals.access.world import World
from tests.portals.marked_cases import APPLICANT, CHANGE, NOTICE

ALL_MARKS = (*(mark for marks in MARKS.values() for mark in marks), *APPLICANT, *CHANGE, *NOTICE)


def leaks(tried: Try, visitor: Visitor, world: World) -> Iterator[str]:
    """In an answer, and in the mail that a press sent: the address and the mark."""
    said = tried.answer.words
    if tried.act == PRESSES and not tried.answer.is_turned_away:
        mails = Mail.objects.exclude(to__in=world.marked.addressees).values_list("subject", "body")
        said += " ".join(map(" ".join, mails))
    seen = [mark for mark in ALL_MARKS if mark in said and mark not in visitor.may_see]
    if seen and visitor.looks_as:
        traced = seen_by_trace(visitor.looks_as, world.worker.pk)
        seen = [mark for mark in seen if mark not in traced]
    yield from (f"{tried.act} {tried.answer.address}: {mark}" for mark in seen)


def seen_by_trace(looks_as: tuple[str, int], worker: int) -> set[str]:
    """The marks of the items that traces of this very request name."""
    kind, key = looks_as
    rows = DisclosureTrace.objects.filter(worker=worker, actor_id=key, actor_kind=kind)
    return {
        mark
        for items in rows.values_list("items", flat=True)
        for item in items
        for mark in MARKS.get(Item(item), ())
    }


def sights(answer: Answer, wanted: set[str]) -> set[str]:
    """Which of the wanted marks stand in an answer."""
    return {mark for mark in wanted if mark in answer.words}
