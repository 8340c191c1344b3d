-- Who may be one person is found by an index, not by reading everybody (SAME-12). The skeleton of a フリガナ: its
-- consonants, voiced as unvoiced, without vowels, long marks, small tsu and spaces.

create function kana_skeleton(kana text) returns text language sql immutable strict parallel safe return translate(
    normalize(translate(normalize(kana, NFKC), 'ヴヂヅ', 'ブジズ'), NFKD),
    'カキクケコサシスセソタチツテトナニヌネノンハヒフヘホマミムメモヤユヨャュョラリルレロワヮアイウエオヰヱヲァィゥェォーッ・ ' || U&'\3099\309A',
    'kkkkkssssstttttnnnnnnhhhhhmmmmmyyyyyyrrrrrww'
);

create index worker_name_skeleton on worker_name (kana_skeleton(kana)) where superseded_at is null;
create index contact_phone on contact (phone) where superseded_at is null;
