"""似ている申請: open registrations that may be of whoever applies, by indexes alone (SAME-11, SAME-12). Reading."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import connection

from ccus.domain.applications.contents import Row, contents_rows
from ccus.domain.applications.models import Submission
from ccus.domain.applications.terms import CLOSED, ApplicationKind
from ccus.domain.workers.candidates import keys_of
from ccus.domain.workers.matching import Compared, Described, compare

_OPEN_ONES = """
with found as (
    select s.id from unnest(%(births)s::date[]) day
    join submission s on s.contents #>> '{birth,0,values,birth_on}' = day::text and s.contents ? 'birth'
  union
    select s.id from unnest(%(kana)s::text[]) k(kana)
    join submission s on kana_skeleton(s.contents #>> '{name,0,values,kana}') = kana_skeleton(k.kana)
     and s.contents ? 'birth'
  union
    select s.id from unnest(%(phones)s::text[]) phone
    join submission s on s.contents #>> '{contact,0,values,phone}' = phone and s.contents ? 'birth'
)
select s.id from found join submission s using (id) join application a on a.id = s.application_id
where a.kind = %(kind)s and a.state <> all(%(closed)s) and a.id <> %(own)s
  and not exists (select from submission later
                  where later.application_id = s.application_id and later.ordinal > s.ordinal)
"""


@dataclass(frozen=True, slots=True)
class Filed:
    """似ている申請: another open registration by its 申請番号, and why."""

    application: int
    number: str
    compared: Compared


def described_in(contents: Mapping[str, Sequence[Row]]) -> Described:
    """What a submitted registration says of whoever applies; nobody's key, 0."""
    name, contact = _values(contents, "name"), _values(contents, "contact")
    return Described(
        0,
        date.fromisoformat(_values(contents, "birth")["birth_on"]),
        official=name.get("official", ""),
        kana=name.get("kana", ""),
        roman=name.get("roman", ""),
        native=name.get("native", ""),
        alias=name.get("alias", ""),
        sex=_values(contents, "status").get("sex", ""),
        phone=contact.get("phone", ""),
        address="".join(contact.get(part, "") for part in ("prefecture", "town", "street")),
    )


def filed_alike(one: Described, *, application: int) -> tuple[Filed, ...]:
    """Open registrations of whoever looks like `one`, but for `application` itself; two statements."""
    keys = keys_of([one])
    given = {key: keys[key] for key in ("births", "kana", "phones")}
    with connection.cursor() as cursor:
        closed = sorted(CLOSED)
        cursor.execute(
            _OPEN_ONES,
            given | {"kind": ApplicationKind.REGISTRATION, "closed": closed, "own": application},
        )
        found = [submission for (submission,) in cursor.fetchall()]
    rows = Submission.objects.filter(pk__in=found).values_list(
        "application", "application__number", "contents"
    )
    seen = [
        Filed(key, number, compare(one, described_in(contents_rows(stored)))) for key, number, stored in rows
    ]
    return tuple(
        sorted(
            (each for each in seen if each.compared.is_suspected),
            key=lambda each: (-each.compared.weight, each.number),
        )
    )


def _values(contents: Mapping[str, Sequence[Row]], section: str) -> dict[str, str]:
    rows = contents.get(section) or ()
    return {name: str(value or "") for name, value in rows[0].values.items()} if rows else {}
