"""印刷した一覧: the catalogue as the rule page shows it (KEEP-01)."""

from ccus.domain.retention.catalogue import RULES, STAYING
from ccus.domain.retention.rule import words


def printed() -> str:
    """Two tables of Markdown: what goes, and what stays."""
    lines = [
        "| 何を | いつから | どれだけ | もと | 理由 | 期間が終わると | 表 |",
        "|---|---|---|---|---|---|---|",
        *(
            f"| {rule.title} | {rule.begins} | {'、'.join(words(rule.kept))} | {rule.why.label} |"
            f" {rule.reason}{f'（{rule.number}）' if rule.number else ''} | {rule.then.label} |"
            f" {' '.join(f'`{table}`' for table in shown_tables(rule.tables))} |"
            for rule in RULES
        ),
        "",
        "| 残すもの | 理由 | 表 |",
        "|---|---|---|",
        *(
            f"| {kept.title} | {kept.reason} | {' '.join(f'`{table}`' for table in kept.tables)} |"
            for kept in STAYING
        ),
    ]
    return "\n".join(lines) + "\n"


def shown_tables(tables: tuple[str, ...]) -> list[str]:
    """Many tables as the first of them, sorted, and how many more."""
    some = sorted(tables)
    return some if len(some) <= 12 else [*some[:4], f"ほか{len(some) - 4}表"]
