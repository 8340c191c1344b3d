"""The canary: what is registered about somebody is seen by nobody the matrix does not name, on any page.

Every address of the portals is tried by every kind of visitor with the numbers and keys of the marked. A new
address is tried by itself.
"""

import logging
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import pytest
from django.test import Client
from django.test.utils import override_settings

from ccus.domain.accounts.models import User
from ccus.domain.accounts.terms import Duty
from ccus.domain.applications.actions.enquiries import open_record
from ccus.domain.applications.actions.review import take
from ccus.domain.applications.models import Enquiry
from ccus.domain.applications.terms import EnquiryReason
from ccus.domain.audit.terms import Actor, ActorKind
from ccus.domain.companies.terms import Role
from ccus.domain.disclosure.models import DisclosureTrace
from ccus.domain.notices.models import Mail
from ccus.domain.workers.actions.affiliation import ask_affiliation
from ccus.domain.workers.terms import Item
from ccus.foundation.clock import day_of
from tests.factories import factors
from tests.factories.accounts import account
from tests.factories.applications import AT, applicant
from tests.factories.companies import company
from tests.factories.marked import MARKS
from tests.factories.officers import OfficerFactory
from tests.factories.seats import seat, unit
from tests.factories.sites import accept, prime_spot, roster_line, site, spot
from tests.factories.workers import worker
from tests.house.source import product, text
from tests.portals.marked_cases import APPLICANT, CHANGE, NOTICE, Everything, everything, settle
from tests.portals.visits import Answer, filled, patterns, send, visit

pytestmark = pytest.mark.django_db
ALL_MARKS = (*(mark for marks in MARKS.values() for mark in marks), *APPLICANT, *CHANGE, *NOTICE)


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody who tries every address, those of a site with their own. An officer or an account of a company may see
    the marks of an item that a trace of their own names."""

    account: User | None
    may_see: tuple[str, ...] = ()
    officer: int = 0
    seat: int = 0
    site: str = ""
    client: Client = field(default_factory=Client)

    def enter(self) -> None:
        """Sign in (again)."""
        if self.account is not None:
            factors.enter(self.client, self.account)


Maker = Callable[[Everything], Visitor]


def stranger(_: Everything) -> Visitor:
    return Visitor(None)


def other_worker(_: Everything) -> Visitor:
    return Visitor(worker(account=account()).account)


def other_applicant(_: Everything) -> Visitor:
    return Visitor(settle(applicant().account))


def the_worker(marked: Everything) -> Visitor:
    own = tuple(mark for marks in MARKS.values() for mark in marks)
    return Visitor(marked.marked.account, (*own, *CHANGE, *NOTICE))


def the_applicant(marked: Everything) -> Visitor:
    return Visitor(settle(marked.applicant.account), APPLICANT)


def officer(*duties: Duty, may_see: tuple[str, ...] = ()) -> Maker:
    def make(_: Everything) -> Visitor:
        row = OfficerFactory.create(duties=[*duties])
        return Visitor(row.account, may_see, row.pk)

    return make


def with_the_cases_in_hand(marked: Everything) -> Visitor:
    visitor = officer(Duty.REVIEW, may_see=(*APPLICANT, *CHANGE))(marked)
    for number in marked.submitted:
        take(number=number, by=Actor(ActorKind.OPERATOR, visitor.officer), at=AT)
    return visitor


def asked_by_telephone(marked: Everything) -> Visitor:
    visitor = officer(Duty.CONTACT)(marked)
    number, by = marked.marked.worker.number, Actor(ActorKind.OPERATOR, visitor.officer)
    open_record(number=number, reason=EnquiryReason.WORKER_ASKED, note="", by=by, at=AT)
    return visitor


def of_company(role: Role, *, employer: bool = False) -> Maker:
    """Somebody of a company without a relation, or of the employer, whose own name is no secret there."""

    def make(marked: Everything) -> Visitor:
        of = marked.marked.employer if employer else company()
        extra = {"unit": unit(of)} if role is Role.TIER else {}
        me = seat(of, role, **extra)
        return Visitor(User.objects.get(pk=me.account), ("刻印工業",) if employer else (), seat=me.seat)

    return make


def asked_by_the_worker(marked: Everything) -> Visitor:
    """A company that the worker asked for 所属: the フリガナ stands with the request."""
    of = company()
    by, at = Actor(ActorKind.WORKER, marked.marked.worker.pk), AT
    ask_affiliation(worker=marked.marked.worker, company=of, is_main=False, from_on=day_of(at), by=by, at=at)
    me = seat(of)
    return Visitor(User.objects.get(pk=me.account), MARKS[Item.CARD], seat=me.seat)


def prime_of_the_site(marked: Everything) -> Visitor:
    place = site()
    member = accept(spot(place, marked.marked.employer, prime_spot(place)))
    roster_line(worker=marked.marked.worker, member=member)
    me = seat(place.prime)
    return Visitor(User.objects.get(pk=me.account), ("刻印工業",), seat=me.seat, site=place.number)


VISITORS: Mapping[str, Maker] = {
    "stranger": stranger,
    "other worker": other_worker,
    "other applicant": other_applicant,
    "the worker": the_worker,
    "the applicant": the_applicant,
    "officer without duty": officer(),
    "fees": officer(Duty.FEES),
    "announce": officer(Duty.ANNOUNCE),
    "switch": officer(Duty.SWITCH),
    "contact": officer(Duty.CONTACT),
    "contact, asked by telephone": asked_by_telephone,
    "review": officer(Duty.REVIEW, may_see=(*APPLICANT, *CHANGE)),
    "review, with the cases in hand": with_the_cases_in_hand,
    "chief of another company": of_company(Role.CHIEF),
    "branch manager of another company": of_company(Role.TIER),
    "clerk for applications of another company": of_company(Role.PROXY_CLERK),
    "company that the worker asked": asked_by_the_worker,
    "chief of the employer": of_company(Role.CHIEF, employer=True),
    "site viewer of the employer": of_company(Role.SITE_VIEWER, employer=True),
    "clerk for applications of the employer": of_company(Role.PROXY_CLERK, employer=True),
    "prime of the site": prime_of_the_site,
}

SIGHTS: Mapping[str, tuple[str, ...]] = {
    "the worker": ("刻印町",),
    "the applicant": ("刻申町",),
    "contact, asked by telephone": ("刻印町",),
    "review, with the cases in hand": ("刻変町", "刻印町"),
    "chief of the employer": ("刻印町", "刻印の証書"),
    "company that the worker asked": ("コクイン",),
}
"""What whoever may look does see: the canary is not blind."""


@pytest.fixture
def marked() -> Everything:
    return everything()


@pytest.fixture
def logged(caplog: pytest.LogCaptureFixture) -> Iterator[pytest.LogCaptureFixture]:
    """Everything that is logged, Django's own words too."""
    django = logging.getLogger("django")
    django.addHandler(caplog.handler)
    caplog.set_level(logging.INFO)
    yield caplog
    django.removeHandler(caplog.handler)


def candidates(visitor: Visitor, marked: Everything) -> Mapping[str, Sequence[str]]:
    """What could stand in the places of an address and lead to the marked: the number of an application (a slug) or
    of the worker, of a site where the visitor has one."""
    number = marked.marked.worker.number
    return {
        "str": [number],
        "number": [*marked.numbers, number],
        "slug:number": marked.numbers,
        "str:number": [number, *filter(None, [visitor.site])],
        "site": [visitor.site or number],
        "company": [marked.marked.employer.number],
        "giver": [marked.marked.employer.number],
        "taker": [marked.marked.employer.number],
        "int": ["1", *map(str, Enquiry.objects.values_list("pk", flat=True))],
        "slug": ["x"],
        "kind": ["csv", "xlsx", "pdf"],
        "section": ["contact", "name"],
        "row": ["1"],
        "field": ["town"],
        "uuid": marked.images,
        "link": marked.images[:1],
        "batch": marked.images[:1],
        "month": ["2026-11"],
        "day": ["2026-11-20"],
    }


def seen_by_trace(visitor: Visitor, worker: int) -> set[str]:
    """The marks of the items that the visitor's own traces name."""
    kind, key = ("seat", visitor.seat) if visitor.seat else ("operator", visitor.officer)
    rows = DisclosureTrace.objects.filter(worker=worker, actor_id=key, actor_kind=kind)
    return {
        mark for items in rows.values_list("items", flat=True) for item in items for mark in marks_of(item)
    }


def marks_of(item: str) -> tuple[str, ...]:
    return MARKS.get(Item(item), ())


def leaks(answers: Iterable[Answer], visitor: Visitor, marked: Everything) -> list[str]:
    """Where a mark was seen that this visitor may not see: the address and the mark."""
    found = []
    for answer in answers:
        seen = [mark for mark in ALL_MARKS if mark in answer.words and mark not in visitor.may_see]
        if answer.is_opaque and not visitor.may_see and has_place(answer.address, marked):
            found.append(f"{answer.address}: a paper")
        if seen and (visitor.officer or visitor.seat):
            traced = seen_by_trace(visitor, marked.marked.worker.pk)
            seen = [mark for mark in seen if mark not in traced]
        found += [f"{answer.address}: {mark}" for mark in seen]
    return found


def has_place(address: str, marked: Everything) -> bool:
    return any(number in address for number in (*marked.numbers, marked.marked.worker.number))


def tried(visitor: Visitor, marked: Everything, ask: Callable[[str], Answer]) -> Iterator[Answer]:
    """Each address with whatever leads to the marked. Where the door turns the visitor away, once is enough."""
    found = candidates(visitor, marked)
    visitor.enter()
    for pattern in patterns():
        for address in filled(pattern, found):
            answer = ask(address)
            yield answer
            assert visitor.account is None or not answer.is_led_to_sign_in, address
            if answer.is_turned_away:
                break


def visits(visitor: Visitor, marked: Everything) -> Iterator[Answer]:
    """Each address as it is, and, where anybody looks at that, as if somebody looked for the marked by number."""
    number = marked.marked.worker.number
    asked = {"q": number, "number": number, "worker": number, "id": number}
    for answer in tried(visitor, marked, lambda address: visit(visitor.client, address)):
        yield answer
        if answer.is_asked and not answer.is_turned_away and not has_place(answer.address, marked):
            yield visit(visitor.client, answer.address, asked)


def noting(unseen: set[str], answers: Iterable[Answer]) -> Iterator[Answer]:
    """The answers as they come; what is seen in one is unseen no more."""
    for answer in answers:
        unseen.difference_update({mark for mark in unseen if mark in answer.words})
        yield answer


def presses(visitor: Visitor, marked: Everything) -> Iterator[Answer]:
    """Each address pressed with hardly anything in the form; signed in anew where that signed out."""
    form = {"number": marked.marked.worker.number}
    for answer in tried(visitor, marked, lambda address: send(visitor.client, address, form)):
        yield answer
        if "_auth_user_id" not in visitor.client.session:
            visitor.enter()


def said_elsewhere(marked: Everything, logged: pytest.LogCaptureFixture) -> list[str]:
    """Marks in the log, and in mail to anybody but the marked."""
    mails = Mail.objects.exclude(to__in=marked.addressees).values_list("subject", "body")
    words = [logged.text, *(" ".join(mail) for mail in mails)]
    return [mark for mark in ALL_MARKS if any(mark in said for said in words)]


@pytest.mark.parametrize("name", VISITORS)
def test_nothing_shows_a_visitor_more_than_the_matrix_allows_and_no_less(
    name: str, marked: Everything, logged: pytest.LogCaptureFixture
) -> None:
    visitor = VISITORS[name](marked)
    unseen = set(SIGHTS.get(name, ()))
    assert leaks(noting(unseen, visits(visitor, marked)), visitor, marked) == []
    assert unseen == set()
    assert leaks(presses(visitor, marked), visitor, marked) == []
    assert said_elsewhere(marked, logged) == []


def test_only_the_door_turns_visitors_away() -> None:
    turning = re.compile(r"PermissionDenied|redirect_to_login|Response(Forbidden|NotAllowed)|status=40[135]")
    found = {path.as_posix() for path in product() if turning.search(text(path))}
    assert found == {f"ccus/entrance/{name}.py" for name in ("acting/door", "door", "pressed", "who")}


def test_a_new_page_that_shows_too_much_is_noticed_by_itself(marked: Everything) -> None:
    visitor = stranger(marked)
    leak = f"/leak/{marked.marked.worker.number}/: 刻印 太郎左衛門"
    with override_settings(ROOT_URLCONF="tests.portals.leaking"):
        assert set(leaks(visits(visitor, marked), visitor, marked)) == {leak}
