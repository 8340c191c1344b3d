"""名簿の取得: who is expected at the site today, a page at a time, for the key of a certified system (DISC-14)."""

import msgspec
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ccus.api.linked.people import person_of
from ccus.api.linked.protocol import ITEMS, MOST, Fault, Refused, Roster, Site
from ccus.domain.accounts import tries
from ccus.domain.accounts.terms import Counted
from ccus.domain.disclosure.histories import sums_as_seen_by
from ccus.domain.disclosure.reading import workers_as_seen_by
from ccus.domain.disclosure.terms import Purpose
from ccus.domain.sites.reading.linked import LinkedReader, linked_reader, on_roster
from ccus.domain.workers.terms import Item
from ccus.foundation import clock
from ccus.foundation.reading_as import reading_as

_BEARER = "bearer "
_UNKNOWN = "この端末は登録されていないか、登録が取り消されています。現場の元請事業者に連絡してください。"
_NOT_CERTIFIED = (
    "この端末は、認定システムの端末として登録されていません。"
    "元請事業者が、システムの名前をつけて登録してください。"
)


@require_safe
def roster(request: HttpRequest) -> HttpResponse:
    """A page of the roster of today, of at most 200. Whoever is on it reads later that the prime looked."""
    reader = _reader_of(request)
    if reader is None:
        return _refusal(401, "unknown_token", _UNKNOWN)
    if not reader.system:
        return _refusal(403, "not_certified", _NOT_CERTIFIED)
    asked, unknown = _asked(request.GET.get("items", "name"))
    if unknown:
        return _refusal(400, "unknown_item", _no_such_item(unknown))
    after = request.GET.get("after", "")
    if after and not (after.isascii() and after.isdigit() and len(after) == 14):
        return _refusal(400, "bad_cursor", "after には、前のページの next（14桁）をそのまま入れてください。")
    try:
        tries.count(tries.Try(((Counted.LINKED_SYSTEM, str(reader.actor)),), clock.now()))
    except tries.TooManyTries as refusal:
        return _wait(refusal)
    with reading_as(reader.actor):
        return _sent(200, _page(reader, asked, after))


def _page(reader: LinkedReader, items: set[Item], after: str) -> Roster:
    now, today = clock.now(), clock.today()
    found = on_roster(reader.place, after=after, limit=MOST + 1, on=today)
    page = found[:MOST]
    seen = workers_as_seen_by(
        reader.actor, [worker for worker, _ in page], purpose=Purpose.GATE, at=now, items=items
    )
    days = sums_as_seen_by(reader.actor, seen)
    return Roster(
        site=Site(reader.site_number, reader.site_name),
        on=today,
        people=[person_of(one, days.get(one.worker)) for one in seen],
        next=page[-1][1] if len(found) > MOST else None,
    )


def _reader_of(request: HttpRequest) -> LinkedReader | None:
    given = request.headers.get("Authorization", "")
    return linked_reader(given[len(_BEARER) :].strip()) if given.lower().startswith(_BEARER) else None


def _asked(text: str) -> tuple[set[Item], str]:
    """The items that are asked for, and the first word that names none."""
    words = [word for word in text.split(",") if word]
    unknown = next((word for word in words if word not in ITEMS), "")
    return {ITEMS[word] for word in words if word in ITEMS}, unknown


def _no_such_item(word: str) -> str:
    return f"items の「{word[:20]}」は、決められた項目ではありません。{'、'.join(ITEMS)} から選んでください。"


def _wait(refusal: tries.TooManyTries) -> HttpResponse:
    response = _refusal(429, "too_often", f"{refusal.sentence}少し待って、もう一度取得してください。")
    response["Retry-After"] = str(max(1, round((refusal.until - clock.now()).total_seconds())))
    return response


def _refusal(status: int, code: str, sentence: str) -> HttpResponse:
    return _sent(status, Refused(Fault(code, sentence)))


def _sent(status: int, value: Roster | Refused) -> HttpResponse:
    response = HttpResponse(msgspec.json.encode(value), status=status, content_type="application/json")
    response["Cache-Control"] = "private, no-store"
    return response
