"""申請の規則: who was never registered, what its filer did not go on with, and what was withdrawn or rejected."""

from ccus.domain.leaving.fates import ON_A_CASE, login_goes, words_of_fees
from ccus.domain.retention.rule import KEYS, Rule, days, goes_with, years
from ccus.domain.retention.terms import Why

_OF_APPLICANTS = f"select id from application where applicant_id = {KEYS}"
_THESE = "select unnest(%(keys)s::bigint[]) as id"
_LOGINS = f"select account_id from applicant where id = {KEYS}"


def _moved(case: str) -> str:
    """When something last happened to an application."""
    return (
        f"greatest({case}.opened_at, {case}.queued_at, {case}.closed_at,"
        f" (select max(s.at) from application_step s where s.application_id = {case}.id),"
        f" (select max(d.saved_at) from draft_section d where d.application_id = {case}.id))"
    )


def _cases(own: str) -> tuple[tuple[str, str], ...]:
    """What hangs on applications; `own` selects their keys."""
    return (
        ("other_person", f"delete from other_person where application_id in ({own}) or other_id in ({own})"),
        *((table, f"delete from {table} where application_id in ({own})") for table in ON_A_CASE),
    )


def _unpaid(own: str) -> tuple[str, str]:
    """An open charge is closed with a word, because nobody will pay it."""
    return "settlement", (
        "insert into settlement (charge_id, note, recorded_at, recorded_by, taken_back_by, taken_back_words)"
        " select c.id, '申請が取りやめになったため', %(at)s, 'system:0', '', '' from charge c"
        f" where c.is_open and c.subject in (select 'application:' || k from ({own}) as of (k))"
    )


def _shows(case: str) -> str:
    """An application holds the image `e`, as it was handed in or not yet."""
    return (
        f"(exists (select from submission f where f.application_id = {case}.id"
        " and position(e.key::text in f.contents::text) > 0)"
        f" or exists (select from draft_section d where d.application_id = {case}.id"
        " and position(e.key::text in d.rows::text) > 0))"
    )


_IMAGES = (
    "evidence",
    (
        "delete from evidence e using application a join submission s on s.application_id = a.id"
        f" where a.id = {KEYS} and e.owner = a.filed_by and position(e.key::text in s.contents::text) > 0"
        " and not exists (select from portrait p where p.image_id = e.id)"
        " and not exists (select from qualification q where q.image_id = e.id)"
        " and not exists (select from core_worker_qualification q where q.image_id = e.id)"
        f" and not exists (select from application o where o.id <> all(%(keys)s::bigint[]) and {_shows('o')}"
        " and (o.worker_id = a.worker_id or o.company_id = a.company_id))"
    ),
)
"""Images that nothing registered and no other application of the same worker or company shows, whoever filed it."""
_FEES, _ = words_of_fees("array[]::text[]", _THESE)
"""Whoever paid: when the application is gone, nothing tells any more whom the words about its fee are about."""

APPLICATIONS = (
    Rule(
        key="unregistered",
        title="登録されなかった申請者と、その申請",
        begins="最後に動いた時",
        kept=days(400),
        why=Why.LAW,
        reason="利用する必要がなくなった個人データは消します（個人情報保護法第22条）。運営主体が審査中のものは残ります",
        table="applicant",
        counted=(
            f"greatest(t.asked_at, (select max({_moved('a')}) from application a where a.applicant_id = t.id))"
        ),
        where=(
            "t.worker_id is null and t.company_id is null and not exists (select from application a"
            " where a.applicant_id = t.id and a.state in ('submitted', 'in_review', 'corrected', 'approved'))"
        ),
        below=(
            *words_of_fees(
                "array(select 'applicant:' || k from unnest(%(keys)s::bigint[]) k)", _OF_APPLICANTS
            ),
            _unpaid(_OF_APPLICANTS),
            *_cases(_OF_APPLICANTS),
            goes_with("application", "applicant_id"),
            (
                "evidence",
                "delete from evidence where owner in (select 'applicant:' || k from unnest(%(keys)s::bigint[]) k)",
            ),
            *login_goes(_LOGINS, closing=", closed_at = coalesce(closed_at, %(at)s)"),
        ),
    ),
    Rule(
        key="left_open",
        title="作成中・お支払い待ち・不備ありのままの申請（登録のある方と会社）",
        begins="最後に動いた時",
        kept=days(400),
        reason="続けなかったものは、登録に使いません",
        table="application",
        counted=_moved("t"),
        where="t.state in ('draft', 'fee_due', 'returned') and t.applicant_id is null",
        below=(_FEES, _unpaid(_THESE), _IMAGES, *_cases(_THESE)),
    ),
    Rule(
        key="closed_cases",
        title="取り下げ・却下になった申請（登録のある方と会社）",
        begins="終わった時",
        kept=years(2),
        reason="却下の理由の問い合わせに答える間だけ残します",
        table="application",
        counted="t.closed_at",
        where="t.state in ('withdrawn', 'rejected') and t.applicant_id is null",
        below=(_FEES, _IMAGES, *_cases(_THESE)),
    ),
)
