"""申請の規則: the transitions and who may make them. Pure; `docs/states/application.md` is drawn from these tables."""

from ccus.domain.applications.terms import Owner, State

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
