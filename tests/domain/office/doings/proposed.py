"""提案されること: by the carrying-out that a confirmation runs, and by themselves."""

from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import timedelta
from typing import Any

from ccus.domain.accounts.factors.actions import restart_factors
from ccus.domain.accounts.factors.terms import RestartReason
from ccus.domain.accounts.models import User
from ccus.domain.accounts.officers import OfficerMe
from ccus.domain.accounts.terms import Duty
from ccus.domain.audit.terms import SYSTEM, Act, Actor
from ccus.domain.cards.addresses import SendTo
from ccus.domain.fees.actions import record_payment, set_tariff, take_back_payment, waive
from ccus.domain.fees.terms import FeeKind
from ccus.domain.leaving.actions.leave import withdraw_worker
from ccus.domain.leaving.actions.returning import let_return
from ccus.domain.office.actions.proposals import confirm, decline, propose, withdraw
from ccus.domain.office.terms import What
from ccus.domain.printing.actions.arrival import redirect_card
from ccus.domain.recovery.actions.requests import confirm_identity
from ccus.domain.recovery.models import ResetRequest
from ccus.domain.recovery.rules import WAIT
from ccus.domain.recovery.terms import Means
from ccus.domain.searching.actions import stop_searching
from tests.domain.office.doings.doing import Deed, Doing
from tests.domain.office.said import fresh
from tests.domain.recovery.people import forgetful, opened
from tests.factories import applications, companies, fees, printing, seats
from tests.factories import workers as people
from tests.factories.accounts import account
from tests.factories.cards import card
from tests.factories.personas import person

AT = applications.AT
HOME = SendTo("建設 未来", "1050001", "13", "港区虎ノ門", "9-9")
LATER = AT + WAIT + timedelta(hours=1)


def _open_charge() -> int:
    return fees.charge().pk


def _paid() -> int:
    charge = fees.charge().pk
    record_payment(charge_id=charge, paid_on=AT.date(), by=SYSTEM, at=AT)
    return charge


def _left() -> str:
    login = account()
    worker = people.worker(number=login.login_id, account=login)
    card(worker=worker)
    withdraw_worker(worker=worker, by=person(worker), at=AT)
    return worker.number


def _request() -> ResetRequest:
    return ResetRequest.objects.get(pk=opened(forgetful()).request.pk)


def _waiting() -> int:
    return printing.waiting_card().worker_id


def _chief() -> User:
    return User.objects.get(pk=seats.seat(companies.company()).account)


def _identity() -> Mapping[str, Any]:
    row = _request()
    return {"request": row.pk, "ticket": row.ticket, "means": "telephone", "words": "電話で聞いた。"}


GIVEN: Mapping[What, Callable[[], Mapping[str, Any]]] = {
    What.WAIVER: lambda: {"charge": _open_charge(), "note": "災害のため"},
    What.PAYMENT_BACK: lambda: {"charge": _paid(), "words": "別の会社の入金"},
    What.TARIFF: lambda: {"kind": "reissue", "amount": 1200, "from_on": "2027-04-01"},
    What.RETURN: lambda: {"number": _left(), "means": "telephone", "send_to": None},
    What.ADDRESS: lambda: {
        "worker": _waiting(),
        "number": "12345678901234",
        "serial": 1,
        "send_to": asdict(HOME),
    },
    What.FACTORS: lambda: {"login_id": _chief().login_id, "reason": "lost"},
    What.IDENTITY: _identity,
}


def _confirmed(what: What) -> Callable[[OfficerMe], Deed]:
    def ready(one: OfficerMe) -> Deed:
        said = fresh(propose(what=what, given=GIVEN[what](), by=one.actor, at=LATER))
        return lambda by: confirm(proposal=said, seen=said.digest, by=by, at=LATER)

    return ready


def _propose(_: OfficerMe) -> Deed:
    given = GIVEN[What.WAIVER]()
    return lambda by: propose(what=What.WAIVER, given=given, by=by, at=AT)


def _decline(one: OfficerMe) -> Deed:
    said = propose(what=What.WAIVER, given=GIVEN[What.WAIVER](), by=one.actor, at=AT)
    return lambda by: decline(proposal=said, words="根拠がない", by=by, at=AT)


def _withdraw(one: OfficerMe) -> Deed:
    said = propose(what=What.WAIVER, given=GIVEN[What.WAIVER](), by=one.actor, at=AT)
    return lambda by: withdraw(proposal=said, by=by, at=AT)


DOINGS: dict[Act, Doing] = {
    Act.FEE_WAIVED: Doing(Duty.FEES, _confirmed(What.WAIVER)),
    Act.PAYMENT_TAKEN_BACK: Doing(Duty.FEES, _confirmed(What.PAYMENT_BACK)),
    Act.TARIFF_SET: Doing(Duty.FEES, _confirmed(What.TARIFF)),
    Act.WORKER_RETURNED: Doing(Duty.IDENTITY, _confirmed(What.RETURN)),
    Act.CARD_REDIRECTED: Doing(Duty.CARDS, _confirmed(What.ADDRESS)),
    Act.FACTORS_RESTARTED: Doing(Duty.IDENTITY, _confirmed(What.FACTORS)),
    Act.RESET_CONFIRMED: Doing(Duty.IDENTITY, _confirmed(What.IDENTITY)),
    Act.PROPOSED: Doing(Duty.FEES, _propose),
    Act.PROPOSAL_WITHDRAWN: Doing(Duty.FEES, _withdraw),
    Act.PROPOSAL_CONFIRMED: Doing(Duty.FEES, _confirmed(What.TARIFF)),
    Act.PROPOSAL_DECLINED: Doing(Duty.FEES, _decline),
}


def _stop(by: Actor) -> object:
    until = AT.date() + timedelta(days=9)
    return stop_searching(company=companies.company(), until_on=until, by=by, at=AT)


def _restart(by: Actor) -> None:
    restart_factors(account=_chief(), reason=RestartReason.LOST, by=by, at=AT)


def _confirm(by: Actor) -> None:
    row = _request()
    confirm_identity(request=row, ticket=row.ticket, means=Means.TELEPHONE, words="電話。", by=by, at=LATER)


BARE: Mapping[Act, tuple[Duty, Deed]] = {
    Act.FEE_WAIVED: (Duty.FEES, lambda by: waive(charge_id=_open_charge(), note="災害", by=by, at=AT)),
    Act.PAYMENT_TAKEN_BACK: (
        Duty.FEES,
        lambda by: take_back_payment(charge_id=_paid(), words="別の会社", by=by, at=AT),
    ),
    Act.TARIFF_SET: (
        Duty.FEES,
        lambda by: set_tariff(kind=FeeKind.REISSUE, amount=1, from_on=AT.date(), by=by, at=AT),
    ),
    Act.WORKER_RETURNED: (
        Duty.IDENTITY,
        lambda by: let_return(number=_left(), means=Means.TELEPHONE, by=by, at=LATER),
    ),
    Act.CARD_REDIRECTED: (
        Duty.CARDS,
        lambda by: redirect_card(worker=_waiting(), send_to=HOME, by=by, at=LATER),
    ),
    Act.FACTORS_RESTARTED: (Duty.IDENTITY, _restart),
    Act.RESET_CONFIRMED: (Duty.IDENTITY, _confirm),
    Act.SEARCH_STOPPED: (Duty.CONTACT, _stop),
}
"""The acts that refuse one officer whoever calls them."""
