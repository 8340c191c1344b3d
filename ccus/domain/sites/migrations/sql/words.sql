-- 現場をさがす言葉: texts as they are compared, and their pairs of letters, so that a part of a name is found by an index
-- (PORTAL-20). Width, kana, small and capital letters, spaces, hyphens and 一二三 or 123 make no difference.
create function site_words(given text) returns text language sql immutable strict parallel safe cost 200 as $$
    select translate(lower(normalize(given, nfkc)),
        'ぁあぃいぅうぇえぉおかがきぎくぐけげこごさざしじすずせぜそぞただちぢっつづてでとどなにぬねのはばぱひびぴふぶぷへべぺほぼぽ'
        || 'まみむめもゃやゅゆょよらりるれろわをんゔ〇一二三四五六七八九' || ' ・-‐–—―−ー、,。.()「」',
        'ァアィイゥウェエォオカガキギクグケゲコゴサザシジスズセゼソゾタダチヂッツヅテデトドナニヌネノハバパヒビピフブプヘベペホボポ'
        || 'マミムメモャヤュユョヨラリルレロワヲンヴ0123456789')
$$;

create function site_pairs(given text) returns text[] language sql immutable strict parallel safe cost 2000 as $$
    select coalesce(array_agg(distinct substr(public.site_words(given), at, 2)), '{}')
    from generate_series(1, length(public.site_words(given)) - 1) as at
$$;

create index site_by_words on site using gin (site_pairs(name || '/' || name_kana || '/' || address));
