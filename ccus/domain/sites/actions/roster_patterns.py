"""作業員名簿パターン: a crew that comes again, saved from a roster and applied to one (SITE-27)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from ccus.domain.audit.actions import record
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.companies.models import Company
from ccus.domain.companies.policies import require_company
from ccus.domain.companies.terms import Power
from ccus.domain.sites.actions.roster import enter_many
from ccus.domain.sites.entering import faults_of, known_of
from ccus.domain.sites.models import PatternWorker, RosterLine, RosterPattern, StructureMember
from ccus.domain.sites.policies import require_member, standing_in
from ccus.domain.sites.work import Entry, Work, lists
from ccus.domain.sites.writers import writer_of
from ccus.foundation.constraints import each_one_at_a_time, refusing
from ccus.foundation.japanese import tidy
from ccus.foundation.periods import Period
from ccus.foundation.refusals import Refusal

_LONGEST = 60


class PatternNameWrong(Refusal):
    """パターン名の誤り: missing, too long, or there already (SITE-27)."""


class PatternGone(Refusal):
    """削除されたパターン (SITE-27)."""


class NobodyChosen(Refusal):
    """選ばれた人なし (SITE-27)."""


@dataclass(frozen=True, slots=True)
class Left:
    """のせられなかった人: key, 技能者ID and the reason."""

    worker: int
    number: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Applied:
    """パターンの結果."""

    entered: tuple[RosterLine, ...]
    left: tuple[Left, ...]


@transaction.atomic
def save_roster_pattern(
    *, member: StructureMember, lines: Sequence[RosterLine], name: str, by: Actor, at: datetime
) -> RosterPattern:
    """パターンの保存 of some lines of a roster, by the firm of the spot. Raises `PatternNameWrong`, `NobodyChosen`."""
    require_member(by, member)
    require_company(by, standing_in(member), Power.STRUCTURE)  # a crew is the firm's own, not its proxy's
    kept = tidy(name)
    if not kept:
        raise PatternNameWrong("パターン名が入力されていません。60文字以内で入力してください。", "name")
    if len(kept) > _LONGEST:
        raise PatternNameWrong(
            f"パターン名が{len(kept)}文字です。{_LONGEST}文字以内で入力してください。", "name"
        )
    if not lines:
        raise NobodyChosen("保存する人が選ばれていません。名簿で選んでください。")
    company = standing_in(member)
    taken = PatternNameWrong(
        f"パターン「{kept}」は、すでにあります。別の名前にするか、古いものを消してください。", "name"
    )
    with refusing({"roster_pattern_name_once": taken}):
        pattern = RosterPattern.objects.create(company=company, name=kept, made_at=at, made_by=str(by))
    newest = {line.worker_id: line for line in lines if line.member_id == member.pk}
    PatternWorker.objects.bulk_create(
        PatternWorker(
            pattern=pattern,
            worker_id=worker,
            trade_id=line.trade_id,
            position_id=line.position_id,
            work_content=line.work_content,
        )
        for worker, line in newest.items()
    )
    record(
        act=Act.ROSTER_PATTERN_SAVED,
        by=by,
        at=at,
        subject=("roster_pattern", pattern.pk),
        workers=len(newest),
    )
    return pattern


@transaction.atomic
def apply_roster_pattern(
    *,
    pattern: RosterPattern,
    member: StructureMember,
    from_on: date,
    until_on: date | None = None,
    by: Actor,
    at: datetime,
) -> Applied:
    """パターンで登録: whoever can be entered is, the others are named with the reason. `until_on`: day after the last.

    Raises `PatternGone`, `PeriodBackwards`, `InvitationClosed`, `NotAllowed`.
    """
    writer = writer_of(by, member)
    Period.checked(from_on, until_on, label="名簿の期間", field="until_on")
    if not RosterPattern.objects.filter(pk=pattern.pk, company=writer.company, removed_at=None).exists():
        raise PatternGone("このパターンは、削除されています。一覧から選び直してください。")
    crew = PatternWorker.objects.filter(pattern=pattern).select_related("worker", "trade", "position")
    rows = list(crew.order_by("pk"))
    each_one_at_a_time("worker", [row.worker_id for row in rows])
    entries = [
        Entry(row.worker_id, Work(row.trade.code, row.position.code, row.work_content), from_on, until_on)
        for row in rows
    ]
    known = known_of(member, [row.worker_id for row in rows], writer=writer, lists=lists(), at=at)
    against = list(zip(rows, entries, faults_of(entries, member, known), strict=True))
    good = [entry for _, entry, faults in against if not faults]
    left = tuple(
        Left(row.worker_id, row.worker.number, faults[0].sentence) for row, _, faults in against if faults
    )
    entered = enter_many(member=member, entries=good, by=by, at=at)
    record(
        act=Act.ROSTER_PATTERN_APPLIED,
        by=by,
        at=at,
        subject=("roster_pattern", pattern.pk),
        entered=len(entered),
        left=len(left),
    )
    return Applied(tuple(entered), left)


@transaction.atomic
def remove_roster_pattern(*, pattern: RosterPattern, company: Company, by: Actor, at: datetime) -> None:
    """パターンの削除: rosters that it made stay. Raises `PatternGone`."""
    require_company(by, company, Power.STRUCTURE)
    own = RosterPattern.objects.filter(pk=pattern.pk, company=company, removed_at=None)
    if not own.update(removed_at=at):
        raise PatternGone("このパターンは、すでに削除されています。一覧を開き直してください。")
    record(act=Act.ROSTER_PATTERN_REMOVED, by=by, at=at, subject=("roster_pattern", pattern.pk))
