"""運営主体の規則: corrections, proposals, what was asked of the contact centre."""

from ccus.domain.retention.rule import KEYS, Rule, goes_with, years
from ccus.domain.retention.terms import Why

_ROWS = f"change_set_id = {KEYS}"

OFFICE = (
    Rule(
        key="corrections",
        title="登録の修正の、理由と前後の値",
        begins="反映した時、または取りやめた時",
        kept=years(5),
        why=Why.DECISION,
        reason="修正をまとめて元に戻せるようにします。直したあとの値は、登録に残ります",
        table="change_set",
        counted="coalesce(t.done_at, t.discarded_at)",
        where=(
            "t.words <> '（消去）' or t.basis <> '（消去）' or exists (select from change_row r"
            " where r.change_set_id = t.id and (r.seen <> '{}' or r.typed <> '{}' or r.values <> '{}'))"
        ),
        words="words = '（消去）', basis = '（消去）'",
        below=(
            (
                "change_row",
                f"update change_row set seen = '{{}}', typed = '{{}}', values = '{{}}', faults = '{{}}' where {_ROWS}",
            ),
            (
                "preview_line",
                (
                    "update preview_line set before = '{}', after = '{}', words = ''"
                    f" where preview_id in (select id from change_preview where {_ROWS})"
                ),
            ),
        ),
    ),
    Rule(
        key="proposals",
        title="二人目の確認のための提案",
        begins="答えのあった時。なければ期限",
        kept=years(5),
        why=Why.DECISION,
        reason="監査の間、だれが何を確かめたかを言えるようにします。したことは、操作の記録に残ります",
        table="office_proposal",
        counted="coalesce(t.answered_at, t.expires_at)",
    ),
    Rule(
        key="desk",
        title="お問い合わせと、その答え",
        begins="済みになった時",
        kept=years(2),
        reason="同じことをもう一度聞かれたときに使う間だけ残します",
        table="desk_case",
        counted="t.closed_at",
        below=(goes_with("desk_entry", "case_id"),),
    ),
)
