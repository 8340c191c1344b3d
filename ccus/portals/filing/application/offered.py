"""まかせられる会社, and who files the application for the worker."""

from ccus.domain.applications.reading import ApplicationShown
from ccus.domain.applications.reading.entrusted import proxies_of
from ccus.domain.applications.terms import ENTRUSTABLE
from ccus.domain.proxies.reading.given import mandates_of
from ccus.entrance.who import Filer
from ccus.foundation import clock


def entrusting_of(filer: Filer, case: ApplicationShown) -> dict[str, object]:
    """For the page: `proxies` of the case, and `may_have_it`, the companies to which the worker may give it."""
    if case.kind not in ENTRUSTABLE:
        return {"proxies": (), "may_have_it": ()}
    proxies = proxies_of(case.id)
    if filer.worker is None or filer.actor.client is not None or case.closed_at is not None:
        return {"proxies": proxies, "may_have_it": ()}
    given = mandates_of(filer.worker, on=clock.today())
    have = {proxy.company for proxy in proxies}
    may = [each for each in given if each.ground and not each.is_to_come and each.company not in have]
    return {"proxies": proxies, "may_have_it": may}
