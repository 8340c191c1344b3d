"""人とカード: checks of a submission that look at who somebody is and which card is in hand."""

from datetime import date

from ccus.domain.applications.checks.faults import CardMissing, Fault, RenewalNotDue
from ccus.domain.applications.contents import Contents
from ccus.domain.applications.terms import ApplicationKind, Operation
from ccus.domain.cards.reading import card_in_hand
from ccus.domain.cards.rules import colour, renewable_from
from ccus.domain.workers.actions.registration import AlreadyRegistered
from ccus.domain.workers.models import CoreWorkerQualification, WorkerName
from ccus.domain.workers.rules import BirthDateImpossible, require_possible_birth
from ccus.foundation.japanese import date_words
from ccus.foundation.refusals import Refusal
from ccus.foundation.superseding import standing_on

_OF_CARDS = {ApplicationKind.COLOUR_CHANGE, ApplicationKind.REISSUE, ApplicationKind.RENEWAL}


def birth_faults(contents: Contents, *, today: date) -> list[Fault]:
    """A birth date that cannot be."""
    for row in contents.get("birth", ()):
        born = row.values.get("birth_on")
        if not born:
            continue
        try:
            require_possible_birth(date.fromisoformat(str(born)), registered_on=today)
        except BirthDateImpossible as impossible:
            return [Fault("birth", row.key, impossible)]
    return []


def known_faults(contents: Contents) -> list[Fault]:
    """A person who is registered (APP-16). Looked for when nothing else is wrong, and by a submission only."""
    if not contents.get("birth") or not contents.get("name"):
        return []
    birth, name = contents["birth"][0], contents["name"][0]
    same = WorkerName.objects.filter(
        worker__birth_on=date.fromisoformat(str(birth.values["birth_on"])),
        official=name.values.get("official") or "",
        kana=name.values.get("kana") or "",
        superseded_at__isnull=True,
    )
    if not same.exists():
        return []
    known = AlreadyRegistered(
        "入力された情報は既に登録されています。前に登録したことがある方は、その技能者IDを使ってください。"
        "心当たりがないときは、お問い合わせセンターに連絡してください。",
        "official",
    )
    return [Fault("name", name.key, known)]


def card_faults(kind: ApplicationKind, contents: Contents, *, worker: int | None, today: date) -> list[Fault]:
    """No card to change, or a card that would stay as it is (APP-20)."""
    if kind not in _OF_CARDS or worker is None:
        return []
    card = card_in_hand(worker, on=today)
    if card is None:
        return _whole(CardMissing("お持ちのカードがありません。お問い合わせセンターに連絡してください。"))
    if kind is ApplicationKind.RENEWAL:
        return _too_early(card.expires_on, today)
    if card.is_expired:
        return _whole(CardMissing("カードの有効期限が過ぎています。カードの更新を申請してください。"))
    if kind is ApplicationKind.COLOUR_CHANGE and card.colour == _colour_then(contents, worker, today):
        return _whole(
            CardMissing("カードの色は変わりません。登録基幹技能者資格を足すと、ゴールドカードになります。")
        )
    return []


def _too_early(expires_on: date, today: date) -> list[Fault]:
    from_on = renewable_from(expires_on)
    if today >= from_on:
        return []
    return _whole(
        RenewalNotDue(
            f"カードの有効期限は{date_words(expires_on)}です。更新は、{date_words(from_on)}から申請できます。"
            "その日まで待つか、この申請を取り下げてください。"
        )
    )


def _colour_then(contents: Contents, worker: int, today: date) -> str:
    rows = contents.get("core", ())
    removed = [row.base for row in rows if row.op is Operation.REMOVE and row.base is not None]
    held = standing_on(CoreWorkerQualification.objects.filter(worker=worker), today).exclude(pk__in=removed)
    gained = any(row.op is not Operation.REMOVE for row in rows)
    return colour(is_core_worker=gained or held.exists())


def _whole(refusal: Refusal) -> list[Fault]:
    return [Fault("", "", refusal)]
