"""会社と運営主体の人の規則: whoever signs in for a company or the office, and what was written about companies."""

from ccus.domain.leaving.fates import login_goes
from ccus.domain.retention.rule import KEYS, Rule, goes_with, years
from ccus.domain.retention.terms import Why

_LEDGERS = "施工体制台帳などの帳簿を5年残す決まりに合わせます（建設業法第40条の3）"
_ENDED = "coalesce(t.superseded_at, t.valid_until::timestamp at time zone 'Asia/Tokyo')"
_SEATS = (
    "select s.account_id from seat s join account a on a.id = s.account_id"
    f" where s.id = {KEYS} and a.closed_at is not null"
)
"""Not an account that went on to the next 事業者責任者, nor that of a worker still registered (ORG-02, ORG-03)."""

FIRMS = (
    Rule(
        key="seats",
        title="閉じた会社のアカウントの名前とメール",
        begins="閉じた時",
        kept=years(5),
        why=Why.LAW,
        reason=_LEDGERS,
        table="seat",
        counted="t.closed_at",
        where="t.name <> '（消去）' or t.mail <> '' or t.live_session <> ''",
        words="name = '（消去）', mail = '', live_session = ''",
        below=login_goes(_SEATS),
    ),
    Rule(
        key="responsible",
        title="前の事業者責任者",
        begins="変わった時",
        kept=years(5),
        why=Why.LAW,
        reason=_LEDGERS,
        table="company_responsible",
        counted=_ENDED,
        where="t.person <> '（消去）' or t.kana <> '' or t.mail <> '' or t.phone <> ''",
        words="person = '（消去）', kana = '', mail = '', phone = ''",
    ),
    Rule(
        key="billing",
        title="前の請求先のあて名",
        begins="変わった時",
        kept=years(5),
        why=Why.LAW,
        reason=_LEDGERS,
        table="company_billing",
        counted=_ENDED,
        where="t.addressee <> '（消去）'",
        words="addressee = '（消去）'",
    ),
    Rule(
        key="officers",
        title="運営主体を離れた担当の名前とログイン",
        begins="アカウントを閉じた時",
        kept=years(5),
        why=Why.DECISION,
        reason="監査の間、だれがしたかを言えるようにします",
        table="officer",
        counted="(select a.closed_at from account a where a.id = t.account_id)",
        where=(
            "t.name <> '（消去）' or exists (select from account a where a.id = t.account_id and a.password <> '!')"
        ),
        words="name = '（消去）'",
        below=login_goes(f"select account_id from officer where id = {KEYS}"),
    ),
    Rule(
        key="invitations",
        title="施工体制への招待リンク",
        begins="期限",
        kept=years(1),
        reason="期限の切れたリンクは、使えません",
        table="invitation_link",
        counted="t.expires_at",
    ),
    Rule(
        key="look_cases",
        title="変わった閲覧の見守りの、会社と担当の言葉",
        begins="終わった時",
        kept=years(5),
        why=Why.DECISION,
        reason="同じ会社にまたあったときに、くらべます",
        table="look_case",
        counted="t.closed_at",
        where=(
            "t.said_words not in ('', '（消去）') or t.asked_words not in ('', '（消去）') or exists (select from"
            " look_verdict v where v.case_id = t.id and v.words not in ('', '（消去）'))"
        ),
        words=(
            "asked_words = case when asked_words = '' then '' else '（消去）' end,"
            " said_words = case when said_words = '' then '' else '（消去）' end"
        ),
        below=(
            (
                "look_verdict",
                (
                    "update look_verdict set words = '（消去）'"
                    f" where case_id = {KEYS} and words not in ('', '（消去）')"
                ),
            ),
        ),
    ),
    Rule(
        key="nights",
        title="この規則を実行した夜の報告",
        begins="始まった時",
        kept=years(5),
        why=Why.DECISION,
        reason="消したことを、数で示せるようにします",
        table="retention_night",
        counted="t.began_at",
        below=(goes_with("retention_line", "night_id"),),
    ),
)
