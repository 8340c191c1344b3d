"""来る人: each kind of actor: nobody, workers, applicants, companies by role, officers by duty."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from django.test import Client

from ccus.domain.accounts.models import Officer, User
from ccus.domain.accounts.terms import Duty
from ccus.domain.applications.actions.review import take
from ccus.domain.audit.terms import SYSTEM, Actor, ActorKind
from ccus.domain.companies.actions.seats import open_chief
from ccus.domain.companies.models import Company, Seat
from ccus.domain.companies.rights import scope_of
from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Power, Role, Scope
from ccus.domain.workers.actions.affiliation import ask_affiliation
from ccus.domain.workers.terms import Item
from ccus.entrance.doorplate import Needed
from ccus.entrance.who import Side
from ccus.foundation.clock import day_of
from tests.factories import companies, factors, seats
from tests.factories.accounts import account
from tests.factories.applications import AT, applicant
from tests.factories.marked import MARKS
from tests.factories.officers import OfficerFactory
from tests.factories.workers import worker
from tests.portals.access.world import READER_TOKEN, World
from tests.portals.marked_cases import APPLICANT, CHANGE, NOTICE, settle


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody who tries every address.

    `sides` and `has` are what a door asks for (DOOR-02). `may_see`: marks that are shown without a trace; beyond them
    an officer or an account of a company may see the marks of the items that a trace of their own names.
    `is_related`: whether anything of the marked may open.
    """

    account: User | None = None
    sides: tuple[Side, ...] = ()
    has: frozenset[Needed] = frozenset()
    may_see: tuple[str, ...] = ()
    officer: int = 0
    seat: int = 0
    reader: int = 0
    is_related: bool = True
    client: Client = field(default_factory=Client)

    @property
    def looks_as(self) -> tuple[str, int] | None:
        """How traces name whoever must leave one; None for people who look at themselves alone."""
        kinds = {"operator": self.officer, "seat": self.seat, "reader": self.reader}
        return next(((kind, key) for kind, key in kinds.items() if key), None)

    def enter(self) -> None:
        """Sign in."""
        if self.account is not None:
            factors.enter(self.client, self.account)


Maker = Callable[[World], Visitor]


def stranger(_: World) -> Visitor:
    return Visitor(is_related=False)


def the_worker(world: World) -> Visitor:
    own = tuple(mark for marks in MARKS.values() for mark in marks)
    return Visitor(world.marked.marked.account, (Side.WORKER,), may_see=(*own, *CHANGE, *NOTICE))


def other_worker(_: World) -> Visitor:
    return Visitor(worker(account=account()).account, (Side.WORKER,), is_related=False)


def both_in_one(_: World) -> Visitor:
    """一人親方: worker and company, no relation to the marked."""
    own = account()
    person = worker(number=own.login_id, account=own)
    firm: Company = companies.company(is_sole_proprietor=True)
    by = SYSTEM
    open_chief(company=firm, name="木村 一", mail="", account=person.account, by=by, at=AT)
    held = Seat.objects.get(company=firm)
    sides = (Side.WORKER, Side.COMPANY)
    return Visitor(held.account, sides, frozenset(Power), seat=held.pk, is_related=False)


def the_applicant(world: World) -> Visitor:
    return Visitor(settle(world.marked.applicant.account), (Side.APPLICANT,), may_see=APPLICANT)


def other_applicant(_: World) -> Visitor:
    return Visitor(settle(applicant().account), (Side.APPLICANT,), is_related=False)


def linked_reader(world: World) -> Visitor:
    """認定システム at the marked worker's site, with its own key and without an account."""
    client = Client(headers={"Authorization": f"Bearer {READER_TOKEN}"})
    return Visitor(client=client, reader=world.reader.pk)


def officer(*duties: Duty, may_see: tuple[str, ...] = ()) -> Maker:
    def make(_: World) -> Visitor:
        row = OfficerFactory.create(duties=[*duties])
        return Visitor(row.account, (Side.OFFICE,), frozenset(duties), may_see, officer=row.pk)

    return make


def with_the_cases_in_hand(world: World) -> Visitor:
    visitor = officer(Duty.REVIEW, may_see=(*APPLICANT, *CHANGE))(world)
    for number in world.marked.submitted:
        take(number=number, by=Actor(ActorKind.OPERATOR, visitor.officer), at=AT)
    return visitor


def asked_by_telephone(world: World) -> Visitor:
    """Whom the marked worker called: the record of the call is open."""
    row = Officer.objects.get(pk=world.caller.officer)
    return Visitor(row.account, (Side.OFFICE,), frozenset({Duty.CONTACT}), officer=row.pk)


def of_company(
    whose: Callable[[World], Company] | None = None, role: Role = Role.CHIEF, *, may_see: tuple[str, ...] = ()
) -> Maker:
    """Somebody with that role of a company in the marked world, or of one that has nothing to do with it."""

    def make(world: World) -> Visitor:
        firm = whose(world) if whose else companies.company()
        extra = {"unit": seats.unit(firm)} if role is Role.TIER else {}
        me = seats.seat(firm, role, **extra)
        return _seated(me, role, may_see=may_see, is_related=whose is not None)

    return make


def _seated(me: SeatMe, role: Role, *, may_see: tuple[str, ...] = (), is_related: bool = True) -> Visitor:
    has = frozenset(power for power in Power if scope_of(role, power) is not Scope.NONE)
    held = User.objects.get(pk=me.account)
    return Visitor(held, (Side.COMPANY,), has, may_see, seat=me.seat, is_related=is_related)


def asked_by_the_worker(world: World) -> Visitor:
    """A company that the worker asked for 所属: the フリガナ stands with the request."""
    firm = companies.company()
    by = Actor(ActorKind.WORKER, world.worker.pk)
    ask_affiliation(worker=world.worker, company=firm, is_main=False, from_on=day_of(AT), by=by, at=AT)
    return _seated(seats.seat(firm), Role.CHIEF, may_see=MARKS[Item.CARD])


def who_asked_for_papers(world: World) -> Visitor:
    """The prime's chief, in whose name the papers of the world were asked for."""
    return _seated(world.chief, Role.CHIEF, may_see=("刻印工業",))


def employer(world: World) -> Company:
    return world.employer


OWN_NAME = ("刻印工業",)
"""The employer's own name is no secret to itself, to the firms above it at the site, nor to who decides about a day."""

PEOPLE: Mapping[str, Maker] = {
    "stranger": stranger,
    "other worker": other_worker,
    "other applicant": other_applicant,
    "the worker": the_worker,
    "the applicant": the_applicant,
    "worker and company in one": both_in_one,
    "certified system at the site": linked_reader,
}
OFFICE: Mapping[str, Maker] = {
    "officer without duty": officer(),
    "fees": officer(Duty.FEES),
    "announce": officer(Duty.ANNOUNCE),
    "switch": officer(Duty.SWITCH),
    "disputes": officer(Duty.DISPUTES, may_see=OWN_NAME),
    "cards": officer(Duty.CARDS),
    "identity": officer(Duty.IDENTITY),
    "contact": officer(Duty.CONTACT),
    "correct": officer(Duty.CORRECT),
    "contact, asked by telephone": asked_by_telephone,
    "review": officer(Duty.REVIEW, may_see=(*APPLICANT, *CHANGE)),
    "review, with the cases in hand": with_the_cases_in_hand,
}
COMPANIES: Mapping[str, Maker] = {
    "chief of another company": of_company(),
    "branch manager of another company": of_company(role=Role.TIER),
    "site manager of another company": of_company(role=Role.SITE_MANAGER),
    "clerk for applications of another company": of_company(role=Role.PROXY_CLERK),
    "company that the worker asked": asked_by_the_worker,
    "chief of the employer": of_company(employer, may_see=OWN_NAME),
    "site viewer of the employer": of_company(employer, Role.SITE_VIEWER, may_see=OWN_NAME),
    "clerk for applications of the employer": of_company(employer, Role.PROXY_CLERK, may_see=OWN_NAME),
    "agent with a mandate": of_company(lambda world: world.firms.agent),
    "firm on a branch beside": of_company(lambda world: world.firms.beside),
    "firm that was only invited": of_company(lambda world: world.firms.invited),
    "firm above the employer": of_company(lambda world: world.firms.above, may_see=OWN_NAME),
    "prime of the site": who_asked_for_papers,
}
VISITORS: Mapping[str, Maker] = {**PEOPLE, **OFFICE, **COMPANIES}
"""Kind of actor → how one of them comes into the world."""

SIGHTS: Mapping[str, tuple[str, ...]] = {
    "certified system at the site": ("刻印 太郎左衛門",),
    "the worker": ("刻印町",),
    "the applicant": ("刻申町",),
    "correct": ("刻印荘",),
    "contact, asked by telephone": ("刻印町",),
    "review, with the cases in hand": ("刻変町", "刻印町"),
    "chief of the employer": ("刻印町", "刻印の証書"),
    "company that the worker asked": ("コクイン",),
    "prime of the site": ("コクイン",),
    "agent with a mandate": ("コクイン",),
}
"""What whoever may look does see: the canary is not blind."""
