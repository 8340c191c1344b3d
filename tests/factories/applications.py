"""申請: through the real acts, with complete contents for every kind."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import count

from ccus.domain.accounts.officers import OfficerMe
from ccus.domain.applications.actions.applicants import ask_for_login
from ccus.domain.applications.actions.drafts import open_application, save_section
from ccus.domain.applications.actions.filing import submit, waive_fee
from ccus.domain.applications.actions.review import take
from ccus.domain.applications.actions.suspects import compare_suspect, say_other_person
from ccus.domain.applications.contents import DraftRow, draft_json
from ccus.domain.applications.models import Applicant, Application, DraftSection
from ccus.domain.applications.policies import filer_of
from ccus.domain.applications.terms import ApplicationKind, State
from ccus.domain.audit.models import Event
from ccus.domain.audit.terms import SYSTEM, Act, Actor, ActorKind
from ccus.domain.evidence.images import Picture, clean
from ccus.domain.evidence.models import Evidence
from ccus.domain.evidence.terms import Purpose
from ccus.domain.features.actions import set_opening
from ccus.domain.features.terms import Feature
from ccus.domain.workers.models import RegistrationGrade, Worker
from ccus.domain.workers.terms import Grade
from tests.factories import accounts, cards, codes, firms, seats, workers
from tests.factories.evidence import photo
from tests.factories.facts import BEGAN, RECORDED_AT
from tests.factories.officers import officer

AT = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
"""Noon in Tokyo: where the clock of the tests stands."""
Typed = dict[str, dict[str, str]]
"""Section → what is typed into its only row."""

ADDRESS = {"postcode": "105-0001", "prefecture": "13", "town": "港区虎ノ門", "street": "1丁目2番3号"}
NAME = {
    "official": "山田 花子",
    "official_source": "driving_licence",
    "kana": "やまだ はなこ",
    "kana_source": "own_word",
}
CONTACT = {**ADDRESS, "phone": "090-1234-5678", "mail": "hanako@example.jp"}
EMERGENCY = {"person": "山田 太郎", "relation": "父", "phone": "090-8765-4321"}
INSURANCE = {"health": "not_joined", "pension": "not_joined", "employment": "exempt"}
DELIVERY = {"place": "contact"}
_SEEN = Purpose.PORTRAIT, Purpose.IDENTITY, Purpose.CERTIFICATE
_picture = cache(lambda purpose: clean(photo(600, 800), purpose))


def image(by: Actor, purpose: Purpose = Purpose.CERTIFICATE) -> str:
    """The key of an image that `by` uploaded; cleaned once a run."""
    picture: Picture = _picture(purpose)
    held = Evidence.objects.create(
        purpose=purpose,
        owner=str(by),
        content=picture.content,
        preview=picture.preview,
        width=picture.width,
        height=picture.height,
        sha256=bytes(32),
        uploaded_at=AT - timedelta(hours=1),
    )
    return str(held.key)


def core_typed(by: Actor) -> dict[str, str]:
    return {
        "qualification": "C0001",
        "number": "第1234号",
        "acquired": "2025-03-31",
        "expires": "2030-03-31",
        "image": image(by),
    }


def registration_typed(by: Actor, grade: Grade = Grade.SIMPLE) -> Typed:
    """A whole registration of 山田 花子."""
    typed: Typed = {
        "name": NAME,
        "birth": {"birth_on": "1995-05-05"},
        "status": {"sex": "female", "nationality": "JP"},
        "blood": {"group": "a", "rhesus": "plus"},
        "contact": CONTACT,
        "emergency": EMERGENCY,
        "photo": {"image": image(by, Purpose.PORTRAIT)},
        "identity": {"kind": "driving_licence", "front": image(by, Purpose.IDENTITY)},
        "trades": {"trade_1": codes.REBAR, "trade_2": codes.CARPENTER},
        "experience": {"years": "8", "text": "鉄筋の加工と組立て"},
        "insurance": INSURANCE,
        "retirement": {},
        "delivery": DELIVERY,
        "consent": {"terms": "1", "privacy": "1"},
    }
    if grade is Grade.DETAILED:
        typed |= {
            "health": {"checked": "2026-05-01", "systolic": "120", "diastolic": "80"},
            "core": core_typed(by),
        }
    return typed


def company_typed(by: Actor, form: str = "corporate") -> Typed:
    """A whole registration of 足場建設."""
    typed: Typed = {
        **firms.TYPED,
        "proofs": {"kind": "company_register", "image": image(by)},
        "consent": {"terms": "1", "privacy": "1"},
    }
    if form == "corporate":
        return typed
    identity = {**typed["identity"], "form": form, "corporate_number": "", "representative_title": ""}
    return {**typed, "identity": identity, "capital": {}}


def typed_for(kind: ApplicationKind, by: Actor, grade: Grade = Grade.SIMPLE) -> Typed:
    """Complete contents of every kind; a change adds a training and a contact."""
    return {
        ApplicationKind.REGISTRATION: lambda: registration_typed(by, grade),
        ApplicationKind.CHANGE: lambda: {"contact": CONTACT},
        ApplicationKind.UPGRADE: lambda: {"health": {"checked": "2026-05-01"}},
        ApplicationKind.COLOUR_CHANGE: lambda: {"core": core_typed(by), "delivery": DELIVERY},
        ApplicationKind.REISSUE: lambda: {"reason": {"reason": "lost"}, "delivery": DELIVERY},
        ApplicationKind.RENEWAL: lambda: {
            "identity": {"kind": "driving_licence", "front": image(by, Purpose.IDENTITY)},
            "delivery": DELIVERY,
        },
        ApplicationKind.WITHDRAWAL: lambda: {"leaving": {"confirmed": "1"}},
        ApplicationKind.COMPANY_REGISTRATION: lambda: company_typed(by),
        ApplicationKind.COMPANY_CHANGE: lambda: {"responsible": firms.TYPED["responsible"]},
        ApplicationKind.COMPANY_RENEWAL: lambda: {"confirmed": {"confirmed": "1"}},
    }[kind]()


_nth = count(1)


def applicant(mail: str | None = None, *, is_for_company: bool = False) -> Applicant:
    """Somebody new: an address and a フリガナ are one applicant's (PUB-08)."""
    address = mail or f"hanako{next(_nth)}@example.jp"
    return ask_for_login(
        name="山田 花子", kana="やまだ はなこ", mail=address, is_for_company=is_for_company, by=SYSTEM, at=AT
    )


def worker_with_card(
    grade: Grade = Grade.DETAILED, *, issued_at: datetime = RECORDED_AT, expires_on: date = date(2029, 4, 1)
) -> Worker:
    """A worker who may file every kind: account, card, grade, and every switch open."""
    person = workers.worker(account=accounts.account())
    held = cards.card(worker=person, issued_at=issued_at, expires_on=expires_on).worker
    RegistrationGrade.objects.create(
        worker=held, grade=grade, valid_from=BEGAN, recorded_at=RECORDED_AT, recorded_by="system:0"
    )
    for feature in (Feature.RENEWAL, Feature.WITHDRAWAL):
        set_opening(feature=feature, opens_on=BEGAN, by=SYSTEM, at=AT)
    return held


def row(typed: Mapping[str, str], key: str = "1") -> DraftRow:
    return DraftRow(key, dict(typed))


def write(case: Application, typed: Typed, *, by: Actor, at: datetime = AT) -> None:
    """Save each section once more, whatever version it has."""
    present = dict(case.draft.values_list("section", "version"))
    for section, raw in typed.items():
        version = present.get(section, 0)
        save_section(number=case.number, section=section, rows=[row(raw)], version=version, by=by, at=at)


def begin(case: Application, typed: Typed, *, by: Actor, at: datetime = AT) -> None:
    """Each section of an empty draft, as `write` leaves them: one by one they are half of a story's work."""
    DraftSection.objects.bulk_create(
        DraftSection(application=case, section=section, rows=draft_json([row(raw)]), saved_at=at)
        for section, raw in typed.items()
    )
    said = {"act": Act.APPLICATION_SAVED, "actor_kind": by.kind, "actor_id": by.id, "at": at}
    Event.objects.bulk_create(
        Event(subject_kind="application", subject_id=case.pk, detail={"section": section}, **said)
        for section in typed
    )


def opened(
    kind: ApplicationKind, *, worker: Worker | None = None, grade: Grade = Grade.SIMPLE
) -> Application:
    """An empty draft of a new applicant, of `worker`, or of a company that may be renewed."""
    if kind in {ApplicationKind.COMPANY_CHANGE, ApplicationKind.COMPANY_RENEWAL}:
        company = firms.registered(at=AT.replace(year=2022, day=1, month=4))
        by = seats.actor_of(seats.seat(company))
        return open_application(kind=kind, company=company.pk, by=by, at=AT)
    if kind.is_first and worker is None:
        person = applicant(is_for_company=kind is ApplicationKind.COMPANY_REGISTRATION)
        by = Actor(ActorKind.APPLICANT, person.pk)
        chosen = grade if kind is ApplicationKind.REGISTRATION else None
        return open_application(kind=kind, grade=chosen, applicant=person.pk, by=by, at=AT)
    if worker is None and kind is ApplicationKind.RENEWAL:
        worker = worker_with_card(expires_on=date(2027, 4, 1))
    if worker is None:
        worker = worker_with_card(Grade.SIMPLE if kind is ApplicationKind.UPGRADE else Grade.DETAILED)
    return open_application(kind=kind, worker=worker.pk, by=Actor(ActorKind.WORKER, worker.pk), at=AT)


def drafted(
    kind: ApplicationKind = ApplicationKind.REGISTRATION,
    *,
    worker: Worker | None = None,
    grade: Grade = Grade.SIMPLE,
    typed: Typed | None = None,
) -> Application:
    """A complete draft; `typed` instead of the complete contents of the kind."""
    case = opened(kind, worker=worker, grade=grade)
    by = filer_of(case)
    begin(case, typed if typed is not None else typed_for(kind, by, grade), by=by)
    return fresh(case)


def submitted(
    kind: ApplicationKind = ApplicationKind.REGISTRATION,
    *,
    worker: Worker | None = None,
    grade: Grade = Grade.SIMPLE,
    typed: Typed | None = None,
    is_settled: bool = True,
) -> Application:
    """In the queue; with `is_settled=False` a fee is still due."""
    case = drafted(kind, worker=worker, grade=grade, typed=typed)
    submit(number=case.number, by=filer_of(case), at=AT)
    case = fresh(case)
    if is_settled and case.state == State.FEE_DUE:
        waive_fee(number=case.number, note="試験のため", by=SYSTEM, at=AT)
    return fresh(case)


def in_review(
    kind: ApplicationKind = ApplicationKind.REGISTRATION,
    *,
    worker: Worker | None = None,
    grade: Grade = Grade.SIMPLE,
    typed: Typed | None = None,
    by: OfficerMe | None = None,
) -> Application:
    """In the hand of an officer: `by`, or a new one."""
    return take_in_hand(submitted(kind, worker=worker, grade=grade, typed=typed), by)


def take_in_hand(case: Application, by: OfficerMe | None = None) -> Application:
    """The case in the hand of an officer, whatever fee is due."""
    if case.state == State.FEE_DUE:
        waive_fee(number=case.number, note="試験のため", by=SYSTEM, at=AT)
    take(number=case.number, by=(by or officer()).actor, at=AT)
    return fresh(case)


def found_different(case: Application, other: str) -> Application:
    """The officer compared the suspect of this number with whoever filed, and said that they are two people."""
    by, words = reviewer(case), "本人確認書類の番号が違う"
    compare_suspect(number=case.number, other=other, reason="重複の確認", by=by, at=AT)
    say_other_person(number=case.number, other=other, words=words, by=by, at=AT)
    return case


def reviewer(case: Application) -> Actor:
    """The officer who has the case in hand."""
    return Actor(ActorKind.OPERATOR, case.hold.officer_id)


def fresh(case: Application) -> Application:
    """The case as it stands now."""
    return Application.objects.get(pk=case.pk)
