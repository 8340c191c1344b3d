"""現場: with its period and the prime's accepted spot; firms below it, roster lines and readers."""

from datetime import UTC, date, datetime

import factory
from django.db import connection

from ccus.domain.companies.models import Company
from ccus.domain.sites.models import (
    AccumulationPeriod,
    Place,
    Reader,
    RosterLine,
    Site,
    StructureAcceptance,
    StructureMember,
)
from ccus.domain.sites.rules import token_hash
from ccus.foundation.identifiers import Kind
from tests.factories import codes
from tests.factories.companies import CompanyFactory
from tests.factories.facts import Fact, FactFactory
from tests.factories.numbers import numbered

FIRST_DAY, LAST_DAY_PLUS_ONE = date(2026, 4, 1), date(2027, 4, 1)
REGISTERED_AT = datetime(2026, 3, 20, tzinfo=UTC)


class SiteFactFactory(FactFactory[Fact]):
    class Meta:
        abstract = True

    valid_from = FIRST_DAY
    recorded_at = REGISTERED_AT


class PeriodFactory(SiteFactFactory[AccumulationPeriod]):
    class Meta:
        model = AccumulationPeriod

    valid_until = LAST_DAY_PLUS_ONE


class SiteFactory(factory.django.DjangoModelFactory[Site]):
    class Meta:
        model = Site
        skip_postgeneration_save = True

    place = factory.LazyFunction(Place.objects.create)
    number = factory.Sequence(lambda n: numbered(Kind.SITE, n + 1))
    name = factory.Sequence(lambda n: f"見本ビル{n}新築工事")
    name_kana = "ミホンビルシンチクコウジ"
    address = "東京都港区見本1-2-3"
    prime = factory.SubFactory(CompanyFactory)
    registered_at = REGISTERED_AT
    period = factory.RelatedFactory(PeriodFactory, factory_related_name="site")


class AcceptanceFactory(SiteFactFactory[StructureAcceptance]):
    class Meta:
        model = StructureAcceptance


class LineFactory(SiteFactFactory[RosterLine]):
    class Meta:
        model = RosterLine

    place_id = factory.SelfAttribute("member.site_id")
    trade = factory.LazyFunction(codes.trade)
    position = factory.LazyFunction(codes.position)
    work_content = "基礎配筋"


class ReaderFactory(factory.django.DjangoModelFactory[Reader]):
    class Meta:
        model = Reader

    class Params:
        token = "見本の端末"

    name = "正門"
    token_hash = factory.LazyAttribute(lambda reader: token_hash(reader.token))
    enrolled_at = REGISTERED_AT
    enrolled_by = "system:0"


def site(**values: object) -> Site:
    made = SiteFactory.create(**values)
    accept(spot(made, made.prime))
    return made


def spot(site: Site, company: Company, upper: StructureMember | None = None) -> StructureMember:
    """A firm's spot, invited and not yet accepted."""
    with connection.cursor() as cursor:
        cursor.execute("select nextval(pg_get_serial_sequence('structure_member', 'id'))")
        (key,) = cursor.fetchone()
    above = upper.path if upper is not None else []
    return StructureMember.objects.create(
        id=key,
        site=site,
        company=company,
        parent=upper,
        tier=len(above),
        path=[*above, key],
        invited_at=REGISTERED_AT,
        invited_by="system:0",
    )


def prime_spot(site: Site) -> StructureMember:
    return StructureMember.objects.get(site=site, tier=0)


def accept(member: StructureMember, **values: object) -> StructureMember:
    AcceptanceFactory.create(member=member, **values)
    return member


def roster_line(**values: object) -> RosterLine:
    return LineFactory.create(**values)


def reader(site: Site, **values: object) -> Reader:
    return ReaderFactory.create(place=site.place, **values)
