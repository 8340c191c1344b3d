"""始められる申請の一つ."""

from dataclasses import dataclass

from ccus.domain.applications.terms import ApplicationKind


@dataclass(frozen=True, slots=True)
class Offer:
    """始められる申請: `yen` is 0 where it costs nothing; `price` says what it costs where that depends.

    `page`: the name of the page on which it begins, where that is not the application itself (LEAVE-01).
    """

    kind: ApplicationKind
    title: str
    text: str
    yen: int
    is_open: bool = True
    grade: str = ""
    price: str = ""
    page: str = ""
    later: str = "準備中です。準備ができしだい、ホームページでお知らせします。"
