"""所属と異なる事業者の元での就業: asked by one side, answered by the other, ended by either (SITE-25)."""

from datetime import date, datetime

from django.db import transaction

from ccus.domain.audit.actions import Touched, record
from ccus.domain.audit.policies import require_own
from ccus.domain.audit.terms import Act, Actor, ActorKind
from ccus.domain.codes.policies import require_open_days
from ccus.domain.companies.letters import tell_company
from ccus.domain.companies.models import Company
from ccus.domain.companies.policies import as_actor as company_actor
from ccus.domain.companies.policies import require_company
from ccus.domain.companies.terms import Power
from ccus.domain.notices.actions import tell
from ccus.domain.notices.texts import Text
from ccus.domain.sites.models import Placement, PlacementRequest
from ccus.domain.workers.models import Worker
from ccus.domain.workers.policies import as_actor as worker_actor
from ccus.domain.workers.policies import require_not_withdrawn
from ccus.foundation.constraints import one_at_a_time, refusing
from ccus.foundation.japanese import date_words
from ccus.foundation.periods import Period
from ccus.foundation.refusals import Refusal
from ccus.foundation.superseding import end_on


class AlreadyAskedPlacement(Refusal):
    """要請済み: one open request of a worker and a firm (SITE-25)."""


class PlacementAnswered(Refusal):
    """回答済みの要請: it was accepted, refused or taken back before (SITE-25)."""


class AlreadyPlaced(Refusal):
    """合意の重なり: one agreement of a worker and a firm on any day (SITE-25)."""


@transaction.atomic
def ask_placement(
    *,
    worker: Worker,
    company: Company,
    from_on: date,
    until_on: date | None = None,
    by: Actor,
    at: datetime,
) -> PlacementRequest:
    """合意要請, by the worker or the firm; the other side is told. `until_on` is the day after the last.

    Raises `AlreadyAskedPlacement`, `WorkerWithdrawn`, `PeriodBackwards`.
    """
    asks = _require_side(worker, company, by)
    require_not_withdrawn(worker)
    period = Period.checked(from_on, until_on, label="就業の期間", field="until_on")
    asked = AlreadyAskedPlacement(
        f"{company.name}での就業は、すでに要請されています。相手の答えを待つか、届いた要請に答えてください。"
    )
    with refusing({"placement_asked_once": asked}):
        request = PlacementRequest.objects.create(
            worker=worker,
            company=company,
            valid_from=period.from_on,
            valid_until=period.until_on,
            asked_by=str(asks),
            asked_at=at,
        )
    record(act=Act.PLACEMENT_ASKED, by=by, at=at, subject=("placement_request", request.pk))
    if asks == worker_actor(worker):
        _tell_firm(Text.PLACEMENT_ASKED_BY_WORKER, request, at=at, from_on=from_on)
    else:
        _tell_worker(Text.PLACEMENT_ASKED_BY_FIRM, request, at=at, from_on=from_on)
    return request


@transaction.atomic
def accept_placement(*, request: PlacementRequest, by: Actor, at: datetime) -> Placement:
    """合意する, by the side that did not ask: days under it count as linked to the firm. Both are told.

    Raises `PlacementAnswered`, `AlreadyPlaced`, `WorkerWithdrawn`.
    """
    worker, company = request.worker, request.company
    if request.asked_by == str(worker_actor(worker)):
        require_company(by, company, Power.EMPLOYEES)
    else:
        require_own(by, worker_actor(worker), who="技能者本人")
    require_not_withdrawn(worker)
    one_at_a_time("worker", worker.pk)
    _close(request, is_accepted=True, at=at)
    overlap = AlreadyPlaced(
        f"{date_words(request.valid_from)}以降に、{company.name}での就業の合意がすでにあります。"
        "その合意をそのまま使うか、終えてから要請してください。"
    )
    with refusing({"placement_once_a_company": overlap}):
        placement = Placement.objects.create(
            worker=worker,
            company=company,
            valid_from=request.valid_from,
            valid_until=request.valid_until,
            recorded_at=at,
            recorded_by=str(by),
        )
    touched = Touched(worker=worker.pk, from_on=request.valid_from, until_on=request.valid_until)
    record(act=Act.PLACEMENT_ACCEPTED, by=by, at=at, subject=("placement", placement.pk), affects=[touched])
    _tell_both(Text.PLACEMENT_ACCEPTED, request, at=at, from_on=request.valid_from)
    return placement


@transaction.atomic
def refuse_placement(*, request: PlacementRequest, by: Actor, at: datetime) -> None:
    """要請を断る, or take it back: either side closes it. Both are told. Raises `PlacementAnswered`."""
    _require_side(request.worker, request.company, by)
    _close(request, is_accepted=False, at=at)
    record(act=Act.PLACEMENT_REFUSED, by=by, at=at, subject=("placement_request", request.pk))
    _tell_both(Text.PLACEMENT_REFUSED, request, at=at)


@transaction.atomic
def end_placement(*, placement: Placement, until_on: date, by: Actor, at: datetime) -> Placement | None:
    """就業の合意を終える, by either side: the last day is the one before `until_on`. Returns what remains.

    Raises `DaysClosed`, `DayOutsideFact`, `AlreadyChanged`.
    """
    _require_side(placement.worker, placement.company, by)
    require_open_days(until_on, at=at, label="合意が終わる日の翌日", field="until_on")
    one_at_a_time("worker", placement.worker_id)
    remains = end_on(placement, until_on, at=at)
    touched = Touched(worker=placement.worker_id, from_on=until_on, until_on=placement.valid_until)
    record(act=Act.PLACEMENT_ENDED, by=by, at=at, subject=("placement", placement.pk), affects=[touched])
    _tell_both(Text.PLACEMENT_ENDED, placement, at=at, until_on=until_on)
    return remains


def _require_side(worker: Worker, company: Company, by: Actor) -> Actor:
    """The side for which `by` acts; the system acts for the worker."""
    if by.kind is ActorKind.SYSTEM:
        return worker_actor(worker)
    if by.kind is ActorKind.WORKER:
        require_own(by, worker_actor(worker), who="技能者本人か、その事業者")
        return by
    require_company(by, company, Power.EMPLOYEES)
    return company_actor(company)


def _close(request: PlacementRequest, *, is_accepted: bool, at: datetime) -> None:
    still_open = PlacementRequest.objects.filter(pk=request.pk, closed_at__isnull=True)
    if not still_open.update(closed_at=at, is_accepted=is_accepted):
        raise PlacementAnswered(
            "この要請は、すでに答えがあるか、取り下げられています。必要なら、新しく要請してください。"
        )


def _tell_both(text: Text, about: PlacementRequest | Placement, *, at: datetime, **values: date) -> None:
    _tell_firm(text, about, at=at, **values)
    _tell_worker(text, about, at=at, **values)


def _tell_firm(text: Text, about: PlacementRequest | Placement, *, at: datetime, **values: date) -> None:
    tell_company(
        about.company_id,
        text=text,
        source=f"{text}:{about.pk}",
        at=at,
        power=Power.EMPLOYEES,
        mail=False,
        worker_number=about.worker.number,
        **values,
    )


def _tell_worker(text: Text, about: PlacementRequest | Placement, *, at: datetime, **values: date) -> None:
    if about.worker.account_id is None:
        return
    tell(
        account=about.worker.account_id,
        text=text,
        source=f"{text}:{about.pk}",
        at=at,
        company=about.company.name,
        worker_number=about.worker.number,
        **values,
    )
