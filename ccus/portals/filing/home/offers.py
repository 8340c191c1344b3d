"""始められる申請: what somebody can file now, what it costs, and what is not open yet."""

from datetime import date

from ccus.domain.applications.terms import ENTRUSTABLE, ApplicationKind
from ccus.domain.cards.renewing import RenewalShown, renewal_of
from ccus.domain.features.reading import is_open
from ccus.domain.features.terms import Feature
from ccus.domain.fees.reading import price
from ccus.domain.fees.terms import FeeKind
from ccus.domain.workers.reading import grade_of
from ccus.domain.workers.terms import Grade
from ccus.entrance.who import Filer
from ccus.foundation.japanese import date_words
from ccus.portals.filing.home.offer import Offer
from ccus.portals.filing.home.offers_of_companies import COMPANY, SOLE, of_company

_TEXTS = {
    ApplicationKind.CHANGE: (
        "住所、氏名、所属事業者、社会保険、資格など、登録している内容が変わったとき。"
        "足すことも、一部を消すこともできます。"
    ),
    ApplicationKind.UPGRADE: (
        "保有資格、研修、表彰なども登録して、経験と技能を見せられるようにします。"
        "簡略型で登録した方のためのものです。"
    ),
    ApplicationKind.COLOUR_CHANGE: "登録基幹技能者の資格を取ったときなど。新しい色のカードが届きます。",
    ApplicationKind.REISSUE: "カードをなくした、こわれた、読み取れなくなったとき。いまのカードは使えなくなります。",
    ApplicationKind.RENEWAL: "有効期限が近づいたとき。",
    ApplicationKind.WITHDRAWAL: "登録をやめるとき（削除申請）。カードは使えなくなります。",
}
_FEES = {
    ApplicationKind.UPGRADE: FeeKind.UPGRADE,
    ApplicationKind.COLOUR_CHANGE: FeeKind.COLOUR_CHANGE,
    ApplicationKind.REISSUE: FeeKind.REISSUE,
    ApplicationKind.RENEWAL: FeeKind.RENEWAL,
}
_SWITCHES = {ApplicationKind.RENEWAL: Feature.RENEWAL, ApplicationKind.WITHDRAWAL: Feature.WITHDRAWAL}
_GRADES = {
    Grade.SIMPLE: (
        FeeKind.REGISTRATION_SIMPLE,
        "本人の情報、所属事業者、社会保険、職種を登録します。カードを作り、就業履歴をためられます。資格はのりません。あとから詳細型に変えられます。",
    ),
    Grade.DETAILED: (
        FeeKind.REGISTRATION_DETAILED,
        "簡略型の内容に加えて、保有資格、健康診断、研修、表彰も登録します。証書の写真を用意してください。登録基幹技能者の方は、ゴールドカードになります。",
    ),
}


def offers_for(filer: Filer, *, on: date) -> tuple[Offer, ...]:
    """Workers and companies: everything about their registration. Applicants: the registration they asked for."""
    if filer.company is not None:
        own = _of_worker_all(filer.worker, on) if filer.worker is not None else ()
        return (*own, *of_company(filer.company, on=on))
    if filer.worker is not None:
        return (*_of_worker_all(filer.worker, on), SOLE)
    return (COMPANY,) if filer.is_for_company else _registrations(on)


def offers_for_client(worker: int, *, on: date) -> tuple[Offer, ...]:
    """What a company may file for a worker (PROXY-05)."""
    return tuple(offer for offer in _of_worker_all(worker, on) if offer.kind in ENTRUSTABLE)


def _registrations(on: date) -> tuple[Offer, ...]:
    return tuple(
        Offer(ApplicationKind.REGISTRATION, grade.label, text, price(fee, on=on), grade=grade.value)
        for grade, (fee, text) in _GRADES.items()
    )


def _of_worker_all(worker: int, on: date) -> tuple[Offer, ...]:
    is_detailed = grade_of(worker, on=on) is Grade.DETAILED
    return tuple(
        _of_worker(worker, kind, text, on)
        for kind, text in _TEXTS.items()
        if not (is_detailed and kind is ApplicationKind.UPGRADE)
    )


def _of_worker(worker: int, kind: ApplicationKind, text: str, on: date) -> Offer:
    if kind is ApplicationKind.RENEWAL and (renewal := renewal_of(worker, on=on)) is not None:
        return _renewal(renewal, on)
    fee, switch = _FEES.get(kind), _SWITCHES.get(kind)
    return Offer(
        kind,
        kind.label,
        text,
        price(fee, on=on) if fee is not None else 0,
        is_open=switch is None or is_open(switch, on=on),
        page="worker:leaving" if kind is ApplicationKind.WITHDRAWAL else "",
    )


def _renewal(renewal: RenewalShown, on: date) -> Offer:
    """From when, and what the card in hand is good for until the new one comes (CARD-30, CARD-32)."""
    expires = date_words(renewal.expires_on)
    until = (
        f"有効期限（{expires}）を過ぎています。新しいカードが発行される日まで、カードは使えません。"
        if renewal.is_over
        else f"有効期限は{expires}です。新しいカードが発行されるまで、有効期限の日まで今のカードを使えます。"
    )
    return Offer(
        ApplicationKind.RENEWAL,
        ApplicationKind.RENEWAL.label,
        f"{until}本人確認書類の写真を用意してください。",
        price(FeeKind.RENEWAL, on=on),
        is_open=renewal.is_due,
        later=f"{date_words(renewal.from_on)}から申請できます。",
    )
