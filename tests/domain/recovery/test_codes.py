"""RESET-02, RESET-03, RESET-09: codes for a forgotten password."""

from datetime import timedelta

import pytest
import time_machine
from allauth.mfa.models import Authenticator

from ccus.domain.accounts.policies import PasswordRefused, must_change_password
from ccus.domain.audit.terms import SYSTEM
from ccus.domain.notices.models import Mail
from ccus.domain.recovery import rules
from ccus.domain.recovery.actions.codes import ask_reset_code, reset_by_code
from ccus.domain.recovery.answering import answer_waiting
from ccus.domain.recovery.judging import is_right_code
from ccus.domain.recovery.models import Code
from ccus.domain.recovery.policies import CodeOver
from ccus.domain.recovery.terms import Ending
from ccus.domain.workers.models import Contact, Worker
from ccus.foundation import clock as now_of
from tests.domain.recovery.people import (
    NEW,
    OWN,
    forgetful,
    mails,
    opened,
    password_of,
    sent_to,
    with_contact,
)
from tests.domain.retention.carried import carried
from tests.factories.facts import RECORDED_AT

pytestmark = pytest.mark.django_db
SUBJECT = "パスワードを決め直すための確認番号"


def asked(number: str) -> Code:
    code = ask_reset_code(number=number, by=SYSTEM, at=now_of.now())
    answer_waiting(at=now_of.now())
    return Code.objects.get(pk=code.pk)


def is_right(code: Code, typed: str) -> bool | None:
    return is_right_code(code, typed, at=now_of.now())


def reset(code: Code, new: str = NEW) -> None:
    reset_by_code(code=code, new=new, about=(), by=SYSTEM, at=now_of.now())


@pytest.fixture
def worker(db: None) -> Worker:
    found = forgetful()
    with_contact(found)
    return found


def test_the_code_that_came_to_the_own_address_opens_the_choice_of_a_password(worker: Worker) -> None:
    code = asked(worker.number)
    assert is_right(code, sent_to(OWN))
    reset(code)
    assert password_of(worker).check_password(NEW)
    assert mails("パスワードを決め直しました") == [OWN]


def test_a_code_goes_to_every_own_address(worker: Worker) -> None:
    with_contact(worker, "second@example.jp")
    asked(worker.number)
    assert mails(SUBJECT) == [OWN, "second@example.jp"]


def test_a_code_never_goes_to_the_registered_address_alone(db: None) -> None:
    worker = forgetful()
    Contact.objects.create(
        worker=worker, postcode="1050001", prefecture_id="13", town="港区", street="一", phone="+81312345678",
        mail="soumu@example.co.jp", valid_from=RECORDED_AT.date(), recorded_at=RECORDED_AT, recorded_by="system:0",
    )  # fmt: skip
    asked(worker.number)
    assert mails(SUBJECT) == []


@pytest.mark.parametrize("typed", ["", "00000000", "99999999"])
def test_an_id_that_gets_no_code_has_none_that_is_right(typed: str) -> None:
    code = asked("12345678901239")
    assert is_right(code, typed) is False
    assert not Mail.objects.exists()


def test_who_has_left_or_whose_account_is_closed_gets_no_code(worker: Worker) -> None:
    type(password_of(worker)).objects.filter(worker=worker).update(closed_at=now_of.now())
    asked(worker.number)
    assert mails(SUBJECT) == []


def test_a_code_is_good_for_fifteen_minutes(worker: Worker, clock: time_machine.Traveller) -> None:
    code = asked(worker.number)
    clock.shift(rules.CODE_LASTS)
    assert is_right(code, sent_to(OWN)) is None


def test_five_wrong_codes_end_the_right_one(worker: Worker) -> None:
    code = asked(worker.number)
    for _ in range(rules.MOST_WRONG_CODES):
        assert is_right(code, "00000000") is False
    assert is_right(code, sent_to(OWN)) is None


def test_a_code_belongs_to_the_browser_that_asked(worker: Worker) -> None:
    first, second = asked(worker.number), asked(worker.number)
    digits = sent_to(OWN)
    assert is_right(first, digits) is False
    assert is_right(second, digits)


def test_a_code_makes_one_password_new_and_no_second(worker: Worker) -> None:
    code = asked(worker.number)
    is_right(code, sent_to(OWN))
    reset(code)
    with pytest.raises(CodeOver):
        reset(code, "umi-to-yama-to-kawa")


def test_a_password_that_is_refused_leaves_the_code_good(worker: Worker) -> None:
    code = asked(worker.number)
    is_right(code, sent_to(OWN))
    with pytest.raises(PasswordRefused):
        reset(code, "19750615-tetsu")
    reset(code)


def test_a_code_for_an_own_address_makes_no_password_new(worker: Worker) -> None:
    code = Code.objects.exclude(kind="").get()
    with pytest.raises(CodeOver):
        reset(code)


def test_a_reset_removes_no_factor_and_ends_the_initial_password(worker: Worker) -> None:
    account = password_of(worker)
    for kind in Authenticator.Type:
        Authenticator.objects.create(user=account, type=kind, data={})
    account.initial_password_until = now_of.now() + timedelta(days=9)
    account.save(update_fields=["initial_password_until"])
    code = asked(worker.number)
    is_right(code, sent_to(OWN))
    reset(code)
    assert Authenticator.objects.filter(user=account).count() == len(Authenticator.Type)
    assert not must_change_password(password_of(worker))


def test_a_reset_by_code_ends_a_request_that_is_still_open(worker: Worker) -> None:
    done = opened(worker)
    code = asked(worker.number)
    is_right(code, sent_to(OWN))
    reset(code)
    done.request.refresh_from_db()
    assert done.request.ending == Ending.STOPPED


def test_codes_are_forgotten_after_two_days(worker: Worker, clock: time_machine.Traveller) -> None:
    asked(worker.number)
    clock.shift(timedelta(days=3))
    carried("codes", now_of.now())
    assert not Code.objects.exists()


def test_what_cannot_be_answered_keeps_nobody_waiting_behind_it() -> None:
    worker = forgetful()
    with_contact(worker)
    Code.objects.create(
        number=worker.number, worker=worker, kind="mail", address="a@example。jp", asked_at=now_of.now()
    )
    assert asked(worker.number).digest
    assert not Code.objects.filter(answered_at=None).exists()


def test_a_request_whose_notice_cannot_be_written_keeps_nobody_waiting() -> None:
    worker, other = forgetful(), forgetful()
    Contact.objects.create(
        worker=worker, postcode="1050001", prefecture_id="13", town="港区", street="一", phone="+81312345678",
        mail="a@example。jp", valid_from=now_of.today(), recorded_at=RECORDED_AT, recorded_by="system:0",
    )  # fmt: skip
    assert opened(worker).request.worker is None
    assert opened(other).request.worker == other
