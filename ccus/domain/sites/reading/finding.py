"""現場をさがす: any registered site by its words, for people who stand in front of it (PORTAL-20)."""

from django.db import connection

from ccus.domain.sites.reading.sites import PublicSite, search_sites
from ccus.foundation.clock import today
from ccus.foundation.japanese import tidy

MOST = 20
LEAST_LETTERS = 2
_LONGEST = 60
_LOOKED_AT = 500

# Pairs of letters are asked by the index, the words themselves because pairs may stand apart. Of a word that half of
# the sites have, so many are looked at and no more.
_FOUND = """
with asked as (select word from unnest(%(words)s::text[]) as each(word)),
near as materialized (
    select place_id from site
    where site_pairs(name || '/' || name_kana || '/' || address)
          @> (select array_agg(distinct pair) from asked, unnest(site_pairs(word)) as pair)
    limit %(looked_at)s
)
select s.number, s.name, s.address, p.name
from near join site s using (place_id) join company p on p.id = s.prime_id
where not exists (select from asked where strpos(site_words(s.name || '/' || s.name_kana || '/' || s.address),
                                                 site_words(word)) = 0)
order by exists (select from accumulation_period a where a.site_id = s.place_id and a.superseded_at is null
                 and a.valid_from <= %(today)s and (a.valid_until is null or a.valid_until > %(today)s)) desc,
         exists (select from asked where strpos(site_words(s.name || '/' || s.name_kana), site_words(word)) > 0) desc,
         s.place_id desc
limit %(most)s
"""


def find_sites(text: str) -> tuple[PublicSite, ...]:
    """Registered sites whose name, フリガナ or address holds every word, or that have the whole number; at most 20.

    Those whose period runs come first, of them those whose name says a word, newest first. Words of one letter find
    nothing. Two statements.
    """
    by_number = search_sites(text)
    words = tidy(text)[:_LONGEST].split(" ")
    if by_number or not any(len(word) >= LEAST_LETTERS for word in words):
        return by_number
    with connection.cursor() as cursor:
        cursor.execute(_FOUND, {"words": words, "today": today(), "most": MOST, "looked_at": _LOOKED_AT})
        return tuple(PublicSite(*row) for row in cursor.fetchall())
