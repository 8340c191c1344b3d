"""The page of the newest proposal, in the browser of an officer."""

from html import unescape

from ccus.domain.accounts.officers import OfficerMe
from ccus.domain.office.models import Proposal
from tests.factories.officers import client_of


def second_page(me: OfficerMe) -> str:
    """What this officer reads there."""
    answer = client_of(me).get(f"/office/second/{Proposal.objects.latest('pk').key}/")
    return unescape(answer.content.decode())
