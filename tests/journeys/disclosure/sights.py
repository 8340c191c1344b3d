"""A world in which every page about who may see what has something to show, under the longest names."""

from dataclasses import dataclass, replace

from django.test import Client

from ccus.domain.audit.terms import SYSTEM, Actor, ActorKind
from ccus.domain.companies.models import Company
from ccus.domain.disclosure.actions import set_employers_half, set_own_half
from ccus.domain.disclosure.reading import worker_as_seen_by
from ccus.domain.disclosure.terms import Purpose
from ccus.domain.looks.actions.cases import ask_company, take_case
from ccus.domain.looks.actions.questions import answer_question
from ccus.domain.looks.actions.watching import watch
from ccus.domain.looks.models import LookCase
from ccus.domain.looks.story import OFFICE
from ccus.domain.searching.models import SearchDay
from ccus.domain.workers.terms import Item
from ccus.foundation.clock import now, today
from tests.domain.looks.asking import asked, employer_looked, office_looked
from tests.domain.looks.poaching import opened, staff
from tests.domain.searching.world import hand, holds, lives_in
from tests.factories import accounts, companies, officers, seats, sites
from tests.factories.factors import enter
from tests.factories.personas import Cast, firm, person, standing_cast
from tests.factories.workers import affiliation

FORTY_LETTERS = "Nguyễn Phương Anh Trần Thị Bích Hoàng Lo"
LONG = "ムトゥタントリゲ・ワルナクラスーリヤ・フェルナンド・アンド・サンズ建設工業株式会社"


@dataclass(frozen=True, slots=True)
class Sights:
    """Who looks at the pages, each signed in, and whom they are about; `spent`: a firm whose day is over."""

    cast: Cast
    other: Company
    me: Client
    employer: Client
    looker: Client
    spent: Client
    office: Client

    @property
    def number(self) -> str:
        return self.cast.mirai.number


def sights() -> Sights:
    cast, other, officer = _long_named(standing_cast()), companies.company(name=LONG), officers.officer()
    _opens(cast)
    _everybody_looked(cast, other, officer.actor)
    _questions(cast, other)
    _case(other, officer.actor)
    SearchDay.objects.create(company=cast.stranger, on=today(), searches_most=0, workers_most=0)
    return Sights(
        cast,
        other,
        me=enter(Client(), cast.account),
        employer=seats.client_of(seats.seat(cast.takahashi)),
        looker=seats.client_of(seats.seat(other)),
        spent=seats.client_of(seats.seat(cast.stranger)),
        office=officers.client_of(officer),
    )


def _long_named(cast: Cast) -> Cast:
    """The cast with somebody of forty letters in the place of 建設 未来, who has a second employer."""
    account = accounts.account()
    names = {"name__official": FORTY_LETTERS, "kana": "グエン フオン アイン"}
    worker = hand(
        Item.NAME, Item.CONTACT, Item.QUALIFICATIONS, Item.TRADES, at=cast.takahashi, account=account, **names
    )
    lives_in(worker, "13")
    holds(worker, "S0001")
    second = companies.company(name=LONG)
    affiliation(worker=worker, company=second, is_main=False)
    set_employers_half(
        company=second,
        workers=[worker.pk],
        items=[Item.NAME, Item.CONTACT],
        is_open=True,
        by=firm(second),
        at=now(),
    )
    sites.roster_line(worker=worker, member=cast.second_tier)
    return replace(cast, mirai=worker, account=account)


def _opens(cast: Cast) -> None:
    set_own_half(worker=cast.mirai, items=[Item.INSURANCE], is_open=True, by=person(cast.mirai), at=now())


def _everybody_looked(cast: Cast, other: Company, officer: Actor) -> None:
    """The employer, the prime, its gate, the office, and a firm that searches."""
    at = now()
    employer_looked(cast, at)
    office_looked(cast, at, officer)
    worker_as_seen_by(firm(cast.sato), cast.mirai.pk, purpose=Purpose.ROSTER, at=at)
    reader = sites.reader(cast.site, token="nintei", system="現場クラウド")
    worker_as_seen_by(Actor(ActorKind.READER, reader.pk), cast.mirai.pk, purpose=Purpose.GATE, at=at)
    worker_as_seen_by(firm(other), cast.mirai.pk, purpose=Purpose.SEARCH, at=at)


def _questions(cast: Cast, other: Company) -> None:
    """One answered by the employer, one that waits for the firm, one for the office."""
    at = now()
    answer_question(question=asked(cast, at), words="名簿の確認です。" * 9, by=firm(cast.takahashi), at=at)
    asked(cast, at, other.number, "休みの日でした。知らない会社です。")
    asked(cast, at, OFFICE)


def _case(other: Company, officer: Actor) -> None:
    at = now()
    opened(other, staff(companies.company(name="高田鉄筋"), 10), at)
    watch(by=SYSTEM, at=at)
    case = LookCase.objects.get()
    take_case(case=case, by=officer, at=at)
    ask_company(case=case, words="どんな仕事のためでしたか。", by=officer, at=at)
