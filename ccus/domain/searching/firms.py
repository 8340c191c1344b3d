"""事業者の検索: firms, and what is registered of one for everybody (SEEK-09)."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date
from urllib.parse import urlencode

from django.db import connection
from django.utils.crypto import salted_hmac

from ccus.domain.companies import options
from ccus.domain.companies.blocks import LOCATION
from ccus.domain.companies.models import Company
from ccus.domain.companies.registered import Facts, company_facts, facts_of_companies
from ccus.domain.searching.rules import PAGE
from ccus.foundation.entry.block import Block, Field, Kind, Values
from ccus.foundation.entry.showing import show
from ccus.foundation.identifiers import is_number
from ccus.foundation.kept.rows import FactRow
from ccus.foundation.postcodes import municipality_of

_OPEN = ("identity", "location", "licences")
_STATEMENT = """
select c.id from company c
where (%(number)s = '' or c.number = %(number)s)
and (%(name)s = '' or position(%(name)s in replace(replace(c.name, ' ', ''), '　', '')) > 0)
and (%(kana)s = '' or replace(c.name_kana, ' ', '') like %(kana)s || '%%')
and (%(prefecture)s = '' or exists (
  select from company_location x where x.company_id = c.id and x.prefecture_id = %(prefecture)s
  and x.superseded_at is null and daterange(x.valid_from, x.valid_until) @> %(on)s::date))
and (%(licence)s = '' or exists (
  select from company_licence x where x.company_id = c.id and x.trade = %(licence)s
  and x.superseded_at is null and daterange(x.valid_from, x.valid_until) @> %(on)s::date))
order by c.name_kana collate "C", c.number offset %(skip)s limit %(many)s
"""


@dataclass(frozen=True, slots=True)
class FirmCriteria:
    """条件 for a firm; nothing asked is empty. `name` stands anywhere in the name, `kana` at its beginning."""

    name: str = ""
    kana: str = ""
    number: str = ""
    prefecture: str = ""
    licence: str = ""

    def asked(self) -> dict[str, str]:
        """As an address names them: only what is asked."""
        return {name: value for name, value in asdict(self).items() if value}


FIRMS = Block(
    "firms",
    "事業者の検索",
    (
        Field("name", "商号または名称", longest=80, help="一部だけでも、さがせます。"),
        Field("kana", "フリガナ", Kind.KANA, longest=80, help="はじめから。ひらがなでも入力できます。"),
        Field("number", "事業者ID", Kind.ID14, help="14桁。"),
        Field("prefecture", "所在地の都道府県", Kind.CHOICE, choices="prefecture"),
        Field("licence", "許可の業種", Kind.CHOICE, choices="licence_trade"),
    ),
)


@dataclass(frozen=True, slots=True)
class Firm:
    """だれにでも見える事業者情報. Of a 一人親方 `address` goes as far as 市区町村, and neither the representative nor
    a telephone is told: they are a worker's own.
    """

    number: str
    name: str
    kana: str
    is_sole: bool
    representative: str
    address: str
    phone: str
    licences: tuple[str, ...]


def firm_criteria_of(values: Values) -> FirmCriteria:
    """The criteria that the block read."""
    return FirmCriteria(**{name: str(value) for name, value in values.items() if value})


def firm_digest_of(criteria: FirmCriteria) -> str:
    """A mark of the same criteria that does not say which, and is none of a search for workers."""
    return salted_hmac("ccus.searching.firms", urlencode(criteria.asked()), algorithm="sha256").hexdigest()


def firms_found(criteria: FirmCriteria, *, on: date, page: int) -> tuple[tuple[Firm, ...], bool]:
    """A page of firms by フリガナ, and whether there are more. Five statements."""
    plain = "".join(criteria.name.split())
    kana = "".join(criteria.kana.replace("\\", "").replace("%", "").replace("_", "").split())
    given: dict[str, str | int | date] = {
        "name": plain,
        "kana": kana,
        "on": on,
        "skip": (page - 1) * PAGE,
        "many": PAGE + 1,
    }
    with connection.cursor() as cursor:
        cursor.execute(_STATEMENT, {**asdict(criteria), **given})
        keys = [key for (key,) in cursor.fetchall()]
    return tuple(_firms(keys[:PAGE], on)), len(keys) > PAGE


def firm_numbered(number: str, *, on: date) -> Firm | None:
    """One firm by its 事業者ID."""
    row = Company.objects.filter(number=number).first() if is_number(number) else None
    return _firm(row, company_facts(row.pk, on=on, keys=_OPEN), on) if row else None


def _firms(keys: Iterable[int], on: date) -> Iterator[Firm]:
    rows = Company.objects.in_bulk(list(keys))
    facts = facts_of_companies(rows, on=on, keys=_OPEN)
    for key in keys:
        yield _firm(rows[key], facts[key], on)


def _firm(row: Company, facts: Facts, on: date) -> Firm:
    is_sole = row.is_sole_proprietor
    place = _first(facts["location"])
    return Firm(
        number=row.number,
        name=row.name,
        kana=row.name_kana,
        is_sole=is_sole,
        representative="" if is_sole else str(_first(facts["identity"]).get("representative") or ""),
        address=_address(place, is_sole=is_sole),
        phone="" if is_sole else show(LOCATION["phone"], place.get("phone"), label=options.label),
        licences=tuple(_licences(facts["licences"], on)),
    )


def _first(rows: tuple[FactRow, ...]) -> Values:
    return rows[0].values if rows else {}


def _address(place: Values, *, is_sole: bool) -> str:
    if not place:
        return ""
    prefecture, town = options.label("prefecture", str(place["prefecture"])), str(place["town"])
    if is_sole:
        return f"{prefecture}{municipality_of(str(place['postcode']), town)}"
    building = f"　{place['building']}" if place.get("building") else ""
    return f"{prefecture}{town}{place['street']}{building}"


def _licences(rows: tuple[FactRow, ...], on: date) -> Iterator[str]:
    """建設業許可 that hold, as 許可業種（一般・特定）, in the order of the law."""
    held = [row for row in rows if row.valid_until is None or row.valid_until > on]
    for row in sorted(held, key=lambda row: str(row.values["trade"])):
        trade = options.label("licence_trade", str(row.values["trade"]))
        yield f"{trade}（{options.label('licence_grade', str(row.values['grade']))}）"
