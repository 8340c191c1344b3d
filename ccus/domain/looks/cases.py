"""案件を読む: companies that looked in an unusual way, with their signs, without any worker (LOOK-07)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from ccus.domain.companies.models import Company
from ccus.domain.looks.models import LookCase, LookSign, LookVerdict
from ccus.domain.looks.questions import Said
from ccus.domain.looks.rules import case_state
from ccus.domain.looks.terms import CaseState, Second, SignKind, Verdict
from ccus.foundation.clock import JST
from ccus.foundation.periods import ONE_DAY


@dataclass(frozen=True, slots=True)
class SignShown:
    """印: how many workers on which days; `employer`: whose they were, where the sign is about that."""

    kind: SignKind
    counted: int
    first_on: date
    last_on: date
    employer: str


@dataclass(frozen=True, slots=True)
class VerdictShown:
    """結論, with the second officer's word on a 停止."""

    verdict: Verdict
    until_on: date | None
    words: str
    at: datetime
    by: str
    second: Second | None
    second_at: datetime | None
    second_by: str
    mark: str

    @property
    def last_on(self) -> date | None:
        """The last day of a 停止."""
        return self.until_on - ONE_DAY if self.until_on else None


@dataclass(frozen=True, slots=True)
class Case:
    """案件 as the office reads it; `taken_by` and the like are actors."""

    key: UUID
    company: str
    company_number: str
    opened_at: datetime
    closed_at: datetime | None
    state: CaseState
    taken_by: str
    signs: tuple[SignShown, ...]
    asked: Said | None
    said: Said | None
    verdicts: tuple[VerdictShown, ...]

    @property
    def verdict(self) -> VerdictShown | None:
        """The conclusion that stands."""
        return next((each for each in self.verdicts if each.second is not Second.DECLINED), None)


def case_row(key: UUID) -> LookCase | None:
    """A case by its key."""
    return LookCase.objects.filter(key=key).select_related("company").first()


def case_asked(company: int, key: UUID) -> LookCase | None:
    """A case about which this company (key) was asked."""
    asked = LookCase.objects.filter(key=key, company=company, asked_at__isnull=False)
    return asked.select_related("company").first()


def cases_asked(company: int) -> tuple[LookCase, ...]:
    """What the office asked a company (key), what waits on top, then the newest."""
    asked = LookCase.objects.filter(company=company, asked_at__isnull=False)
    return tuple(sorted(asked, key=lambda case: (not is_waiting(case), -case.pk)))


def is_waiting(case: LookCase) -> bool:
    """Whether the company has still to answer."""
    return case.said_at is None and case.closed_at is None


def verdict_of(case: LookCase) -> LookVerdict | None:
    """The conclusion that stands: the last one that was not declined."""
    return LookVerdict.objects.filter(case=case).exclude(second=Second.DECLINED).first()


def state_of(case: LookCase) -> CaseState:
    """Where a case stands."""
    return _state(case, verdict_of(case))


def shown(case: LookCase) -> Case:
    """One case. Three statements."""
    return _shown([case])[0]


def open_cases() -> tuple[Case, ...]:
    """開いている案件, the oldest first."""
    return _shown(_with_company().filter(closed_at=None).order_by("opened_at", "pk"))


def closed_cases(limit: int) -> tuple[Case, ...]:
    """終わった案件, the newest first."""
    return _shown(_with_company().exclude(closed_at=None).order_by("-closed_at", "-pk")[:limit])


def workers_of(case: LookCase) -> tuple[int, ...]:
    """The workers (keys) behind the signs: for an officer who has said why (LOOK-07)."""
    rows = LookSign.objects.filter(case=case).values_list("workers", flat=True)
    return tuple(sorted({worker for workers in rows for worker in workers}))


def _with_company() -> "QuerySet[LookCase]":
    return LookCase.objects.select_related("company")


def _shown(rows: Iterable[LookCase]) -> tuple[Case, ...]:
    cases = list(rows)
    signs = LookSign.objects.filter(case__in=cases).order_by("-found_at", "-pk")
    verdicts = LookVerdict.objects.filter(case__in=cases).order_by("-pk")
    employers = {sign.employer_id for sign in signs if sign.employer_id is not None}
    names = dict(Company.objects.filter(pk__in=employers).values_list("pk", "name"))
    return tuple(
        _one(
            case,
            [sign for sign in signs if sign.case_id == case.pk],
            [each for each in verdicts if each.case_id == case.pk],
            names,
        )
        for case in cases
    )


def _one(case: LookCase, signs: list[LookSign], verdicts: list[LookVerdict], names: dict[int, str]) -> Case:
    newest: dict[tuple[str, int | None], LookSign] = {}
    for sign in signs:
        newest.setdefault((sign.kind, sign.employer_id), sign)
    standing = next((each for each in verdicts if each.second != Second.DECLINED), None)
    return Case(
        key=case.key,
        company=case.company.name,
        company_number=case.company.number,
        opened_at=case.opened_at,
        closed_at=case.closed_at,
        state=_state(case, standing),
        taken_by=case.taken_by,
        signs=tuple(_sign(sign, names) for sign in sorted(newest.values(), key=lambda sign: sign.pk)),
        asked=Said(case.asked_words, case.asked_at, case.asked_by) if case.asked_at else None,
        said=Said(case.said_words, case.said_at, case.said_by) if case.said_at else None,
        verdicts=tuple(map(_verdict, verdicts)),
    )


def _state(case: LookCase, verdict: LookVerdict | None) -> CaseState:
    return case_state(
        is_taken=bool(case.taken_by),
        is_asked=case.asked_at is not None,
        is_said=case.said_at is not None,
        verdict=Verdict(verdict.verdict) if verdict else None,
        second=Second(verdict.second) if verdict and verdict.second else None,
    )


def _sign(sign: LookSign, names: dict[int, str]) -> SignShown:
    days = (sign.first_at.astimezone(JST).date(), sign.last_at.astimezone(JST).date())
    return SignShown(SignKind(sign.kind), sign.counted, *days, names.get(sign.employer_id or 0, ""))


def _verdict(row: LookVerdict) -> VerdictShown:
    return VerdictShown(
        Verdict(row.verdict),
        row.until_on,
        row.words,
        row.said_at,
        row.said_by,
        Second(row.second) if row.second else None,
        row.second_at,
        row.second_by,
        row.mark,
    )
