"""だれが、いつ: who may act on an application, and in which state."""

from datetime import datetime

from django.db.models import Q, QuerySet

from ccus.domain.accounts.officers import require_duty
from ccus.domain.accounts.terms import Duty
from ccus.domain.applications.models import Application, CaseProxy, ReviewHold
from ccus.domain.applications.rules import HOLD_LASTS
from ccus.domain.applications.terms import CLOSED, ENTRUSTABLE, ApplicationKind, State
from ccus.domain.audit.policies import NotAllowed, require_own
from ccus.domain.audit.terms import Actor, ActorKind
from ccus.domain.companies.models import Seat
from ccus.domain.companies.policies import company_of, stands_for
from ccus.domain.companies.terms import Power, Role
from ccus.domain.features.reading import is_open
from ccus.domain.features.terms import Feature
from ccus.domain.fees.policies import held_charge
from ccus.domain.proxies.policies import acting_for, files_as, mandate_over
from ccus.foundation.clock import JST, day_of
from ccus.foundation.refusals import Refusal

_OF_CALLERS = frozenset({ApplicationKind.REISSUE})
"""What the contact centre files for a caller (CARD-24)."""
_BEHIND_A_SWITCH = {
    ApplicationKind.RENEWAL: Feature.RENEWAL,
    ApplicationKind.WITHDRAWAL: Feature.WITHDRAWAL,
}


class ApplicationUnknown(Refusal):
    """申請なし: there is no application of this number."""


class NotNow(Refusal):
    """今はできない: the state of the application does not allow it (APP-02)."""


class AlreadySubmitted(NotNow):
    """提出済み: it was submitted before, by a second press or on another device (APP-02)."""


class AlreadyClosed(NotNow):
    """終わった申請: approved, rejected or withdrawn (APP-02)."""


class TakenByAnother(Refusal):
    """ほかの係員が担当中 (APP-09)."""


class NotTaken(Refusal):
    """担当していない: the case must be taken first (APP-09)."""


class HoldRanOut(NotTaken):
    """担当の時間切れ: a decision needs the case in hand now (APP-09)."""


class OwnFiling(NotAllowed):
    """自分で提出した申請: who filed for somebody does not decide (EYES-09)."""


class FeeOpen(Refusal):
    """未収に戻った料金: its payment was taken back meanwhile (EYES-11)."""


class NotEntrusted(Refusal):
    """まかされていない申請 of a client (PROXY-08)."""


class NotOpenYet(Refusal):
    """準備中の手続き (APP-19)."""


def own_applications(by: Actor) -> Q:
    """The applications that are an actor's own: also those from before there was a 技能者ID, and those of the
    company for which the account may file (REG-27). Of whoever files for a worker, those that were entrusted
    (PROXY-08).
    """
    if by.client is not None:
        return Q(worker=by.client, proxies__company=company_of(by), kind__in=sorted(ENTRUSTABLE))
    if by.kind is ActorKind.WORKER:
        return Q(worker=by.id) | Q(applicant__worker=by.id) | Q(company__in=_of_worker(by))
    if by.kind in {ActorKind.SEAT, ActorKind.COMPANY}:
        company = company_of(by)
        return Q(company=company) if company and may_file_for(by, company) else Q(pk__in=[])
    if by.kind is ActorKind.APPLICANT:
        return Q(applicant=by.id)
    return Q(pk__in=[])


def held(number: str) -> Application:
    """The application, locked until the end of the transaction. Raises `ApplicationUnknown`."""
    locked = Application.objects.select_for_update(no_key=True, of=("self",))
    case = locked.select_related("worker", "applicant", "company").filter(number=number).first()
    if case is None:
        raise ApplicationUnknown(
            f"申請番号{number}の申請は見つかりません。申請の一覧から、もう一度選んでください。"
        )
    return case


def require_filer(case: Application, by: Actor, *, at: datetime) -> Actor:
    """Refuse everybody but whoever files, a company with a mandate of the worker, the review of the office, and its
    contact centre for a caller (CARD-24).

    Returns who acts: of a company that files for a worker with the worker's name beside (PROXY-06). Raises
    `MandateOver`.
    """
    if by.kind is ActorKind.OPERATOR:
        require_duty(by, Duty.CONTACT if case.kind in _OF_CALLERS else Duty.REVIEW)
        return by
    if case.company_id is not None and may_file_for(by, case.company_id):
        return by
    if case.worker_id is not None and files_as(by) is not None:
        return _for_client(case, case.worker_id, by, at=at)
    require_own(by, filer_of(case), who="申請した方")
    return by


def is_entrusted(case: Application, company: int | None) -> bool:
    """Whether the company (key) opened the application for the worker, or was given it (PROXY-08)."""
    return CaseProxy.objects.filter(application=case, company=company).exists()


def require_entrusted(case: Application, by: Actor) -> None:
    """Refuse a company an application of its client that it neither opened nor was given (PROXY-08)."""
    if by.client is not None and not is_entrusted(case, files_as(by)):
        raise NotEntrusted(
            f"「{ApplicationKind(case.kind).label}」の申請は、本人かほかの方が進めています。"
            "本人に、その申請の画面で「代行にまかせる」を押してもらってください。"
        )


def _for_client(case: Application, worker: int, by: Actor, *, at: datetime) -> Actor:
    """Whoever files for a worker, kind by kind (PROXY-05) and case by case (PROXY-08)."""
    acting = acting_for(worker, by, at=at)
    is_own = not case.number or is_entrusted(case, files_as(by))
    if acting is None and is_own:
        raise mandate_over()
    if acting is None or not is_own or ApplicationKind(case.kind) not in ENTRUSTABLE:
        raise NotAllowed("この申請は、代行ではできません。技能者本人に、自分でしてもらってください。")
    return acting


def may_file_for(by: Actor, company: int) -> bool:
    """Whether somebody may file for a company (key): its accounts with 事業者情報の申請, a 一人親方 (REG-27)."""
    if by.kind is ActorKind.WORKER:
        return company in set(_of_worker(by))
    return stands_for(by, company, Power.COMPANY_DATA)


def _of_worker(by: Actor) -> "QuerySet[Seat, int]":
    """The companies of which a worker is the 事業者責任者."""
    chiefs = Seat.objects.filter(account__worker=by.id, role=Role.CHIEF, closed_at=None)
    return chiefs.values_list("company", flat=True)


def filer_of(case: Application) -> Actor:
    """Whom the application is about: the company, the worker, or the applicant. Images are theirs."""
    if case.company_id is not None:
        return Actor(ActorKind.COMPANY, case.company_id)
    if case.worker_id is not None:
        return Actor(ActorKind.WORKER, case.worker_id)
    return Actor(ActorKind.APPLICANT, case.applicant_id or 0)


def require_state(case: Application, *allowed: State, doing: str) -> None:
    """Refuse what the state does not allow; `doing` says it in Japanese (提出, 取下げ …)."""
    state = State(case.state)
    if state in allowed:
        return
    if state in CLOSED:
        raise AlreadyClosed(f"申請{case.number}は「{state.label}」で終わっています。{doing}はできません。")
    if State.DRAFT in allowed and State.SUBMITTED not in allowed and state is not State.RETURNED:
        raise AlreadySubmitted(
            f"申請{case.number}は、すでに提出されています（今は「{state.label}」）。申請の画面で、進み方を見られます。"
        )
    raise NotNow(
        f"申請{case.number}は「{state.label}」なので、{doing}はできません。申請の画面を開き直してください。"
    )


def require_open_feature(kind: ApplicationKind, *, at: datetime) -> None:
    """Refuse what the office has not opened yet (APP-19)."""
    feature = _BEHIND_A_SWITCH.get(kind)
    if feature is not None and not is_open(feature, on=day_of(at)):
        raise NotOpenYet(
            f"{feature.label}は、まだ受け付けていません。準備ができしだい、ホームページでお知らせします。"
        )


def require_hold(case: Application, *, by: Actor, at: datetime) -> None:
    """Refuse whoever does not have the case in hand; whoever has keeps it for another while (APP-09)."""
    require_duty(by, Duty.REVIEW)
    own = ReviewHold.objects.filter(application=case, officer=by.id)
    if own.update(until=at + HOLD_LASTS):
        return
    other = ReviewHold.objects.filter(application=case, until__gt=at).select_related("officer").first()
    if other is not None:
        raise taken(other)
    raise NotTaken(
        f"申請{case.number}を担当していません。「審査を始める」を押してから、もう一度お試しください。"
    )


def require_lasting_hold(case: Application, *, by: Actor, at: datetime) -> None:
    """Refuse whoever had the case in hand and let the time run out: what decides it needs it now (APP-09).

    Nor does anybody decide what they submitted themselves (EYES-09).
    """
    require_duty(by, Duty.REVIEW)
    if ReviewHold.objects.filter(application=case, officer=by.id, until__lte=at).exists():
        raise HoldRanOut(
            f"申請{case.number}の担当の時間（30分）が過ぎています。「審査を始める」を押して担当を取り直し、"
            "内容をもう一度見てから、承認か却下をしてください。"
        )
    require_hold(case, by=by, at=at)
    if case.path.filter(from_state__in=[State.DRAFT, State.RETURNED], by=str(by)).exists():
        raise OwnFiling(
            f"申請{case.number}は、あなたが提出したものです。担当をやめて、別の係員に審査を頼んでください。"
        )


def require_nothing_owed(case: Application) -> None:
    """Refuse while the charge is open again: its payment was taken back, and none is meanwhile (EYES-11)."""
    owed = held_charge(f"application:{case.pk}")
    if owed is not None and not owed.is_settled:
        raise FeeOpen(
            f"申請{case.number}の料金の入金が取り消されて、未収に戻っています。"
            "入金か免除が記録されるまで、承認できません。"
        )


def taken(hold: ReviewHold) -> TakenByAnother:
    """The refusal for a case that another officer has in hand."""
    until = hold.until.astimezone(JST)
    return TakenByAnother(
        f"{hold.officer.name}さんが担当しています（{until:%H:%M}まで）。ほかの申請を選ぶか、それまで待ってください。"
    )
