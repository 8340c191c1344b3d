"""名簿の人を書く: the frozen value of a worker as it is sent."""

from datetime import date

from ccus.api.linked.protocol import Person, SiteDays
from ccus.domain.disclosure.histories import WorkSum
from ccus.domain.disclosure.reading import WorkerSeen
from ccus.domain.workers.blocks.catalogue import BY_KEY
from ccus.foundation.entry.block import Kind, Value
from ccus.foundation.kept.rows import FactRow


def person_of(seen: WorkerSeen, days: WorkSum | None) -> Person:
    """A frozen value as it is sent: nothing that is hidden, no image. `days`: those of the reader's site (DISC-18)."""
    return Person(
        number=seen.number,
        name_kana=seen.kana,
        card_colour=seen.card_colour,
        main_trade=seen.main_trade,
        birth_on=seen.birth_on if isinstance(seen.birth_on, date) else None,
        registered={
            key: [_row(key, row) for row in rows] for key, rows in seen.shown.items() if key in BY_KEY
        },
        site_days=SiteDays(days.days, days.official_days, days.since) if days else None,
    )


def _row(key: str, row: FactRow) -> dict[str, Value]:
    files = {field.name for field in BY_KEY[key].block.fields if field.kind is Kind.FILE}
    return {name: value for name, value in row.values.items() if name not in files}
