"""所属: asked by either side, accepted by the other, ended by either (D-19)."""

from datetime import date, datetime

from django.db import transaction

from ccus.domain.audit.actions import Touched, record
from ccus.domain.audit.policies import NotAllowed, require_office
from ccus.domain.audit.terms import Act, Actor, ActorKind
from ccus.domain.codes.policies import require_open_days
from ccus.domain.companies.models import Company
from ccus.domain.notices.texts import Text
from ccus.domain.workers.models import Affiliation, AffiliationRequest, Worker
from ccus.domain.workers.policies import require_not_withdrawn
from ccus.domain.workers.sides import Side, side_of, tell_other_side
from ccus.foundation.clock import day_of
from ccus.foundation.constraints import one_at_a_time, refusing
from ccus.foundation.japanese import date_words
from ccus.foundation.periods import ONE_DAY, Period
from ccus.foundation.refusals import Refusal
from ccus.foundation.superseding import change_from, end_on

_OFFICE = frozenset({ActorKind.OPERATOR, ActorKind.SYSTEM})


class AlreadyAsked(Refusal):
    """申請中: one open request for one worker and one company (REG-11)."""


class RequestClosed(Refusal):
    """処理済みの申請: it was accepted or refused before (REG-11)."""


class MainAffiliationTaken(Refusal):
    """主たる所属の重なり: one main employer on any day (REG-13)."""


class AlreadyAffiliated(Refusal):
    """所属の重なり: one link to one company on any day (REG-13)."""


@transaction.atomic
def ask_affiliation(
    *,
    worker: Worker,
    company: Company,
    is_main: bool,
    from_on: date,
    until_on: date | None = None,
    employment: str = "",
    by: Actor,
    at: datetime,
) -> AffiliationRequest:
    """所属の申請, by the worker or the company; the office asks for the worker (REG-11). The other side is told.

    `until_on`: for an employer of the past, the day after its last. `employment`: as `Employment`, "" where not
    said. Raises `AlreadyAsked`, `WorkerWithdrawn`, `PeriodBackwards`.
    """
    side = side_of(by, worker, company)
    require_not_withdrawn(worker)
    period = Period.checked(from_on, until_on, label="所属", field="until_on")
    asked = AlreadyAsked(
        f"{company.name}への所属は、すでに申請されています。その申請の承認を待つか、届いた申請を承認してください。"
    )
    with refusing({"affiliation_asked_once": asked}):
        request = AffiliationRequest.objects.create(
            worker=worker,
            company=company,
            is_main=is_main,
            employment=employment,
            valid_from=period.from_on,
            valid_until=period.until_on,
            asked_by=side.name_in(worker, company),
            asked_at=at,
        )
    record(act=Act.AFFILIATION_ASKED, by=by, at=at, subject=("affiliation_request", request.pk))
    asked_for = (
        Text.AFFILIATION_ASKED_BY_WORKER if side is not Side.COMPANY else Text.AFFILIATION_ASKED_BY_COMPANY
    )
    source = f"affiliation_request:{request.pk}:asked"
    tell_other_side(side, worker, company, text=asked_for, source=source, at=at, from_on=period.from_on)
    return request


@transaction.atomic
def accept_affiliation(*, request: AffiliationRequest, by: Actor, at: datetime) -> Affiliation:
    """所属の承認, by the side that did not ask: the link stands from the day that was asked for (REG-12, REG-13).

    Raises `RequestClosed`, `MainAffiliationTaken`, `AlreadyAffiliated`, `WorkerWithdrawn`.
    """
    side = side_of(by, request.worker, request.company)
    if by.kind not in _OFFICE and side.name_in(request.worker, request.company) == request.asked_by:
        raise NotAllowed(
            "所属の申請を承認できるのは、申請を受けた側です。相手に、承認するよう頼んでください。"
        )
    require_not_withdrawn(request.worker)
    one_at_a_time("worker", request.worker_id)
    _close(request, is_accepted=True, at=at)
    with refusing(_overlaps(request)):
        affiliation = Affiliation.objects.create(
            worker=request.worker,
            company=request.company,
            is_main=request.is_main,
            employment=request.employment,
            valid_from=request.valid_from,
            valid_until=request.valid_until,
            recorded_at=at,
            recorded_by=str(by),
        )
    record(
        act=Act.AFFILIATION_ACCEPTED,
        by=by,
        at=at,
        subject=("affiliation", affiliation.pk),
        affects=[Touched(worker=request.worker_id, from_on=request.valid_from, until_on=request.valid_until)],
    )
    _tell(request, side, Text.AFFILIATION_ACCEPTED, at=at)
    return affiliation


@transaction.atomic
def refuse_affiliation(*, request: AffiliationRequest, by: Actor, at: datetime) -> None:
    """所属の申請を断る, or take it back: either side closes it, the other is told (REG-11). Raises `RequestClosed`."""
    side = side_of(by, request.worker, request.company)
    _close(request, is_accepted=False, at=at)
    record(act=Act.AFFILIATION_REFUSED, by=by, at=at, subject=("affiliation_request", request.pk))
    is_own = side.name_in(request.worker, request.company) == request.asked_by
    _tell(request, side, Text.AFFILIATION_TAKEN_BACK if is_own else Text.AFFILIATION_REFUSED, at=at)


@transaction.atomic
def change_affiliation(
    *, affiliation: Affiliation, is_main: bool, employment: str, by: Actor, at: datetime
) -> Affiliation:
    """所属の変更: main or not, 雇用形態, from today; the company stays the same (REG-13, DATA-08). By the office.

    Raises `MainAffiliationTaken`, `AlreadyChanged`, `DayOutsideFact`.
    """
    require_office(by)
    one_at_a_time("worker", affiliation.worker_id)
    today = day_of(at)
    taken = MainAffiliationTaken(
        "別の主たる所属があります。先に、その所属の「主たる所属」を外してください。", "is_main"
    )
    with refusing({"affiliation_one_main": taken}):
        changed = change_from(affiliation, today, at=at, by=by, is_main=is_main, employment=employment)
    record(
        act=Act.AFFILIATION_CHANGED,
        by=by,
        at=at,
        subject=("affiliation", changed.pk),
        affects=[Touched(worker=affiliation.worker_id, from_on=today, until_on=affiliation.valid_until)],
    )
    return changed


@transaction.atomic
def end_affiliation(
    *, affiliation: Affiliation, until_on: date, by: Actor, at: datetime
) -> Affiliation | None:
    """所属の終了, by either side, told to the other: the last day is the one before `until_on` (REG-14).

    Returns what remains.

    Raises `DaysClosed`, `DayOutsideFact`, `AlreadyChanged`.
    """
    side = side_of(by, affiliation.worker, affiliation.company)
    require_open_days(until_on, at=at, label="所属が終わる日の翌日", field="until_on")
    one_at_a_time("worker", affiliation.worker_id)
    remains = end_on(affiliation, until_on, at=at)
    record(
        act=Act.AFFILIATION_ENDED,
        by=by,
        at=at,
        subject=("affiliation", affiliation.pk),
        affects=[Touched(worker=affiliation.worker_id, from_on=until_on, until_on=affiliation.valid_until)],
    )
    tell_other_side(
        side,
        affiliation.worker,
        affiliation.company,
        text=Text.AFFILIATION_ENDED,
        source=f"affiliation:{affiliation.pk}:ended",
        at=at,
        last_on=until_on - ONE_DAY,
    )
    return remains


def _tell(request: AffiliationRequest, side: Side, text: Text, *, at: datetime) -> None:
    tell_other_side(
        side,
        request.worker,
        request.company,
        text=text,
        source=f"affiliation_request:{request.pk}:closed",
        at=at,
        from_on=request.valid_from,
    )


def _close(request: AffiliationRequest, *, is_accepted: bool, at: datetime) -> None:
    still_open = AffiliationRequest.objects.filter(pk=request.pk, closed_at__isnull=True)
    if not still_open.update(closed_at=at, is_accepted=is_accepted):
        raise RequestClosed(
            "この申請は、すでに承認または取り下げられています。必要なら、新しく申請してください。"
        )


def _overlaps(request: AffiliationRequest) -> dict[str, Refusal]:
    day = date_words(request.valid_from)
    return {
        "affiliation_one_main": MainAffiliationTaken(
            f"所属の開始日（{day}）以降に、別の主たる所属があります。"
            "先にその所属を終えるか、「主たる所属」にしないで申請してください。",
            "valid_from",
        ),
        "affiliation_once_a_company": AlreadyAffiliated(
            f"所属の開始日（{day}）以降に、同じ事業者（{request.company.name}）への所属があります。"
            "その所属をそのまま使うか、終えてから申請してください。",
            "valid_from",
        ),
    }
