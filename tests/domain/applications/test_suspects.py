"""重複の疑い before an ID is given: who is suspected, and what an officer says (SAME-11 to SAME-16)."""

from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ccus.domain.applications.actions.approval import approve
from ccus.domain.applications.actions.review import correct, reject
from ccus.domain.applications.actions.suspects import (
    AlreadySaid,
    NoSuspect,
    NotCompared,
    SideBySide,
    compare_suspect,
    say_other_person,
    take_back_other_person,
)
from ccus.domain.applications.models import Application, OtherPerson
from ccus.domain.applications.policies import TakenByAnother
from ccus.domain.applications.submissions import latest_contents
from ccus.domain.applications.suspects import Suspect, SuspicionStands, other_persons, suspects_before
from ccus.domain.audit.terms import Actor
from ccus.domain.disclosure.models import DisclosureTrace
from ccus.domain.workers.actions.registration import AlreadyRegistered
from ccus.domain.workers.models import DifferentPersons, PersonalStatus, Worker
from ccus.domain.workers.suspects import suspects_of
from tests.factories import workers
from tests.factories.applications import (
    AT,
    found_different,
    fresh,
    in_review,
    reviewer,
    submitted,
)
from tests.factories.officers import officer

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)
BORN = date(1995, 5, 5)


def registered(born: date = BORN, official: str = "山田 花子", kana: str = "ヤマダ ハナコ") -> Worker:
    return workers.worker(birth_on=born, name__official=official, name__kana=kana)


def filed() -> Application:
    """山田 花子, born 1995-05-05, before an officer; submitted before the suspect was registered."""
    return in_review()


def suspects(case: Application) -> list[str]:
    return [each.number for each in suspects_before(case.number, on=TODAY)]


def the_suspect(case: Application) -> Suspect:
    (found,) = suspects_before(case.number, on=TODAY)
    return found


def approving(case: Application) -> Application:
    approve(number=case.number, by=reviewer(case), at=AT)
    return fresh(case)


def compare(case: Application, other: str, by: Actor | None = None) -> SideBySide:
    return compare_suspect(
        number=case.number, other=other, reason="重複の確認", by=by or reviewer(case), at=AT
    )


def say(case: Application, other: str) -> None:
    say_other_person(number=case.number, other=other, words="別人です", by=reviewer(case), at=AT)


def take_back(case: Application, other: str) -> None:
    take_back_other_person(number=case.number, other=other, by=reviewer(case), at=AT)


def mend(case: Application, section: str, field: str, raw: str, at: datetime = AT) -> None:
    correct(
        number=case.number,
        section=section,
        row="1",
        field=field,
        raw=raw,
        comment="書類のとおり",
        by=reviewer(case),
        at=at,
    )


def new_worker(case: Application) -> Worker:
    return Worker.objects.get(applicant=case.applicant_id)


@pytest.mark.parametrize(
    ("born", "official", "kana", "stops"),
    [
        (BORN, "山田 花子", "ヤマダ ハナコ", True),
        (date(1995, 5, 6), "山田 花子", "ヤマダ ハナコ", True),
        (date(1959, 5, 5), "山田 花子", "ヤマダ ハナコ", True),
        (BORN, "山田 はな子", "ヤマダ ハナコ", False),
    ],
    ids=["the same", "one digit off", "digits exchanged", "another spelling"],
)
def test_whoever_may_be_registered_already_is_suspected(
    born: date, official: str, kana: str, stops: bool
) -> None:
    case = filed()
    worker = registered(born, official, kana)
    found = the_suspect(case)
    assert (found.number, found.stops) == (worker.number, stops)


def test_somebody_with_another_name_on_the_same_birthday_is_no_suspect() -> None:
    case = filed()
    registered(official="鈴木 一郎", kana="スズキ イチロウ")
    assert suspects(case) == []


def test_another_open_registration_is_suspected_until_it_is_closed() -> None:
    case, twin = filed(), in_review()
    assert suspects(case) == [twin.number]
    reject(number=twin.number, reason="同じ方の申請があります。", by=reviewer(twin), at=AT)
    assert suspects(case) == []


def test_a_strong_suspicion_of_which_nothing_is_said_stops_the_approval() -> None:
    case, worker = filed(), registered()
    with pytest.raises(SuspicionStands, match="強い疑い1件"):
        approving(case)
    assert list(Worker.objects.all()) == [worker]


def test_whoever_was_found_to_be_another_person_stops_nothing_any_more() -> None:
    case, worker = filed(), registered()
    approving(found_different(case, worker.number))
    kept = DifferentPersons.objects.get()
    assert {kept.low, kept.high} == {worker, new_worker(case)}
    said = OtherPerson.objects.get(worker=worker)
    assert (kept.words, kept.recorded_by) == (said.words, said.by)
    assert suspects_of(worker.number, on=TODAY).pairs == ()


def test_said_of_another_registration_it_holds_for_the_id_that_became_of_it() -> None:
    first, second = filed(), in_review()
    approving(found_different(first, second.number))
    assert suspects(second) == [new_worker(first).number]
    with pytest.raises(SuspicionStands):
        approving(second)
    approving(found_different(second, new_worker(first).number))
    assert DifferentPersons.objects.count() == 1


def test_nobody_says_so_of_somebody_never_compared() -> None:
    case, worker = filed(), registered()
    with pytest.raises(NotCompared):
        say(case, worker.number)


def test_comparing_shows_both_and_the_registered_one_reads_it() -> None:
    case, worker = filed(), registered()
    seen = compare(case, worker.number)
    assert seen.registered is not None
    assert seen.registered.blocks["name"]
    assert DisclosureTrace.objects.get(worker=worker.pk).reason == "重複の確認"


def test_another_registration_is_compared_without_a_trace() -> None:
    case, twin = filed(), submitted()
    assert compare(case, twin.number).filed["name"][0].values["official"] == "山田 花子"
    assert not DisclosureTrace.objects.exists()


def test_only_suspects_are_compared_and_only_by_whoever_has_the_case() -> None:
    case, stranger = filed(), workers.worker()
    with pytest.raises(NoSuspect):
        compare(case, stranger.number)
    with pytest.raises(TakenByAnother):
        compare(case, registered().number, officer().actor)


def test_what_was_said_can_be_taken_back_once() -> None:
    case, worker = filed(), registered()
    found_different(case, worker.number)
    with pytest.raises(AlreadySaid):
        say(case, worker.number)
    take_back(case, worker.number)
    assert the_suspect(case).stops
    with pytest.raises(AlreadySaid):
        take_back(case, worker.number)


def test_what_was_said_falls_when_the_birth_date_is_mended() -> None:
    case, worker = filed(), registered(date(1995, 5, 6))
    found_different(case, worker.number)
    mend(case, "birth", "birth_on", "1995-05-06")
    assert the_suspect(case).stops


def test_what_was_said_of_a_registration_falls_when_that_is_mended() -> None:
    case, twin = filed(), in_review()
    found_different(case, twin.number)
    mend(twin, "contact", "phone", "090-0000-0000", AT + timedelta(minutes=1))
    assert the_suspect(case).stops


def test_the_number_of_statements_does_not_grow_with_the_suspects() -> None:
    def statements() -> int:
        with CaptureQueriesContext(connection) as captured:
            suspects_before(case.number, on=TODAY)
        return len(captured)

    case = filed()
    registered(date(1995, 5, 6)), submitted()
    few = statements()
    for _ in range(5):
        registered(date(1995, 5, 6)), submitted()
    assert len(suspects(case)) == 12
    assert statements() == few


def test_the_number_of_statements_does_not_grow_with_what_other_cases_said() -> None:
    def statements() -> int:
        with CaptureQueriesContext(connection) as captured:
            other_persons(case, latest_contents(case.pk))
        return len(captured)

    case = filed()
    found_different(in_review(), case.number)
    few = statements()
    found_different(in_review(), case.number)
    assert statements() == few


def test_what_was_seen_before_a_correction_is_no_comparison_of_what_stands_now() -> None:
    case, worker = filed(), registered()
    compare(case, worker.number)
    mend(case, "contact", "phone", "090-0000-0000", AT + timedelta(minutes=1))
    with pytest.raises(NotCompared):
        say(case, worker.number)


def test_what_was_said_of_a_registration_before_that_was_mended_is_not_kept_of_it() -> None:
    first, second = filed(), in_review()
    found_different(first, second.number)
    approving(first)
    mend(second, "birth", "birth_on", "1970-01-30", AT + timedelta(minutes=1))
    approving(second)
    assert not DifferentPersons.objects.exists()


def test_somebody_of_the_same_name_and_birth_date_is_not_registered_by_a_word_about_another() -> None:
    case, same, alike = filed(), registered(), registered(date(1995, 5, 6))
    PersonalStatus.objects.create(
        worker=same, sex="male", nationality_id="JP", valid_from=BORN, recorded_at=AT, recorded_by="system:0"
    )
    found_different(case, alike.number)
    with pytest.raises(AlreadyRegistered):
        approving(case)
