"""Two jobs at once: a mail goes out once."""

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial

import pytest
from django.core import mail as outbox
from django.db import IntegrityError

from ccus.domain.notices.actions import write_mail
from ccus.domain.notices.models import Mail
from ccus.domain.notices.sending import send_waiting
from ccus.domain.notices.texts import Text
from ccus.foundation.databases import Databases
from tests.domain.races import contested

AT = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)


def write(addresses: Sequence[str]) -> None:
    for to in addresses:
        write_mail(to=to, text=Text.MAIL_CHANGED, source="contact:1", at=AT)


def test_two_jobs_that_send_at_once_send_each_mail_once(fresh_database: Databases) -> None:
    write(["a@example.jp", "b@example.jp"])
    send = partial(send_waiting, at=AT)
    assert contested(send, send) is None
    assert sorted(message.to[0] for message in outbox.outbox) == ["a@example.jp", "b@example.jp"]


def test_the_same_cause_at_once_writes_one_mail(fresh_database: Databases) -> None:
    assert contested(partial(write, ["a@example.jp"]), partial(write, ["a@example.jp"])) is None
    assert Mail.objects.count() == 1


@pytest.mark.django_db
def test_the_database_takes_no_second_line_in_a_head() -> None:
    with pytest.raises(IntegrityError, match="mail_heads_in_one_line"):
        Mail.objects.create(
            to="a@b.jp\nBcc: c@d.jp", subject="件名", body="", source="x", written_at=AT, next_at=AT
        )
