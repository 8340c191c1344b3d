"""すべてがある人: somebody of whom every table about people has a row, and in it a mark in every text.

Rows that no act made are filled in from what the database says of its tables, so that a new table comes by itself.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

import psycopg
from psycopg import sql

from ccus.domain.accounts.terms import Duty
from ccus.domain.disclosure.classification import TABLES
from ccus.domain.disclosure.reading import worker_as_seen_by
from ccus.domain.disclosure.terms import Purpose
from tests.factories import accounts, sites, workers
from tests.factories.applications import submitted
from tests.factories.marked import Marked, marked_worker
from tests.factories.officers import officer

MARK = "刻印"
WORDS = (
    *("刻印", "KOKUIN", "コクイン", "kokuin"),  # texts
    *("907777000", "9876543", r"\y8642\y", r"\y7391\y", r"\yfixed_term\y"),  # what takes no other words
    *("1953-02-03", "2031-05-07", "2001-01-02", "2003-03-04", "2026-08-19", "2026-08-21"),  # days
)
"""Whatever is the marked person's alone, as regular expressions of PostgreSQL."""
OF_OTHERS = frozenset(
    {
        *("company_identity", "company_location", "company_responsible", "company_billing", "site_post"),
        *(
            "officer",
            "look_case",
            "look_verdict",
            "change_preview",
            "change_done",
            "change_release",
            "paper_job",
            "sign_in_window",
            "tap_unreadable",
            "audit_event",
        ),
    }
)
"""Tables about people that hold nothing of a worker: their texts are of companies, of officers, of nobody."""
_COLUMNS = """
select a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
       a.atthasdef or a.attidentity <> '',
       (select r.relname from pg_constraint f join pg_class r on r.oid = f.confrelid
        where f.contype = 'f' and f.conrelid = a.attrelid and f.conkey = array[a.attnum] limit 1),
       exists (select from pg_constraint f
               where f.contype = 'f' and f.conrelid = a.attrelid and a.attnum = any(f.conkey))
from pg_attribute a where a.attrelid = %s::regclass and a.attnum > 0 and not a.attisdropped order by a.attnum
"""
_CHECKS = (
    "select pg_get_constraintdef(oid) from pg_constraint where contype = 'c' and conrelid = %s::regclass"
)
_ONE_OF = re.compile(r"\(?(\w+)\)?(?:::text)? = ANY \(\(?ARRAY\[('?[^',\]:]*'?)")
_PRIMARY = """
select a.attname from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
where i.indrelid = %s::regclass and i.indisprimary
"""
_ANY = {
    "boolean": "false",
    "date": "date '2026-01-05'",
    "timestamp with time zone": "timestamptz '2026-01-05 03:00+00'",
    "time without time zone": "time '08:00'",
    "uuid": "gen_random_uuid()",
    "jsonb": "jsonb_build_object('words', '{mark}')",
    "text": "'{mark}'",
    "text[]": "array['{mark}']",
    "smallint[]": "'{1}'",
    "bigint[]": "'{1}'",
    "bytea": "convert_to('{mark}', 'UTF8')",
    "xid8": "pg_current_xact_id()",
}
_LATER = "timestamptz '2026-02-05 03:00+00'"
SAID: Mapping[str, Mapping[str, str]] = {
    "withdrawal": {"withdrawn_at": "timestamptz '2021-11-18 03:00+00'", "returned_by": "''"},
    "worker_alias": {"worker_id": "%(other)s", "proposed_by": "'operator:1'"},
    "same_person_proposal": {
        "worker_id": "%(other)s",
        "answer": "'approved'",
        "answered_at": _LATER,
        "answered_by": "'operator:2'",
    },
    "different_persons": {"low_id": "%(worker_id)s", "high_id": "%(stranger)s"},
    "charge": {"payer": "'worker:' || %(worker_id)s", "subject": "'application:1'", "kind": "'reissue'"},
    "paper_job": {
        "expires_at": _LATER,
        "finished_at": _LATER,
        "failed": "''",
        "content": _ANY["bytea"].format(mark=MARK),
    },
    "look_verdict": {"second": "''", "second_by": "''"},
    "company_billing": {"place": "'office'"},
    "procrastinate_jobs": {"worker_id": "null"},
    "look_case": {"asked_at": _LATER},
    "company_identity": {"corporate_number": "'1234567890123'"},
    "office_proposal": {"answered_at": _LATER, "answered_by": "'operator:2'"},
    "desk_case": {"company_id": "null", "seat_id": "null", "state": "'received'", "taken_by": "''"},
    "preview_line": {"company_id": "null"},
    "change_row": {"company_id": "null", "dropped_by": "''"},
    "card_address": {"postcode": "'9876543'"},
    "print_batch": {"posted_by": "''"},
    "print_place": {"spoiled_by": "''", "spoiled_reason": "''"},
    "print_part": {"content": _ANY["bytea"].format(mark=MARK)},
    "letter_file": {"content": _ANY["bytea"].format(mark=MARK), "fetched_by": "''"},
    "card_posting": {"came_back_by": "''"},
    "career_certificate": {"until_on": "date '2026-01-06'"},
    "paper_ask": {"again_on": "date '2026-01-09'"},
    "site_fee_line": {"month": "date '2026-01-01'"},
    "disclosure_switch": {"item": "'contact'", "side": "'employer'"},
    "own_contact": {"kind": "'mail'", "address": "'kokuin-mail@example.jp'"},
    "recovery_code": {"kind": "'mail'"},
    "reset_request": {"means": "''", "ended_at": _LATER, "ending": "'lapsed'"},
    "day_ask": {
        "party": "4",
        "company_id": "null",
        "answer": "1",
        "answered_at": _LATER,
    },
    "roster_batch_row": {"line_id": "(select id from roster_line where worker_id = %(worker_id)s limit 1)"},
    "look_sign": {"workers": "array[%(worker_id)s::bigint]"},
    "search_day": {"searches_most": "9", "workers_most": "9", "searches": "0", "workers": "0"},
    "tap": {"card": "'0000900000092101'"},
    "change_set": {"number": "'K0000001'", "block": "'contact'"},
    "evidence": {"owner": "'worker:' || %(worker_id)s"},
    "mail": {"to": "'kokuin-mail@example.jp'"},
}
"""Table → column → SQL, where not any value will do."""


UNMARKED = frozenset(
    {
        *(
            "account.login_id",
            "worker.number",
            "card.token",
            "tap.card",
        ),  # the number stays: it is never drawn again
        *("evidence.owner", "mail.to"),  # by which the row is found
        *("charge.kind", "charge.payer", "charge.subject"),  # codes, numbers of accounts
        *("blood_group.group", "application.kind", "disclosure_switch.side", "disclosure_switch.item"),
        *(f"disclosure_trace.{code}" for code in ("actor_kind", "relation", "purpose", "items")),
        *("draft_section.section", "application.grade", "change_set.number", "change_set.block"),
        "print_place.spoiled_reason",  # of a sheet, and never without a day
        *("card.security_code", "affiliation.employment"),  # see `everything`
    }
)
"""Columns in which a mark would break what ties the row to the person, or that hold numbers and codes alone."""
_IS_ACTOR = re.compile(r"(^|_)by$")


@dataclass(slots=True)
class Filling:
    """記入: `keys` is column → key of the person or of what surrounds them."""

    owner: psycopg.Connection
    keys: dict[str, object]
    tried: set[str] = field(default_factory=set)

    def fill(self, table: str) -> None:
        """One row of the person in a table that has none, and before it the rows to which it refers."""
        if table in self.tried:
            return
        self.tried.add(table)
        if self._holds(table):
            return
        values = dict(self._values(table))
        statement = sql.SQL("insert into {} ({}) values ({})").format(
            sql.Identifier(table),
            sql.SQL(", ").join(map(sql.Identifier, values)),
            sql.SQL(", ").join(map(sql.SQL, values.values())),
        )
        self.owner.execute(statement, self.keys)

    def mark(self, table: str) -> None:
        """A mark in every text of the person's rows."""
        for name, kind in self.texts(table):
            with self.owner.transaction():
                self.owner.execute("set local ccus.erasure = 'on'")
                self._mark(table, name, kind)

    def texts(self, table: str) -> Iterator[tuple[str, str]]:
        """Columns that take words, with their types: no codes, no references, no actors."""
        known = self._known(table)
        for name, kind, *_, is_tied in self._columns(table):
            if is_text(kind) and not (is_tied or name in known or is_unmarked(table, name)):
                yield name, kind

    def _mark(self, table: str, name: str, kind: str) -> None:
        statement = sql.SQL(
            "update {t} set {c} = {v} where coalesce({c}::text, '') !~ {words} and {own}"
        ).format(
            t=sql.Identifier(table),
            c=sql.Identifier(name),
            v=sql.SQL(value(kind, MARK + table)),
            words=sql.Literal("|".join(WORDS)),
            own=sql.SQL(self._own(table)),
        )
        self.owner.execute(statement, self.keys)

    def _columns(self, table: str) -> list[tuple[str, str, bool, bool, str | None, bool]]:
        return self.owner.execute(_COLUMNS, [f'"{table}"']).fetchall()

    def _own(self, table: str) -> str:
        if table in {"worker", "account", "application", "applicant"}:
            return f"id = %({table}_id)s"
        if table == "mail":
            return "\"to\" = 'kokuin-mail@example.jp'"
        names = {name for name, *_ in self._columns(table)}
        tied = [name for name in ("worker_id", "account_id", "application_id") if name in names]
        said = " or ".join(f"{name} = %({name})s" for name in tied)
        return f"({said} or %(other)s = {tied[0]})" if "worker_id" in tied else said or "true"

    def _holds(self, table: str) -> bool:
        query = sql.SQL("select exists (select from {} where {})").format(
            sql.Identifier(table), sql.SQL(self._own(table))
        )
        return bool(self.owner.execute(query, self.keys).fetchall()[0][0])

    def _values(self, table: str) -> Iterator[tuple[str, str]]:
        said, known = SAID.get(table, {}), self._known(table)
        for name, kind, is_needed, is_given, refers, _ in self._columns(table):
            if name in said:
                yield name, said[name]
            elif name in self.keys:
                yield name, f"%({name})s"
            elif is_needed and not is_given:
                yield name, self._one_of(refers) if refers else known.get(name) or _new(table, name, kind)

    def _known(self, table: str) -> dict[str, str]:
        """Column → the first of the values that a check allows."""
        checks = " ".join(check for (check,) in self.owner.execute(_CHECKS, [f'"{table}"']).fetchall())
        return dict(reversed(_ONE_OF.findall(checks)))

    def _one_of(self, table: str) -> str:
        self.fill(table)
        [(key,)] = self.owner.execute(_PRIMARY, [f'"{table}"']).fetchall()
        return f'(select {key} from "{table}" limit 1)'


def value(kind: str, mark: str) -> str:
    """SQL of a value of a type; text is a mark, as long as the column is wide."""
    if kind.startswith("character varying"):
        length = int(kind.split("(")[1].split(")", maxsplit=1)[0])
        text = f"'{mark[:length]}'"
        return f"array[{text}]" if kind.endswith("[]") else text
    return _ANY.get(kind, "1").replace("{mark}", mark)


def _new(table: str, name: str, kind: str) -> str:
    if _IS_ACTOR.search(name):
        return "'system:0'"
    return value(kind, (MARK if table in TABLES and table not in OF_OTHERS else "見本") + table)


def is_unmarked(table: str, name: str) -> bool:
    """Whether a column names an actor by number, or stays as it is for another reason."""
    return f"{table}.{name}" in UNMARKED or _IS_ACTOR.search(name) is not None


def is_text(kind: str) -> bool:
    """Whether a column takes words."""
    return kind.startswith("character varying") or kind in {"text", "text[]", "jsonb", "bytea"}


_TAKEN_BACK = f"""
update settlement set paid_on = date '2026-01-05', taken_back_at = {_LATER}, taken_back_by = 'operator:1',
    taken_back_words = '刻印の言葉'
"""
AT = datetime(2026, 11, 1, 3, tzinfo=UTC)


def everything(owner: psycopg.Connection) -> tuple[Marked, Filling]:
    """The marked worker with a second ID, an application, a look of the office, and a row of every other table."""
    marked, site, case = marked_worker(), sites.site(), submitted()
    sites.reader(site)
    other = workers.worker(account=accounts.account(), name__official="刻印 次郎")
    stranger = workers.worker()
    applicant = case.applicant
    assert applicant is not None
    type(applicant).objects.filter(pk=applicant.pk).update(worker=marked.worker)
    by = officer(Duty.CONTACT).actor
    worker_as_seen_by(by, marked.worker.pk, purpose=Purpose.ENQUIRY, reason="刻印の理由", at=AT)
    keys: dict[str, object] = {
        **dict.fromkeys(("worker_id", "worker", "main_id"), marked.worker.pk),
        **dict.fromkeys(("account_id", "user_id"), marked.account.pk),
        **dict.fromkeys(("place_id", "place"), site.place.pk),
        "other": other.pk,
        "stranger": stranger.pk,
        "company_id": marked.employer.pk,
        "application_id": case.pk,
        "applicant_id": applicant.pk,
        "card_id": marked.card.pk,
    }
    filling = Filling(owner, keys)
    for table in ("roster_line", *TABLES, "mfa_authenticator"):
        if table not in OF_OTHERS:
            filling.fill(table)
    owner.execute(_TAKEN_BACK, keys)
    for table in TABLES:
        if table not in OF_OTHERS:
            filling.mark(table)
    owner.execute("update card set security_code = '8642' where worker_id = %(worker_id)s", keys)
    owner.execute("update affiliation set employment = 'fixed_term' where worker_id = %(worker_id)s", keys)
    return marked, filling
