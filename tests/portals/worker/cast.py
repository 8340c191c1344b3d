"""Who appears in the portal's tests: 建設 未来 of the guide, sites, days as the derivation would leave them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Protocol
from uuid import uuid4

from django.test import Client

from ccus.domain.accounts.actions import change_password
from ccus.domain.audit.terms import SYSTEM
from ccus.domain.cards.actions.issue import issue_card
from ccus.domain.codes.models import Position, Trade
from ccus.domain.companies.actions.registration import register_company
from ccus.domain.companies.models import Company
from ccus.domain.companies.policies import as_actor
from ccus.domain.sites.actions.registration import register_site
from ccus.domain.sites.actions.roster import enter_on_roster
from ccus.domain.sites.models import RosterLine, Site, StructureMember
from ccus.domain.work_history.models import Tap, WorkRecord
from ccus.domain.work_history.terms import Evidence, Outcome, Reason, State
from ccus.domain.workers.actions.affiliation import accept_affiliation, ask_affiliation
from ccus.domain.workers.actions.registration import register_worker
from ccus.domain.workers.models import Worker
from ccus.domain.workers.policies import as_actor as worker_actor
from ccus.domain.workers.rules import PersonName
from ccus.foundation import clock
from ccus.foundation.clock import JST

PASSWORD = "ashiba-to-aoi-sora"
FAR_BACK = datetime(2016, 4, 1, 9, tzinfo=JST)


class Answer(Protocol):
    """What a browser gets back."""

    @property
    def status_code(self) -> int: ...
    @property
    def headers(self) -> Mapping[Any, str]: ...
    @property
    def content(self) -> bytes: ...


def words(answer: Answer) -> str:
    """What a page says."""
    return answer.content.decode()


@dataclass(frozen=True, slots=True)
class Person:
    """A registered worker, the initial password, and the one chosen later."""

    worker: Worker
    initial_password: str

    @property
    def number(self) -> str:
        return self.worker.number


def register(official: str = "建設 未来", kana: str = "ケンセツ ミライ", **forms: Any) -> Person:
    """A worker who has not signed in yet."""
    done = register_worker(
        name=PersonName(official, kana, **forms),
        birth_on=date(1989, 4, 1),
        trades=[Trade.objects.get(code="10-01")],
        by=SYSTEM,
        at=clock.now() - timedelta(days=1),
    )
    return Person(done.worker, done.initial_password)


def settled(official: str = "建設 未来", kana: str = "ケンセツ ミライ", **forms: Any) -> Person:
    """A worker who has chosen PASSWORD."""
    person = register(official, kana, **forms)
    account = person.worker.account
    assert account is not None
    change_password(account=account, new=PASSWORD, birth_on=None, by=SYSTEM, at=clock.now())
    return person


def signed_in(person: Person) -> Client:
    """A browser in which the worker has signed in."""
    client = Client()
    assert person.worker.account is not None
    account = person.worker.account
    account.refresh_from_db()
    client.force_login(account)
    return client


def company(name: str) -> Company:
    return register_company(name=name, name_kana="カイシャ", by=SYSTEM, at=FAR_BACK)


def employ(
    person: Person, employer: Company, *, is_main: bool = True, from_on: date = date(2024, 4, 1)
) -> None:
    me = worker_actor(person.worker)
    asked = ask_affiliation(
        worker=person.worker, company=employer, is_main=is_main, from_on=from_on, by=me, at=clock.now()
    )
    accept_affiliation(request=asked, by=as_actor(employer), at=clock.now())


def site(
    name: str = "虎ノ門四丁目計画 新築工事", prime: Company | None = None, until_on: date | None = None
) -> Site:
    prime = prime or company("佐藤建設株式会社")
    return register_site(
        prime=prime,
        name=name,
        name_kana="ゲンバ",
        address="東京都港区虎ノ門四丁目",
        from_on=date(2016, 4, 1),
        until_on=until_on,
        by=as_actor(prime),
        at=FAR_BACK,
    )


def on_roster(person: Person, at_site: Site, position: str = "foreman") -> RosterLine:
    """A line of the prime's own roster."""
    return enter_on_roster(
        member=StructureMember.objects.get(site=at_site, tier=0),
        worker=person.worker,
        trade=Trade.objects.get(code="10-01"),
        position=Position.objects.get(code=position),
        work_content="配筋",
        from_on=clock.today(),
        by=SYSTEM,
        at=clock.now(),
    )


def card(person: Person) -> None:
    issue_card(worker=person.worker, by=SYSTEM, at=clock.now())


def worked(
    person: Person,
    at_site: Site,
    on: date,
    state: State = State.OFFICIAL,
    reasons: tuple[Reason, ...] = (),
    line: RosterLine | None = None,
    out: bool = True,
) -> WorkRecord:
    """A day as the derivation leaves it, 7:42 to 17:10."""
    entered, left = (datetime(on.year, on.month, on.day, *t, tzinfo=JST) for t in ((7, 42), (17, 10)))
    return WorkRecord.objects.create(
        worker=person.worker.pk,
        work_on=on,
        place=at_site.pk,
        state=state,
        reasons=list(reasons),
        evidence=Evidence.CARD,
        first_in=entered,
        last_in=entered,
        last_out=left if out else None,
        last_tap_at=left if out else entered,
        trade=line.trade_id if line else None,
        position=line.position_id if line else None,
        line=line.pk if line else None,
        member=line.member_id if line else None,
    )


def tapped_in_vain(
    person: Person, at_site: Site, at: datetime, reason: Reason = Reason.OUTSIDE_PERIOD
) -> None:
    """A tap that made no record."""
    Tap.objects.create(
        reader=1,
        id=uuid4(),
        at=at,
        seq=1,
        happened_at=at,
        received_at=at,
        place=at_site.pk,
        card=f"{person.number}01",
        worker=person.worker.pk,
        direction=0,
        offset_ms=0,
        shown=0,
        outcome=Outcome.NOT_RECORDED,
        reasons=[reason],
    )
