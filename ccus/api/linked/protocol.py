"""やりとりの形: what a page of the roster says (DISC-14)."""

from datetime import date

import msgspec

from ccus.domain.disclosure.terms import WORDS
from ccus.domain.workers.terms import Item

MOST = 200
"""People on a page."""
ITEMS = {
    "name": Item.NAME,
    "birth": Item.BIRTH_DATE,
    "status": Item.STATUS,
    "insurance": Item.INSURANCE,
    "trades": Item.TRADES,
    "qualifications": Item.QUALIFICATIONS,
    "training": Item.TRAINING,
    "employers": Item.EMPLOYERS,
}
"""What may be asked for: its word in an address → 情報項目. 技能者ID, フリガナ, カードの色, 主な職種 always come."""


class Site(msgspec.Struct):
    """現場."""

    number: str
    name: str


class Person(msgspec.Struct):
    """名簿の人. `registered`: 区分 → rows of fields, of what was asked for; images are never among them."""

    number: str
    name_kana: str
    card_colour: str
    main_trade: str
    birth_on: date | None
    registered: dict[str, list[dict[str, str | int | bool | None]]]


class Roster(msgspec.Struct):
    """名簿の一ページ, in the order of IDs. `next`: what to give as `after` for the page behind; null on the last."""

    site: Site
    on: date
    people: list[Person]
    next: str | None


class Fault(msgspec.Struct):
    """誤り: what is wrong with the request as a whole."""

    code: str
    sentence: str


class Refused(msgspec.Struct):
    """お断り: nobody was looked at."""

    error: Fault


def words_of_items() -> str:
    """What may be asked for, with the words of the worker's own page."""
    return "、".join(f"{name}（{WORDS[item]}）" for name, item in ITEMS.items())
