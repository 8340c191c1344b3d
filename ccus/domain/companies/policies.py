"""事業者として行えること."""

from ccus.domain.audit.terms import Actor, ActorKind
from ccus.domain.companies.models import Company


def as_actor(company: Company) -> Actor:
    """The company acting in its own name."""
    return Actor(ActorKind.COMPANY, company.pk)
