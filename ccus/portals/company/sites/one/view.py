"""一つの現場: what is registered, and the ways to everything that belongs to it."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Power
from ccus.domain.sites.options import label
from ccus.domain.sites.reading.parts import contracts_of, own_spots, partners_of, posts_of, readers_of
from ccus.domain.sites.reading.sites import site_row
from ccus.domain.sites.terms import Post, Standing
from ccus.entrance.door import company_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.portals.company.sites.contracts.words import contract_words
from ccus.portals.company.sites.reached import seen_site


@require_safe
@company_page(Power.VIEW_STRUCTURE)
def site(request: HttpRequest, seat: SeatMe, site: str) -> HttpResponse:
    """現場: the prime sees everything, a partner what is registered, a firm of the structure what concerns it."""
    shown = seen_site(seat, site)
    is_prime = shown.standing is Standing.PRIME
    posts = posts_of(shown.place, seat.company)
    contracts = contracts_of(shown.place) if shown.standing is not Standing.MEMBER else ()
    may_edit = is_prime and site_row(seat.actor, site) is not None
    context = {
        "site": shown,
        "client_class": label("client_class", shown.client_class),
        "contracts": [(contract, contract_words(contract.items)) for contract in contracts],
        "partners": partners_of(shown.place),
        "posts": posts,
        "spots": own_spots(shown.place, seat.company),
        "has_manager": any(post.post is Post.MANAGER for post in posts),
        "readers": readers_of(shown.place) if may_edit else (),
        "is_prime": is_prime,
        "may_edit": may_edit,
        "may_appoint": seat.may(Power.ORGANISATION),
        "today": clock.today(),
    }
    return framed(request, "company/sites/one/page.html", context, current="sites")
