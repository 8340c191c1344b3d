"""お問い合わせの係: enquiries, callers, looks."""

from datetime import timedelta

from ccus.domain.accounts.officers import OfficerMe
from ccus.domain.accounts.terms import Duty
from ccus.domain.applications.actions.callers import (
    file_reissue_for_caller,
    report_found_for_caller,
    report_loss_for_caller,
)
from ccus.domain.applications.actions.enquiries import Wanted, look_up, open_record
from ccus.domain.applications.terms import Confirmed, EnquiryReason
from ccus.domain.audit.terms import SYSTEM, Act
from ccus.domain.looks.actions import cases
from ccus.domain.looks.actions.questions import answer_for_good
from ccus.domain.looks.terms import Verdict
from ccus.domain.searching.actions import end_stop, stop_searching
from tests.domain.looks.asking import office_asked
from tests.domain.looks.poaching import opened_case, proposed_stop, taken_case
from tests.domain.office.doings.doing import Deed, Doing
from tests.factories import applications as made
from tests.factories import companies
from tests.factories.personas import standing_cast

AT = made.AT
WHY = EnquiryReason.WORKER_ASKED
TYPED = {"reason": "damaged", "place": "contact"}


def _look_up(_: OfficerMe) -> Deed:
    wanted = Wanted(number=made.worker_with_card().number)
    return lambda by: look_up(wanted=wanted, reason=WHY, note="", by=by, at=AT)


def _record(_: OfficerMe) -> Deed:
    number = made.worker_with_card().number
    return lambda by: open_record(number=number, reason=WHY, note="", by=by, at=AT)


def _enquiry(one: OfficerMe) -> int:
    return open_record(number=made.worker_with_card().number, reason=WHY, note="", by=one.actor, at=AT)


def _loss(one: OfficerMe) -> Deed:
    enquiry = _enquiry(one)
    return lambda by: report_loss_for_caller(enquiry=enquiry, serial=1, by=by, at=AT)


def _finding(one: OfficerMe) -> Deed:
    enquiry = _enquiry(one)
    report_loss_for_caller(enquiry=enquiry, serial=1, by=one.actor, at=AT)
    known = Confirmed.CALLED_BACK
    return lambda by: report_found_for_caller(enquiry=enquiry, serial=1, confirmed=known, by=by, at=AT)


def _reissue(one: OfficerMe) -> Deed:
    enquiry, known = _enquiry(one), Confirmed.CALLED_BACK
    return lambda by: file_reissue_for_caller(enquiry=enquiry, confirmed=known, typed=TYPED, by=by, at=AT)


def _answer(_: OfficerMe) -> Deed:
    question = office_asked(standing_cast(), AT)
    return lambda by: answer_for_good(question=question, words="調べました。", by=by, at=AT)


def _take(_: OfficerMe) -> Deed:
    case = opened_case(AT)
    return lambda by: cases.take_case(case=case, by=by, at=AT)


def _hand_back(one: OfficerMe) -> Deed:
    case = taken_case(AT, one.actor)
    return lambda by: cases.hand_back_case(case=case, by=by, at=AT)


def _ask(one: OfficerMe) -> Deed:
    case = taken_case(AT, one.actor)
    return lambda by: cases.ask_company(case=case, words="なぜですか。", by=by, at=AT)


def _judge(one: OfficerMe) -> Deed:
    case = taken_case(AT, one.actor)
    return lambda by: cases.close_case(case=case, verdict=Verdict.FINE, words="採用の面接。", by=by, at=AT)


def _confirm(one: OfficerMe) -> Deed:
    case = proposed_stop(AT, one.actor)
    return lambda by: cases.confirm_stop(case=case, by=by, at=AT)


def _decline(one: OfficerMe) -> Deed:
    case = proposed_stop(AT, one.actor)
    return lambda by: cases.decline_stop(case=case, by=by, at=AT)


def _end_stop(_: OfficerMe) -> Deed:
    company = companies.company()
    stop_searching(company=company, until_on=AT.date() + timedelta(days=9), by=SYSTEM, at=AT)
    return lambda by: end_stop(company=company, by=by, at=AT + timedelta(days=1))


DOINGS: dict[Act, Doing] = {
    Act.WORKERS_LOOKED_UP: Doing(Duty.CONTACT, _look_up),
    Act.ENQUIRY_RECORDED: Doing(Duty.CONTACT, _record),
    Act.CALLER_LOST_CARD: Doing(Duty.CONTACT, _loss),
    Act.CALLER_FOUND_CARD: Doing(Duty.CONTACT, _finding),
    Act.REISSUE_FILED_FOR_CALLER: Doing(Duty.CONTACT, _reissue),
    Act.LOOK_ANSWERED_FOR_GOOD: Doing(Duty.CONTACT, _answer),
    Act.LOOK_CASE_TAKEN: Doing(Duty.CONTACT, _take),
    Act.LOOK_CASE_HANDED_BACK: Doing(Duty.CONTACT, _hand_back),
    Act.LOOK_CASE_ASKED: Doing(Duty.CONTACT, _ask),
    Act.LOOK_CASE_JUDGED: Doing(Duty.CONTACT, _judge),
    Act.LOOK_STOP_CONFIRMED: Doing(Duty.CONTACT, _confirm),
    Act.LOOK_STOP_DECLINED: Doing(Duty.CONTACT, _decline),
    Act.SEARCH_STOPPED: Doing(Duty.CONTACT, _confirm),
    Act.SEARCH_STOP_ENDED: Doing(Duty.CONTACT, _end_stop),
}
