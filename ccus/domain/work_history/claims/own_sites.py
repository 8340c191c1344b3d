"""現場登録のない現場を読む: the sites that a worker typed, with the days entered there (PORTAL-23, PORTAL-24)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Exists, Max, Min, OuterRef, Q

from ccus.domain.work_history.claim_terms import ClaimKind
from ccus.domain.work_history.models import DayClaim, OwnSite


@dataclass(frozen=True, slots=True)
class OwnSiteShown:
    """現場登録のない現場, as its worker typed it, and how many days stand there; `moved`: days attached elsewhere."""

    key: UUID
    place: int
    name: str
    address: str
    labour_insurance: str
    building_confirmation: str
    corins: str
    prime_name: str
    employer_name: str
    days: int = 0
    moved: int = 0
    first_on: date | None = None
    last_on: date | None = None

    @property
    def raw(self) -> dict[str, str]:
        """What was typed, for the form that mends it."""
        return {name: getattr(self, name) for name in FIELDS}


FIELDS = (
    "name", "address", "labour_insurance", "building_confirmation", "corins", "prime_name", "employer_name",
)  # fmt: skip


def own_sites_of(worker: int) -> tuple[OwnSiteShown, ...]:
    """The sites a worker typed, the one worked at last first. Two statements."""
    rows = list(OwnSite.objects.filter(worker=worker, superseded_at=None).order_by("-pk"))
    moved = Exists(DayClaim.objects.filter(instead_of=OuterRef("pk"), superseded_at=None))
    claims = DayClaim.objects.filter(
        place__in=[row.place_id for row in rows], kind=ClaimKind.ENTRY, superseded_at=None
    ).annotate(is_moved=moved)
    stands = Q(is_moved=False)
    counted = {
        place: rest
        for place, *rest in claims.values_list("place").annotate(
            days=Count("pk", filter=stands),
            moved=Count("pk", filter=~stands),
            first=Min("work_on", filter=stands),
            last=Max("work_on", filter=stands),
        )
    }
    shown = [
        OwnSiteShown(
            row.key,
            row.place_id,
            *(getattr(row, name) for name in FIELDS),
            *counted.get(row.place_id, (0, 0, None, None)),
        )
        for row in rows
    ]
    return tuple(sorted(shown, key=lambda site: site.last_on or date.min, reverse=True))


def own_site_row(worker: int, key: UUID) -> OwnSite | None:
    """The row of a site that the worker typed, for the acts."""
    return OwnSite.objects.filter(worker=worker, key=key, superseded_at=None).select_related("worker").first()


def own_site_shown(worker: int, key: UUID) -> OwnSiteShown | None:
    """One of them."""
    return next((site for site in own_sites_of(worker) if site.key == key), None)
