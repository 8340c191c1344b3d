"""登録の断り: what cannot be registered about a company (REG-20)."""

from ccus.foundation.refusals import Refusal


class CompanyBlockFilled(Refusal):
    """登録済みの区分: a block that is held once is changed, not entered again (REG-20)."""


class LicenceTwice(Refusal):
    """許可の重なり: the same 許可業種 from the same day (REG-20)."""


def licence_twice() -> LicenceTwice:
    """The refusal for the same 許可業種 from the same day."""
    return LicenceTwice("同じ許可業種と許可年月日の行が2つあります。1つにまとめてください。", "trade")


class CompanyBlockStays(Refusal):
    """欠かせない区分: no company is registered without it, so it is changed and not removed (REG-20)."""
