"""A small site for derivations: facts written as rows, as the application's role, in a database of the test's own."""

import hashlib
import itertools
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import psycopg

from ccus.domain.work_history import derivation, rules
from ccus.domain.work_history.scripts import Script, run
from ccus.domain.work_history.settling import settle
from ccus.domain.work_history.standing import Key
from ccus.domain.work_history.terms import Reason, State

JST = ZoneInfo("Asia/Tokyo")
LONG_AGO = datetime(2019, 4, 1, tzinfo=JST)
UNKNOWN_CARD = "9" * 16
HASTY = "-c synchronous_commit=off -c jit=off"
"""Options of a connection whose facts need not outlive the machine."""
PRIME, FIRST, SECOND = 0, 1, 2
DIRECTIONS = ("in", "out", "auto")
_count = itertools.count(1)
_INSERT_TAP = b"""
insert into tap (reader, id, at, seq, happened_at, received_at, place, card, worker, direction, shown, outcome, reasons)
values (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, 0, 0, '{}')
"""


def clock(text: str, day: str = "2026-11-16") -> datetime:
    """A time of day in Tokyo; `+1 08:00` is the next day's."""
    ahead, _, time = text.rpartition(" ")
    on = date.fromisoformat(day) + timedelta(days=int(ahead or 0))
    hour, minute = map(int, time.split(":"))
    return datetime(on.year, on.month, on.day, hour, minute, tzinfo=JST)


def ms(at: datetime) -> int:
    """Whole milliseconds since 1970."""
    return round(at.timestamp() * 1000)


def tap_id(at: datetime, salt: int) -> UUID:
    """A version-7 id of that millisecond."""
    number = (ms(at) << 80) | (7 << 76) | (2 << 62) | (salt & ((1 << 62) - 1))
    return UUID(int=number)


@dataclass
class Gate:
    """門: two sites with a reader each, three tiers of firms, two workers with cards. All numbers count from 1.

    Several gates fit into one database: each has its own people and places.
    """

    connection: psycopg.Connection
    salt: int = 0
    known: list[tuple[int, int, datetime]] = field(default_factory=list)
    worker: dict[int, int] = field(default_factory=dict)
    place: dict[int, int] = field(default_factory=dict)
    reader: dict[int, int] = field(default_factory=dict)
    company: list[int] = field(default_factory=list)
    member: dict[tuple[int, int], int] = field(default_factory=dict)

    def sql(self, text: str, *given: Any) -> list[tuple[Any, ...]]:
        """One statement, committed."""
        cursor = self.connection.execute(text.encode(), given)
        return cursor.fetchall() if cursor.description else []

    def one(self, script: Script[Any]) -> Any:
        """A script in a transaction of its own."""
        with self.connection.transaction():
            return run(self.connection.cursor(), script)

    def add(self, table: str, returning: str = "id", **columns: Any) -> int:
        """A row; its key."""
        marks = ", ".join(["%s"] * len(columns))
        text = f"insert into {table} ({', '.join(columns)}) values ({marks}) returning {returning}"
        return int(self.sql(text, *columns.values())[0][0])

    def furnish(self) -> "Gate":
        """Firms, workers, cards, sites, invitations from the prime down, readers: no period, no roster, no link."""
        with self.connection.transaction():
            self._furnish()
        return self

    def _furnish(self) -> None:
        for _ in (PRIME, FIRST, SECOND):
            company: dict[str, Any] = {
                "name": "佐藤建設",
                "name_kana": "サトウケンセツ",
                "is_sole_proprietor": False,
            }
            self.company.append(self.add("company", number=_number(), registered_at=LONG_AGO, **company))
        for worker in (1, 2):
            born: dict[str, Any] = {"birth_on": date(1989, 4, 1), "registered_on": LONG_AGO.date()}
            self.worker[worker] = self.add("worker", number=_number(), **born)
            self.card(worker)
        for place in (1, 2):
            self.site(place)

    def site(self, place: int) -> None:
        """A site with its tree and its reader; from the second on it is that of a 認定システム."""
        self.place[place] = at = self.add("place", kind="registered")
        named: dict[str, Any] = {
            "name": "現場",
            "name_kana": "ゲンバ",
            "address": "東京都",
            "prime_id": self.company[PRIME],
        }
        self.add("site", "place_id", place_id=at, number=_number(), registered_at=LONG_AGO, **named)
        parent = None
        for tier, company in enumerate(self.company):
            spot: dict[str, Any] = {"company_id": company, "parent_id": parent, "tier": tier, "path": []}
            parent = self.add(
                "structure_member", site_id=at, invited_at=LONG_AGO, invited_by="system:0", **spot
            )
            self.member[place, tier] = parent
        token_hash = hashlib.sha256(self.reader_token(place).encode()).digest()
        enrolled: dict[str, Any] = {"enrolled_at": LONG_AGO, "enrolled_by": "system:0"}
        if place != 1:
            enrolled["system"] = "現場見守りクラウド"
        self.reader[place] = self.add("reader", place_id=at, name="北門", token_hash=token_hash, **enrolled)

    def reader_token(self, place: int) -> str:
        """The secret of a site's reader."""
        return f"reader-{self.place[place]}"

    def dated(
        self,
        table: str,
        *,
        worker: int | None = None,
        place: int | None = None,
        recorded: datetime = LONG_AGO,
        since: date | None = None,
        until: date | None = None,
        **columns: Any,
    ) -> int:
        """A dated fact, and the days of a worker or place that it touches, in one transaction as acts do it."""
        since = since or LONG_AGO.date()
        dates: dict[str, Any] = {
            "valid_from": since,
            "valid_until": until,
            "recorded_at": recorded,
            "recorded_by": "system:0",
        }
        with self.connection.transaction():
            fact = self.add(table, **dates, **columns)
            self.touch(worker=worker, place=place, since=since, until=until)
        return fact

    def touch(
        self, *, since: date, until: date | None = None, worker: int | None = None, place: int | None = None
    ) -> None:
        """An affect, as acts write it."""
        who: dict[str, Any] = {"worker": self.worker.get(worker or 0), "place": self.place.get(place or 0)}
        self.add("affect", event_id=0, from_on=since, until_on=until, **who)

    def period(self, place: int = 1, **fact: Any) -> int:
        """就業履歴蓄積期間."""
        return self.dated("accumulation_period", site_id=self.place[place], place=place, **fact)

    def change_period(self, place: int = 1, **fact: Any) -> None:
        """The period becomes another one: the old one is superseded."""
        with self.connection.transaction():
            self.sql(
                "update accumulation_period set superseded_at = %s where site_id = %s and superseded_at is null",
                fact.get("recorded", LONG_AGO), self.place[place],
            )  # fmt: skip
            self.touch(place=place, since=LONG_AGO.date())
            self.period(place, **fact)

    def accept(self, tier: int, place: int = 1, **fact: Any) -> int:
        """施工体制の承認."""
        return self.dated("structure_acceptance", member_id=self.member[place, tier], place=place, **fact)

    def line(self, worker: int = 1, place: int = 1, **fact: Any) -> int:
        """作業員名簿の行 under the second-tier firm."""
        who: dict[str, Any] = {"worker_id": self.worker[worker], "place_id": self.place[place]}
        work: dict[str, Any] = {
            "member_id": self.member[place, SECOND],
            "trade_id": 1001,
            "position_id": 1,
            "work_content": "",
        }
        return self.dated("roster_line", worker=worker, place=place, **who, **work, **fact)

    def link(self, worker: int = 1, **fact: Any) -> int:
        """所属 to the second-tier firm."""
        who: dict[str, Any] = {
            "worker_id": self.worker[worker],
            "company_id": self.company[SECOND],
            "is_main": True,
            "employment": "",
        }
        return self.dated("affiliation", worker=worker, **who, **fact)

    def place_worker(self, worker: int = 1, **fact: Any) -> int:
        """所属と異なる事業者の元での就業: agreed with the second-tier firm."""
        who: dict[str, Any] = {"worker_id": self.worker[worker], "company_id": self.company[SECOND]}
        return self.dated("placement", worker=worker, **who, **fact)

    def card(self, worker: int = 1, serial: int = 1) -> int:
        """A white card, good until 2029."""
        card: dict[str, Any] = {
            "token": self.token(worker, serial),
            "colour": "white",
            "expires_on": date(2029, 4, 1),
        }
        return self.add("card", worker_id=self.worker[worker], serial=serial, issued_at=LONG_AGO, **card)

    def number(self, worker: int = 1) -> str:
        """技能者ID."""
        return str(self.sql("select number from worker where id = %s", self.worker[worker])[0][0])

    def token(self, worker: int = 1, serial: int = 1) -> str:
        """The card's 16 digits."""
        return f"{self.worker[worker]:014d}{serial:02d}"

    def lose(self, worker: int, since: datetime, found: datetime | None = None) -> None:
        """紛失, and perhaps found again."""
        ((card,),) = self.sql("select id from card where token = %s", self.token(worker))
        with self.connection.transaction():
            self.add("card_loss", card_id=card, lost_from=since, found_at=found, recorded_by="system:0")
            until = None if found is None else found.astimezone(JST).date() + timedelta(days=1)
            self.touch(worker=worker, since=since.astimezone(JST).date(), until=until)

    def complete(self, worker: int = 1, place: int = 1) -> "Gate":
        """Everything a 正式 day needs."""
        self.period(place)
        for tier in (PRIME, FIRST, SECOND):
            self.accept(tier, place)
        self.line(worker, place)
        self.link(worker)
        return self

    def tap(
        self,
        at: datetime,
        direction: int = 0,
        worker: int = 1,
        place: int = 1,
        *,
        card: str | None = None,
        raw: datetime | None = None,
        received: datetime | None = None,
    ) -> UUID:
        """A tap as the readers' server stores it; nothing is derived."""
        row = self._tap(at, direction, worker, place, card, raw or at, received or at)
        self.connection.execute(_INSERT_TAP, row)
        tap: UUID = row[1]
        return tap

    def many_taps(self, moments: Iterable[tuple[datetime, int]], worker: int = 1) -> None:
        """Entries at (moment, place), sent in one go."""
        rows = [self._tap(at, 0, worker, place, None, at, at) for at, place in moments]
        with self.connection.cursor() as cursor:
            cursor.executemany(_INSERT_TAP, rows)

    def _tap(
        self,
        at: datetime,
        direction: int,
        worker: int,
        place: int,
        card: str | None,
        raw: datetime,
        received: datetime,
    ) -> tuple[Any, ...]:
        self.salt += 1
        self.known.append((worker, place, at))
        owner = None if card == UNKNOWN_CARD else self.worker[worker]
        return (
            self.reader[place], tap_id(raw, self.salt), raw, self.salt, at, received, self.place[place],
            card or self.token(worker), owner, direction,
        )  # fmt: skip

    def taps(self, *times: str, worker: int = 1, place: int = 1) -> None:
        """Taps in short: `in 08:00`, `out 17:00`, `auto +1 08:00`."""
        for text in times:
            word, _, time = text.partition(" ")
            self.tap(clock(time), DIRECTIONS.index(word), worker, place)

    def keys(self) -> list[Key]:
        """Every key any tap could reach."""
        return [
            (self.worker[worker], self.place[place], rules.day_of(ms(at)) + ahead)
            for worker, place, at in self.known
            for ahead in (-1, 0, 1)
        ]

    def derive(self, **options: Any) -> derivation.Derived:
        """All days of all taps, derived."""
        derived: derivation.Derived = self.one(derivation.derive(self.keys(), **options))
        return derived

    def settle(self) -> int:
        """What the jobs do until nothing is pending. Returns how many affects were worked or settled."""
        total = 0
        while done := settle(self.one, LONG_AGO).affects:
            total += done
        return total

    def records(self, columns: str = "*") -> list[tuple[Any, ...]]:
        """Every record of this gate's workers, whole or some columns of it."""
        return self.sql(
            f"select {columns} from work_record where worker = any(%s) order by worker, work_on, place",
            list(self.worker.values()),
        )

    def presence(self) -> list[tuple[Any, ...]]:
        """在場 as kept."""
        return self.sql(
            "select worker, place, happened_at, reader, tap from presence where worker = any(%s) order by worker",
            list(self.worker.values()),
        )

    def latest_taps(self) -> list[tuple[Any, ...]]:
        """在場 as the taps would have it."""
        return self.sql(
            "select distinct on (worker) worker, place, happened_at, reader, id from tap where worker = any(%s) "
            "order by worker, happened_at desc, reader desc, id desc",
            list(self.worker.values()),
        )

    def days(self, worker: int = 1) -> list[str]:
        """What a person reads of each day: `11-16 08:00-17:00`, with `+1` for the next day."""
        rows = self.sql(
            "select work_on, first_in, last_out from work_record where worker = %s order by work_on, place",
            self.worker[worker],
        )
        return [f"{on:%m-%d} {_time(first, on)}-{_time(last, on)}" for on, first, last in rows]

    def states(self, worker: int = 1) -> list[tuple[State, list[Reason]]]:
        """State and reasons of each record."""
        rows = self.sql(
            "select state, reasons from work_record where worker = %s order by work_on, place",
            self.worker[worker],
        )
        return [(State(state), [Reason(code) for code in reasons]) for state, reasons in rows]


def _number() -> str:
    return f"{next(_count):014d}"


def _time(at: datetime | None, on: date) -> str:
    if at is None:
        return "?"
    local = at.astimezone(JST)
    ahead = (local.date() - on).days
    return f"{local:%H:%M}" + (f"+{ahead}" if ahead else "")
