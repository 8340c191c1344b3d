"""運営主体の規則: corrections, proposals, what was asked of the contact centre."""

from ccus.domain.retention.rule import Rule, always
from ccus.domain.retention.rules import Years
from ccus.domain.retention.terms import Why

_ROWS = "change_set_id = any(%(keys)s::bigint[])"

OFFICE = (
    Rule(
        key="corrections",
        title="登録の修正の、理由と前後の値",
        begins="反映した時、または取りやめた時",
        kept=always(Years(5)),
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
        kept=always(Years(5)),
        why=Why.DECISION,
        reason="監査の間、だれが何を確かめたかを言えるようにします。したことは、操作の記録に残ります",
        table="office_proposal",
        counted="coalesce(t.answered_at, t.expires_at)",
    ),
    Rule(
        key="desk",
        title="お問い合わせと、その答え",
        begins="済みになった時",
        kept=always(Years(2)),
        why=Why.NEED,
        reason="同じことをもう一度聞かれたときに使う間だけ残します",
        table="desk_case",
        counted="t.closed_at",
        below=(("desk_entry", "delete from desk_entry where case_id = any(%(keys)s::bigint[])"),),
    ),
)
