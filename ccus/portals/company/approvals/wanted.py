"""絞り込み: which tray, site, firms and kind the address names; what nobody offers is left aside."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import QueryDict

from ccus.domain.companies.seats import SeatMe
from ccus.domain.work_history.claim_terms import ClaimKind
from ccus.domain.work_history.claims.inbox import Tray, waiting_for
from ccus.domain.work_history.claims.waiting_sql import Waiting

LONGEST = 60
_KINDS = {"entry": ClaimKind.ENTRY, "correction": ClaimKind.CORRECTION}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for; `tray` None: whichever has something waiting."""

    tray: Tray | None = None
    site: str = ""
    firm: str = ""
    kind: str = ""

    @property
    def is_narrowed(self) -> bool:
        """Whether anything but the tray was asked for."""
        return bool(self.site or self.firm or self.kind)

    def waiting(self, seat: SeatMe, tray: Tray) -> Waiting:
        """The list of a tray as far as the account reaches."""
        kind = _KINDS.get(self.kind)
        return waiting_for(seat.seated, tray, site=self.site, firm=self.firm, kind=kind)

    def query(self, tray: Tray) -> str:
        """The conditions as an address names them."""
        given = {"tray": tray.value, "site": self.site, "firm": self.firm, "kind": self.kind}
        return urlencode({name: value for name, value in given.items() if value})


def wanted_of(typed: QueryDict | Mapping[str, str]) -> Wanted:
    """The conditions of an address or a form."""
    tray, site, kind = typed.get("tray", ""), typed.get("site", ""), typed.get("kind", "")
    return Wanted(
        tray=Tray(tray) if tray in set(Tray) else None,
        site=site if site.isascii() and site.isdigit() and len(site) == 14 else "",
        firm=typed.get("firm", "").replace("\x00", "").strip()[:LONGEST],
        kind=kind if kind in _KINDS else "",
    )


def trays_of(seat: SeatMe) -> Collection[Tray]:
    """The trays that the role opens (CLAIM-26)."""
    return [tray for tray in Tray if seat.may(tray.power)]
