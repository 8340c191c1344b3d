"""人の規則: whoever left, what was asked of firms, and who looked."""

from collections import Counter
from datetime import datetime

import psycopg

from ccus.domain.leaving.erasing import erase_due
from ccus.domain.leaving.fates import FORGET
from ccus.domain.leaving.rules import YEARS_KEPT
from ccus.domain.retention.rule import Carried, Rule, days, goes_with, years
from ccus.domain.retention.rules import Kept, Years
from ccus.domain.retention.terms import Why
from ccus.foundation.clock import day_of


def _erase_left(line: psycopg.Connection, at: datetime) -> Carried:
    erased = erase_due(line, today=day_of(at), at=at)
    rows = Counter({"withdrawal": erased.people}) + Counter(erased.rows)
    fault = type(erased.faults[0]).__name__ if erased.faults else ""
    return Carried(dict(rows), len(erased.faults), fault)


PEOPLE = (
    Rule(
        key="left",
        title="退会した方の個人情報",
        begins="退会した日",
        kept=tuple(Kept(since, Years(n)) for since, n in YEARS_KEPT),
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
        key="removed_contacts",
        title="外した本人の連絡先",
        begins="外した時",
        kept=years(1),
        reason="乗っ取りの調べに使う間だけ残します",
        table="own_contact",
        counted="t.removed_at",
    ),
    Rule(
        key="asked_links",
        title="答えのあった所属の申し込み",
        begins="答えのあった時",
        kept=years(2),
        reason="結果は、所属の登録に残ります",
        table="affiliation_request",
        counted="t.closed_at",
    ),
    Rule(
        key="asked_placements",
        title="答えのあった就業の合意要請",
        begins="答えのあった時",
        kept=years(2),
        reason="結果は、就業の合意の登録に残ります",
        table="placement_request",
        counted="t.closed_at",
    ),
    Rule(
        key="asked_mandates",
        title="代行のお願い",
        begins="お願いした時",
        kept=years(2),
        reason="結果は、代行の登録に残ります",
        table="mandate_ask",
        counted="t.asked_at",
    ),
    Rule(
        key="told_expiries",
        title="期限のお知らせの控え",
        begins="期限の日",
        kept=years(1),
        reason="同じお知らせを2回送らないためのものです",
        table="expiry_told",
        counted="(t.last_on::timestamp at time zone 'Asia/Tokyo')",
    ),
    Rule(
        key="asked_papers",
        title="足りないものを会社にお願いした控え",
        begins="お願いした時",
        kept=days(400),
        reason="就業履歴を直せる期間は、過ぎています",
        table="paper_ask",
        counted="t.asked_at",
    ),
    Rule(
        key="traces",
        title="だれが見たかの記録",
        begins="見た時",
        kept=years(5),
        why=Why.DECISION,
        reason="本人が、だれに見られたかを5年の間確かめられます",
        table="disclosure_trace",
        counted="t.at",
    ),
    Rule(
        key="looks_asked",
        title="見た理由の質問と答え",
        begins="質問した時",
        kept=years(5),
        why=Why.DECISION,
        reason="だれが見たかの記録と同じです",
        table="look_question",
        counted="t.asked_at",
        below=(goes_with("look_answer", "question_id"),),
    ),
    Rule(
        key="enquiries",
        title="問い合わせで登録を見た理由",
        begins="見た時",
        kept=years(5),
        why=Why.DECISION,
        reason="だれが見たかの記録と同じです",
        table="enquiry",
        counted="t.at",
    ),
)
