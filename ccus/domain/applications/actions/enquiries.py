"""お問い合わせ: looking a worker up, after saying why (OFFICE-06)."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q

from ccus.domain.accounts.officers import require_duty
from ccus.domain.accounts.terms import Duty
from ccus.domain.applications.enquiring import in_words
from ccus.domain.applications.models import Enquiry
from ccus.domain.applications.terms import EnquiryReason
from ccus.domain.audit.actions import record
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.disclosure.reading import WorkerSeen, workers_as_seen_by
from ccus.domain.disclosure.terms import Purpose
from ccus.domain.workers.models import Worker, WorkerName
from ccus.domain.workers.terms import Item
from ccus.foundation.clock import day_of
from ccus.foundation.japanese import katakana, tidy
from ccus.foundation.refusals import Refusal
from ccus.foundation.superseding import standing_on

MOST, SHORTEST_KANA = 20, 2


class NothingToLookFor(Refusal):
    """検索条件の不足: neither ID nor フリガナ nor birth date, or too little of a フリガナ (OFFICE-06)."""


class NobodyOfThatNumber(Refusal):
    """該当なし: no worker has this 技能者ID."""


@dataclass(frozen=True, slots=True)
class LookedUp:
    """検索の結果: at most 20, with ID, フリガナ and birth year; `has_more` if others fit as well."""

    workers: tuple[WorkerSeen, ...]
    has_more: bool


@dataclass(frozen=True, slots=True)
class Wanted:
    """さがす条件: what is empty is not asked. `kana` is matched from its beginning, with or without spaces."""

    number: str = ""
    kana: str = ""
    birth_on: date | None = None


@transaction.atomic
def look_up(*, wanted: Wanted, reason: EnquiryReason, note: str, by: Actor, at: datetime) -> LookedUp:
    """技能者をさがす, for the contact centre; who is listed reads why (OFFICE-06).

    Raises `NothingToLookFor`, `WhyMissing`, `NotAllowed`.
    """
    require_duty(by, Duty.CONTACT)
    why = in_words(reason, note)
    found = _found(wanted, day_of(at))
    seen = workers_as_seen_by(
        by, found[:MOST], purpose=Purpose.ENQUIRY, reason=why, at=at, items={Item.CARD, Item.BIRTH_YEAR}
    )
    record(
        act=Act.WORKERS_LOOKED_UP,
        by=by,
        at=at,
        subject=("officer", by.id),
        reason=reason.value,
        found=len(seen),
    )
    return LookedUp(tuple(sorted(seen, key=lambda worker: worker.kana)), len(found) > MOST)


@transaction.atomic
def open_record(*, number: str, reason: EnquiryReason, note: str, by: Actor, at: datetime) -> int:
    """登録情報を開く: writes why, who and when; returns the key of the enquiry, which opens the record (OFFICE-06).

    Raises `NobodyOfThatNumber`, `WhyMissing`, `NotAllowed`.
    """
    require_duty(by, Duty.CONTACT)
    in_words(reason, note)
    worker = Worker.objects.filter(number=number).first()
    if worker is None:
        raise NobodyOfThatNumber(
            f"技能者ID {number} の方は登録されていません。番号を確かめてください。", "number"
        )
    enquiry = Enquiry.objects.create(officer_id=by.id, worker=worker, reason=reason, note=tidy(note), at=at)
    record(
        act=Act.ENQUIRY_RECORDED,
        by=by,
        at=at,
        subject=("worker", worker.pk),
        enquiry=enquiry.pk,
        reason=reason.value,
    )
    return enquiry.pk


def _found(wanted: Wanted, today: date) -> list[int]:
    """Up to one more than are listed, each by an index."""
    if wanted.number:
        workers = Worker.objects.filter(number=wanted.number)
        if wanted.birth_on is not None:
            workers = workers.filter(birth_on=wanted.birth_on)
        return list(workers.values_list("pk", flat=True))
    kana = katakana(wanted.kana)
    if wanted.birth_on is None and len(kana.replace(" ", "")) < SHORTEST_KANA:
        raise NothingToLookFor(
            f"技能者ID、フリガナのはじめの{SHORTEST_KANA}文字以上、生年月日のどれかを入力してください。",
            "kana" if kana else None,
        )
    names = standing_on(WorkerName.objects.all(), today).filter(_beginning(kana))
    if wanted.birth_on is not None:
        names = names.filter(worker__birth_on=wanted.birth_on)
    return list(names.values_list("worker", flat=True)[: MOST + 1])


def _beginning(kana: str) -> Q:
    """Names that begin so, whatever spaces were typed; the first letters go by the index."""
    letters = kana.replace(" ", "")
    if not letters:
        return Q()
    first = Q(kana__startswith=letters[:2]) | Q(kana__startswith=f"{letters[0]} {letters[1:2]}".rstrip())
    spaced = r"\ ?".join(_escaped(letter) for letter in letters)
    return first & Q(kana__regex=f"^{spaced}")


def _escaped(letter: str) -> str:
    return letter if letter.isalnum() or letter == "ー" else f"\\{letter}"
