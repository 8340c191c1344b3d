"""How large a country is, and what it takes on disk."""

from dataclasses import dataclass

PERSON_BYTES = 3_500
"""One worker with account, name, card, employer and notice, indexes included (measured at `prefecture`)."""

RECORD_BYTES = 1_000
"""One day of one worker: its taps, its record, its share of roster lines and of the log not yet recycled."""

SPARE_BYTES = 10 * 1024**3
"""What a country always leaves free on the disk."""

FIRST_MONTHS = 92
"""The register opened in April 2019; no country looks further back than that."""


@dataclass(frozen=True, slots=True)
class Scale:
    """規模: `activity` is the share of a worker's time at sites that have a reader; a district is made at a time."""

    name: str
    workers: int
    companies: int
    sites: int
    months: int
    activity: float
    districts: int

    def share(self, total: int, district: int) -> int:
        """How much of `total` falls to one district; all shares sum to `total`."""
        return total * (district + 1) // self.districts - total * district // self.districts

    @property
    def records_a_month(self) -> int:
        """就業履歴 expected of the whole country in one month."""
        return int(self.workers * self.activity * 21)


SCALES = {
    scale.name: scale
    for scale in (
        Scale("town", 500, 60, 40, 24, 0.60, 1),
        Scale("prefecture", 30_000, 4_000, 3_000, 36, 0.22, 60),
        Scale("nation", 1_750_000, 300_000, 150_000, FIRST_MONTHS, 0.17, 3_500),
    )
}


def bytes_needed(scale: Scale, months: int) -> int:
    """What a country of this scale takes with that much history."""
    return scale.workers * PERSON_BYTES + scale.records_a_month * months * RECORD_BYTES


def months_that_fit(scale: Scale, free: int) -> int:
    """The months of history a disk with `free` bytes holds, at most the scale's own; 0 if none."""
    left = free - SPARE_BYTES - bytes_needed(scale, 0)
    return max(0, min(scale.months, left // (scale.records_a_month * RECORD_BYTES)))
