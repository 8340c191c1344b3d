"""答え: words, the canned answer they began with, and one screen of the asker's own portal (DESK-12, DESK-13)."""

from dataclasses import dataclass
from datetime import date, datetime

from ccus.domain.desk.answers import ANSWERS
from ccus.domain.desk.models import DeskCase
from ccus.domain.desk.moving import Said
from ccus.domain.desk.policies import Asker, DayWrong, ScreenWrong, said
from ccus.domain.desk.rules import has_been
from ccus.domain.desk.screens import Screen, screens_of
from ccus.foundation.clock import day_of


@dataclass(frozen=True, slots=True)
class Reply:
    """答え as an officer writes it; `answer`: key of the canned one, `screen_on`: the day that `Screen.DAY` opens."""

    words: str
    answer: str = ""
    screen: Screen | None = None
    screen_on: date | None = None


def checked(case: DeskCase, reply: Reply, *, at: datetime) -> Said:
    """What is kept of a reply. Raises `ScreenWrong`, `DayWrong`, `WordsMissing`, `TooLong`, `LetterRefused`."""
    words = said(reply.words, what="答え")
    answer = reply.answer if reply.answer in ANSWERS else ""
    if reply.screen is None:
        return Said(words, answer)
    side = Asker(case.worker_id, case.company_id, case.seat_id).side
    if side is None or reply.screen not in screens_of(side):
        raise ScreenWrong(
            f"「{reply.screen.label}」は、問い合わせた人のポータルにはありません。画面を選び直してください。",
            "screen",
        )
    if reply.screen is not Screen.DAY:
        return Said(words, answer, reply.screen)
    return Said(words, answer, reply.screen, _day(reply.screen_on, day_of(at)))


def _day(on: date | None, today: date) -> date:
    if on is None or not has_been(on, today=today):
        raise DayWrong("どの日の画面を開くか、分かりません。今日までの日を入力してください。", "screen_on")
    return on
