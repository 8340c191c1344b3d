"""係員: an officer with some duties, who has chosen a password."""

from dataclasses import replace
from datetime import UTC, datetime
from html import unescape

import factory
from django.test import Client

from ccus.domain.accounts.models import Officer
from ccus.domain.accounts.officers import OfficerMe, officer_of
from ccus.domain.accounts.terms import Duty
from ccus.domain.audit.terms import Actor
from ccus.domain.office.models import Proposal
from ccus.foundation.identifiers import Kind
from tests.factories.accounts import AccountFactory
from tests.factories.factors import enter
from tests.factories.numbers import numbered


class OfficerFactory(factory.django.DjangoModelFactory[Officer]):
    class Meta:
        model = Officer

    account = factory.SubFactory(
        AccountFactory, login_id=factory.Sequence(lambda n: numbered(Kind.OFFICER, 9_500_000 + n))
    )
    name = "審査 花子"
    duties = factory.LazyFunction(lambda: [*Duty])
    appointed_at = datetime(2026, 11, 1, tzinfo=UTC)


def officer(*duties: Duty, **values: object) -> OfficerMe:
    """An officer with these duties; all of them if none is named."""
    row = OfficerFactory.create(**{"duties": [*(duties or Duty)], **values})
    me = officer_of(row.account_id)
    assert me is not None
    return me


def two(*duties: Duty) -> Actor:
    """A second officer, who carries out what another of the same duties proposed (EYES-02)."""
    return replace(officer(*duties).actor, first=officer(*duties).officer)


def client_of(officer: OfficerMe) -> Client:
    """A browser in which the officer has signed in."""
    return enter(Client(), Officer.objects.get(pk=officer.officer).account)


def confirmed_by_another(*duties: Duty) -> str:
    """The page of the newest proposal, confirmed by another officer of these duties: what is read afterwards."""
    proposal = Proposal.objects.latest("pk")
    address = f"/office/second/{proposal.key}/confirm/"
    answer = client_of(officer(*duties)).post(address, {"seen": proposal.digest}, follow=True)
    return unescape(answer.content.decode())
