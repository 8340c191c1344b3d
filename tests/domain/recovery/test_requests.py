"""RESET-05 to RESET-08, RESET-10: requests that wait, are stopped, confirmed, used once."""

from datetime import timedelta

import pytest
import time_machine
from django.db import DatabaseError, transaction

from ccus.domain.accounts.policies import AccountOver
from ccus.domain.accounts.terms import Duty
from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import SYSTEM, Actor
from ccus.domain.notices.models import Notice
from ccus.domain.recovery import rules
from ccus.domain.recovery.actions.requests import (
    Asked,
    confirm_identity,
    reset_by_request,
    stop_request,
)
from ccus.domain.recovery.answering import answer_waiting
from ccus.domain.recovery.models import ResetRequest
from ccus.domain.recovery.policies import NotYet, OwnRequest, RequestClosed, TicketDiffers, TooSoon
from ccus.domain.recovery.reading import choosable, requests_for_office
from ccus.domain.recovery.terms import Ending, Means
from ccus.domain.workers.policies import as_actor
from ccus.foundation import clock as now_of
from tests.domain.recovery.people import (
    NEW,
    OWN,
    asked,
    forgetful,
    mails,
    opened,
    password_of,
    proof_of,
    with_contact,
)
from tests.domain.retention.carried import carried
from tests.factories import officers

pytestmark = pytest.mark.django_db
WRONG = "0" * 64


@pytest.fixture
def officer(db: None) -> Actor:
    """The second of two."""
    return officers.two(Duty.IDENTITY)


def confirm(done: Asked, by: Actor, ticket: str = "") -> None:
    confirm_identity(
        request=done.request,
        ticket=ticket or done.request.ticket,
        means=Means.TELEPHONE,
        words="登録された番号に電話をした。",
        by=by,
        at=now_of.now(),
    )


def use(done: Asked, phrase: str = "") -> None:
    reset_by_request(
        request=done.request, phrase=phrase or done.phrase, new=NEW, about=(), by=SYSTEM, at=now_of.now()
    )


def ending(done: Asked) -> str:
    return ResetRequest.objects.get(pk=done.request.pk).ending


def test_a_day_after_a_right_request_the_office_confirms_and_a_new_password_opens(
    officer: Actor, clock: time_machine.Traveller
) -> None:
    worker = forgetful()
    done = opened(worker)
    clock.shift(rules.WAIT)
    confirm(done, officer)
    use(done)
    assert password_of(worker).check_password(NEW)
    assert ending(done) == Ending.USED


def test_within_the_day_no_office_confirms_and_nothing_opens(
    officer: Actor, clock: time_machine.Traveller
) -> None:
    done = opened(forgetful())
    clock.shift(rules.WAIT - timedelta(seconds=1))
    with pytest.raises(TooSoon):
        confirm(done, officer)
    with pytest.raises(NotYet):
        use(done)


def test_the_database_itself_refuses_a_confirmation_within_the_day() -> None:
    done = opened(forgetful())
    early = ResetRequest.objects.filter(pk=done.request.pk)
    with pytest.raises(DatabaseError, match="reset_request_waited"), transaction.atomic():
        early.update(confirmed_at=now_of.now(), means=Means.TELEPHONE)


def test_without_the_office_a_request_never_takes_effect(clock: time_machine.Traveller) -> None:
    done = opened(forgetful())
    for _ in range(13):
        clock.shift(timedelta(days=1))
        with pytest.raises(NotYet):
            use(done)


def test_officers_without_the_duty_of_identity_confirm_nothing(clock: time_machine.Traveller) -> None:
    done = opened(forgetful())
    clock.shift(rules.WAIT)
    with pytest.raises(NotAllowed):
        confirm(done, officers.officer(Duty.CONTACT).actor)


def test_an_officer_does_not_confirm_a_request_opened_by_that_officer(
    officer: Actor, clock: time_machine.Traveller
) -> None:
    worker = forgetful()
    done = opened(worker, by=officer)
    clock.shift(rules.WAIT)
    with pytest.raises(OwnRequest):
        confirm(done, officer)


def test_a_caller_with_another_number_than_the_requests_is_not_confirmed(
    officer: Actor, clock: time_machine.Traveller
) -> None:
    done = opened(forgetful())
    clock.shift(rules.WAIT)
    with pytest.raises(TicketDiffers, match="ほかの人の申し込み"):
        confirm(done, officer, ticket="0000000001")


def test_the_choice_is_open_for_seven_days_and_once(officer: Actor, clock: time_machine.Traveller) -> None:
    first, late = opened(forgetful()), opened(forgetful())
    clock.shift(rules.WAIT)
    confirm(first, officer)
    confirm(late, officer)
    use(first)
    with pytest.raises(NotYet):
        use(first)
    clock.shift(rules.OPEN_FOR_CHOOSING)
    with pytest.raises(NotYet):
        use(late)


def test_every_channel_is_told_at_once_with_the_link_that_stops_it() -> None:
    worker = forgetful()
    with_contact(worker)
    done = opened(worker)
    assert mails("申し込みがありました") == [OWN]
    notice = Notice.objects.get(account=worker.account_id, source=f"reset_opened:{done.request.pk}")
    assert f"/forgotten/stop/{done.request.stop_key}/" in notice.body


def test_one_press_ends_a_request_for_good(officer: Actor, clock: time_machine.Traveller) -> None:
    worker = forgetful()
    done = opened(worker)
    stop_request(request=done.request, by=as_actor(worker), at=now_of.now())
    clock.shift(rules.WAIT)
    with pytest.raises(RequestClosed):
        confirm(done, officer)
    with pytest.raises(NotYet):
        use(done)
    with pytest.raises(RequestClosed):
        stop_request(request=done.request, by=as_actor(worker), at=now_of.now())


def test_even_a_confirmed_request_is_stopped_by_its_owner(
    officer: Actor, clock: time_machine.Traveller
) -> None:
    worker = forgetful()
    done = opened(worker)
    clock.shift(rules.WAIT)
    confirm(done, officer)
    stop_request(request=done.request, by=SYSTEM, at=now_of.now())
    with pytest.raises(NotYet):
        use(done)


def test_another_worker_cannot_stop_a_request() -> None:
    done = opened(forgetful())
    with pytest.raises(NotAllowed):
        stop_request(request=done.request, by=as_actor(forgetful()), at=now_of.now())


def test_a_wrong_request_opens_nothing_and_tells_nobody() -> None:
    worker = forgetful()
    with_contact(worker)
    done = opened(worker, proof=WRONG)
    assert done.request.worker_id is None
    assert mails("申し込みがありました") == []
    assert requests_for_office(at=now_of.now()) == []


def test_a_second_right_request_opens_nothing_beside_the_first() -> None:
    worker = forgetful()
    first, second = opened(worker), opened(worker)
    assert (first.request.worker_id, second.request.worker_id) == (worker.pk, None)


def test_ten_wrong_openings_close_an_open_request() -> None:
    worker = forgetful()
    done = opened(worker)
    for _ in range(rules.MOST_WRONG_TRIES - 1):
        opened(worker, proof=WRONG)
    assert ending(done) == ""
    opened(worker, proof=WRONG)
    assert ending(done) == Ending.TRIES


def test_ten_wrong_phrases_close_an_open_request() -> None:
    done = opened(forgetful())
    for _ in range(rules.MOST_WRONG_TRIES):
        assert choosable(ticket=done.request.ticket, phrase="さくら", at=now_of.now()) is None
    assert ending(done) == Ending.TRIES


def test_the_phrase_is_read_however_people_write_it(officer: Actor, clock: time_machine.Traveller) -> None:
    done = opened(forgetful())
    clock.shift(rules.WAIT)
    confirm(done, officer)
    written = done.phrase.replace("・", "　")
    assert choosable(ticket=done.request.ticket, phrase=written, at=now_of.now()) is not None


def test_a_request_that_nobody_confirms_lapses_and_another_can_be_opened(
    clock: time_machine.Traveller,
) -> None:
    worker = forgetful()
    done = opened(worker)
    clock.shift(rules.OPEN_FOR_CONFIRMING)
    assert opened(worker).request.worker_id == worker.pk
    assert ending(done) == Ending.LAPSED


def test_wrong_requests_are_forgotten_and_right_ones_stay(clock: time_machine.Traveller) -> None:
    worker = forgetful()
    done, wrong = opened(worker), opened(worker, proof=WRONG)
    clock.shift(timedelta(days=31))
    carried("wrong_requests", now_of.now())
    kept = set(ResetRequest.objects.values_list("pk", flat=True))
    assert done.request.pk in kept
    assert wrong.request.pk not in kept


def test_a_found_card_alone_opens_no_request() -> None:
    worker = forgetful()
    other_day = forgetful()
    other_day.birth_on = worker.birth_on.replace(day=16)
    from_the_card = proof_of(other_day, worker.cards.get().security_code)
    assert opened(worker, proof=from_the_card).request.worker_id is None


def test_an_account_closed_meanwhile_gets_no_new_password(
    officer: Actor, clock: time_machine.Traveller
) -> None:
    worker = forgetful()
    done = opened(worker)
    clock.shift(rules.WAIT)
    confirm(done, officer)
    type(password_of(worker)).objects.filter(worker=worker).update(closed_at=now_of.now())
    with pytest.raises(AccountOver):
        use(done)


def test_what_was_asked_is_judged_by_the_job_alone() -> None:
    done = asked(forgetful())
    assert ResetRequest.objects.get(pk=done.request.pk).worker_id is None
    assert answer_waiting(at=now_of.now()) == 1
    assert ResetRequest.objects.get(pk=done.request.pk).worker_id is not None
