"""保存期間を見る: the rules with what the last night did, and the nights (KEEP-09). Two statements in all."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Sum

from ccus.domain.retention.catalogue import RULES
from ccus.domain.retention.models import RetentionLine, RetentionNight
from ccus.domain.retention.rule import Rule, words
from ccus.foundation.clock import JST

NIGHTS_SHOWN = timedelta(days=30)
HEAD = (
    "何を", "いつから", "どれだけ", "もと", "理由", "期間が終わると",
    "前回消した数", "前回の対象（この日時より前）", "前回消せなかった数", "障害の種類", "30日以内に消す数",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class RuleShown:
    """規則と、最後の夜: without a night nothing is said of rows."""

    rule: Rule
    lengths: tuple[str, ...]
    rows: int | None
    before: datetime | None
    failed: int
    fault: str
    soon: int | None


@dataclass(frozen=True, slots=True)
class NightShown:
    """夜の報告: the sums of a night; without `finished_at` it was broken off."""

    began_at: datetime
    finished_at: datetime | None
    rows: int
    failed: int


def rules_shown() -> tuple[RuleShown, ...]:
    """Every rule in the order of the night, with what the newest night noted of it."""
    newest = RetentionNight.objects.order_by("-began_at").values("pk")[:1]
    noted: dict[str, list[RetentionLine]] = {}
    for line in RetentionLine.objects.filter(night__in=newest):
        noted.setdefault(line.rule, []).append(line)
    return tuple(_shown(rule, noted.get(rule.key, [])) for rule in RULES)


def nights_shown(*, at: datetime) -> tuple[NightShown, ...]:
    """The nights of the last days, the newest first."""
    nights = RetentionNight.objects.filter(began_at__gte=at - NIGHTS_SHOWN).order_by("-began_at")
    summed = nights.annotate(gone=Sum("lines__rows"), stayed=Sum("lines__failed"))
    return tuple(
        NightShown(night.began_at, night.finished_at, night.gone or 0, night.stayed or 0) for night in summed
    )


def file_rows() -> Iterator[tuple[object, ...]]:
    """The rules as the page shows them, a row each, under `HEAD`."""
    for shown in rules_shown():
        rule, lengths = shown.rule, "、".join(shown.lengths)
        said = (rule.title, rule.begins, lengths, rule.why.label, rule.reason, rule.then.label)
        yield (*said, shown.rows, _instant(shown.before), shown.failed, shown.fault, shown.soon)


def _instant(at: datetime | None) -> str:
    return f"{at.astimezone(JST):%Y-%m-%d %H:%M}" if at else ""


def _shown(rule: Rule, lines: list[RetentionLine]) -> RuleShown:
    own = next((line for line in lines if line.table == rule.table), None)
    return RuleShown(
        rule=rule,
        lengths=tuple(words(rule.kept)),
        rows=sum(line.rows for line in lines) if own else None,
        before=own.before if own else None,
        failed=own.failed if own else 0,
        fault=own.fault if own else "",
        soon=own.soon if own else None,
    )
