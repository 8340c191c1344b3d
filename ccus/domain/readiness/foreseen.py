"""見通しの値: what is foreseen of a site on a day, line by line."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from ccus.domain.readiness.mending import Mend, SiteOf
from ccus.domain.readiness.rules import Verdict
from ccus.domain.work_history.terms import Reason


@dataclass(frozen=True, slots=True)
class Foreseen:
    """一人の見通し, with the 技能者ID: somebody on the roster, or (`line` None) who tapped lately without a line.

    `under`: the name at the spot of the line; `firms`: the companies from the prime down to it, who see the line.
    """

    worker: int
    number: str
    line: UUID | None
    member: int | None
    under: str
    firms: frozenset[int]
    verdict: Verdict
    mends: tuple[Mend, ...]

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Every reason that is to be mended."""
        return (*self.verdict.reasons, *self.verdict.beyond)


@dataclass(frozen=True, slots=True)
class Readiness:
    """現場の見通し of one day."""

    site: SiteOf
    day: date
    lines: tuple[Foreseen, ...]

    @property
    def green(self) -> tuple[Foreseen, ...]:
        """Those whose day will be 正式."""
        return tuple(line for line in self.lines if line.verdict.counts)

    @property
    def amber(self) -> tuple[Foreseen, ...]:
        """All others."""
        return tuple(line for line in self.lines if not line.verdict.counts)

    def up_to(self, company: int) -> int:
        """How many amber lines a company can do something about."""
        return sum(any(mend.company == company for mend in line.mends) for line in self.amber)

    def by_reason(self) -> Sequence[tuple[Reason, int]]:
        """How many lines each reason holds up, the most frequent first."""
        return Counter(reason for line in self.lines for reason in line.reasons).most_common()

    def by_mend(self, company: int) -> Sequence[tuple[Mend, int]]:
        """How many people each step would help, what is up to `company` first, then the most useful.

        A step that mends several reasons comes once, with one of them.
        """
        steps: dict[tuple[object, ...], Mend] = {}
        heads: Counter[Mend] = Counter()
        for line in self.amber:
            theirs = {steps.setdefault((m.step, m.company, m.spot), m) for m in line.mends}
            heads.update(theirs)
        return sorted(heads.items(), key=lambda found: (found[0].company != company, -found[1]))

    def seen_by(self, company: int) -> "Readiness":
        """What a company sees: the prime and its partners everything, others what is theirs or below (READY-09)."""
        if company == self.site.prime or company in self.site.partners:
            return self
        return replace(self, lines=tuple(line for line in self.lines if company in line.firms))
