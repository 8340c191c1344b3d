"""印刷データと台紙: made by the job, fetched by officers, letters made anew (PRINT-03 to PRINT-06)."""

from collections.abc import Callable, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from ccus.domain.audit.actions import record
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.printing.making import ToEnclose, ToPrint, to_enclose, to_print
from ccus.domain.printing.models import LetterFile, PrintBatch, PrintPart
from ccus.domain.printing.policies import (
    AlreadyFetched,
    letters_to_fetch,
    part_made,
    readable_reason,
    require_printer,
    unposted,
    unposted_alone,
)
from ccus.foundation.constraints import one_at_a_time, refusing

Drawn = Callable[[Sequence[ToPrint]], bytes]
Typeset = Callable[[Sequence[ToEnclose]], bytes]


@transaction.atomic
def make_part(*, batch: UUID, part: int, faces: Drawn, letters: Typeset, by: Actor, at: datetime) -> bool:
    """部分の作成: print data and letters are stored together with the passwords in them, or nothing is (PRINT-03).

    `faces` and `letters` draw what they are given. False where the part is stored already. Raises `NotAllowed`,
    `BatchPosted`, and whatever drawing raises.
    """
    require_printer(by)
    one_at_a_time("print_part", f"{batch}:{part}")
    held = unposted(batch)
    if PrintPart.objects.filter(batch=held, part=part).exists():
        return False
    cards = to_print(held, part, by=by, at=at)
    drawn = faces(cards) if cards else b""
    stored = PrintPart.objects.create(batch=held, part=part, made_at=at, content=drawn)
    if cards:
        enclosed = letters(to_enclose(held, cards, by=by, at=at))
        LetterFile.objects.create(part=stored, made_at=at, made_by=str(by), content=enclosed)
    PrintBatch.objects.filter(pk=held.pk).update(fault="")
    subject = ("print_batch", held.pk)
    record(act=Act.PRINT_PART_MADE, by=by, at=at, subject=subject, part=part, cards=len(cards))
    return True


@transaction.atomic
def fetch_faces(*, batch: UUID, part: int, by: Actor, at: datetime) -> bytes:
    """印刷データの受け取り, as often as needed until the batch is posted (PRINT-04).

    Raises `NotAllowed`, `BatchPosted`, `NotMade`.
    """
    require_printer(by)
    held = unposted(batch)
    made = part_made(held, part)
    record(act=Act.PRINT_DATA_FETCHED, by=by, at=at, subject=("print_batch", held.pk), part=part)
    return bytes(made.content or b"")


@transaction.atomic
def fetch_letters(*, batch: UUID, part: int, by: Actor, at: datetime) -> bytes:
    """台紙の受け取り, once: what was fetched is erased with the same transaction (PRINT-05).

    Raises `NotAllowed`, `BatchPosted`, `NotMade`, `AlreadyFetched`.
    """
    require_printer(by)
    held = unposted(batch)
    letters = letters_to_fetch(part_made(held, part))
    LetterFile.objects.filter(pk=letters.pk).update(content=None, fetched_at=at, fetched_by=str(by))
    record(act=Act.LETTERS_FETCHED, by=by, at=at, subject=("print_batch", held.pk), part=part)
    return bytes(letters.content or b"")


@transaction.atomic
def make_letters_anew(
    *, batch: UUID, part: int, reason: str, letters: Typeset, by: Actor, at: datetime
) -> None:
    """台紙の作り直し, with a reason, by whoever lost the file: with new passwords, so that the lost ones open nothing.

    Raises `NotAllowed`, `BatchPosted`, `NotMade`, `ReasonWrong`, `AlreadyFetched` where some wait to be fetched
    (PRINT-05).
    """
    require_printer(by)
    words = readable_reason(reason)
    held = unposted_alone(batch)
    made = part_made(held, part)
    waiting = AlreadyFetched("この部分には、受け取れる台紙があります。そちらを受け取ってください。", "reason")
    cards = to_print(held, part, by=by, at=at)
    enclosed = letters(to_enclose(held, cards, by=by, at=at))
    with refusing({"letter_file_one_to_fetch": waiting}):
        LetterFile.objects.create(part=made, made_at=at, made_by=str(by), reason=words, content=enclosed)
    record(act=Act.LETTERS_MADE, by=by, at=at, subject=("print_batch", held.pk), part=part, cards=len(cards))
