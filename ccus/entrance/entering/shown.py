"""申告の見せ方: state as word, shape and colour; whose turn it is, in a sentence (CLAIM-11)."""

from dataclasses import dataclass
from datetime import timedelta

from ccus.domain.work_history.claim_rules import Turn
from ccus.domain.work_history.claim_terms import ClaimState, Doer
from ccus.domain.work_history.claims.reading import ClaimShown
from ccus.foundation.clock import day_of, now
from ccus.foundation.japanese import date_words
from ccus.ui.badges import Badge

_MOMENT = timedelta(microseconds=1)
_LOOKS = {
    ClaimState.ALONE: ("承認なし", "pending", "dash"),
    ClaimState.WAITING: ("承認待ち", "pending", "clock"),
    ClaimState.APPROVED: ("承認", "official", "check"),
    ClaimState.REFUSED: ("否認", "refused", "cross"),
    ClaimState.DISPUTED: ("運営主体が確認中", "pending", "clock"),
    ClaimState.UPHELD: ("否認（確定）", "refused", "cross"),
    ClaimState.LAPSED: ("期限切れ", "pending", "dash"),
    ClaimState.ATTACHED: ("現場を付けた", "info", "chain"),
    ClaimState.WITHDRAWN: ("取下げ", "info", "dash"),
}
_OVER = {
    ClaimState.ALONE: "聞く相手がいません。現場が登録されたら、現場を付けられます。",
    ClaimState.APPROVED: "承認されました。",
    ClaimState.REFUSED: "申し立ての期限が過ぎました。否認で決まりです。",
    ClaimState.UPHELD: "申し立ては認められませんでした。否認で決まりです。",
    ClaimState.LAPSED: "期限までに答えがありませんでした。「承認なし」として残ります。",
    ClaimState.ATTACHED: "登録された現場の入力に、かわりました。",
    ClaimState.WITHDRAWN: "取り下げたか、あとの入力にかわりました。",
}


@dataclass(frozen=True, slots=True)
class Row:
    """申告 as a list shows it."""

    claim: ClaimShown
    look: Badge
    turn: str


def row_of(claim: ClaimShown, *, is_workers: bool = True) -> Row:
    """Badge and sentence of a claim, as the worker reads it, or (not `is_workers`) the firm that entered it."""
    return Row(claim, Badge(*_LOOKS[claim.state]), turn_words(claim, is_workers=is_workers))


def turn_words(claim: ClaimShown, *, is_workers: bool = True) -> str:
    """Whose turn it is and until when; what was decided where it is nobody's."""
    if claim.state is ClaimState.APPROVED and claim.ruling is not None:
        return "運営主体が、申し立てを認めました。"
    if claim.turn is None or (_is_mine(claim.turn) and now() >= claim.turn.until):
        return _OVER.get(claim.state, "")
    last = date_words(day_of(claim.turn.until - _MOMENT))
    match claim.turn.doer:
        case Doer.PRIME:
            prime = claim.decision.company if claim.decision else ""
            return f"元請事業者の{prime}が、{last}までに答えます。"
        case Doer.AUTHOR:
            whose = "あなた" if is_workers else "技能者本人"
            return f"{whose}の番です。申し立てるときは、{last}までです。"
        case _:
            return f"運営主体が、{last}までに決めます。"


def _is_mine(turn: Turn) -> bool:
    return turn.doer is Doer.AUTHOR
