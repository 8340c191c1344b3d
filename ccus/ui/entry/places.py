"""住所を入れる: prefecture and town of a typed postcode, for sheets that are no application (DATA-26)."""

from collections.abc import Mapping
from dataclasses import replace

from ccus.foundation.postcodes import address_of
from ccus.foundation.refusals import Refusal
from ccus.ui.entry.sheets import Sheet

_PRESSED = "address:"


class PostcodeUnknown(Refusal):
    """ない郵便番号."""


def asks_for_address(posted: Mapping[str, str]) -> bool:
    """Whether 「住所を入れる」 was pressed, and not the button of the form."""
    return posted.get("act", "").startswith(_PRESSED)


def with_address(sheet: Sheet, field: str = "postcode") -> Sheet:
    """The sheet with the place of its postcode, the first where there are several, and nothing said about the rest."""
    typed = sheet.raw.get(field, "")
    places = address_of(sheet.text(field)) if sheet.text(field) else ()
    if not places:
        unknown = PostcodeUnknown(
            f"郵便番号（{typed.strip()[:20] or '空欄'}）の住所が見つかりません。"
            "番号を確かめるか、住所を下の欄に入力してください。",
            field,
        )
        return replace(sheet, faults=(unknown,))
    found = places[0]
    placed = {"prefecture": found.prefecture, "town": found.town}
    street = {"street": found.street} if found.street and not sheet.raw.get("street") else {}
    return replace(sheet, raw={**sheet.raw, **placed, **street}, faults=())
