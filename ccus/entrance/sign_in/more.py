"""もう一つの確かめ: what the sign-in asks besides while strangers try many IDs (SIGN-13)."""

from dataclasses import dataclass
from datetime import date

from ccus.domain.applications.knowing import is_an_officers, is_born_on, is_reached_at
from ccus.entrance.who import Side
from ccus.foundation import clock
from ccus.foundation.entry import dates, reach
from ccus.foundation.entry.block import Field
from ccus.foundation.japanese import tidy
from ccus.foundation.refusals import Refusal

NOBODY = "0" * 14
"""An ID that no account has: its password is looked at as long as a wrong one's (SIGN-02)."""
BIRTH = Field("known_by", "生年月日", help="例：1989年4月1日、昭和49年5月3日、19890401", autocomplete="bday")
MAIL = Field(
    "known_by", "登録したメールアドレス", help="このIDに登録してあるものです。", autocomplete="email"
)
_WHY = (
    "いま、ログインの失敗がいつもより多いため、{}も確かめています。"
    "{}とパスワードを入力して、もう一度ログインしてください。"
)


class MoreNeeded(Refusal):
    """もう一つの確かめ: nothing was looked at yet (SIGN-13)."""

    def __init__(self, asked: Field) -> None:
        super().__init__(_WHY.format(asked.label, asked.label), asked.name)


def asked_of(side: Side) -> Field:
    """What a door asks: a worker the birth date, everybody else the registered mail address."""
    return BIRTH if side is Side.WORKER else MAIL


@dataclass(frozen=True, slots=True)
class KnownBy:
    """申し出たこと: birth date or mail address, as the door of a side asks; nothing at the office's door."""

    side: Side
    birth_on: date | None = None
    mail: str = ""

    @property
    def is_missing(self) -> bool:
        """Whether the door asks for something that was not given. Officers have a second factor."""
        return self.side is not Side.OFFICE and self.birth_on is None and not self.mail

    @property
    def needed(self) -> MoreNeeded:
        """The refusal that asks for it."""
        return MoreNeeded(asked_of(self.side))

    def fits(self, login_id: str) -> bool:
        """Whether it belongs to the owner of this ID."""
        if self.side is Side.OFFICE:
            return is_an_officers(login_id)
        if self.birth_on is not None:
            return is_born_on(login_id, self.birth_on)
        return is_reached_at(login_id, self.mail)


def read_known_by(side: Side, typed: str) -> KnownBy:
    """What was typed, as the door of a side asks. Raises `Refusal` for what is no date or no address."""
    if not tidy(typed) or side is Side.OFFICE:
        return KnownBy(side)
    if side is Side.WORKER:
        return KnownBy(side, birth_on=dates.day(BIRTH, typed, today=clock.today()))
    return KnownBy(side, mail=reach.mail(MAIL, typed))
