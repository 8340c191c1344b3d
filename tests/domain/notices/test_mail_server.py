"""メールサーバーとの会話: what leaves by SMTP, and what a server's no does (NOTE-03, NOTE-04)."""

import email
import email.policy
import socketserver
from collections.abc import Iterator
from datetime import date, datetime
from email.message import EmailMessage
from pathlib import Path
from threading import Thread

import pytest
from pytest_django import Settings

from ccus.domain.notices.actions import write_mail
from ccus.domain.notices.models import Mail
from ccus.domain.notices.sending import send_waiting
from ccus.domain.notices.texts import Text

OLD_TELEPHONE, NOBODY = "a..b.@docomo.ne.jp", "nobody@example.jp"
pytestmark = pytest.mark.django_db


class Postman(socketserver.StreamRequestHandler):
    """One conversation: takes every mail but those to `NOBODY`."""

    def handle(self) -> None:
        self.say("220 ready")
        while command := self.rfile.readline().decode().strip():
            if command.upper() == "DATA":
                self.say("354 go on")
                lines = iter(self.rfile.readline, b".\r\n")
                self.server.taken.append(b"".join(lines))  # type: ignore[attr-defined]
            self.say("550 no such person" if NOBODY in command else "250 ok")

    def say(self, answer: str) -> None:
        self.wfile.write(f"{answer}\r\n".encode())


@pytest.fixture
def taken(settings: Settings) -> Iterator[list[bytes]]:
    """What a mail server of this machine took."""
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Postman) as server:
        server.taken = []  # type: ignore[attr-defined]
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.server_address[1]
        settings.EMAIL_USE_TLS = False
        settings.DEFAULT_FROM_EMAIL = "建設キャリアアップシステム <noreply@portal.example>"
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield server.taken  # type: ignore[attr-defined]
        server.shutdown()
        thread.join()


def fee_due(to: str, at: datetime) -> None:
    write_mail(
        to=to,
        text=Text.FEE_DUE,
        source="application:1",
        at=at,
        number="00000000000125",
        kind="カードの再発行",
        amount=1000,
        due_on=date(2026, 12, 20),
    )


def read(data: bytes) -> EmailMessage:
    message = email.message_from_bytes(data, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    return message


def test_a_mail_leaves_in_letters_that_people_can_read(taken: list[bytes], at: datetime) -> None:
    fee_due(OLD_TELEPHONE, at)
    assert send_waiting(at=at) == 1
    message = read(taken[0])
    assert message["To"] == OLD_TELEPHONE
    assert message["From"] == "建設キャリアアップシステム <noreply@portal.example>"
    assert "【建設キャリアアップシステム】料金のお支払いをお願いします" in message["Subject"]
    assert "お支払いの期限：2026年12月20日" in message.get_content()


def test_an_address_that_the_server_refuses_does_not_hold_up_the_next(
    taken: list[bytes], at: datetime
) -> None:
    for to in (NOBODY, "mirai@example.jp"):
        fee_due(to, at)
    assert send_waiting(at=at) == 1
    assert [read(data)["To"] for data in taken] == ["mirai@example.jp"]
    assert Mail.objects.get(to=NOBODY).tries == 1


def test_a_server_that_is_not_there_holds_up_only_until_the_next_try(
    settings: Settings, at: datetime
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    fee_due("mirai@example.jp", at)
    assert send_waiting(at=at) == 0
    assert Mail.objects.get().next_at > at


def test_in_the_demo_a_mail_becomes_a_file(settings: Settings, tmp_path: Path, at: datetime) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = tmp_path
    fee_due("mirai@example.jp", at)
    send_waiting(at=at)
    (file,) = tmp_path.iterdir()
    assert "金額：1,000円（税込み）" in read(file.read_bytes()).get_content()
