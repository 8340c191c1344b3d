"""重複の疑いの測定: who is suspected of being whoever applies, among 10,000 and 100,000 invented workers.

`registered`: one applicant compared with everybody registered. `filed`: with 2,000 open registrations. `page`: the
newest workers of one page with all others. Clock time of one call in process, in turns; the ratio is that of the
larger to the smaller register, round by round.
"""

import json
from collections import defaultdict
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date
from random import Random
from typing import Any

import psycopg

from bench._asked import Asked, ask, asking
from bench._common import Row, arguments, median, own_database, report, say
from bench._pairs import SEED
from bench._people import SCRIPTS, Person, again, somebody
from ccus.foundation.databases import Databases

SIZES = (10**4, 10**5)
OPEN_ONES = 2000
ASKED = ("registered", "filed", "page")
DAY, MOMENT = date(2024, 4, 1), "2024-04-01 09:00+09"
_FACT = ("worker_id", "valid_from", "recorded_at", "recorded_by")


def load(databases: Databases, workers: int) -> None:
    """A register of invented people, and registrations of which every tenth is of somebody registered."""
    say(f"loading {workers:,} workers and {OPEN_ONES:,} open registrations")
    chance = Random(SEED)
    people = [somebody(chance, SCRIPTS[nth % len(SCRIPTS)]) for nth in range(workers)]
    with psycopg.connect(str(databases.owner)) as connection:
        _copy(connection, "worker", ("id", "number", "birth_on", "registered_on"), _workers(people))
        _copy(connection, "worker_name", (*_FACT, "official", "kana", "roman", *_EMPTY), _names(people))
        _copy(connection, "personal_status", (*_FACT, "sex", "nationality_id"), _statuses(people))
        _copy(connection, "contact", (*_FACT, *_CONTACT), _contacts(people))
        _copy(connection, "account", _ACCOUNT, _accounts())
        _copy(connection, "applicant", _APPLICANT, _applicants())
        _copy(connection, "application", _APPLICATION, _applications())
        _copy(connection, "application_step", _STEP, _steps())
        _copy(
            connection,
            "submission",
            ("application_id", "ordinal", "contents", "at", "by"),
            _submissions(chance, people),
        )
    with psycopg.connect(str(databases.owner), autocommit=True) as connection:
        connection.execute("vacuum analyze")


_EMPTY = (
    "official_source", "kana_source", "roman_source", "native_source", "alias_source", "native", "alias",
    "alias_on_card",
)  # fmt: skip
_CONTACT = ("postcode", "prefecture_id", "town", "street", "building", "phone", "mail")
_APPLICATION = (
    "id",
    "number",
    "kind",
    "grade",
    "applicant_id",
    "filed_by",
    "state",
    "steps",
    "opened_at",
    "queued_at",
)
_ACCOUNT = ("id", "password", "login_id", "opened_at", "initial_password", "language")
_APPLICANT = ("id", "account_id", "name", "kana", "mail", "asked_at", "is_for_company")
_STEP = ("application_id", "ordinal", "from_state", "to_state", "at", "by", "note")
Rows = Iterator[tuple[Any, ...]]


def _fact(worker: int) -> tuple[Any, ...]:
    return worker, DAY, MOMENT, "system:0"


def _workers(people: list[Person]) -> Rows:
    return ((nth, f"{nth:014}", person.born, DAY) for nth, person in enumerate(people, 1))


def _names(people: list[Person]) -> Rows:
    empty = (*[""] * (len(_EMPTY) - 1), False)
    return (
        (*_fact(nth), one.seen.official, one.seen.kana, one.seen.roman, *empty)
        for nth, one in enumerate(people, 1)
    )


def _statuses(people: list[Person]) -> Rows:
    return ((*_fact(nth), person.sex, "JP") for nth, person in enumerate(people, 1))


def _contacts(people: list[Person]) -> Rows:
    return (
        (
            *_fact(nth),
            "1000001",
            "13",
            person.place[0],
            "{}-{}-{}".format(*person.place[1:]),
            "",
            person.phone,
            "",
        )
        for nth, person in enumerate(people, 1)
    )


def _accounts() -> Rows:
    return ((n, "!", f"9{n:013}", MOMENT, "", "ja") for n in range(1, OPEN_ONES + 1))


def _applicants() -> Rows:
    return ((n, n, "", "", f"{n}@example.jp", MOMENT, False) for n in range(1, OPEN_ONES + 1))


def _steps() -> Rows:
    return ((n, 1, "draft", "submitted", MOMENT, f"applicant:{n}", "") for n in range(1, OPEN_ONES + 1))


def _applications() -> Rows:
    return (
        (n, f"260101-{n:07}", "registration", "simple", n, f"applicant:{n}", "submitted", 1, MOMENT, MOMENT)
        for n in range(1, OPEN_ONES + 1)
    )


def _submissions(chance: Random, people: list[Person]) -> Rows:
    for nth in range(1, OPEN_ONES + 1):
        person = chance.choice(people) if nth % 10 == 0 else somebody(chance, chance.choice(SCRIPTS))
        yield nth, 1, json.dumps(filed(chance, person)), MOMENT, f"applicant:{nth}"


def filed(chance: Random, person: Person) -> dict[str, Any]:
    """What somebody hands in, as far as it is compared."""
    seen = again(chance, person)
    blocks: dict[str, dict[str, str]] = {
        "name": {"official": seen.official, "kana": seen.kana, "roman": seen.roman},
        "birth": {"birth_on": seen.birth_on.isoformat()},
        "status": {"sex": seen.sex},
        "contact": {"prefecture": "13", "town": seen.address, "street": "", "phone": seen.phone},
    }
    return {
        key: [{"key": "1", "op": "add", "base": None, "values": values}] for key, values in blocks.items()
    }


def _copy(connection: "psycopg.Connection[Any]", table: str, columns: tuple[str, ...], rows: Rows) -> None:
    with connection.cursor().copy(f"copy {table} ({', '.join(columns)}) from stdin") as copy:
        for row in rows:
            copy.write_row(row)


def measure(processes: list[Asked], rounds: int) -> list[Row]:
    """Rounds of every question in turns; one before to warm up."""
    times: dict[tuple[str, int], list[float]] = defaultdict(list)
    for number in range(rounds + 1):
        for what in ASKED:
            for size, process in list(zip(SIZES, processes, strict=True))[:: 1 if number % 2 else -1]:
                took = ask(process, f"{what} {number}")
                if number:
                    times[what, size].append(took)
    rows = []
    for what in ASKED:
        small, large = (times[what, size] for size in SIZES)
        ratio = median([there / here for here, there in zip(small, large, strict=True)])
        rows.append(Row(f"{what}, {SIZES[0]:,}", round(median(small), 1), "ms", 1))
        rows.append(Row(f"{what}, {SIZES[1]:,}", round(median(large), 1), "ms", round(ratio, 2)))
        rows.append(Row(f"{what}, {SIZES[1]:,}, slowest", round(max(large), 1), "ms", 0))
    return rows


def main() -> None:
    """Load, measure, print."""
    asked = arguments(__doc__ or "", rounds=(20, "rounds"))
    with ExitStack() as stack:
        processes = []
        for size in SIZES:
            _, own = stack.enter_context(own_database(f"ccus_bench_suspects_{size}"))
            load(own, size)
            processes.append(stack.enter_context(asking("bench._suspecting", own)))
        rows = measure(processes, asked.rounds)
    report("suspects", rows, as_json=asked.json)


if __name__ == "__main__":
    main()
