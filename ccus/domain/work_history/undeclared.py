"""宣言されていない事業者: firms whose workers tapped at a site although nobody declared the firm there (SITE-23)."""

from dataclasses import dataclass
from datetime import date

from django.db import connection

# Records lie with their worker; who was at a place, its readers know.
_SQL = """
select c.number, c.name, count(*), count(distinct r.worker), min(r.work_on), max(r.work_on)
from (select distinct t.worker from reader d join tap t on t.reader = d.id
      where d.place_id = %(place)s and t.worker is not null
        and t.at >= %(since)s::timestamp at time zone 'Asia/Tokyo') here
join work_record r on r.worker = here.worker
join affiliation f on f.worker_id = r.worker and f.superseded_at is null and r.work_on >= f.valid_from
     and (f.valid_until is null or r.work_on < f.valid_until)
join company c on c.id = f.company_id
where r.place = %(place)s and r.work_on >= %(since)s and r.line is null
  and not exists (select from structure_member m where m.site_id = r.place and m.company_id = f.company_id
                  and m.withdrawn_at is null and m.refused_at is null)
group by c.id order by count(*) desc, c.number
"""


@dataclass(frozen=True, slots=True)
class Undeclared:
    """宣言されていない事業者: `days` of people (two on one day are two), `heads` of whom; no names."""

    number: str
    name: str
    days: int
    heads: int
    first_on: date
    last_on: date


def undeclared_firms(site: int, since: date) -> tuple[Undeclared, ...]:
    """Firms of no spot at a site (key) whose workers have days there since then; most days first.

    One statement. Days without a roster line count, as soon as they are derived.
    """
    with connection.cursor() as cursor:
        cursor.execute(_SQL, {"place": site, "since": since})
        return tuple(Undeclared(*row) for row in cursor.fetchall())
