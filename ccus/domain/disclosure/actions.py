"""開示の設定の行為: each half opens and closes items of workers to other companies (DISC-20 to DISC-22)."""

from collections.abc import Collection, Mapping
from datetime import date, datetime

from django.db import transaction
from django.db.models import QuerySet

from ccus.domain.audit.actions import record
from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.companies.models import Company
from ccus.domain.companies.policies import require_company
from ccus.domain.companies.terms import Power
from ccus.domain.disclosure.models import DisclosureSwitch
from ccus.domain.disclosure.plans import Chosen, Plan, planned
from ccus.domain.disclosure.switches import SWITCHABLE, employers_half, workers_half
from ccus.domain.disclosure.terms import WORDS, Half
from ccus.domain.workers.actions.first_steps import finish_step
from ccus.domain.workers.models import Affiliation, Worker
from ccus.domain.workers.policies import as_actor as worker_actor
from ccus.domain.workers.terms import Item, Step
from ccus.foundation.clock import day_of
from ccus.foundation.constraints import one_at_a_time
from ccus.foundation.refusals import Refusal
from ccus.foundation.superseding import copied, period_of, standing_on, supersede_all


class NotSwitchable(Refusal):
    """切り替えられない項目: always shown, or never (DISC-20)."""


class NotOwnWorker(Refusal):
    """所属していない技能者: a company speaks for its own workers only (DISC-20)."""


class ChosenElsewhere(Refusal):
    """別の画面での変更: the setting is not any more what the page showed (DISC-23)."""


@transaction.atomic
def set_employers_half(
    *,
    company: Company,
    workers: Collection[int],
    items: Collection[Item],
    is_open: bool,
    by: Actor,
    at: datetime,
) -> int:
    """所属事業者の側を切り替える: these items of own workers, from today. Returns how many changed.

    A half that stands from an earlier link is closed with it and opened anew. Raises `NotSwitchable`, `NotOwnWorker`.
    """
    require_company(by, company, Power.EMPLOYEES)
    _require_switchable(items)
    one_at_a_time("disclosure", f"company:{company.pk}")
    today = day_of(at)
    _require_own(company, workers, today)
    halves = DisclosureSwitch.objects.filter(company=company, worker__in=workers, side=Half.EMPLOYER)
    now_open = employers_half(company.pk, workers, on=today)
    pairs = _differing(workers, items, now_open, is_open=is_open)
    if pairs:
        _set(halves, pairs, company=company, is_open=is_open, by=by, at=at)
        record(
            act=Act.DISCLOSURE_SET,
            by=by,
            at=at,
            subject=("company", company.pk),
            items=sorted(items),
            is_open=is_open,
            workers=len(set(workers)),
        )
    return len(pairs)


@transaction.atomic
def set_own_half(*, worker: Worker, items: Collection[Item], is_open: bool, by: Actor, at: datetime) -> int:
    """技能者の側を切り替える, by nobody but the worker. Returns how many changed. Raises `NotSwitchable`."""
    if by != worker_actor(worker):
        raise NotAllowed("開示の設定を変えられるのは、技能者本人だけです。本人に頼んでください。")
    _require_switchable(items)
    one_at_a_time("disclosure", f"worker:{worker.pk}")
    halves = DisclosureSwitch.objects.filter(worker=worker, side=Half.WORKER)
    pairs = _differing([worker.pk], items, workers_half([worker.pk], on=day_of(at)), is_open=is_open)
    if pairs:
        _set(halves, pairs, company=None, is_open=is_open, by=by, at=at)
        subject = ("worker", worker.pk)
        record(
            act=Act.OWN_DISCLOSURE_SET, by=by, at=at, subject=subject, items=sorted(items), is_open=is_open
        )
    return len(pairs)


@transaction.atomic
def choose_own_half(
    *, worker: Worker, items: Collection[Item], shown: Collection[Item], by: Actor, at: datetime
) -> int:
    """開示・非開示の選択: these items open, all others closed; also unchanged it is a choice (DISC-23, PORTAL-40).

    `shown`: what stood open on the page. Returns how many changed. Raises `ChosenElsewhere`, `NotSwitchable`.
    """
    one_at_a_time("disclosure", f"worker:{worker.pk}")
    standing = workers_half([worker.pk], on=day_of(at)).get(worker.pk, frozenset())
    if standing != frozenset(shown):
        raise _chosen_elsewhere()
    wanted = frozenset(items)
    opened = set_own_half(worker=worker, items=wanted, is_open=True, by=by, at=at)
    closed = set_own_half(worker=worker, items=standing - wanted, is_open=False, by=by, at=at)
    finish_step(worker=worker, step=Step.DISCLOSURE, by=by, at=at)
    return opened + closed


@transaction.atomic
def choose_employers_half(
    *,
    company: Company,
    worker: int,
    items: Collection[Item],
    shown: Collection[Item],
    by: Actor,
    at: datetime,
) -> int:
    """所属事業者の選択, for one own worker: these items open, all others closed (DISC-20, DISC-23).

    `shown`: what stood open on the page. Returns how many changed. Raises `ChosenElsewhere`, `NotOwnWorker`,
    `NotSwitchable`.
    """
    one_at_a_time("disclosure", f"company:{company.pk}")
    standing = employers_half(company.pk, [worker], on=day_of(at)).get(worker, frozenset())
    if standing != frozenset(shown):
        raise _chosen_elsewhere()
    wanted = frozenset(items)
    both = ((wanted, True), (standing - wanted, False))
    return sum(
        set_employers_half(company=company, workers=[worker], items=each, is_open=is_open, by=by, at=at)
        for each, is_open in both
    )


@transaction.atomic
def set_several(
    *, company: Company, workers: Collection[int], chosen: Chosen, said: Plan, by: Actor, at: datetime
) -> Plan:
    """何人もの設定: items of several own workers open and closed at once (DISC-26).

    `said`: how many the page said. Raises `ChosenElsewhere` if it is another number, `NotOwnWorker`, `NotSwitchable`.
    """
    one_at_a_time("disclosure", f"company:{company.pk}")
    plan = planned(company.pk, workers, chosen, on=day_of(at))
    if (plan.opened, plan.closed) != (said.opened, said.closed):
        raise _chosen_elsewhere()
    for items, is_open in ((chosen.opens, True), (chosen.closes, False)):
        set_employers_half(company=company, workers=workers, items=items, is_open=is_open, by=by, at=at)
    return plan


def _chosen_elsewhere() -> ChosenElsewhere:
    return ChosenElsewhere(
        "開示の設定が、別の画面で変わりました。まだ保存していません。下の今の設定を見て、もう一度選んでください。"
    )


def _require_switchable(items: Collection[Item]) -> None:
    fixed = [WORDS[item] for item in items if item not in SWITCHABLE]
    if fixed:
        raise NotSwitchable(
            f"「{fixed[0]}」は、開示・非開示を切り替えられません。ほかの項目を選んでください。"
        )


def _require_own(company: Company, workers: Collection[int], today: date) -> None:
    linked = standing_on(Affiliation.objects.filter(company=company, worker__in=workers), today)
    if set(workers) - set(linked.values_list("worker", flat=True)):
        raise NotOwnWorker(
            "所属していない技能者が選ばれています。所属技能者の一覧を開き直して、選び直してください。"
        )


def _set(
    halves: "QuerySet[DisclosureSwitch]",
    pairs: Collection[tuple[int, Item]],
    *,
    company: Company | None,
    is_open: bool,
    by: Actor,
    at: datetime,
) -> None:
    """Close the halves of these workers and items that stand; open them from today where they are to be open."""
    today = day_of(at)
    standing = [
        row
        for row in halves.filter(superseded_at=None, valid_until=None)
        if (row.worker_id, Item(row.item)) in set(pairs)
    ]
    supersede_all(standing, at=at)
    ended = [(row, period_of(row).before(today)) for row in standing]
    kept = [
        copied(row, before, recorded_at=row.recorded_at, recorded_by=row.recorded_by)
        for row, before in ended
        if before is not None
    ]
    opened = [
        DisclosureSwitch(
            worker_id=worker,
            item=item,
            side=Half.EMPLOYER if company else Half.WORKER,
            company=company,
            valid_from=today,
            recorded_at=at,
            recorded_by=str(by),
        )
        for worker, item in pairs
        if is_open
    ]
    DisclosureSwitch.objects.bulk_create([*kept, *opened])


def _differing(
    workers: Collection[int],
    items: Collection[Item],
    now_open: Mapping[int, frozenset[Item]],
    *,
    is_open: bool,
) -> list[tuple[int, Item]]:
    """Worker and item of each half that is not yet as it is to be."""
    nothing: frozenset[Item] = frozenset()
    return [
        (worker, item)
        for worker in dict.fromkeys(workers)
        for item in dict.fromkeys(items)
        if (item in now_open.get(worker, nothing)) is not is_open
    ]
