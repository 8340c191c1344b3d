"""入口の規則: tries, sessions, codes, and what the machinery leaves behind."""

from datetime import timedelta

from ccus.domain.retention.rule import Rule, always
from ccus.domain.retention.terms import Why

_AT_ONCE = always(timedelta(0))

DOORS = (
    Rule(
        key="tries",
        title="ログインの試行の数",
        begins="数え始めた時",
        kept=always(timedelta(days=2)),
        why=Why.NEED,
        reason="過ぎた数は、だれも止めません",
        number="SIGN-06",
        table="sign_in_window",
        counted="t.window_start",
        identity=("t.ctid", "tid"),
    ),
    Rule(
        key="sessions",
        title="ログインの状態",
        begins="期限",
        kept=_AT_ONCE,
        why=Why.NEED,
        reason="期限の切れたログインは、使えません",
        number="SIGN-24",
        table="django_session",
        counted="t.expire_date",
        identity=("t.session_key", "text"),
    ),
    Rule(
        key="devices",
        title="ログイン中の端末",
        begins="最後に使った時",
        kept=_AT_ONCE,
        why=Why.NEED,
        reason="ログインが終わった端末は、表示しません",
        number="SIGN-24",
        table="account_session",
        counted="t.used_at",
        where=(
            "not exists (select from django_session s"
            " where s.session_key = t.session_key and s.expire_date > %(at)s)"
        ),
    ),
    Rule(
        key="codes",
        title="確認番号",
        begins="申し込んだ時",
        kept=always(timedelta(days=2)),
        why=Why.NEED,
        reason="確認番号は、10分で使えなくなります",
        number="RESET-07",
        table="recovery_code",
        counted="t.asked_at",
    ),
    Rule(
        key="wrong_requests",
        title="パスワードの再設定の、まちがった申し込み",
        begins="申し込んだ時",
        kept=always(timedelta(days=30)),
        why=Why.NEED,
        reason="だれの申し込みでもありません",
        number="RESET-07",
        table="reset_request",
        counted="t.opened_at",
        where="t.worker_id is null",
    ),
    Rule(
        key="cache",
        title="一時的な控え",
        begins="期限",
        kept=_AT_ONCE,
        why=Why.NEED,
        reason="期限の切れた控えは、使いません",
        table="shared_cache",
        counted="t.expires",
        identity=("t.cache_key", "text"),
    ),
    Rule(
        key="jobs",
        title="終わった仕事の控え",
        begins="終わった時",
        kept=always(timedelta(days=30)),
        why=Why.NEED,
        reason="失敗の原因を調べる間だけ残します",
        table="procrastinate_jobs",
        counted="(select max(e.at) from procrastinate_events e where e.job_id = t.id)",
        where="t.status in ('succeeded', 'failed', 'cancelled', 'aborted')",
    ),
    Rule(
        key="unread_readings",
        title="読み取れなかった端末の記録",
        begins="受け取った時",
        kept=always(timedelta(days=400)),
        why=Why.NEED,
        reason="端末の故障を調べる間だけ残します。だれのものかわかりません",
        table="tap_unreadable",
        counted="t.received_at",
    ),
)
