"""待っているもの: what somebody of the company has to answer, for the role that may answer it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse

from ccus.domain.applications.reading.done import waiting_of_clients
from ccus.domain.applications.terms import State
from ccus.domain.companies.policies import valid_until
from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Power
from ccus.domain.companies.validity import renewable_from
from ccus.domain.looks.asked import waiting_count
from ccus.domain.sites.reading.consents import requests_of
from ccus.domain.sites.reading.structure_of_firm import namings_of, spots_of
from ccus.domain.sites.terms import SpotState
from ccus.domain.work_history.claims.inbox import Tray, counts_of
from ccus.domain.work_history.claims.inbox import waiting_for as waiting_days
from ccus.domain.workers.affiliations import requests_to
from ccus.foundation import clock
from ccus.foundation.japanese import date_words
from ccus.foundation.periods import ONE_DAY

_MOST_SPOTS = 200
_LATER = {
    Tray.APPROVE: "期限を過ぎると承認できなくなり、その日は「承認なし」になります。",
    Tray.CONFIRM: "確認したことは、元請事業者が承認するときに見えます。",
}
"""承認・確認の段 → what happens if nobody answers, or what an answer is good for."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """待っているもの, with the way to its answer; `is_urgent`: without it the company cannot go on."""

    title: str
    text: str
    url: str
    act: str
    is_urgent: bool = False


def waiting_for(seat: SeatMe, *, on: date) -> tuple[Waiting, ...]:
    """Everything that waits for an answer of this account, what ends first on top. A constant number of statements."""
    found: list[Waiting] = []
    if seat.may(Power.COMPANY_DATA):
        found += _registration(seat, on)
    found += _days(seat)
    if seat.may(Power.STRUCTURE):
        found += _invitations(seat)
    if seat.may(Power.EMPLOYEES):
        found += _workers(seat, on)
        found += _questions(seat, at=clock.now())
    if seat.may(Power.FILE_FOR_WORKERS):
        found += _of_clients(seat, at=clock.now())
    return tuple(found)


def _registration(seat: SeatMe, on: date) -> list[Waiting]:
    until = valid_until(seat.company)
    if until is None or on < renewable_from(until):
        return []
    last, is_over = date_words(until - ONE_DAY), until <= on
    title = "事業者登録の有効期限が過ぎました" if is_over else "事業者登録の更新ができます"
    text = (
        f"{last}で終わりました。更新するまで、登録や承認はできません。"
        if is_over
        else f"有効期限は{last}です。1か月前までに、更新を申請してください。"
    )
    return [Waiting(title, text, reverse("company:profile"), "更新を申請する", is_over)]


def _days(seat: SeatMe) -> list[Waiting]:
    """承認や確認を待つ日, as far as the account reaches (CLAIM-25, CLAIM-26)."""
    found = []
    for tray, text in _LATER.items():
        if not seat.may(tray.power):
            continue
        counts = counts_of(waiting_days(seat.seated, tray))
        more, what = "" if counts.is_whole else "以上", tray.label.removesuffix("する")
        title = f"{what}を待っている日が{counts.total:,}日{more}あります"
        odd = f"いつもと違う日が{counts.odd:,}日{more}あります。" if counts.odd else ""
        if counts.total:
            address = f"{reverse('company:approvals')}?tray={tray.value}"
            found.append(Waiting(title, f"{odd}{text}", address, tray.label))
    return found


def _invitations(seat: SeatMe) -> list[Waiting]:
    spots = spots_of(seat.company, seat.seated, limit=_MOST_SPOTS)
    open_ones = [spot for spot in spots if spot.state is SpotState.WAITING]
    namings = namings_of(seat.company)
    address = reverse("company:structure")
    found = []
    if open_ones:
        names = _some(f"{spot.site_name}（{spot.upper_name}から）" for spot in open_ones)
        title = f"施工体制登録の要請が{len(open_ones)}件、承認を待っています"
        found.append(
            Waiting(title, f"{names}。承認するまで、この下の人の日は数えられません。", address, "要請を見る")
        )
    if namings:
        names = _some(f"{naming.site_name}の「{naming.stand_in_name}」" for naming in namings)
        title = f"自社かどうかの確認が{len(namings)}件、届いています"
        found.append(Waiting(title, f"{names}。自社なら、引き受けてください。", address, "確認する"))
    return found


def _workers(seat: SeatMe, on: date) -> list[Waiting]:
    asked = [link for link in requests_to(seat.company, on=on) if not link.asked_by_company]
    placed = [request for request in requests_of(company=seat.company) if request.is_asked_by_worker]
    found = []
    if asked:
        title = f"所属の申請が{len(asked)}件、届いています"
        text = "技能者からの申請です。承認するか、断ってください。"
        found.append(Waiting(title, text, reverse("company:employee-requests"), "申請を見る"))
    if placed:
        title = f"就業の要請が{len(placed)}件、届いています"
        text = "所属と異なる技能者からの要請です。承認するか、断ってください。"
        found.append(Waiting(title, text, reverse("company:placements"), "要請を見る"))
    return found


def _questions(seat: SeatMe, *, at: datetime) -> list[Waiting]:
    """なぜ見ましたか, of workers and of the office (LOOK-03, LOOK-08)."""
    count = waiting_count(seat.company, at=at)
    if not count:
        return []
    title = f"閲覧についての質問が{count}件、答えを待っています"
    text = "7日のうちに答えがないときは、運営主体が引き取って調べます。"
    return [Waiting(title, text, reverse("company:questions"), "質問を見る")]


def _some(names: Iterable[str]) -> str:
    """The first two, and how many more."""
    listed = list(names)
    more = f"ほか{len(listed) - 2}件" if len(listed) > 2 else ""
    return "、".join([*listed[:2], *([more] if more else [])])


def _of_clients(seat: SeatMe, *, at: datetime) -> list[Waiting]:
    """Applications of clients that the office returned (PROXY-08)."""
    returned = sum(case.state is State.RETURNED for case in waiting_of_clients(seat.actor, at=at))
    if not returned:
        return []
    title = f"代行している申請に、直すところがあります（{returned}件）"
    text = "窓口からの指摘を読んで、直して、もう一度提出してください。"
    return [Waiting(title, text, reverse("company:clients"), "代行申請を開く")]
