"""見え方: a worker as somebody may see one, for whatever page shows it (SEEK-08, DISC-24).

`ui/worker_seen.html` draws it; what is 非公開 has no value here, so that no page can print one by oversight.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from ccus.domain.cards.faces import label
from ccus.domain.disclosure.histories import WorkSum
from ccus.domain.disclosure.matrix import KEYS
from ccus.domain.disclosure.reading import READ_HERE, WorkerSeen
from ccus.domain.disclosure.terms import WORDS
from ccus.domain.workers.blocks.catalogue import BY_KEY
from ccus.domain.workers.terms import Item
from ccus.foundation.japanese import date_words
from ccus.ui.record import PAST, PAST_LABEL, Part, record_of


@dataclass(frozen=True, slots=True)
class SeenWorker:
    """見え方: `name` is empty where it is 非公開; `photo` is the key of the portrait, empty where there is none.

    `parts` are the 区分 that are shown and registered, `empty` those in which nothing is, `hidden` the items 非公開;
    `days` the 就業日数 in words, where they may be counted.
    """

    number: str
    kana: str
    name: str
    photo: str
    colour: str
    trade: str
    born: str
    parts: tuple[Part, ...]
    empty: tuple[str, ...]
    hidden: tuple[str, ...]
    days: str = ""

    @property
    def heading(self) -> str:
        """氏名, else フリガナ."""
        return self.name or self.kana


def seen_worker(
    seen: WorkerSeen, *, asked: Collection[Item] = READ_HERE, sums: Mapping[int, WorkSum | None] | None = None
) -> SeenWorker:
    """What a reading showed; `asked` are the items that were asked for, `sums` the days that may be counted. Pure."""
    record = record_of(seen)
    not_asked = {_label(key) for key, item in KEYS.items() if item not in asked}
    return SeenWorker(
        number=seen.number,
        kana=seen.kana,
        name=_value(seen, "name", "official"),
        photo=_value(seen, "photo", "image"),
        colour=label(seen.card_colour),
        trade=seen.main_trade,
        born=_born(seen),
        parts=tuple(part for part in record.parts if part.rows and part.label != _label("photo")),
        empty=tuple(words for words in record.empty if words not in not_asked),
        hidden=tuple(words for item, words in WORDS.items() if item in asked and item not in seen.items),
        days=_days(sums, seen.worker),
    )


def _label(key: str) -> str:
    return PAST_LABEL if key == PAST else BY_KEY[key].block.label


def _value(seen: WorkerSeen, key: str, field: str) -> str:
    rows = seen.shown.get(key, ())
    return str(rows[0].values.get(field) or "") if rows else ""


def _days(sums: Mapping[int, WorkSum | None] | None, worker: int) -> str:
    """Nothing where the days are not shown."""
    if sums is None or worker not in sums:
        return ""
    found = sums[worker]
    if found is None:
        return "0日"
    return (
        f"{found.days:,}日（正式 {found.official_days:,}日）、{found.since.year}年{found.since.month}月から"
    )


def _born(seen: WorkerSeen) -> str:
    """The day where it is shown, else the year, else nothing."""
    if isinstance(seen.birth_on, date):
        return date_words(seen.birth_on)
    return f"{seen.birth_year}年" if isinstance(seen.birth_year, int) else ""
