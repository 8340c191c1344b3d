"""Questions of the standing cast to the contact centre."""

from datetime import date, datetime

from ccus.domain.accounts.terms import Duty
from ccus.domain.applications.terms import EnquiryReason
from ccus.domain.audit.terms import Actor
from ccus.domain.desk.actions.asking import open_case
from ccus.domain.desk.actions.calls import Caller, open_for_caller
from ccus.domain.desk.actions.handling import answer_case, ask_back, take_case
from ccus.domain.desk.models import DeskCase
from ccus.domain.desk.replying import Reply
from ccus.domain.desk.terms import Channel, State, Subject
from tests.factories.officers import officer
from tests.factories.personas import Cast, person

ASKS = "きのうカードを当てました。\nなぜ数えられないのですか。"
SAYS = "作業員名簿にのっていませんでした。会社に頼んでください。"
REPLY = Reply(SAYS)


def centre() -> Actor:
    """An officer of the contact centre."""
    return officer(Duty.CONTACT, name="藤井 健").actor


def asked(
    cast: Cast, at: datetime, subject: Subject = Subject.DAYS, on: date | None = None, words: str = ASKS
) -> DeskCase:
    """建設 未来 asks."""
    return open_case(subject=subject, words=words, on=on, by=person(cast.mirai), at=at)


def taken(cast: Cast, at: datetime, by: Actor) -> DeskCase:
    """建設 未来 asked, and the officer has the case."""
    case = asked(cast, at)
    take_case(case=case, by=by, at=at)
    return case


def answered(cast: Cast, at: datetime, by: Actor, reply: Reply = REPLY) -> DeskCase:
    """… and answered."""
    case = taken(cast, at, by)
    answer_case(case=case, reply=reply, by=by, at=at)
    return case


def asked_back(cast: Cast, at: datetime, by: Actor) -> DeskCase:
    """… and asked back."""
    case = taken(cast, at, by)
    ask_back(case=case, reply=Reply("何時ごろでしたか。"), by=by, at=at)
    return case


def called(
    at: datetime, by: Actor, *, worker: str = "", company: str = "", subject: Subject = Subject.OTHER
) -> DeskCase:
    """Somebody telephones."""
    caller = Caller(Channel.PHONE, EnquiryReason.WORKER_ASKED, "", worker, company)
    return open_for_caller(caller=caller, subject=subject, words="電話で聞きました。", by=by, at=at)


def state(case: DeskCase) -> State:
    """As it stands now."""
    return State(DeskCase.objects.get(pk=case.pk).state)
