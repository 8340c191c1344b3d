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
    "work_history": Item.WORK_HISTORY,
}
"""What may be asked for: its word in an address → 情報項目. 技能者ID, フリガナ, カードの色, 主な職種 always come."""


class Site(msgspec.Struct):
    """現場."""

    number: str
    name: str


class SiteDays(msgspec.Struct):
    """就業日数 at this site alone: days (正式 and 連結待ち), the 正式 days among them, and the first day."""

    days: int
    official_days: int
    since: date


class Person(msgspec.Struct):
    """名簿の人. `registered`: 区分 → rows of fields, of what was asked for; images are never among them.

    `site_days`: null where work_history was not asked for, or where there is no day yet.
    """

    number: str
    name_kana: str
    card_colour: str
    main_trade: str
    birth_on: date | None
    registered: dict[str, list[dict[str, str | int | bool | None]]]
    site_days: SiteDays | None


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
