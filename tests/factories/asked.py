"""求められた申告: a day of the cast as a row, with what was asked of whom, without the act of entering."""

from collections.abc import Mapping
from datetime import date, datetime

from ccus.domain.companies.models import Company
from ccus.domain.work_history import rules
from ccus.domain.work_history.claim_terms import ClaimKind, Oddity, Party, Why
from ccus.domain.work_history.models import DayAsk, DayClaim
from ccus.foundation.clock import JST, now
from tests.factories.personas import Cast

DAY = date(2026, 11, 16)
DUE = datetime(2027, 1, 1, tzinfo=JST)


def due(on: date) -> datetime:
    return datetime.fromtimestamp(rules.deadline(rules.day_number(on)) / 1000, tz=JST)


def row(cast: Cast, on: date = DAY, **values: object) -> DayClaim:
    """A claim of 建設 未来 at 佐藤建設's site, not asked of anybody, entered by the worker today."""
    given = {
        "kind": ClaimKind.ENTRY,
        "worker": cast.mirai,
        "place": cast.site.place,
        "work_on": on,
        "company": cast.takahashi,
        "trade": cast.line.trade,
        "position": cast.line.position,
        "why": Why.CARD_FORGOTTEN,
        "due_at": due(on),
        "recorded_at": now(),
        "recorded_by": f"worker:{cast.mirai.pk}",
    }
    claim = DayClaim.objects.create(**given | values)
    claim.refresh_from_db()
    return claim


def claim(
    cast: Cast,
    on: date = DAY,
    *,
    asked: Mapping[Party, Company] | None = None,
    odd: tuple[Oddity, ...] = (),
    **values: object,
) -> DayClaim:
    """A claim that waits for 高橋鉄筋 and 鈴木工務店 to confirm and for 佐藤建設 to approve."""
    made = row(cast, on, **values)
    companies = {
        Party.EMPLOYER: cast.takahashi,
        Party.FIRST_TIER: cast.suzuki,
        Party.PRIME: cast.sato,
    }
    for party, company in (companies if asked is None else asked).items():
        DayAsk.objects.create(
            claim=made,
            party=party,
            company=company,
            place=made.place,
            asked_at=made.recorded_at,
            due_at=made.due_at or due(on),
            oddities=[*odd],
            is_odd=bool(odd),
        )
    return made


def answer_of(claim: DayClaim, party: Party) -> int | None:
    """What the party has answered, None for nothing yet."""
    return DayAsk.objects.get(claim=claim, party=party).answer
