"""審査の係."""

from ccus.domain.accounts.officers import OfficerMe
from ccus.domain.accounts.terms import Duty
from ccus.domain.applications.actions import review
from ccus.domain.applications.actions.approval import approve
from ccus.domain.applications.actions.drafts import choose_grade, open_application, save_section
from ccus.domain.applications.actions.filing import note_known_person, submit, withdraw_application
from ccus.domain.applications.actions.looking import open_case, open_case_image
from ccus.domain.applications.actions.suspects import (
    compare_suspect,
    say_other_person,
    take_back_other_person,
)
from ccus.domain.applications.models import Application, Finding
from ccus.domain.applications.terms import ApplicationKind
from ccus.domain.audit.terms import SYSTEM, Act
from ccus.domain.companies.actions.agents import end_agent, mark_agent
from ccus.domain.disclosure.reading import workers_as_seen_by
from ccus.domain.disclosure.terms import Purpose
from ccus.domain.evidence.models import Evidence
from ccus.domain.office.actions.merging import approve_compared
from ccus.domain.workers.actions import same_person as same
from ccus.domain.workers.models import SamePersonProposal, Worker
from ccus.domain.workers.terms import Grade, Item
from ccus.foundation.clock import now
from tests.domain.office.doings.doing import Deed, Doing
from tests.factories import applications as made
from tests.factories import companies, mandates, workers

AT = made.AT
SEEN = "本人確認書類の番号が同じ"


def _case(one: OfficerMe) -> Application:
    return made.in_review(ApplicationKind.CHANGE, by=one)


def _of_case(act: object, **values: object) -> Doing:
    """An act of the officer who has the case in hand."""
    return Doing(Duty.REVIEW, lambda one: _by(act, number=_case(one).number, **values))


def _by(act: object, **values: object) -> Deed:
    assert callable(act)
    return lambda by: act(**{"at": AT, **values}, by=by)


def _take(_: OfficerMe) -> Deed:
    return _by(review.take, number=made.submitted(ApplicationKind.CHANGE).number)


def _found(one: OfficerMe) -> tuple[Application, int]:
    case = _case(one)
    review.add_finding(number=case.number, code="X99", by=one.actor, at=AT)
    return case, Finding.objects.get().pk


def _drop(one: OfficerMe) -> Deed:
    case, finding = _found(one)
    return _by(review.drop_finding, number=case.number, finding=finding)


def _return(one: OfficerMe) -> Deed:
    return _by(review.return_to_applicant, number=_found(one)[0].number)


def _open_case(one: OfficerMe) -> Deed:
    return _by(open_case, number=made.in_review(by=one).number)


def _image(one: OfficerMe) -> Deed:
    case = made.in_review(by=one)
    return _by(open_case_image, number=case.number, key=Evidence.objects.latest("pk").key)


def _suspects(one: OfficerMe) -> dict[str, str]:
    twin = workers.worker(birth_on=AT.date().replace(1995, 5, 5), name__kana="ヤマダ ハナコ")
    return {"number": made.in_review(by=one).number, "other": twin.number}


def _compare(one: OfficerMe) -> Deed:
    return _by(compare_suspect, **_suspects(one), reason="重複の確認")


def _other_person(one: OfficerMe) -> Deed:
    pair = _suspects(one)
    compare_suspect(**pair, reason="重複の確認", by=one.actor, at=AT)
    return _by(say_other_person, **pair, words="顔写真がちがう")


def _taken_back(one: OfficerMe) -> Deed:
    pair = _suspects(one)
    compare_suspect(**pair, reason="重複の確認", by=one.actor, at=AT)
    say_other_person(**pair, words="顔写真がちがう", by=one.actor, at=AT)
    return _by(take_back_other_person, **pair)


def _draft() -> Application:
    return made.drafted(ApplicationKind.CHANGE)


def _open(_: OfficerMe) -> Deed:
    return _by(open_application, kind=ApplicationKind.CHANGE, worker=made.worker_with_card().pk)


def _grade(_: OfficerMe) -> Deed:
    return _by(choose_grade, number=made.opened(ApplicationKind.REGISTRATION).number, grade=Grade.DETAILED)


def _save(_: OfficerMe) -> Deed:
    rows = [made.row(made.CONTACT)]
    case = made.opened(ApplicationKind.CHANGE)
    return _by(save_section, number=case.number, section="contact", rows=rows, version=0)


def _submit(_: OfficerMe) -> Deed:
    return _by(submit, number=_draft().number)


def _known(_: OfficerMe) -> Deed:
    workers.worker(
        birth_on=AT.date().replace(1995, 5, 5), name__official="山田 花子", name__kana="ヤマダ ハナコ"
    )
    return _by(note_known_person, number=made.drafted().number)


def _withdraw(_: OfficerMe) -> Deed:
    return _by(withdraw_application, number=_draft().number)


def _twins() -> tuple[Worker, Worker]:
    return workers.worker(), workers.worker()


def _propose(_: OfficerMe) -> Deed:
    worker, main = _twins()
    return _by(same.propose_merge, worker=worker, main=main, words=SEEN)


def _proposal(one: OfficerMe) -> SamePersonProposal:
    worker, main = _twins()
    return same.propose_merge(worker=worker, main=main, words=SEEN, by=one.actor, at=AT)


def _compared(second: OfficerMe) -> None:
    said = SamePersonProposal.objects.latest("pk")
    workers_as_seen_by(
        second.actor,
        [said.worker_id, said.main_id],
        purpose=Purpose.SAME_PERSON,
        reason="提案の確認",
        at=now(),
        items=[Item.NAME],
    )


def _refuse(one: OfficerMe) -> Deed:
    return _by(same.refuse_same_person, proposal=_proposal(one), words="兄弟", is_different=True)


def _different(_: OfficerMe) -> Deed:
    worker, other = _twins()
    return _by(same.find_different, worker=worker, other=other, words="兄弟")


def _again(_: OfficerMe) -> Deed:
    worker, other = _twins()
    same.find_different(worker=worker, other=other, words="兄弟", by=SYSTEM, at=AT)
    return _by(same.suspect_again, worker=worker, other=other)


def _mark(_: OfficerMe) -> Deed:
    return _by(mark_agent, company=companies.company(), number="12345678", from_on=AT.date())


def _end(_: OfficerMe) -> Deed:
    return _by(end_agent, licence=mandates.licence(companies.company()))


_mend = {"section": "contact", "row": "1", "field": "street", "raw": "9-9", "comment": "書きまちがい"}
DOINGS: dict[Act, Doing] = {
    Act.APPLICATION_TAKEN: Doing(Duty.REVIEW, _take),
    Act.APPLICATION_RELEASED: _of_case(review.release),
    Act.CASE_OPENED: Doing(Duty.REVIEW, _open_case),
    Act.CASE_IMAGE_OPENED: Doing(Duty.REVIEW, _image),
    Act.FINDING_ADDED: _of_case(review.add_finding, code="X99"),
    Act.FINDING_DROPPED: Doing(Duty.REVIEW, _drop),
    Act.APPLICATION_RETURNED: Doing(Duty.REVIEW, _return),
    Act.APPLICATION_CORRECTED: _of_case(review.correct, **_mend),
    Act.APPLICATION_REJECTED: _of_case(review.reject, reason="別の方の申請"),
    Act.APPLICATION_APPROVED: _of_case(approve),
    Act.SUSPECT_COMPARED: Doing(Duty.REVIEW, _compare),
    Act.OTHER_PERSON_SAID: Doing(Duty.REVIEW, _other_person),
    Act.OTHER_PERSON_TAKEN_BACK: Doing(Duty.REVIEW, _taken_back),
    Act.APPLICATION_OPENED: Doing(Duty.REVIEW, _open),
    Act.APPLICATION_GRADE_CHOSEN: Doing(Duty.REVIEW, _grade),
    Act.APPLICATION_SAVED: Doing(Duty.REVIEW, _save),
    Act.APPLICATION_SUBMITTED: Doing(Duty.REVIEW, _submit),
    Act.PERSON_FOUND_REGISTERED: Doing(Duty.REVIEW, _known),
    Act.APPLICATION_WITHDRAWN: Doing(Duty.REVIEW, _withdraw),
    Act.SAME_PERSON_PROPOSED: Doing(Duty.REVIEW, _propose),
    Act.SAME_PERSON_APPROVED: Doing(
        Duty.REVIEW, lambda one: _by(approve_compared, proposal=_proposal(one)), _compared
    ),
    Act.SAME_PERSON_REFUSED: Doing(Duty.REVIEW, _refuse),
    Act.FOUND_DIFFERENT: Doing(Duty.REVIEW, _different),
    Act.SUSPECTED_AGAIN: Doing(Duty.REVIEW, _again),
    Act.AGENT_MARKED: Doing(Duty.REVIEW, _mark),
    Act.AGENT_ENDED: Doing(Duty.REVIEW, _end),
}
