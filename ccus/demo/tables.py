"""The rows of a district, table by table, in the order that foreign keys want; taps aside."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime
from typing import Any

from ccus.demo.accounts import account_rows
from ccus.demo.plan.facts import District
from ccus.demo.plan.roles import MIRAI
from ccus.demo.registered import DATED, REGISTERED
from ccus.demo.taps import Taps
from ccus.domain.work_history.rules import date_of, start_of
from ccus.domain.workers.terms import Step

Row = tuple[Any, ...]
Rows = Callable[[District], Iterable[Row]]

_OFFICE = "operator:0"
_SETTLING = 30
"""Days from the registration until the first steps are done."""
_CORE, _ANY_CORE = {1001: "C0011", 1300: "C0012", 3401: "C0031", 1201: "C0006"}, "C0015"
"""登録基幹技能者資格 by trade."""


def instant(ms: int) -> datetime:
    """An instant in ms as the driver wants it."""
    return datetime.fromtimestamp(ms // 1000, UTC).replace(microsecond=ms % 1000 * 1000)


def at(ms: int | None) -> datetime | None:
    """The same for an instant that may be missing."""
    return None if ms is None else instant(ms)


def on(day: int | None) -> date | None:
    """A day number as the driver wants it."""
    return None if day is None else date_of(day)


def is_known(ms: int | None, now: int) -> bool:
    """Whether a fact had been entered before today began."""
    return ms is not None and ms < now


def _companies(district: District) -> Iterator[Row]:
    for firm in district.firms:
        yield firm.id, firm.number, firm.name, firm.kana, firm.is_sole, at(firm.registered_at)


def _workers(district: District) -> Iterator[Row]:
    for person in district.people:
        yield person.id, person.number, person.id, on(person.birth_day), on(person.registered_day)


def _trades(district: District) -> Iterator[Row]:
    for person in district.people:
        since = person.registered_day
        for rank, trade in enumerate(person.trades, 1):
            key = person.id * 4 + rank - 1
            yield key, person.id, trade, rank, on(since), None, at(_desk_opens(since)), _OFFICE, None


def _core_workers(district: District) -> Iterator[Row]:
    for person in district.people:
        if person.is_core and person.number != MIRAI.number:  # hers comes with its certificate, in scenes
            since = person.registered_day
            named = _CORE.get(person.trades[0], _ANY_CORE), f"第{person.id:08d}号"
            yield person.id, person.id, *named, on(since), None, at(_desk_opens(since)), _OFFICE, None


def _first_steps(district: District) -> Iterator[Row]:
    """Who was registered in the last month has not come to it yet."""
    for person in district.people:
        settled = _desk_opens(person.registered_day + _SETTLING)
        if is_known(settled, district.now):
            for rank, step in enumerate(Step):
                yield person.id * len(Step) + rank, person.id, step.value, at(settled)


def _withdrawals(district: District) -> Iterator[Row]:
    for person in district.people:
        if person.withdrawn_at is not None:
            yield person.id, person.id, at(person.withdrawn_at), f"worker:{person.id}"


def _affiliations(district: District) -> Iterator[Row]:
    for person in district.people:
        for job in person.employments:
            if is_known(job.recorded_at, district.now):
                days = on(job.from_day), on(job.until_day)
                yield (
                    job.id,
                    person.id,
                    job.firm.id,
                    True,
                    "regular",
                    *days,
                    at(job.recorded_at),
                    f"company:{job.firm.id}",
                    None,
                )


def _cards(district: District) -> Iterator[Row]:
    for person in district.people:
        for card in person.cards:
            named = card.serial, card.token, card.colour
            yield card.id, person.id, *named, at(card.issued_at), on(card.expires_day)


def _losses(district: District) -> Iterator[Row]:
    for person in district.people:
        for card in person.cards:
            if card.lost_from is not None:
                yield card.id, card.id, at(card.lost_from), at(card.found_at), f"worker:{person.id}"


def _revocations(district: District) -> Iterator[Row]:
    for person in district.people:
        for card in person.cards:
            if card.revoked_at is not None:
                yield card.id, card.id, at(card.revoked_at), _OFFICE


def _places(district: District) -> Iterator[Row]:
    for site in district.sites:
        yield site.id, "registered"


def _sites(district: District) -> Iterator[Row]:
    for site in district.sites:
        about = site.works
        registered = at(start_of(site.from_day - 14) + 11 * 3_600_000)
        yield site.id, site.number, about.name, about.kana, about.address, site.prime.id, registered


def _periods(district: District) -> Iterator[Row]:
    for site in district.sites:
        for period in site.periods:
            if is_known(period.recorded_at, district.now):
                superseded = period.superseded_at if is_known(period.superseded_at, district.now) else None
                days = on(period.from_day), on(period.until_day)
                by = f"company:{site.prime.id}"
                yield period.id, site.id, *days, at(period.recorded_at), by, at(superseded)


def _members(district: District) -> Iterator[Row]:
    for site in district.sites:
        for member in site.members.values():
            above = member.parent or member
            invited = at(member.invited_at), f"company:{above.firm.id}"
            parent = member.parent.id if member.parent else None
            yield member.id, site.id, member.firm.id, parent, member.tier, "{}", *invited, None


def _acceptances(district: District) -> Iterator[Row]:
    for site in district.sites:
        for member in site.members.values():
            if is_known(member.accepted_at, district.now):
                accepted = at(member.accepted_at), f"company:{member.firm.id}"
                yield member.id, member.id, on(member.accepted_day), None, *accepted, None


def _roster_lines(district: District) -> Iterator[Row]:
    for stint in district.stints:
        if is_known(stint.recorded_at, district.now):
            keys = stint.id, stint.person.id, stint.site.id, stint.member.id
            work = stint.person.trades[0], stint.position, stint.content
            days = on(stint.from_day), on(stint.until_day)
            yield *keys, *work, *days, at(stint.recorded_at), f"company:{stint.member.firm.id}", None


def _readers(district: District) -> Iterator[Row]:
    for site in district.sites:
        for reader in site.readers:
            digest = hashlib.sha256(reader.token.encode()).digest()
            yield (
                reader.id,
                site.id,
                reader.name,
                digest,
                at(reader.enrolled_at),
                f"company:{site.prime.id}",
                None,
            )


def _notices(district: District) -> Iterator[Row]:
    words = (
        "技能者情報新規登録完了のお知らせ",
        "技能者情報の登録が完了しました。カードは、別の郵便でお届けします。",
    )
    for person in district.people:
        sent = at(_desk_opens(person.registered_day))
        yield person.id, person.id, sent, "登録", *words, f"worker:{person.id}:registered", None


def _desk_opens(day: int) -> int:
    return start_of(day) + 9 * 3_600_000


def presence_rows(taps: Taps) -> Iterator[Row]:
    """在場: who was seen last, where."""
    for worker, place, happened, reader, tap, direction in taps.presence:
        yield worker, place, at(happened), reader, tap.hex(), direction


def surprise_rows(taps: Taps) -> Iterator[Row]:
    """約束と違った記録, each with its notice already sent."""
    for reader, tap, read_at, worker, place, reasons in taps.surprises:
        listed = "{" + ",".join(map(str, reasons)) + "}"
        yield reader, tap.hex(), at(read_at), worker, place, None, listed, at(read_at)


TABLES: tuple[tuple[str, str, Rows], ...] = (
    (
        "account",
        "id, password, last_login, login_id, opened_at, closed_at, initial_password, initial_password_until, language",
        account_rows,
    ),
    ("company", "id, number, name, name_kana, is_sole_proprietor, registered_at", _companies),
    ("worker", "id, number, account_id, birth_on, registered_on", _workers),
    *REGISTERED,
    ("worker_trade", f"id, worker_id, trade_id, rank, {DATED}", _trades),
    ("core_worker_qualification", f"id, worker_id, qualification_id, number, {DATED}", _core_workers),
    ("first_step", "id, worker_id, step, done_at", _first_steps),
    ("withdrawal", "id, worker_id, withdrawn_at, recorded_by", _withdrawals),
    ("affiliation", f"id, worker_id, company_id, is_main, employment, {DATED}", _affiliations),
    ("card", "id, worker_id, serial, token, colour, issued_at, expires_on", _cards),
    ("card_loss", "id, card_id, lost_from, found_at, recorded_by", _losses),
    ("card_revocation", "id, card_id, revoked_at, recorded_by", _revocations),
    ("place", "id, kind", _places),
    ("site", "place_id, number, name, name_kana, address, prime_id, registered_at", _sites),
    ("accumulation_period", f"id, site_id, {DATED}", _periods),
    (
        "structure_member",
        "id, site_id, company_id, parent_id, tier, path, invited_at, invited_by, withdrawn_at",
        _members,
    ),
    ("structure_acceptance", f"id, member_id, {DATED}", _acceptances),
    (
        "roster_line",
        f"id, worker_id, place_id, member_id, trade_id, position_id, work_content, {DATED}",
        _roster_lines,
    ),
    ("reader", "id, place_id, name, token_hash, enrolled_at, enrolled_by, revoked_at", _readers),
    ("notice", "id, account_id, at, kind, title, body, source, read_at", _notices),
)
PRESENCE = ("presence", "worker, place, happened_at, reader, tap, direction")
SURPRISES = ("tap_surprise", "reader, id, at, worker, place, work_on, reasons, noticed_at")
KEYED = tuple(name for name, columns, _ in TABLES if columns.startswith("id, "))
"""Tables whose keys come from a sequence, which must be moved past the rows written here."""
