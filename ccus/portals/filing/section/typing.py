"""記入: what a page sent about one row, and what is done with it."""

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest
from django.urls import reverse

from ccus.domain.applications.options import codes
from ccus.domain.audit.terms import Actor
from ccus.domain.evidence.actions import discard, turn, upload
from ccus.domain.evidence.policies import AlreadyKept, EvidenceUnknown
from ccus.domain.evidence.rules import MOST_BYTES
from ccus.domain.evidence.terms import Purpose
from ccus.entrance.who import Filer
from ccus.foundation import clock
from ccus.foundation.entry.block import Kind
from ccus.foundation.entry.reading import Read, read
from ccus.foundation.postcodes import Place, address_of
from ccus.foundation.refusals import Refusal
from ccus.portals.filing.sheet.loading import Sheet, hand_of, owner_of_images
from ccus.portals.filing.sheet.rows import SheetRow
from ccus.portals.filing.sheet.sections import SectionSheet
from ccus.ui.entry.form import raw_of

_PURPOSES = {
    "photo": Purpose.PORTRAIT,
    "identity": Purpose.IDENTITY,
    "core": Purpose.CERTIFICATE,
    "qualifications": Purpose.CERTIFICATE,
    "insurance": Purpose.INSURANCE,
    "proofs": Purpose.CERTIFICATE,
}


_LONGEST = 10
"""Digits of a number; our own pages send no longer one."""


class PostcodeUnknown(Refusal):
    """住所の見つからない郵便番号 (DATA-26)."""


@dataclass(slots=True)
class Typing:
    """記入. `raw` is what was typed, changed by what was pressed; `problems` are what that refused."""

    filer: Filer
    sheet: Sheet
    section: SectionSheet
    row: SheetRow
    raw: dict[str, str]
    act: str = ""
    about: str = ""
    version: int = 0
    problems: list[Refusal] = field(default_factory=list)
    towns: tuple[Place, ...] = ()

    @property
    def url(self) -> str:
        """The page's own address."""
        number, key = self.sheet.case.number, self.section.key
        if self.section.is_list:
            return reverse("filing:row", args=[number, key, self.row.key])
        return reverse("filing:section", args=[number, key])

    @property
    def owner(self) -> Actor:
        """Whose the images are."""
        return owner_of_images(self.filer, self.sheet.case)

    @property
    def hand(self) -> Actor:
        """Who touches them."""
        return hand_of(self.filer, self.sheet.case)

    @property
    def read(self) -> Read:
        """What was typed, as it is read today."""
        return read(self.section.block, self.raw, today=clock.today(), codes=codes)

    @property
    def files(self) -> tuple[str, ...]:
        """The fields that hold an image."""
        return tuple(f.name for f in self.section.block.fields if f.kind is Kind.FILE)


def opened(filer: Filer, sheet: Sheet, section: SectionSheet, row: SheetRow) -> Typing:
    """A row as it was left."""
    return Typing(filer, sheet, section, row, dict(row.raw), version=section.version)


def sent(request: HttpRequest, filer: Filer, sheet: Sheet, section: SectionSheet, row: SheetRow) -> Typing:
    """A row as it was sent, with the chosen images put in and the pressed button obeyed."""
    act, _, about = request.POST.get("act", "next").partition(":")
    raw = raw_of(section.block, request.POST)
    typing = Typing(filer, sheet, section, row, raw, act, about, _version(request.POST.get("version", "")))
    _put_in(typing, request.FILES)
    if act in _BUTTONS:
        _BUTTONS[act](typing)
    return typing


def _version(text: str) -> int:
    return int(text) if re.fullmatch("[0-9]{1,9}", text) else 0


def _put_in(typing: Typing, files: Mapping[str, Any]) -> None:
    for name in typing.files:
        chosen = files.get(f"{name}-file")
        if not isinstance(chosen, UploadedFile):
            continue
        purpose = _PURPOSES.get(typing.section.key, Purpose.OTHER)
        try:
            held = upload(
                data=chosen.read(MOST_BYTES + 1),
                purpose=purpose,
                owner=typing.owner,
                by=typing.hand,
                at=clock.now(),
            )
        except Refusal as refusal:
            typing.problems.append(Refusal(refusal.sentence, name))
        else:
            typing.raw[name] = str(held.key)


def _image(typing: Typing) -> UUID | None:
    if typing.about not in typing.files:
        return None
    try:
        return UUID(typing.raw.get(typing.about, ""))
    except ValueError:
        return None


def _turn(typing: Typing) -> None:
    key = _image(typing)
    if key is None:
        return
    try:
        turn(key=key, owner=typing.owner, by=typing.hand, at=clock.now())
    except Refusal as refusal:
        typing.problems.append(Refusal(refusal.sentence, typing.about))


def _discard(typing: Typing) -> None:
    """Taken out of the form in any case; deleted where it was not handed in yet."""
    key = _image(typing)
    if key is None:
        return
    with suppress(AlreadyKept, EvidenceUnknown):  # then only this form forgets it
        discard(key=key, owner=typing.owner, by=typing.hand, at=clock.now())
    typing.raw[typing.about] = ""


def _look_up(typing: Typing) -> None:
    """住所を入れる: one town is put in, of several one is to be chosen."""
    places = _places(typing)
    if len(places) == 1:
        _move_to(typing, places[0])
    elif places:
        typing.towns = places
    elif typing.about in {f.name for f in typing.section.block.fields}:
        seen = typing.raw.get(typing.about, "").strip()[:20] or "空欄"
        typing.problems.append(
            PostcodeUnknown(
                f"郵便番号（{seen}）の住所が見つかりません。番号を確かめるか、住所を下の欄に入力してください。",
                typing.about,
            )
        )


def _choose_town(typing: Typing) -> None:
    name, _, chosen = typing.about.partition(":")
    typing.about = name
    places = _places(typing)
    if chosen.isascii() and chosen.isdigit() and len(chosen) < _LONGEST and int(chosen) < len(places):
        _move_to(typing, places[int(chosen)])


def _places(typing: Typing) -> tuple[Place, ...]:
    digits = typing.read.values.get(typing.about)
    asked = [f for f in typing.section.block.fields if f.name == typing.about and f.kind is Kind.POSTCODE]
    return address_of(str(digits)) if asked and digits else ()


def _move_to(typing: Typing, place: Place) -> None:
    """A new town takes 番地 and 建物名 of the old one away: half an old address would be read as a whole one."""
    old_town = typing.raw.get("town", "")
    if old_town and not old_town.startswith(place.town):
        typing.raw |= {"street": "", "building": ""}
    typing.raw |= {"prefecture": place.prefecture, "town": place.town}
    if place.street and not typing.raw.get("street"):
        typing.raw["street"] = place.street
    typing.about = "street"


_BUTTONS: dict[str, Callable[[Typing], None]] = {
    "turn": _turn,
    "discard": _discard,
    "address": _look_up,
    "town": _choose_town,
}
