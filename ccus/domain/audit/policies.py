"""誰が行えるか: the first question of every act."""

from ccus.domain.audit.terms import Actor, ActorKind
from ccus.foundation.refusals import Refusal


class NotAllowed(Refusal):
    """権限なし: the act belongs to somebody else."""


def require_one_of(by: Actor, *allowed: Actor, who: str) -> None:
    """Refuse everybody but `allowed`; the office (運営主体) and the system may always. `who` names them in Japanese."""
    if by not in allowed and by.kind not in {ActorKind.OPERATOR, ActorKind.SYSTEM}:
        raise NotAllowed(f"この操作ができるのは、{who}です。{who}に頼んでください。")


def require_own(by: Actor, *allowed: Actor, who: str) -> None:
    """Refuse everybody but `allowed` and the system; the office does nothing in the name of others (EYES-12)."""
    if by not in allowed and by.kind is not ActorKind.SYSTEM:
        raise NotAllowed(f"この操作ができるのは、{who}です。{who}に頼んでください。")


def require_office(by: Actor) -> None:
    """Refuse everybody but the office (運営主体)."""
    require_one_of(by, who="建設キャリアアップシステムの運営主体")
