"""申告の状態を確かめる: for acts, with the rows locked, so that two answers at once come one after the other."""

from ccus.domain.work_history.claim_rules import TRANSITIONS
from ccus.domain.work_history.claim_terms import ClaimAct, ClaimState
from ccus.domain.work_history.claims.answering import state_of
from ccus.domain.work_history.models import DayAsk, DayClaim
from ccus.foundation.japanese import date_words
from ccus.foundation.refusals import Refusal

_MENDED = {
    ClaimState.ATTACHED: "登録された現場に付けたほうの申告を取り下げてください。",
    ClaimState.REFUSED: "ちがうと思うときは、「申告の状況」から申し立ててください。",
    ClaimState.DISPUTED: "運営主体の確認が終わるのを待ってください。",
}


class ClaimClosed(Refusal):
    """進められない申告: its state does not allow the act (CLAIM-04)."""


def locked_state(claim: DayClaim) -> ClaimState:
    """The state of a claim at this moment; nobody else answers or withdraws it until the transaction ends.

    The highest part is locked first, as answers do, so that nobody waits in a circle.
    """
    DayClaim.objects.select_for_update().get(pk=claim.pk)
    list(DayAsk.objects.filter(claim=claim).select_for_update().order_by("-party"))
    return state_of(claim)


def require_move(claim: DayClaim, act: ClaimAct) -> ClaimState:
    """The state, if the act moves a claim in it. Raises `ClaimClosed`."""
    state = locked_state(claim)
    if (state, act) not in TRANSITIONS:
        raise ClaimClosed(
            f"{date_words(claim.work_on)}の申告は「{state.label}」なので、{act.label}ことはできません。"
            f"{_MENDED.get(state, '一覧を開き直して、今の状態を確かめてください。')}"
        )
    return state
