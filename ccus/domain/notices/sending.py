"""メールを送る: what acts have written, oldest first (NOTE-03, NOTE-04, NOTE-05)."""

import logging
from datetime import datetime
from smtplib import SMTPDataError, SMTPRecipientsRefused

from django.core.mail import EmailMessage
from django.db import transaction

from ccus.domain.notices import rules
from ccus.domain.notices.models import Mail

_log = logging.getLogger(__name__)
_A_TURN = 200
# What a server says about one mail; after any other error the line itself is in doubt.
_ABOUT_ONE = (SMTPRecipientsRefused, SMTPDataError, ValueError)


def send_waiting(*, at: datetime) -> int:
    """Send what is due, each mail in a transaction of its own; stops where the line fails. Returns how many went."""
    sent = 0
    for _ in range(_A_TURN):
        outcome = _send_next(at)
        if outcome is None:
            break
        sent += outcome
    return sent


@transaction.atomic
def _send_next(at: datetime) -> int | None:
    """1 for a mail that went, 0 for one that did not, None where nothing is due or the line failed."""
    waiting = Mail.objects.filter(sent_at__isnull=True, given_up_at__isnull=True, next_at__lte=at)
    mail = waiting.select_for_update(skip_locked=True).order_by("pk").first()
    if mail is None:
        return None
    try:
        EmailMessage(subject=mail.subject, body=mail.body, to=[mail.to]).send()
    except _ABOUT_ONE as error:
        _put_off(mail, error, at)
        return 0
    except OSError as error:
        _put_off(mail, error, at)
        return None
    Mail.objects.filter(pk=mail.pk).update(sent_at=at, body="")
    return 1


def _put_off(mail: Mail, error: Exception, at: datetime) -> None:
    tries, is_over = mail.tries + 1, at - mail.written_at >= rules.GIVEN_UP_AFTER
    _log.warning(
        "mail %s %s: %s", mail.pk, "given up" if is_over else f"failed {tries} times", type(error).__name__
    )
    row = Mail.objects.filter(pk=mail.pk)
    if is_over:
        row.update(tries=tries, given_up_at=at, body="")
    else:
        row.update(tries=tries, next_at=rules.next_try(at, tries))
