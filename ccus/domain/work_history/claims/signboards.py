"""工事看板: what a worker can read on a site's boards, as it is kept (CLAIM-18)."""

from dataclasses import asdict, dataclass

from ccus.domain.sites.rules import SiteDetails, TextUnreadable, readable
from ccus.domain.work_history.models import OwnSite
from ccus.foundation.japanese import tidy
from ccus.foundation.refusals import Refusal

_FIRMS = {"prime_name": "元請事業者名", "employer_name": "所属事業者名"}
_LONGEST_FIRM = 80


class OwnSiteKnown(Refusal):
    """入力済みの現場: the same name and address (CLAIM-18)."""


@dataclass(frozen=True, slots=True)
class Signboard:
    """工事看板の文字; only the name is needed."""

    name: str
    address: str = ""
    labour_insurance: str = ""
    building_confirmation: str = ""
    corins: str = ""
    prime_name: str = ""
    employer_name: str = ""

    def tidied(self) -> "Signboard":
        """As it is kept. Raises `TextUnreadable`."""
        numbers = SiteDetails(
            labour_insurance=self.labour_insurance,
            building_confirmation=self.building_confirmation,
            corins=self.corins,
        ).columns()
        return Signboard(
            readable(self.name, "name"),
            readable(self.address, "address", may_be_empty=True),
            str(numbers["labour_insurance"]),
            str(numbers["building_confirmation"]),
            str(numbers["corins"]),
            _firm(self.prime_name, "prime_name"),
            _firm(self.employer_name, "employer_name"),
        )

    def columns(self) -> dict[str, str]:
        """By column of `OwnSite`."""
        return asdict(self)


def require_new(board: Signboard, worker: int, *, but: int | None = None) -> None:
    """Refuse a second description of one site by one worker; `but`: the place that is being mended."""
    same = OwnSite.objects.filter(
        worker=worker, name=board.name, address=board.address, superseded_at=None
    ).exclude(place=but)
    if same.exists():
        raise OwnSiteKnown(
            f"同じ現場（{board.name}）は、もう入力されています。「入力した現場」の一覧から選んでください。"
            "別の現場のときは、住所まで入力してください。",
            "name",
        )


def _firm(name: str, field: str) -> str:
    kept = tidy(name)
    if len(kept) > _LONGEST_FIRM:
        raise TextUnreadable(
            f"{_FIRMS[field]}が{len(kept)}文字です。{_LONGEST_FIRM}文字以内で入力してください。", field
        )
    return kept
