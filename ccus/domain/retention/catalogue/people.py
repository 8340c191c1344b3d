"""人の規則: who was never registered, what came to nothing, what was asked, who looked, and whoever left."""

from collections import Counter
from datetime import datetime, timedelta

import psycopg

from ccus.domain.leaving.erasing import erase_each
from ccus.domain.leaving.fates import EMPTY_ACCOUNT, FORGET
from ccus.domain.leaving.rules import YEARS_KEPT
from ccus.domain.retention.rule import Carried, Rule, always
from ccus.domain.retention.rules import Kept, Years
from ccus.domain.retention.terms import Why
from ccus.foundation.clock import day_of

_KEYS = "any(%(keys)s::bigint[])"
_CASE_TABLES = (
    *("case_proxy", "review_hold", "draft_section", "correction_note", "finding", "submission"),
    "application_step",
)
_SHOWS_IT = (
    "(exists (select from submission f where f.application_id = o.id and position(e.key::text in f.contents::text) > 0)"
    " or exists (select from draft_section d"
    " where d.application_id = o.id and position(e.key::text in d.rows::text) > 0))"
)
"""Another application `o` of the same worker or company holds the image `e`, whoever handed it in, or has not yet."""


def _cases(own: str) -> tuple[tuple[str, str], ...]:
    """What hangs on applications; `own` selects their keys."""
    return (
        ("other_person", f"delete from other_person where application_id in ({own}) or other_id in ({own})"),
        *((table, f"delete from {table} where application_id in ({own})") for table in _CASE_TABLES),
    )


_OF_APPLICANT = f"select id from application where applicant_id = {_KEYS}"
_ACCOUNT = f"select account_id from applicant where id = {_KEYS}"
_LAST_STEP = (
    "greatest(t.asked_at, (select max(greatest(a.opened_at, a.queued_at, a.closed_at, (select max(s.at) from"
    " application_step s where s.application_id = a.id), (select max(d.saved_at) from draft_section d"
    " where d.application_id = a.id))) from application a where a.applicant_id = t.id))"
)
_UNPAID = (
    "insert into settlement (charge_id, note, recorded_at, recorded_by, taken_back_by, taken_back_words)"
    " select c.id, '申請が取りやめになったため', %(at)s, 'system:0', '', '' from charge c where c.is_open"
    f" and c.subject in (select 'application:' || id from ({_OF_APPLICANT}) of_applicant)"
)


def _erase_left(line: psycopg.Connection, at: datetime) -> Carried:
    erased = erase_each(line, today=day_of(at), at=at)
    rows = Counter({"withdrawal": erased.people}) + Counter(erased.rows)
    fault = type(erased.faults[0]).__name__ if erased.faults else ""
    return Carried(dict(rows), len(erased.faults), fault)


PEOPLE = (
    Rule(
        key="left",
        title="退会した方の個人情報",
        begins="退会した日",
        kept=tuple(Kept(since, Years(years)) for since, years in YEARS_KEPT),
        why=Why.DECISION,
        reason="5年の間、同じ技能者IDに戻れます（D-18）",
        number="LEAVE-06",
        table="withdrawal",
        counted="t.withdrawn_at",
        where="t.returned_at is null and t.erased_at is null",
        below=tuple((table, "") for table, _ in FORGET),
        carry=_erase_left,
    ),
    Rule(
        key="unregistered",
        title="登録されなかった申請者と、その申請",
        begins="最後に動いた時",
        kept=always(timedelta(days=400)),
        why=Why.LAW,
        reason="利用する必要がなくなった個人データは消します（個人情報保護法第22条）。運営主体が審査中のものは残ります",
        table="applicant",
        counted=_LAST_STEP,
        where=(
            "t.worker_id is null and t.company_id is null and not exists (select from application a"
            " where a.applicant_id = t.id and a.state in ('submitted', 'in_review', 'corrected', 'approved'))"
        ),
        below=(
            ("settlement", _UNPAID),
            *_cases(_OF_APPLICANT),
            ("application", f"delete from application where applicant_id = {_KEYS}"),
            (
                "evidence",
                "delete from evidence where owner in (select 'applicant:' || k from unnest(%(keys)s::bigint[]) k)",
            ),
            ("notice", f"delete from notice where account_id in ({_ACCOUNT})"),
            ("account_session", f"delete from account_session where account_id in ({_ACCOUNT})"),
            ("mfa_authenticator", f"delete from mfa_authenticator where user_id in ({_ACCOUNT})"),
            ("account", f"{EMPTY_ACCOUNT}, closed_at = coalesce(closed_at, %(at)s) where id in ({_ACCOUNT})"),
        ),
    ),
    Rule(
        key="drafts",
        title="提出されなかった申請（登録のある方と会社）",
        begins="最後に保存した時",
        kept=always(timedelta(days=400)),
        why=Why.NEED,
        reason="提出されなかったものは、登録に使いません",
        table="application",
        counted=(
            "greatest(t.opened_at, (select max(d.saved_at) from draft_section d where d.application_id = t.id))"
        ),
        where="t.state = 'draft' and t.applicant_id is null",
        below=_cases("select unnest(%(keys)s::bigint[])"),
    ),
    Rule(
        key="closed_cases",
        title="取り下げ・却下になった申請（登録のある方と会社）",
        begins="終わった時",
        kept=always(Years(2)),
        why=Why.NEED,
        reason="却下の理由の問い合わせに答える間だけ残します",
        table="application",
        counted="t.closed_at",
        where="t.state in ('withdrawn', 'rejected') and t.applicant_id is null",
        below=(
            (
                "evidence",
                (
                    "delete from evidence e using application a join submission s on s.application_id = a.id"
                    f" where a.id = {_KEYS} and e.owner = a.filed_by and position(e.key::text in s.contents::text) > 0"
                    " and not exists (select from portrait p where p.image_id = e.id)"
                    " and not exists (select from qualification q where q.image_id = e.id)"
                    " and not exists (select from core_worker_qualification q where q.image_id = e.id)"
                    f" and not exists (select from application o where o.id <> a.id and {_SHOWS_IT}"
                    " and (o.worker_id = a.worker_id or o.company_id = a.company_id))"
                ),
            ),
            *_cases("select unnest(%(keys)s::bigint[])"),
        ),
    ),
    Rule(
        key="removed_contacts",
        title="外した本人の連絡先",
        begins="外した時",
        kept=always(Years(1)),
        why=Why.NEED,
        reason="乗っ取りの調べに使う間だけ残します",
        table="own_contact",
        counted="t.removed_at",
    ),
    Rule(
        key="asked_links",
        title="答えのあった所属の申し込み",
        begins="答えのあった時",
        kept=always(Years(2)),
        why=Why.NEED,
        reason="結果は、所属の登録に残ります",
        table="affiliation_request",
        counted="t.closed_at",
    ),
    Rule(
        key="asked_placements",
        title="答えのあった就業の合意要請",
        begins="答えのあった時",
        kept=always(Years(2)),
        why=Why.NEED,
        reason="結果は、就業の合意の登録に残ります",
        table="placement_request",
        counted="t.closed_at",
    ),
    Rule(
        key="asked_mandates",
        title="代行のお願い",
        begins="お願いした時",
        kept=always(Years(2)),
        why=Why.NEED,
        reason="結果は、代行の登録に残ります",
        table="mandate_ask",
        counted="t.asked_at",
    ),
    Rule(
        key="told_expiries",
        title="期限のお知らせの控え",
        begins="期限の日",
        kept=always(Years(1)),
        why=Why.NEED,
        reason="同じお知らせを2回送らないためのものです",
        table="expiry_told",
        counted="(t.last_on::timestamp at time zone 'Asia/Tokyo')",
    ),
    Rule(
        key="asked_papers",
        title="足りないものを会社にお願いした控え",
        begins="お願いした時",
        kept=always(timedelta(days=400)),
        why=Why.NEED,
        reason="就業履歴を直せる期間は、過ぎています",
        table="paper_ask",
        counted="t.asked_at",
    ),
    Rule(
        key="traces",
        title="だれが見たかの記録",
        begins="見た時",
        kept=always(Years(5)),
        why=Why.DECISION,
        reason="本人が、だれに見られたかを5年の間確かめられます",
        table="disclosure_trace",
        counted="t.at",
    ),
    Rule(
        key="looks_asked",
        title="見た理由の質問と答え",
        begins="質問した時",
        kept=always(Years(5)),
        why=Why.DECISION,
        reason="だれが見たかの記録と同じです",
        table="look_question",
        counted="t.asked_at",
        below=(("look_answer", f"delete from look_answer where question_id = {_KEYS}"),),
    ),
    Rule(
        key="enquiries",
        title="問い合わせで登録を見た理由",
        begins="見た時",
        kept=always(Years(5)),
        why=Why.DECISION,
        reason="だれが見たかの記録と同じです",
        table="enquiry",
        counted="t.at",
    ),
)
