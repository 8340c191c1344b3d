"""Two at once: presses, judgements and addresses that exclude each other (RESET-01, RESET-06, RESET-08)."""

from datetime import timedelta
from functools import partial

from ccus.domain.audit.terms import SYSTEM
from ccus.domain.recovery import digests
from ccus.domain.recovery.actions.contacts import ask_contact_code, confirm_contact
from ccus.domain.recovery.actions.requests import Asked, judge_request, reset_by_request, stop_request
from ccus.domain.recovery.answering import answer_waiting
from ccus.domain.recovery.judging import is_right_code
from ccus.domain.recovery.models import OwnContact, ResetRequest
from ccus.domain.recovery.policies import ContactRefused, NotYet, RequestClosed
from ccus.domain.recovery.terms import Means, Reach
from ccus.domain.workers.policies import as_actor
from ccus.foundation import clock
from ccus.foundation.databases import Databases
from tests.domain.races import contested
from tests.domain.recovery.people import NEW, OWN, asked, forgetful, opened, password_of, sent_to


def confirmed() -> Asked:
    """A request of two days ago, confirmed a moment ago."""
    done = opened(forgetful())
    rows = ResetRequest.objects.filter(pk=done.request.pk)
    early = ResetRequest.objects.create(
        ticket="0000000001",
        phrase=digests.of_phrase("0000000001", done.phrase),
        number=done.request.number,
        proof=done.request.proof,
        opened_at=clock.now() - timedelta(days=2),
    )
    rows.update(ended_at=clock.now(), ending="lapsed")
    ResetRequest.objects.filter(pk=early.pk).update(
        judged_at=clock.now(), worker=done.request.worker, confirmed_at=clock.now(), means=Means.IN_PERSON
    )
    return Asked(ResetRequest.objects.get(pk=early.pk), done.phrase)


def test_of_two_right_requests_judged_at_once_one_is_open(fresh_database: Databases) -> None:
    worker = forgetful()
    first, second = asked(worker).request, asked(worker).request
    judge = partial(judge_request, by=SYSTEM, at=clock.now())
    assert contested(partial(judge, request=first), partial(judge, request=second)) is None
    assert ResetRequest.objects.filter(worker=worker, ended_at=None).count() == 1


def test_a_press_beside_another_press_is_told_that_it_is_over(fresh_database: Databases) -> None:
    request = opened(forgetful()).request
    stop = partial(stop_request, request=request, by=SYSTEM, at=clock.now())
    assert isinstance(contested(stop, stop), RequestClosed)


def test_a_stop_while_the_new_password_is_chosen_keeps_the_old_one(fresh_database: Databases) -> None:
    done = confirmed()
    stop = partial(stop_request, request=done.request, by=SYSTEM, at=clock.now())
    use = partial(
        reset_by_request,
        request=done.request,
        phrase=done.phrase,
        new=NEW,
        about=(),
        by=SYSTEM,
        at=clock.now(),
    )
    assert isinstance(contested(stop, use), NotYet)
    assert done.request.worker is not None
    assert not password_of(done.request.worker).check_password(NEW)


def test_of_two_workers_who_prove_one_address_at_once_one_has_it(fresh_database: Databases) -> None:
    proved = []
    for worker in (forgetful(), forgetful()):
        me = as_actor(worker)
        code = ask_contact_code(worker=worker, kind=Reach.MAIL, address=OWN, by=me, at=clock.now())
        answer_waiting(at=clock.now())
        is_right_code(code, sent_to(OWN), at=clock.now())
        proved.append(partial(confirm_contact, code=code, by=me, at=clock.now()))
    assert isinstance(contested(*proved), ContactRefused)
    assert OwnContact.objects.filter(address=OWN, removed_at=None).count() == 1
