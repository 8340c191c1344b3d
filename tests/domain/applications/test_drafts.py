"""下書き: stored from the first field, right or wrong, on any device."""

import pytest

from ccus.domain.accounts.tries import TooManyTries
from ccus.domain.applications.actions.drafts import (
    AlreadyDetailed,
    GradeFixed,
    KindNotOffered,
    SavedElsewhere,
    SectionUnknown,
    TooMuchTyped,
    choose_grade,
    open_application,
    save_section,
)
from ccus.domain.applications.actions.filing import withdraw_application
from ccus.domain.applications.contents import DraftRow
from ccus.domain.applications.models import Application
from ccus.domain.applications.policies import AlreadySubmitted, NotOpenYet, filer_of
from ccus.domain.applications.reading import draft_of
from ccus.domain.applications.terms import ApplicationKind
from ccus.domain.audit.models import Event
from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import SYSTEM, Actor, ActorKind
from ccus.domain.features.actions import set_opening
from ccus.domain.features.terms import Feature
from ccus.domain.workers.terms import Grade
from tests.factories import workers
from tests.factories.applications import AT, begin, fresh, opened, row, submitted, worker_with_card, write
from tests.factories.personas import person

pytestmark = pytest.mark.django_db


@pytest.fixture
def case() -> Application:
    return opened(ApplicationKind.REGISTRATION)


def save(case: Application, raw: dict[str, str], *, version: int = 0, section: str = "name") -> int:
    return save_section(
        number=case.number, section=section, rows=[row(raw)], version=version, by=filer_of(case), at=AT
    )


def test_a_draft_keeps_what_cannot_be_read(case: Application) -> None:
    save(case, {"birth_on": "きのう"}, section="birth")
    assert draft_of(case.pk)["birth"].rows[0].raw == {"birth_on": "きのう"}


def test_letters_that_no_table_can_store_are_left_out_of_a_draft(case: Application) -> None:
    save(case, {"official": "𠮷田\x00\ud800👷\u200f"})
    assert draft_of(case.pk)["name"].rows[0].raw["official"] == "𠮷田👷\u200f"


def test_each_save_of_a_section_counts_its_version_up(case: Application) -> None:
    assert save(case, {"official": "山"}) == 1
    assert save(case, {"official": "山田"}, version=1) == 2


def test_a_save_of_an_older_version_is_told_when_the_other_was_saved(case: Application) -> None:
    save(case, {"official": "山田"})
    save(case, {"official": "山田 花子"}, version=1)
    with pytest.raises(SavedElsewhere, match="12:00に、別の画面"):
        save(case, {"official": "山"}, version=1)
    assert draft_of(case.pk)["name"].rows[0].raw["official"] == "山田 花子"


def test_a_first_save_on_a_second_device_overwrites_nothing(case: Application) -> None:
    save(case, {"official": "山田"})
    with pytest.raises(SavedElsewhere):
        save(case, {"official": "山"})


def test_only_the_first_save_of_a_section_leaves_an_event(case: Application) -> None:
    save(case, {"official": "山田"})
    save(case, {"official": "山田 花子"}, version=1)
    assert Event.objects.filter(act="applications.draft.begun").count() == 1


def test_opening_again_goes_on_with_the_open_application(case: Application) -> None:
    by = filer_of(case)
    again = open_application(kind=ApplicationKind.REGISTRATION, applicant=by.id, by=by, at=AT)
    assert again.number == case.number


def test_nobody_writes_into_the_draft_of_somebody_else(case: Application) -> None:
    with pytest.raises(NotAllowed):
        save_section(
            number=case.number, section="name", rows=[], version=0, by=Actor(ActorKind.APPLICANT, 0), at=AT
        )


def test_a_section_that_is_not_asked_is_not_saved(case: Application) -> None:
    with pytest.raises(SectionUnknown):
        save(case, {}, section="health")


def test_a_draft_without_measure_is_refused_with_its_size(case: Application) -> None:
    with pytest.raises(TooMuchTyped, match="文字が多すぎます"):
        save(case, {"official": "山" * 300_000})


def test_more_rows_than_a_block_holds_are_refused(case: Application) -> None:
    rows = [DraftRow("1", {}), DraftRow("2", {})]
    with pytest.raises(TooMuchTyped, match="1件以内"):
        save_section(number=case.number, section="name", rows=rows, version=0, by=filer_of(case), at=AT)


def test_what_was_submitted_is_no_draft_any_more() -> None:
    with pytest.raises(AlreadySubmitted, match="提出されています"):
        save(submitted(), {"official": "山"}, version=1)


def test_a_registration_chooses_its_grade_until_it_is_submitted(case: Application) -> None:
    choose_grade(number=case.number, grade=Grade.DETAILED, by=filer_of(case), at=AT)
    assert fresh(case).grade == Grade.DETAILED


def test_a_worker_who_is_registered_has_no_grade_to_choose() -> None:
    case = opened(ApplicationKind.CHANGE)
    with pytest.raises(GradeFixed):
        choose_grade(number=case.number, grade=Grade.SIMPLE, by=filer_of(case), at=AT)


def test_whoever_is_registered_in_detail_has_nothing_to_upgrade() -> None:
    with pytest.raises(AlreadyDetailed):
        opened(ApplicationKind.UPGRADE, worker=worker_with_card())


def test_an_applicant_can_only_register(case: Application) -> None:
    by = filer_of(case)
    with pytest.raises(KindNotOffered):
        open_application(kind=ApplicationKind.CHANGE, applicant=by.id, by=by, at=AT)


def test_a_procedure_that_the_office_has_not_opened_cannot_be_begun() -> None:
    worker = workers.worker()
    with pytest.raises(NotOpenYet, match="ホームページでお知らせします"):
        open_application(kind=ApplicationKind.RENEWAL, worker=worker.pk, by=person(worker), at=AT)


def test_a_procedure_opens_on_its_day() -> None:
    worker = workers.worker()
    set_opening(feature=Feature.RENEWAL, opens_on=AT.date(), by=SYSTEM, at=AT)
    assert open_application(kind=ApplicationKind.RENEWAL, worker=worker.pk, by=person(worker), at=AT).pk


def test_twenty_applications_are_opened_in_a_day_and_no_more() -> None:
    worker = worker_with_card()
    for _ in range(20):
        case = opened(ApplicationKind.CHANGE, worker=worker)
        withdraw_application(number=case.number, by=filer_of(case), at=AT)
    with pytest.raises(TooManyTries, match="1日に20件まで"):
        opened(ApplicationKind.CHANGE, worker=worker)


def test_going_on_with_an_open_application_counts_nothing() -> None:
    worker = worker_with_card()
    assert len({opened(ApplicationKind.CHANGE, worker=worker).number for _ in range(25)}) == 1


def test_a_draft_that_a_test_begins_with_is_the_one_that_the_acts_leave() -> None:
    typed = {"contact": {"phone": "090\x00"}, "emergency": {"person": "山田 太郎"}}
    left = []
    for ways in (begin, write):
        case = opened(ApplicationKind.REGISTRATION)
        ways(case, typed, by=filer_of(case))
        events = Event.objects.filter(subject_kind="application", subject_id=case.pk).order_by("pk")
        rows = case.draft.order_by("pk").values_list("section", "rows", "version", "saved_at")
        left.append([*rows, *events.values_list("act", "at", "actor_kind", "detail__section")])
    assert left[0] == left[1]
