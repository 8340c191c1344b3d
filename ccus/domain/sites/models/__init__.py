"""Sites: the place, its structure, its roster, its readers."""

from ccus.domain.sites.models.reader import Reader
from ccus.domain.sites.models.roster import (
    PatternWorker,
    Placement,
    PlacementRequest,
    ProxyConsent,
    RosterBatch,
    RosterBatchRow,
    RosterLine,
    RosterPattern,
)
from ccus.domain.sites.models.site import AccumulationPeriod, Place, Site, SiteContract, SitePartner, SitePost
from ccus.domain.sites.models.structure import (
    InvitationLink,
    PatternFirm,
    StructureAcceptance,
    StructureMember,
    StructurePattern,
    StructureProxy,
)

__all__ = [
    "AccumulationPeriod",
    "InvitationLink",
    "PatternFirm",
    "PatternWorker",
    "Place",
    "Placement",
    "PlacementRequest",
    "ProxyConsent",
    "Reader",
    "RosterBatch",
    "RosterBatchRow",
    "RosterLine",
    "RosterPattern",
    "Site",
    "SiteContract",
    "SitePartner",
    "SitePost",
    "StructureAcceptance",
    "StructureMember",
    "StructurePattern",
    "StructureProxy",
]
