"""消去: five years after leaving personal data goes, a person in a transaction (LEAVE-06, LEAVE-07).

The statements run as the owner of the tables, because no run-time role may take a fact away.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import psycopg
from django.conf import settings

from ccus.domain.audit.terms import SYSTEM
from ccus.domain.leaving.actions.erasure import note_erasure
from ccus.domain.leaving.fates import FORGET
from ccus.domain.leaving.rules import last_day_to_return

_LEFT = """
select id, (withdrawn_at at time zone 'Asia/Tokyo')::date from withdrawal
where returned_at is null and erased_at is null order by id
"""
_TAKE = """
update withdrawal set erased_at = %(at)s where id = %(id)s and returned_at is null and erased_at is null
returning worker_id
"""
_PERSON = """
select array_agg(id) as workers, array_remove(array_agg(account_id), null) as accounts from worker
where id = %(worker)s
   or id in (select worker_id from worker_alias where main_id = %(worker)s and superseded_at is null)
"""
_APPLICANTS = """
select coalesce(array_agg(id), '{}'), coalesce(array_agg(account_id) filter (where account_id is not null), '{}')
from applicant where worker_id = any(%(workers)s) and company_id is null
"""
_IMAGES = """
select coalesce(array_agg(distinct image_id) filter (where image_id is not null), '{}') from (
    select image_id from portrait where worker_id = any(%(workers)s)
    union all select image_id from qualification where worker_id = any(%(workers)s)
    union all select image_id from core_worker_qualification where worker_id = any(%(workers)s)
) as held
"""
_ADDRESSES = """
select coalesce(array_agg(distinct mail), '{}') from (
    select mail from contact where worker_id = any(%(workers)s)
    union all select mail from applicant where id = any(%(applicants)s)
    union all select address from own_contact where worker_id = any(%(workers)s)
    union all select ltrim(address, '+') || %(gateway)s from own_contact
    where worker_id = any(%(workers)s) and kind = 'phone'
) as own
where mail <> '' and not exists (select from seat s where s.mail = own.mail)
  and not exists (select from company_responsible r where r.mail = own.mail)
"""


@dataclass(frozen=True, slots=True)
class Erased:
    """消去の結果: how many people, table → rows, and what failed, a person each."""

    people: int
    rows: Mapping[str, int]
    faults: Sequence[psycopg.Error]


def erase_due(owner: psycopg.Connection, *, today: date, at: datetime) -> Erased:
    """Erase everybody whose last day to return has passed; whoever could not be erased keeps nobody behind them.

    `owner` is an autocommit connection of the tables' owner. Whoever was erased before is not looked at again.
    """
    left = owner.execute(_LEFT).fetchall()
    due = [withdrawal for withdrawal, left_on in left if last_day_to_return(left_on) < today]
    people, rows, faults = 0, Counter[str](), list[psycopg.Error]()
    for withdrawal in due:
        try:
            gone = _erase(owner, withdrawal, at)
        except psycopg.Error as fault:
            faults.append(fault)
        else:
            people += gone is not None
            rows += Counter(gone)
    return Erased(people, dict(rows), faults)


def _erase(owner: psycopg.Connection, withdrawal: int, at: datetime) -> dict[str, int] | None:
    with owner.transaction():
        owner.execute("set local ccus.erasure = 'on'")
        taken = owner.execute(_TAKE, {"id": withdrawal, "at": at}).fetchone()
        if taken is None:
            return None
        rows = dict(_forget(owner, person_of(owner, taken[0])))
        note_erasure(worker=taken[0], rows=rows, by=SYSTEM, at=at)
    return rows


def person_of(owner: psycopg.Connection, worker: int) -> dict[str, Any]:
    """Everything by which the person's rows are found: keys, accounts, how actors are written, images, addresses."""
    [[workers, accounts]] = owner.execute(_PERSON, {"worker": worker}).fetchall()
    found: dict[str, Any] = {"workers": workers}
    [[applicants, logins]] = owner.execute(_APPLICANTS, found).fetchall()
    found |= {"applicants": applicants, "accounts": [*accounts, *logins]}
    found["owners"] = [
        *(f"worker:{key}" for key in workers),
        *(f"applicant:{key}" for key in applicants),
    ]
    [[found["images"]]] = owner.execute(_IMAGES, found).fetchall()
    gateway = f"@{settings.SMS_MAIL_DOMAIN}"
    [[found["addresses"]]] = owner.execute(_ADDRESSES, found | {"gateway": gateway}).fetchall()
    return found


def _forget(owner: psycopg.Connection, person: dict[str, Any]) -> Iterator[tuple[str, int]]:
    for table, statement in FORGET:
        count = owner.execute(statement.encode(), person).rowcount
        if count:
            yield table, count
