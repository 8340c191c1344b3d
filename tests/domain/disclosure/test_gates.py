"""認定システム: a reader that names one sees who stands on the roster of its site today (DISC-14)."""

from datetime import date, datetime

import pytest

from ccus.domain.audit.terms import Actor, ActorKind
from ccus.domain.disclosure.matrix import MATRIX
from ccus.domain.disclosure.models import DisclosureTrace
from ccus.domain.disclosure.policies import relations
from ccus.domain.disclosure.reading import traces_of, worker_as_seen_by
from ccus.domain.disclosure.terms import Purpose, Relation, Shown
from ccus.domain.sites.models import AccumulationPeriod, Reader, Site, StructureMember
from ccus.domain.workers.models import Affiliation, Withdrawal
from ccus.domain.workers.terms import Item
from ccus.foundation.clock import day_of
from ccus.foundation.superseding import supersede
from tests.factories import sites
from tests.factories.personas import Cast

pytestmark = pytest.mark.django_db


def gate(site: Site, **values: object) -> Actor:
    values = {"token": "nintei", "system": "現場クラウド"} | values
    return Actor(ActorKind.READER, sites.reader(site, **values).pk)


def sees(
    by: Actor, cast: Cast, at: datetime, purpose: Purpose = Purpose.GATE, on: date | None = None
) -> Relation | None:
    return relations(by, [cast.mirai.pk], purpose=purpose, on=on or day_of(at), at=at).get(cast.mirai.pk)


def test_a_system_at_the_gate_sees_who_is_on_the_roster_today(cast: Cast, at: datetime) -> None:
    by = gate(cast.site)
    assert sees(by, cast, at) is Relation.CERTIFIED
    assert not [purpose for purpose in set(Purpose) - {Purpose.GATE} if sees(by, cast, at, purpose)]


def test_a_reader_of_the_register_reads_nobody(cast: Cast, at: datetime) -> None:
    assert sees(gate(cast.site, system=""), cast, at) is None


def test_a_system_of_another_site_sees_nobody_of_this_one(cast: Cast, at: datetime) -> None:
    assert sees(gate(sites.site(prime=cast.sato)), cast, at) is None


def test_a_stopped_reader_sees_nobody_any_more(cast: Cast, at: datetime) -> None:
    by = gate(cast.site)
    Reader.objects.filter(pk=by.id).update(revoked_at=at)
    assert sees(by, cast, at) is None


def test_a_system_looks_at_no_other_day_than_today(cast: Cast, at: datetime) -> None:
    assert sees(gate(cast.site), cast, at, on=date(2026, 11, 19)) is None


@pytest.mark.parametrize("fact", ["line", "link", "period", "spot", "withdrawn"])
def test_a_system_sees_nobody_whose_line_does_not_count(fact: str, cast: Cast, at: datetime) -> None:
    match fact:
        case "line":
            supersede(cast.line, at=at)
        case "link":
            supersede(Affiliation.objects.get(pk=cast.affiliation.pk), at=at)
        case "period":
            supersede(AccumulationPeriod.objects.get(site=cast.site), at=at)
        case "spot":
            StructureMember.objects.filter(pk=cast.second_tier.pk).update(withdrawn_at=at)
        case _:
            Withdrawal.objects.create(worker=cast.mirai, withdrawn_at=at, recorded_by="system:0")
    assert sees(gate(cast.site), cast, at) is None


def test_the_worker_reads_that_the_prime_looked_through_its_system(cast: Cast, at: datetime) -> None:
    seen = worker_as_seen_by(gate(cast.site), cast.mirai.pk, purpose=Purpose.GATE, at=at)
    shown = {item for item, row in MATRIX.items() if row[Relation.CERTIFIED] is Shown.ALWAYS}
    assert seen.items == shown
    assert DisclosureTrace.objects.get().company == cast.sato.pk
    [trace] = traces_of(cast.mirai.pk, before=None, limit=10)
    assert (trace.who, trace.relation, trace.purpose) == ("佐藤建設", "認定システム", "入退場の照合")


def test_address_blood_and_health_never_reach_a_gate(cast: Cast, at: datetime) -> None:
    seen = worker_as_seen_by(gate(cast.site), cast.mirai.pk, purpose=Purpose.GATE, at=at)
    assert not seen.items & {Item.CONTACT, Item.EMERGENCY, Item.BLOOD, Item.HEALTH}
