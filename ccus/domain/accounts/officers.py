"""係員: officers of the operator's office, and what opens to them (OFFICE-01)."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from ccus.domain.accounts.models import Officer, User
from ccus.domain.accounts.terms import Duty
from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import Actor, ActorKind


@dataclass(frozen=True, slots=True)
class OfficerMe:
    """係員本人: the officer behind an account."""

    officer: int
    account: int
    name: str
    duties: frozenset[Duty]

    @property
    def actor(self) -> Actor:
        """The officer, as the audit names one."""
        return Actor(ActorKind.OPERATOR, self.officer)


def officer_of(account: int) -> OfficerMe | None:
    """The officer who signs in with this account; None for accounts of others."""
    row = Officer.objects.filter(account=account).values_list("pk", "account", "name", "duties").first()
    return OfficerMe(row[0], row[1], row[2], frozenset(map(Duty, row[3]))) if row else None


def names_of(actors: Collection[str]) -> dict[str, str]:
    """係員の氏名 by actor (`operator:7`), for pages of the office; actors that are no officers are left out."""
    prefix = f"{ActorKind.OPERATOR}:"
    keys = [int(actor.removeprefix(prefix)) for actor in set(actors) if actor.startswith(prefix)]
    rows = Officer.objects.filter(pk__in=keys).values_list("pk", "name") if keys else ()
    return {f"{prefix}{key}": name for key, name in rows}


def require_duty(by: Actor, duty: Duty) -> None:
    """Refuse everybody but the system and officers who have the duty (OFFICE-01)."""
    if by.kind is ActorKind.SYSTEM:
        return
    officer = Officer.objects.filter(pk=by.id, duties__contains=[duty], account__closed_at=None)
    if by.kind is not ActorKind.OPERATOR or not officer.exists():
        raise NotAllowed(
            f"この操作ができるのは、運営主体の「{duty.label}」の係です。担当の係員に頼んでください。"
        )


def holders_among(actors: Collection[str], duty: Duty) -> frozenset[str]:
    """Those of the actors (`operator:7`) who are officers of the duty today. One statement."""
    prefix = f"{ActorKind.OPERATOR}:"
    keys = {int(actor.removeprefix(prefix)) for actor in actors if actor.startswith(prefix)}
    standing = Officer.objects.filter(pk__in=keys, duties__contains=[duty], account__closed_at=None)
    return frozenset(f"{prefix}{key}" for key in standing.values_list("pk", flat=True))


def second_of(by: Actor, first: str, *, word: str) -> Actor:
    """The officer who answers the word (提案, 結論) of another, `operator:7`, with both names (EYES-04, EYES-08).

    Raises `NotAllowed` for the same officer.
    """
    if str(by) == first:
        raise NotAllowed(f"ご自分の{word}には、答えられません。別の係員に頼んでください。")
    return replace(by, first=int(first.partition(":")[2]))


def require_two(by: Actor, duty: Duty) -> None:
    """Refuse an officer alone: one of the duty proposed it, another of the duty does it (EYES-02, EYES-07)."""
    require_duty(by, duty)
    if by.kind is ActorKind.SYSTEM:
        return
    if by.first is None:
        raise NotAllowed("この操作は、一人の係員ではできません。提案して、別の係員の確認を受けてください。")
    if by.first == by.id:
        raise NotAllowed("ご自分の提案は、確認できません。別の係員に頼んでください。")
    if not Officer.objects.filter(pk=by.first, duties__contains=[duty], account__closed_at=None).exists():
        raise NotAllowed(
            f"提案した係員は、今は「{duty.label}」の係ではありません。"
            "この提案を「認めない」にして、もう一度提案してください。"
        )


def officer_by_login(login_id: str) -> User | None:
    """The account of the officer who signs in with this ID (SIGN-26)."""
    officer = Officer.objects.filter(account__login_id=login_id).select_related("account").first()
    return officer.account if officer else None
