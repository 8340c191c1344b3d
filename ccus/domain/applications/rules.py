"""申請の規則: the number, the transitions and who may make them. Pure; `ccus.domain.applications.states` draws them."""

from datetime import date, timedelta

from stdnum.iso7064 import mod_11_10

from ccus.domain.applications.terms import ApplicationKind, Owner, State
from ccus.domain.fees.terms import FeeKind
from ccus.domain.workers.terms import Grade

HOLD_LASTS = timedelta(minutes=30)
"""APP-09."""
COUNTED_TO = 1_000
"""APP-14: longer queues are 「1,000件以上」."""
CHANCES = 10**6

OWNERS: dict[State, Owner] = {
    State.DRAFT: Owner.APPLICANT,
    State.FEE_DUE: Owner.APPLICANT,
    State.SUBMITTED: Owner.OFFICE,
    State.IN_REVIEW: Owner.OFFICE,
    State.RETURNED: Owner.APPLICANT,
    State.CORRECTED: Owner.OFFICE,
    State.APPROVED: Owner.NOBODY,
    State.REJECTED: Owner.NOBODY,
    State.WITHDRAWN: Owner.NOBODY,
}

TRANSITIONS: dict[tuple[State, State], str] = {
    (State.DRAFT, State.FEE_DUE): "提出（料金あり）",
    (State.DRAFT, State.SUBMITTED): "提出（料金なし）",
    (State.DRAFT, State.WITHDRAWN): "取下げ",
    (State.FEE_DUE, State.SUBMITTED): "入金の確認",
    (State.FEE_DUE, State.WITHDRAWN): "取下げ",
    (State.SUBMITTED, State.IN_REVIEW): "審査の開始",
    (State.SUBMITTED, State.WITHDRAWN): "取下げ",
    (State.IN_REVIEW, State.SUBMITTED): "担当を外す",
    (State.IN_REVIEW, State.CORRECTED): "担当を外す（再提出のあと）",
    (State.IN_REVIEW, State.RETURNED): "不備の返却",
    (State.IN_REVIEW, State.APPROVED): "承認",
    (State.IN_REVIEW, State.REJECTED): "却下",
    (State.RETURNED, State.CORRECTED): "再提出",
    (State.RETURNED, State.WITHDRAWN): "取下げ",
    (State.CORRECTED, State.IN_REVIEW): "審査の開始",
    (State.CORRECTED, State.WITHDRAWN): "取下げ",
}


def application_number(opened_on: date, chance: int) -> str:
    """申請番号 of a day; `chance` is drawn from 0 to `CHANCES` - 1 (APP-01).

    >>> application_number(date(2026, 11, 20), 42)
    '261120-0000426'
    """
    body = f"{opened_on:%y%m%d}{chance:06d}"
    return f"{body[:6]}-{body[6:]}{mod_11_10.calc_check_digit(body)}"


def fee_kind(kind: ApplicationKind, grade: Grade, *, is_defect: bool) -> FeeKind | None:
    """What is charged for an application, None where nothing is (APP-08)."""
    if kind is ApplicationKind.REGISTRATION:
        detailed = grade is Grade.DETAILED
        return FeeKind.REGISTRATION_DETAILED if detailed else FeeKind.REGISTRATION_SIMPLE
    if kind is ApplicationKind.REISSUE and is_defect:
        return None
    return {
        ApplicationKind.UPGRADE: FeeKind.UPGRADE,
        ApplicationKind.COLOUR_CHANGE: FeeKind.COLOUR_CHANGE,
        ApplicationKind.REISSUE: FeeKind.REISSUE,
        ApplicationKind.RENEWAL: FeeKind.RENEWAL,
    }.get(kind)
