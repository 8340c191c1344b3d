"""Firms: a tenth general contractors, the rest in the tiers below them."""

from random import Random

from ccus.demo.chance import number
from ccus.demo.plan.facts import Firm, Ids, Span
from ccus.demo.words import Line, firm_name, lines
from ccus.domain.work_history.rules import DAY, start_of

_LEVELS = (0.10, 0.38, 0.72, 0.90)  # up to which share of the firms each level reaches; the rest work alone


def firms_of(seed: int, ids: Ids, rng: Random, count: int, span: Span) -> list[Firm]:
    """`count` firms, highest level first; each below level 1 has a patron one level up."""
    firms: list[Firm] = []
    for n in range(count):
        level = next((level for level, share in enumerate(_LEVELS) if n < max(3, share * count)), 4)
        line = rng.choice([line for line in lines() if level == 0 or line.level == min(level, 3)])
        firms.append(_firm(seed, ids, rng, level, None if level == 0 else line, firms, span))
    return firms


def _firm(
    seed: int, ids: Ids, rng: Random, level: int, line: Line | None, others: list[Firm], span: Span
) -> Firm:
    key = ids.of("company")
    name, kana = firm_name(rng, line)
    above = [firm for firm in others if firm.level == min(level - 1, 3)]
    earliest = start_of(span.from_day - 400)
    return Firm(
        id=key,
        number=number(seed, "company", key),
        name=name,
        kana=kana,
        level=level,
        line=line,
        patron=rng.choice(above) if level >= 2 else None,
        is_sole=level == 4,
        registered_at=earliest + int(rng.random() * 300) * DAY + 10 * 3_600_000,
    )
