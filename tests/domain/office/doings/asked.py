"""お問い合わせセンターの件."""

from datetime import timedelta

from ccus.domain.accounts.officers import OfficerMe
from ccus.domain.accounts.terms import Duty
from ccus.domain.audit.terms import Act
from ccus.domain.desk.actions import handling
from ccus.domain.desk.actions.lapsing import lapse_silent
from ccus.domain.desk.rules import SILENT_FOR
from tests.domain.desk import asking
from tests.domain.office.doings.doing import Deed, Doing
from tests.factories.applications import AT
from tests.factories.personas import standing_cast


def _call(_: OfficerMe) -> Deed:
    return lambda by: asking.called(AT, by)


def _take(_: OfficerMe) -> Deed:
    case = asking.asked(standing_cast(), AT)
    return lambda by: handling.take_case(case=case, by=by, at=AT)


def _hand_back(one: OfficerMe) -> Deed:
    case = asking.taken(standing_cast(), AT, one.actor)
    return lambda by: handling.hand_back_case(case=case, by=by, at=AT)


def _answer(one: OfficerMe) -> Deed:
    case = asking.taken(standing_cast(), AT, one.actor)
    return lambda by: handling.answer_case(case=case, reply=asking.REPLY, by=by, at=AT)


def _ask_back(one: OfficerMe) -> Deed:
    case = asking.taken(standing_cast(), AT, one.actor)
    return lambda by: handling.ask_back(case=case, reply=asking.REPLY, by=by, at=AT)


def _note(one: OfficerMe) -> Deed:
    case = asking.taken(standing_cast(), AT, one.actor)
    return lambda by: handling.note_call(case=case, words="電話で聞きました。", by=by, at=AT)


def _lapse(one: OfficerMe) -> Deed:
    asking.asked_back(standing_cast(), AT, one.actor)
    return lambda by: lapse_silent(by=by, at=AT + SILENT_FOR + timedelta(hours=1))


DOINGS: dict[Act, Doing] = {
    Act.DESK_CALL_OPENED: Doing(Duty.CONTACT, _call),
    Act.DESK_CASE_TAKEN: Doing(Duty.CONTACT, _take),
    Act.DESK_CASE_HANDED_BACK: Doing(Duty.CONTACT, _hand_back),
    Act.DESK_CASE_ANSWERED: Doing(Duty.CONTACT, _answer),
    Act.DESK_ASKED_BACK: Doing(Duty.CONTACT, _ask_back),
    Act.DESK_CALL_NOTED: Doing(Duty.CONTACT, _note),
    Act.DESK_CASE_LAPSED: Doing(Duty.CONTACT, _lapse),
}
