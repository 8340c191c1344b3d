"""確認を読む: what a preview says, page by page: first why it stops, then who gains sight of whom (FIX-05)."""

from datetime import datetime
from uuid import UUID

from django.db import connection
from django.db.models import F

from ccus.domain.audit.terms import Actor
from ccus.domain.corrections.models import ChangePreview, ChangeSet
from ccus.domain.corrections.reported import (
    A_PAGE,
    CompanyPage,
    CompanyShown,
    LinePage,
    PreviewShown,
)
from ccus.domain.corrections.rules import preview_ends
from ccus.domain.corrections.showing import lines_of_preview, lines_shown
from ccus.domain.corrections.terms import LineKind, StopKind
from ccus.domain.disclosure.matrix import items_shown
from ccus.domain.disclosure.terms import WORDS, Relation

_COMPANIES = """
select c.id, c.number, c.name, count(*), coalesce(s.strangers, 0), count(*) over ()
from preview_line l
join company c on c.id = l.company_id
left join (
  select company_id, count(*) as strangers from preview_line
  where preview_id = %(preview)s and kind = 'stop' and stop = 'stranger' group by company_id
) s on s.company_id = l.company_id
where l.preview_id = %(preview)s and l.kind = 'gained'
group by c.id, c.number, c.name, s.strangers
order by 5 desc, 4 desc, 2 limit %(limit)s offset %(offset)s
"""
_RELATIONS = """
select l.company_id, array_agg(distinct r.one ->> 0)
from preview_line l cross join lateral jsonb_array_elements(l.after -> 'relations') as r(one)
where l.preview_id = %(preview)s and l.kind = 'gained' and l.company_id = any(%(companies)s)
and not (l.before -> 'relations') @> jsonb_build_array(r.one)
group by 1
"""


def preview_of(change_set: ChangeSet) -> PreviewShown | None:
    """The preview that counts now, else the last one, which is void; None before the first. One statement."""
    previews = ChangePreview.objects.filter(change_set=change_set)
    preview = previews.order_by(F("void_at").desc(nulls_first=True), "-pk").first()
    if preview is None:
        return None
    said = preview.counts
    return PreviewShown(
        key=preview.key,
        asked_at=preview.asked_at,
        ends_at=preview_ends(preview.asked_at),
        done=preview.done,
        total=preview.total,
        is_finished=preview.finished_at is not None,
        is_void=preview.void_at is not None,
        failed=preview.failed,
        lines={kind: said["lines"][kind] for kind in LineKind if kind in said.get("lines", {})},
        stops={stop: said["stops"][stop] for stop in StopKind if stop in said.get("stops", {})},
        pairs=said.get("pairs", 0),
        companies=said.get("companies", 0),
        persons=preview.persons,
        firms=said.get("firms", 0),
    )


def gaining_companies(preview: UUID, *, page: int = 1) -> CompanyPage:
    """新しく見えるようになる相手, company by company: those with strangers first, then those who gain the most."""
    found = ChangePreview.objects.filter(key=preview).values_list("pk", flat=True).first()
    given = {"preview": found, "limit": A_PAGE, "offset": A_PAGE * (page - 1)}
    with connection.cursor() as cursor:
        cursor.execute(_COMPANIES, given)
        rows = cursor.fetchall()
        cursor.execute(_RELATIONS, given | {"companies": [row[0] for row in rows]})
        relations = dict(cursor.fetchall())
    companies = tuple(
        _company(row, [relation for relation in Relation if relation in relations.get(row[0], ())])
        for row in rows
    )
    return CompanyPage(page, rows[0][5] if rows else 0, companies)


def _company(row: tuple[int, str, str, int, int, int], relations: list[Relation]) -> CompanyShown:
    _, number, name, workers, strangers, _ = row
    items = {item for relation in relations for item in items_shown(relation)}
    return CompanyShown(
        number=number,
        name=name,
        workers=workers,
        strangers=strangers,
        relations=tuple(relation.label for relation in relations),
        items=tuple(words for item, words in WORDS.items() if item in items),
    )


def lines_of(
    preview: UUID,
    kind: LineKind,
    *,
    stop: StopKind | None = None,
    company: str = "",
    page: int = 1,
    by: Actor,
    at: datetime,
) -> LinePage:
    """Lines of one kind; of one `stop` or one company (事業者ID) alone where it is named.

    A page of FACT shows values: it leaves a trace of each worker on it, with the set's number and why (FIX-13).
    """
    lines = lines_of_preview(preview).filter(kind=kind)
    if stop is not None:
        lines = lines.filter(stop=stop)
    if company:
        lines = lines.filter(company__number=company)
    first = A_PAGE * (page - 1)
    shown = lines_shown(list(lines.order_by("pk")[first : first + A_PAGE]), by=by, at=at)
    return LinePage(page, lines.count(), shown)
