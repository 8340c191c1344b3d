"""利用者: somebody who signs in for a company, with a role."""

from datetime import UTC, datetime

import factory
from django.test import Client

from ccus.domain.audit.terms import Actor, ActorKind
from ccus.domain.companies.models import Company, Seat, Unit
from ccus.domain.companies.seats import SeatMe, seat_of
from ccus.domain.companies.terms import Role
from ccus.domain.sites.models import Site, SitePost
from ccus.domain.sites.terms import Post
from ccus.foundation.identifiers import Kind
from tests.factories.accounts import AccountFactory
from tests.factories.companies import CompanyFactory
from tests.factories.factors import enter
from tests.factories.numbers import numbered

OPENED_AT = datetime(2026, 4, 1, tzinfo=UTC)


class SeatFactory(factory.django.DjangoModelFactory[Seat]):
    class Meta:
        model = Seat

    company = factory.SubFactory(CompanyFactory)
    account = factory.SubFactory(
        AccountFactory, login_id=factory.Sequence(lambda n: numbered(Kind.MANAGER, 9_600_000 + n))
    )
    role = Role.CHIEF
    name = "事務 和子"
    mail = "kazuko@example.jp"
    opened_at = OPENED_AT
    opened_by = "system:0"


def unit(company: Company, name: str = "東京支店", parent: Unit | None = None) -> Unit:
    return Unit.objects.create(
        company=company,
        name=name,
        parent=parent,
        depth=1 if parent is None else parent.depth + 1,
        opened_at=OPENED_AT,
    )


def seat(company: Company, role: Role = Role.CHIEF, **values: object) -> SeatMe:
    """Somebody of a company with that role, who has chosen a password."""
    row = SeatFactory.create(company=company, role=role, **values)
    me = seat_of(row.account_id)
    assert me is not None
    return me


def actor_of(seat: SeatMe) -> Actor:
    return Actor(ActorKind.SEAT, seat.seat)


def client_of(seat: SeatMe) -> Client:
    """A browser in which that person has signed in."""
    return enter(Client(), Seat.objects.get(pk=seat.seat).account)


def manager_of(company: Company) -> str:
    """The 管理者ID of somebody who can be the 現場管理者 of a new site."""
    row = SeatFactory.create(company=company, role=Role.SITE_MANAGER, name="現場 太郎")
    return str(row.account.login_id)


def manager_at(site: Site) -> SeatMe:
    """A 現場管理者 of the prime who holds that post at this site."""
    me = seat(site.prime, Role.SITE_MANAGER)
    SitePost.objects.create(
        site=site,
        seat_id=me.seat,
        post=Post.MANAGER,
        valid_from=OPENED_AT.date(),
        recorded_at=OPENED_AT,
        recorded_by="system:0",
    )
    return me
