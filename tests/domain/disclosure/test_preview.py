"""見え方の確認 (DISC-24): a preview is what the viewer really gets, and a choice shows before it is saved."""

from collections.abc import Callable
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ccus.domain.accounts.terms import Duty
from ccus.domain.audit.models import Event
from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import Actor, ActorKind
from ccus.domain.certificates.actions import issue_certificate
from ccus.domain.certificates.checking import check
from ccus.domain.certificates.codes import code_for
from ccus.domain.disclosure.actions import choose_own_half, set_employers_half
from ccus.domain.disclosure.matrix import MATRIX
from ccus.domain.disclosure.models import DisclosureSwitch, DisclosureTrace
from ccus.domain.disclosure.policies import NoRelation
from ccus.domain.disclosure.preview import ASKED, VIEWERS, employers_preview, own_preview
from ccus.domain.disclosure.reading import WorkerSeen, is_hidden, worker_as_seen_by
from ccus.domain.disclosure.switches import SWITCHABLE, Wish
from ccus.domain.disclosure.terms import Purpose, Relation, Shown
from ccus.domain.sites.models import ProxyConsent, StructureProxy
from ccus.domain.workers.terms import Item
from ccus.foundation.clock import JST
from tests.factories import mandates, sites
from tests.factories.companies import company
from tests.factories.marked import FACT, SINCE, Marked, marked_worker
from tests.factories.officers import officer
from tests.factories.personas import firm, person
from tests.factories.records import record
from tests.factories.workers import affiliation, worker

pytestmark = pytest.mark.django_db
REAL = [relation for relation in VIEWERS if relation is not Relation.HOLDER]


@pytest.fixture
def marked() -> Marked:
    return marked_worker()


def opens(marked: Marked, at: datetime, *items: Item) -> None:
    """Both halves open these."""
    me, employer = marked.worker, marked.employer
    choose_own_half(worker=me, items=items, shown=(), by=person(me), at=at)
    set_employers_half(company=employer, workers=[me.pk], items=items, is_open=True, by=firm(employer), at=at)


def at_a_gate(marked: Marked) -> Actor:
    """On the roster of a site whose gate names its system."""
    site = sites.site(prime=company())
    spot = sites.accept(sites.spot(site, marked.employer, sites.prime_spot(site)))
    sites.roster_line(worker=marked.worker, member=spot)
    return Actor(ActorKind.READER, sites.reader(site, token="nintei", system="現場クラウド").pk)


def above(marked: Marked) -> Actor:
    site = sites.site(prime=company())
    prime = sites.prime_spot(site)
    sites.roster_line(worker=marked.worker, member=sites.accept(sites.spot(site, marked.employer, prime)))
    return firm(site.prime)


def roster_proxy(marked: Marked) -> Actor:
    site = sites.site(prime=company())
    upper = sites.accept(sites.spot(site, company(), sites.prime_spot(site)))
    sites.accept(sites.spot(site, marked.employer, upper))
    taker = upper.company
    assert taker is not None
    StructureProxy.objects.create(giver=marked.employer, taker=taker, valid_from=SINCE, **FACT)
    ProxyConsent.objects.create(worker=marked.worker, company=taker, valid_from=SINCE, **FACT)
    return firm(taker)


def proxy(marked: Marked) -> Actor:
    taker = mandates.agent()
    mandates.mandate(marked.worker, taker)
    return firm(taker)


WHO: dict[Relation, tuple[Callable[[Marked], Actor], Purpose]] = {
    Relation.SELF: (lambda marked: person(marked.worker), Purpose.OWN),
    Relation.PROXY: (proxy, Purpose.PROXY_FILING),
    Relation.EMPLOYER: (lambda marked: firm(marked.employer), Purpose.EMPLOYEES),
    Relation.SITE: (above, Purpose.ROSTER),
    Relation.ROSTER_PROXY: (roster_proxy, Purpose.ROSTER),
    Relation.OTHER: (lambda _: firm(company()), Purpose.SEARCH),
    Relation.CERTIFIED: (at_a_gate, Purpose.GATE),
    Relation.OPERATOR: (lambda _: officer(Duty.CONTACT).actor, Purpose.ENQUIRY),
}


def told(seen: WorkerSeen) -> dict[str, object]:
    """Everything that the value says; 非公開 as a word, since it refuses to be compared."""
    return {
        "relation": seen.relation,
        "always": (seen.worker, seen.number, seen.kana, seen.card_colour, seen.main_trade, seen.is_withdrawn),
        "birth": (str(seen.birth_year), str(seen.birth_on)),
        "blocks": {key: "非公開" if is_hidden(rows) else rows for key, rows in seen.blocks.items()},
        "items": seen.items,
    }


def preview(
    marked: Marked, at: datetime, relation: Relation = Relation.OTHER, wish: Wish | None = None
) -> WorkerSeen:
    return own_preview(marked.worker.pk, relation, wish=wish, by=person(marked.worker), at=at)


@pytest.mark.parametrize("opened", [(), (Item.NAME, Item.CONTACT), SWITCHABLE], ids=["none", "two", "all"])
@pytest.mark.parametrize("relation", REAL)
def test_each_viewer_gets_exactly_what_the_preview_shows(
    relation: Relation, opened: tuple[Item, ...], marked: Marked, at: datetime
) -> None:
    opens(marked, at, *opened)
    who, purpose = WHO[relation]
    seen = worker_as_seen_by(
        who(marked), marked.worker.pk, purpose=purpose, reason="確認", at=at, items=ASKED
    )
    assert seen.relation is relation
    assert told(preview(marked, at, relation)) == told(seen)


def test_who_holds_a_certificate_looks_at_what_the_preview_names(marked: Marked, at: datetime) -> None:
    record(marked.worker, sites.site(), SINCE.replace(year=2026))
    issued = issue_certificate(
        worker=marked.worker, period=None, with_sites=True, by=person(marked.worker), at=at
    )
    check(code_for(issued.key), at=at)
    assert set(preview(marked, at, Relation.HOLDER).items) == set(DisclosureTrace.objects.get().items)


def test_the_worker_previews_every_kind_of_viewer_and_leaves_no_row(marked: Marked, at: datetime) -> None:
    assert {preview(marked, at, relation).relation for relation in VIEWERS} == set(Relation)
    assert not DisclosureTrace.objects.exists()


def test_a_choice_shows_before_it_is_saved_and_writes_nothing(marked: Marked, at: datetime) -> None:
    set_employers_half(
        company=marked.employer,
        workers=[marked.worker.pk],
        items=[Item.NAME],
        is_open=True,
        by=firm(marked.employer),
        at=at,
    )
    rows, events = DisclosureSwitch.objects.count(), Event.objects.count()
    seen = preview(marked, at, wish=Wish(frozenset({Item.NAME, Item.CONTACT})))
    assert seen.items == {Item.CARD, Item.NAME}  # the employer has not opened the address
    assert (DisclosureSwitch.objects.count(), Event.objects.count()) == (rows, events)


AT = datetime(2026, 11, 20, 12, tzinfo=JST)
CHOICES = st.frozensets(st.sampled_from(SWITCHABLE))


@settings(max_examples=20)
@given(mine=CHOICES, before=CHOICES, employers=st.lists(CHOICES, max_size=2))
def test_what_a_choice_shows_before_is_what_others_see_once_it_is_saved(
    mine: frozenset[Item], before: frozenset[Item], employers: list[frozenset[Item]]
) -> None:
    me = worker()
    choose_own_half(worker=me, items=before, shown=(), by=person(me), at=AT)
    for number, items in enumerate(employers):
        employer = company()
        affiliation(worker=me, company=employer, is_main=number == 0)
        set_employers_half(
            company=employer, workers=[me.pk], items=items, is_open=True, by=firm(employer), at=AT
        )
    shown = own_preview(me.pk, Relation.OTHER, wish=Wish(mine), by=person(me), at=AT)
    choose_own_half(worker=me, items=mine, shown=before, by=person(me), at=AT)
    seen = worker_as_seen_by(firm(company()), me.pk, purpose=Purpose.SEARCH, at=AT, items=ASKED)
    assert told(shown) == told(seen)


@settings(max_examples=20)
@given(wish=CHOICES, others=CHOICES, mine=CHOICES)
def test_an_employers_choice_shows_what_others_see_once_it_is_saved(
    wish: frozenset[Item], others: frozenset[Item], mine: frozenset[Item]
) -> None:
    me, first, second = worker(), company(), company()
    choose_own_half(worker=me, items=mine, shown=(), by=person(me), at=AT)
    for employer, items in ((first, ()), (second, others)):
        affiliation(worker=me, company=employer, is_main=employer is first)
        set_employers_half(
            company=employer, workers=[me.pk], items=items, is_open=True, by=firm(employer), at=AT
        )
    shown = employers_preview(me.pk, wish=Wish(wish, first.pk), by=firm(first), at=AT)
    set_employers_half(company=first, workers=[me.pk], items=wish, is_open=True, by=firm(first), at=AT)
    seen = worker_as_seen_by(firm(company()), me.pk, purpose=Purpose.SEARCH, at=AT, items=ASKED)
    assert told(shown) == told(seen)


def test_what_is_never_shown_stays_closed_in_whatever_is_wished(marked: Marked, at: datetime) -> None:
    opens(marked, at, *SWITCHABLE)
    never = {item for item, row in MATRIX.items() if row[Relation.OTHER] is Shown.NEVER}
    assert not preview(marked, at, wish=Wish(frozenset(Item))).items & never


def test_an_employers_preview_is_a_look_that_the_worker_reads(marked: Marked, at: datetime) -> None:
    opens(marked, at, Item.CONTACT)
    employers_preview(marked.worker.pk, by=firm(marked.employer), at=at)
    trace = DisclosureTrace.objects.get()
    assert (trace.relation, trace.purpose) == (Relation.EMPLOYER, Purpose.EMPLOYEES)
    assert set(trace.items) == {Item.CARD, Item.CONTACT}


def test_nobody_previews_somebody_else(marked: Marked, at: datetime) -> None:
    other = company()
    with pytest.raises(NotAllowed):
        own_preview(marked.worker.pk, Relation.SELF, by=person(worker()), at=at)
    with pytest.raises(NotAllowed):
        own_preview(marked.worker.pk, Relation.SELF, by=firm(marked.employer), at=at)
    with pytest.raises(NoRelation):
        employers_preview(marked.worker.pk, by=firm(other), at=at)
    assert not DisclosureTrace.objects.exists()
