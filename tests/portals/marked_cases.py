"""刻印の申請: the marked worker's applications, and those of a marked applicant who has no 技能者ID yet."""

from dataclasses import dataclass

from ccus.domain.accounts.models import User
from ccus.domain.applications.actions.applicants import ask_for_login
from ccus.domain.applications.actions.drafts import open_application
from ccus.domain.applications.actions.filing import submit, waive_fee
from ccus.domain.applications.models import Applicant, Application
from ccus.domain.applications.terms import ApplicationKind, State
from ccus.domain.audit.terms import SYSTEM, Actor, ActorKind
from ccus.domain.evidence.models import Evidence
from ccus.domain.notices.actions import notify
from ccus.domain.workers.terms import Grade
from tests.factories.applications import AT, core_typed, drafted, fresh, registration_typed, submitted, write
from tests.factories.marked import Marked, marked_worker

APPLICANT = ("刻申", "コクシン", "kokushin@", "+819077770009", "09077770009", "090-7777-0009")
CHANGE = ("刻変",)
NOTICE = ("刻知",)
_PHONE = "090-7777-0009"


@dataclass(frozen=True, slots=True)
class Everything:
    """Whoever is marked, the numbers of their applications and the keys of their images."""

    marked: Marked
    applicant: Applicant
    numbers: tuple[str, ...]
    submitted: tuple[str, ...]
    images: tuple[str, ...]

    @property
    def addressees(self) -> set[str]:
        """Addresses to which mail about the marked may go."""
        return {"kokuin-mail@example.jp", "kokushin@example.jp"}


def everything() -> Everything:
    """The marked worker with a submitted change, a draft and a notice; the marked applicant with a registration."""
    marked = marked_worker()
    change = submitted(ApplicationKind.CHANGE, worker=marked.worker, typed={"contact": _contact()})
    me = Actor(ActorKind.WORKER, marked.worker.pk)
    core = core_typed(me) | {"number": "刻変番号"}
    draft = drafted(ApplicationKind.COLOUR_CHANGE, worker=marked.worker, typed={"core": core})
    account = marked.account.pk
    notify(account=account, kind="general", title="刻知の題", body="刻知の文", source="marked", at=AT)
    applicant, registration = _registration()
    handed = Evidence.objects.filter(owner__startswith="applicant:", purpose="identity")
    images = (*marked.pictures[:2], *handed.values_list("key", flat=True))
    numbers = (change.number, draft.number, registration.number)
    handed_in = (change.number, registration.number)
    return Everything(marked, applicant, numbers, handed_in, tuple(map(str, images)))


def _contact() -> dict[str, str]:
    return {
        "postcode": "105-0001",
        "prefecture": "13",
        "town": "刻変町",
        "street": "刻変番地",
        "phone": "090-1234-5678",
        "mail": "",
    }


def _registration() -> tuple[Applicant, Application]:
    mail = "kokushin@example.jp"
    applicant = ask_for_login(name="刻申 花子", kana="コクシン ハナコ", mail=mail, by=SYSTEM, at=AT)
    by = Actor(ActorKind.APPLICANT, applicant.pk)
    kind = ApplicationKind.REGISTRATION
    case = open_application(kind=kind, grade=Grade.SIMPLE, applicant=applicant.pk, by=by, at=AT)
    typed = registration_typed(by)
    typed["name"] = typed["name"] | {"official": "刻申 花子", "kana": "コクシン ハナコ"}
    typed["contact"] = typed["contact"] | {"town": "刻申町", "phone": _PHONE, "mail": mail}
    typed["emergency"] = typed["emergency"] | {"person": "刻申 父"}
    typed["experience"] = typed["experience"] | {"text": "刻申の経験"}
    write(case, typed, by=by)
    submit(number=case.number, by=by, at=AT)
    if fresh(case).state == State.FEE_DUE:
        waive_fee(number=case.number, note="試験のため", by=SYSTEM, at=AT)
    return applicant, fresh(case)


def settle(account: User) -> User:
    """The account as if its initial password had been changed: the pages open."""
    account.initial_password_until = None
    account.save(update_fields=["initial_password_until"])
    return account
