"""現場の突き合わせ: how alike a site that a worker typed and a registered one are, and why. Pure (PORTAL-24, D-16)."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ccus.foundation.japanese import half_width, katakana
from ccus.foundation.periods import Period

ALIKE, VERY_ALIKE = 0.5, 0.8
_A_NUMBER = 10.0
_KANJI = str.maketrans("〇一二三四五六七八九", "0123456789")
_BESIDE = re.compile(r"[\s・‐‑–—―−ー、,。.()（）「」-]+")
_PREFECTURE = re.compile(r"^(?:東京都|北海道|(?:京都|大阪)府|.{2,3}県)")
_STREET = re.compile(r"丁目|番地?ノ?|号|大字|字")
_LOOSE = re.compile(r"(?<![0-9])-|-(?![0-9])")
_FORM = re.compile(r"株式会社|有限会社|合同会社|合資会社|合名会社|\(株\)|\(有\)")
_WORKS = re.compile(r"新築|改修|補修|改築|増築|解体|仮称|工事|計画")


@dataclass(frozen=True, slots=True)
class Described:
    """現場の説明: what is known of a site, by its worker or by its registration; "" for nothing."""

    name: str
    address: str = ""
    labour_insurance: str = ""
    building_confirmation: str = ""
    corins: str = ""
    prime_name: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """突き合わせの結果: `score` orders proposals, `why` says it in words, `days` are those that the period holds."""

    score: float
    why: tuple[str, ...]
    days: tuple[date, ...]


def match(typed: Described, site: Described, periods: Iterable[Period], days: Iterable[date]) -> Match | None:
    """Whether a registered site may be the one that was typed; None: nothing speaks for it, or no day lies in it.

    A number that is the same speaks for itself. Without one, address and name must both be alike, or one of them very
    much so.
    """
    held, asked = tuple(periods), sorted(set(days))
    inside = tuple(day for day in asked if any(day in period for period in held))
    if asked and not inside:
        return None
    numbers = _same_numbers(typed, site)
    address = alike(plain_address(typed.address), plain_address(site.address))
    name = alike(plain_name(typed.name), plain_name(site.name))
    if not numbers and not (min(address, name) >= ALIKE or max(address, name) >= VERY_ALIKE):
        return None
    is_prime = bool(typed.prime_name) and plain_firm(typed.prime_name) == plain_firm(site.prime_name)
    why = (
        *numbers,
        *_words("施工場所住所", address),
        *_words("現場名", name),
        *(("元請事業者名が同じです",) if is_prime else ()),
        *((f"入力した{len(asked)}日のうち{len(inside)}日が、この現場の期間に入っています",) if asked else ()),
    )
    return Match(_A_NUMBER * len(numbers) + address + name + is_prime, why, inside)


def alike(one: str, other: str) -> float:
    """似ている度合い from 0 to 1: pairs of letters that both have, of all that they have (Dice)."""
    if one == other:
        return 1.0 if one else 0.0
    pairs, others = _pairs(one), _pairs(other)
    total = sum(pairs.values()) + sum(others.values())
    return 2 * sum((pairs & others).values()) / total if total else 0.0


def plain_address(text: str) -> str:
    """住所 as it is compared: without prefecture, 丁目 and 番地 as hyphens, 一 as 1.

    >>> plain_address("東京都港区虎ノ門四丁目１番２号")
    '港区虎ノ門4-1-2'
    """
    plain = half_width(katakana(text)).translate(_KANJI)
    streets = _STREET.sub("-", _PREFECTURE.sub("", _BESIDE.sub("-", plain).strip("-")))
    return _LOOSE.sub("", re.sub(r"-+", "-", streets))


def plain_name(text: str) -> str:
    """現場名 as it is compared: without what every site is called.

    >>> plain_name("（仮称）虎ノ門四丁目計画 新築工事")
    '虎ノ門4丁目'
    """
    plain = _folded(text)
    return _WORKS.sub("", plain) or plain


def name_stem(text: str) -> str:
    """The longest part of a 現場名 between the words that every site has."""
    return max(_WORKS.split(_folded(text)), key=len)


def plain_firm(text: str) -> str:
    """事業者名 as it is compared: without 株式会社 and its like."""
    return _BESIDE.sub("", _FORM.sub("", half_width(katakana(text))))


def _folded(text: str) -> str:
    return _BESIDE.sub("", half_width(katakana(text)).translate(_KANJI))


def _same_numbers(typed: Described, site: Described) -> tuple[str, ...]:
    pairs = (
        ("労働保険番号", typed.labour_insurance, site.labour_insurance),
        ("建築確認番号", typed.building_confirmation, site.building_confirmation),
        ("コリンズ番号", typed.corins, site.corins),
    )
    return tuple(f"{label}が同じです" for label, one, other in pairs if one and one == other)


def _words(label: str, likeness: float) -> tuple[str, ...]:
    if likeness < ALIKE:
        return ()
    return (f"{label}が{'同じです' if likeness == 1 else '似ています'}",)


def _pairs(text: str) -> Counter[str]:
    return Counter(text[at : at + 2] for at in range(len(text) - 1))
