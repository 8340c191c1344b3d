"""メール (NOTE-03 to NOTE-06)."""

import logging
from collections.abc import Sequence
from datetime import datetime, timedelta
from smtplib import SMTPRecipientsRefused, SMTPServerDisconnected

import pytest
from django.core import mail as outbox
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.db import IntegrityError, transaction
from pytest_django import Settings

from ccus.domain.notices.actions import tell, write_mail
from ccus.domain.notices.letters import AddressWrong, SubjectWrong
from ccus.domain.notices.models import Mail, Notice
from ccus.domain.notices.sending import send_waiting
from ccus.domain.notices.texts import Text
from tests.factories import accounts

TO = "mirai@example.jp"
pytestmark = pytest.mark.django_db


class Refuses(BaseEmailBackend):
    """A server that takes nothing for this address."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        raise SMTPRecipientsRefused({TO: (550, b"no such person")})


class IsGone(BaseEmailBackend):
    """A server that hangs up."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        raise SMTPServerDisconnected("Connection unexpectedly closed")


def by(backend: type[BaseEmailBackend]) -> str:
    return f"{backend.__module__}.{backend.__qualname__}"


def written(at: datetime, to: str = TO, source: str = "application:1", number: str = "2026-000123") -> None:
    write_mail(
        to=to, text=Text.APPLICATION_SUBMITTED, source=source, at=at, number=number, kind="カードの再発行"
    )


def test_a_mail_goes_out_with_whom_to_ask_at_its_foot(at: datetime) -> None:
    written(at)
    assert send_waiting(at=at) == 1
    (message,) = outbox.outbox
    assert message.to == [TO]
    assert message.subject == "【建設キャリアアップシステム】申請を受け付けました（申請番号 2026-000123）"
    assert "電話：03-6386-3725" in str(message.body)


def test_one_cause_writes_one_mail_to_one_address(at: datetime) -> None:
    for to in (TO, TO, "other@example.jp"):
        written(at, to=to)
    assert Mail.objects.count() == 2


def test_what_was_sent_is_not_sent_again_and_forgets_its_body(at: datetime) -> None:
    written(at)
    assert [send_waiting(at=at), send_waiting(at=at)] == [1, 0]
    assert Mail.objects.values_list("sent_at", "body").get() == (at, "")


def test_mails_go_out_oldest_first(at: datetime) -> None:
    for n in range(3):
        written(at, source=f"application:{n}", number=f"N{n}")
    send_waiting(at=at)
    assert [message.subject[-3:-1] for message in outbox.outbox] == ["N0", "N1", "N2"]


@pytest.mark.parametrize(
    "to",
    [
        "a@example.jp\nBcc: b@example.jp",
        "a@example.jp\r",
        "a@example.jp, b@example.jp",
        "mirai",
        "あ@",
        "a" * 250 + "@b.jp",
    ],
)
def test_an_address_that_is_not_one_address_is_refused(to: str, at: datetime) -> None:
    with pytest.raises(AddressWrong):
        written(at, to=to)
    assert not Mail.objects.exists()


@pytest.mark.parametrize("to", ["a..b.@docomo.ne.jp", ".x@ezweb.ne.jp", "mirai@日本.jp"])
def test_the_odd_addresses_of_old_telephones_get_their_mail(to: str, at: datetime) -> None:
    written(at, to=to)
    assert send_waiting(at=at) == 1
    assert outbox.outbox[0].message()["To"].startswith(to[:5])


@pytest.mark.parametrize("number", ["1\nBcc: b@example.jp", "1\r", "1\u2028", "1" * 200])
def test_a_subject_of_more_than_one_line_is_refused(number: str, at: datetime) -> None:
    with pytest.raises(SubjectWrong):
        written(at, number=number)


def test_a_person_without_an_address_gets_no_mail(at: datetime) -> None:
    written(at, to="")
    assert not Mail.objects.exists()


def test_a_mail_that_fails_waits_longer_each_time(at: datetime, settings: Settings) -> None:
    settings.EMAIL_BACKEND = by(Refuses)
    written(at)
    waits, now = [], at
    for _ in range(6):
        send_waiting(at=now)
        held = Mail.objects.get()
        waits.append(held.next_at - now)
        now = held.next_at
    assert [wait // timedelta(minutes=1) for wait in waits] == [1, 5, 15, 60, 240, 240]


def test_a_mail_is_not_tried_before_its_time(at: datetime, settings: Settings) -> None:
    settings.EMAIL_BACKEND = by(Refuses)
    written(at)
    for seconds in (0, 59):
        send_waiting(at=at + timedelta(seconds=seconds))
    assert Mail.objects.get().tries == 1


def test_a_mail_is_given_up_after_three_days(at: datetime, settings: Settings) -> None:
    settings.EMAIL_BACKEND = by(Refuses)
    written(at)
    later = at + timedelta(days=3)
    send_waiting(at=later)
    assert Mail.objects.values_list("given_up_at", "body").get() == (later, "")


def test_after_a_dead_line_the_others_wait_untried(at: datetime, settings: Settings) -> None:
    settings.EMAIL_BACKEND = by(IsGone)
    for n in range(3):
        written(at, source=f"application:{n}")
    assert send_waiting(at=at) == 0
    assert sorted(Mail.objects.values_list("tries", flat=True)) == [0, 0, 1]


def test_the_log_of_a_failure_names_neither_address_nor_words(
    at: datetime, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    settings.EMAIL_BACKEND = by(Refuses)
    written(at)
    with caplog.at_level(logging.WARNING):
        send_waiting(at=at)
    assert "SMTPRecipientsRefused" in caplog.text
    assert not [word for word in (TO, "example", "2026-000123", "再発行") if word in caplog.text]


def test_the_same_words_reach_the_portal_as_a_notice(at: datetime) -> None:
    tell(account=accounts.account().pk, text=Text.PASSWORD_CHANGED, source="password:1", at=at)
    assert Notice.objects.values_list("kind", "title").get() == ("security", "パスワードを変更しました")


def test_a_body_is_forgotten_but_never_rewritten(at: datetime) -> None:
    write_mail(to=TO, text=Text.PASSWORD_CHANGED, source="a", at=at)
    with pytest.raises(IntegrityError, match="stays, or is forgotten"), transaction.atomic():
        Mail.objects.update(body="ほかの言葉")
    assert Mail.objects.update(body="") == 1
