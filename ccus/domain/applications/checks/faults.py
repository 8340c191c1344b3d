"""不足と誤り: the named refusals of a submission that looks at more than one field."""

from typing import NamedTuple

from ccus.domain.workers.actions.registration import AlreadyRegistered
from ccus.foundation.refusals import Refusal


class SectionMissing(Refusal):
    """未記入の区分 (APP-05)."""


class NothingToChange(Refusal):
    """変更なし: not one row (APP-06)."""


class TooManyRows(Refusal):
    """多すぎる行: more than the block holds."""


class BaseGone(Refusal):
    """変わった元の情報: the fact a row is about does not stand any more (APP-07)."""


class CannotRemove(Refusal):
    """消せない区分: everybody has it (APP-07)."""


class CompanyUnknown(Refusal):
    """ない事業者 (APP-20)."""


class ImageMissing(Refusal):
    """ない画像: it was removed, or belongs to somebody else (APP-20)."""


class NoPortrait(Refusal):
    """顔写真でない画像: cut and measured for something else (EVID-03)."""


class DefectTakenBack(Refusal):
    """取り消された初期不良: the first submission was free for it (APP-08)."""


class DefectTooLate(Refusal):
    """遅い初期不良: the card was issued too long ago (CARD-23)."""


class CardMissing(Refusal):
    """カードなし: nothing to reissue, renew or change (APP-20)."""


class RenewalNotDue(Refusal):
    """早すぎる更新: more than six months before the 有効期限 (CARD-30)."""


class CapitalMissing(Refusal):
    """資本金の記載もれ: asked of 法人 (REG-20)."""


class LicencesUnclear(Refusal):
    """許可の食い違い: 許可あり without a 許可業種, or 許可なし with one (REG-20)."""


class ProofMissing(Refusal):
    """証明書類なし: one of the seven items changed (REG-23)."""


class NotSole(Refusal):
    """一人親方でない登録: a worker files only for the own one-person business (REG-22)."""


class Fault(NamedTuple):
    """誤り: in which section and row (empty: the section as a whole), and the refusal that names the field."""

    section: str
    row: str
    refusal: Refusal


class Incomplete(Refusal):
    """提出できない申請: all faults, in the order of the pages (APP-05)."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__(
            f"直すところが{len(faults)}か所あります。赤い印のところを直してから、もう一度提出してください。"
        )
        self.faults = faults

    @property
    def tells_of_somebody(self) -> bool:
        """Whether it says that somebody is registered: that is counted (APP-16)."""
        return any(isinstance(fault.refusal, AlreadyRegistered) for fault in self.faults)
