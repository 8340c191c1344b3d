"""メールを書く, as part of an act; sending comes later (`sending.py`)."""

import re
from collections.abc import Iterable, Mapping
from datetime import datetime

from django.conf import settings

from ccus.domain.notices import rules
from ccus.domain.notices.models import Mail
from ccus.domain.notices.texts import Text
from ccus.domain.notices.wording import Written
from ccus.foundation.refusals import Refusal

SIGN = "建設キャリアアップシステム"
# Telephone companies gave out addresses like `a..b.@…`: they are good, though no standard says so.
_ONE_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[^\s@,;:<>()\[\]\"\\]+\.[^\s@,;:<>()\[\]\"\\]+")


class AddressWrong(Refusal):
    """メールアドレスの誤り: not one address on one line (NOTE-06)."""


class SubjectWrong(Refusal):
    """件名の誤り: more than one line, or too long (NOTE-06)."""


def put_in_outbox(*, to: str, text: Text, source: str, at: datetime, values: dict[str, object]) -> None:
    """Store a mail in the caller's transaction, once for one address and cause (NOTE-03).

    Nothing is stored for a person without an address. Raises `AddressWrong`, `SubjectWrong`.
    """
    if not to:
        return
    _require_address(to)
    Mail.objects.bulk_create([_mail(to, text, source, at, values)], ignore_conflicts=True)


def put_each_in_outbox(
    *, text: Text, source: str, at: datetime, told: Iterable[tuple[str, Mapping[str, object]]]
) -> None:
    """The same for many, (address, values) of each, in one statement. What is no address gets nothing, and keeps
    nobody else from theirs (NOTE-06).
    """
    Mail.objects.bulk_create(
        [_mail(to, text, source, at, values) for to, values in told if _is_address(to)], ignore_conflicts=True
    )


def _mail(to: str, text: Text, source: str, at: datetime, values: Mapping[str, object]) -> Mail:
    written = text.written(**{"portal": settings.PUBLIC_URL, **values})
    return Mail(
        to=to,
        subject=_subject(written),
        body=f"{written.body}\n\n{_foot()}",
        source=source,
        written_at=at,
        next_at=at,
    )


def _is_address(to: str) -> bool:
    is_one = _ONE_ADDRESS.fullmatch(to) is not None and to.isprintable()
    return is_one and len(to) <= rules.ADDRESS_LENGTH


def _require_address(to: str) -> None:
    if not _is_address(to):
        raise AddressWrong(
            "メールアドレスの形になっていません。「name@example.jp」のように、1つだけ書いてください。", "mail"
        )


def _subject(written: Written) -> str:
    subject = f"【{SIGN}】{written.title}"
    longest = Mail._meta.get_field("subject").max_length or 0  # noqa: SLF001 - public in Django in all but its name
    if not subject.isprintable() or len(subject) > longest:
        raise SubjectWrong(f"メールの件名は、{longest}文字以内の1行にしてください。")
    return subject


def _foot() -> str:
    return "\n".join(
        [
            "-" * 30,
            f"問い合わせ先：{settings.CONTACT_NAME}",
            f"電話：{settings.CONTACT_TEL}（{settings.CONTACT_HOURS}）",
            f"メール：{settings.CONTACT_MAIL}",
            "このメールには返信できません。",
        ]
    )
