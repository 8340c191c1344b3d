"""重複の疑い before an ID is given: who is suspected, what was said, what is still to say (SAME-11 to SAME-15)."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, OuterRef

from ccus.domain.applications.contents import Contents, contents_rows
from ccus.domain.applications.models import Application, OtherPerson, Submission
from ccus.domain.applications.resembling import described_in, filed_alike
from ccus.domain.applications.submissions import latest_contents
from ccus.domain.applications.terms import ApplicationKind
from ccus.domain.audit.models import Event
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.workers.matching import Compared, Described
from ccus.domain.workers.models import Worker
from ccus.domain.workers.suspects import resembling
from ccus.foundation.refusals import Refusal


class SuspicionStands(Refusal):
    """強い疑い: somebody looks like whoever applies, and nobody said that they are two people (SAME-13)."""


@dataclass(frozen=True, slots=True)
class Said:
    """別人の判断: the words, who said them, and when."""

    id: int
    words: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Suspect:
    """疑われる人: a registered worker by 技能者ID and フリガナ, or another open registration by 申請番号 (SAME-16).

    One of the keys `worker` and `application` is set. `said`: that they are two people, as long as it holds.
    """

    number: str
    kana: str
    worker: int | None
    application: int | None
    compared: Compared
    said: Said | None

    @property
    def key(self) -> str:
        """As an audit event names the suspect."""
        return f"application:{self.application}" if self.worker is None else f"worker:{self.worker}"

    @property
    def stops(self) -> bool:
        """Whether nothing can be approved as it stands (SAME-13)."""
        return self.compared.is_strong and self.said is None


def suspects_of_case(case: Application, contents: Contents, *, on: date) -> tuple[Suspect, ...]:
    """Everybody who may be whoever applies, those who stop the approval first. The number of statements is constant."""
    if not contents.get("birth") or not contents.get("name"):
        return ()
    one = described_in(contents)
    said = _said(case, one)
    registered = [
        Suspect(each.number, each.kana, each.worker, None, each.compared, said.get(("worker", each.worker)))
        for each in resembling(one, on=on)
    ]
    filed = [
        Suspect(each.number, "", None, each.application, each.compared, said.get(("case", each.application)))
        for each in filed_alike(one, application=case.pk)
    ]
    return tuple(sorted([*registered, *filed], key=lambda each: (not each.stops, -each.compared.weight)))


def suspects_before(number: str, *, on: date) -> tuple[Suspect, ...]:
    """Whoever may be the one who filed the 新規登録 of this 申請番号; nobody for any other kind (SAME-11)."""
    case = Application.objects.filter(number=number, kind=ApplicationKind.REGISTRATION).first()
    return suspects_of_case(case, latest_contents(case.pk), on=on) if case is not None else ()


def has_compared(officer: Actor, number: str, suspect: Suspect) -> bool:
    """Whether the officer saw the suspect beside whoever filed the case, both as they are described now (SAME-13)."""
    again = Submission.objects.filter(application=suspect.application, at__gt=OuterRef("at"))
    looks = Event.objects.filter(
        act=Act.SUSPECT_COMPARED,
        actor_kind=officer.kind,
        actor_id=officer.id,
        subject_kind="application",
        subject_id__in=Application.objects.filter(number=number).values("pk"),
        detail__suspect=suspect.key,
    )
    seen = looks.filter(~Exists(again)).values_list("detail__submission", flat=True)
    handed_in = Submission.objects.filter(application__number=number).order_by("-ordinal")
    described = [(row.ordinal, _described(row)) for row in handed_in]
    return not {at for at, one in described if one == described[0][1]}.isdisjoint(seen)


def require_nobody_suspected(case: Application, contents: Contents, *, on: date) -> None:
    """Refuse as long as a strong suspicion stands of which nothing was said (SAME-13, SAME-14)."""
    stopping = [each for each in suspects_of_case(case, contents, on=on) if each.stops]
    if stopping:
        raise SuspicionStands(
            f"登録されている方か、ほかの申請の方と、同じ人かもしれません（強い疑い{len(stopping)}件）。審査の画面の"
            "「重複の疑い」でくらべて、別人と分かれば、理由を書いてください。同じ人のときは、差し戻すか却下してください。"
        )


@dataclass(frozen=True, slots=True)
class Different:
    """別人: a registered worker who is not whoever applies, with the words and the actor who said so (SAME-15)."""

    worker: Worker
    words: str
    by: str


def other_persons(case: Application, contents: Contents) -> tuple[Different, ...]:
    """Registered workers of whom it was said that they are not whoever applies, in either case (SAME-15)."""
    rows = {_became(row.application): row for row in _of(case)}
    rows |= {row.worker_id or _became(row.other): row for row in _own(case, described_in(contents))}
    workers = Worker.objects.in_bulk([key for key in rows if key is not None])
    return tuple(Different(workers[key], row.words, row.by) for key, row in rows.items() if key in workers)


def _said(case: Application, one: Described) -> dict[tuple[str, int], Said]:
    """Whom the officers of this case found to be somebody else: registered workers, open registrations."""
    said: dict[tuple[str, int], Said] = {}
    for row in _own(case, one):
        words = Said(row.pk, row.words, row.at, row.by)
        worker = row.worker_id or _became(row.other)
        if worker is not None:
            said["worker", worker] = words
        if row.other_id is not None:
            said["case", row.other_id] = words
    return said


def _became(other: Application | None) -> int | None:
    return other.applicant.worker_id if other is not None and other.applicant is not None else None


def _of(case: Application) -> list[OtherPerson]:
    """What was said of whoever applies in other cases, where both still stand as they were handed in then (SAME-15)."""
    again = Submission.objects.filter(application=case, at__gt=OuterRef("at"))
    there = OtherPerson.objects.filter(~Exists(again), other=case, taken_back_at=None)
    rows = list(there.select_related("submission", "application__applicant"))
    handed_in = Submission.objects.filter(application__in=[row.application_id for row in rows])
    now = {each.application_id: _described(each) for each in handed_in.order_by("ordinal")}
    return [row for row in rows if _described(row.submission) == now[row.application_id]]


def _own(case: Application, one: Described) -> list[OtherPerson]:
    """What was said in the case of whoever applies as described now (SAME-15)."""
    again = Submission.objects.filter(application=OuterRef("other"), at__gt=OuterRef("at"))
    said = OtherPerson.objects.filter(~Exists(again), application=case, taken_back_at=None)
    rows = said.select_related("submission", "other__applicant").order_by("pk")
    return [row for row in rows if _described(row.submission) == one]


def _described(submission: Submission) -> Described:
    return described_in(contents_rows(submission.contents))
