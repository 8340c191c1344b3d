"""運営主体の行為の表: what the office does, whose duty it is, how many officers it takes (EYES-01). Pure data.

Printed into docs/rules/office-acts.md; `tests/domain/office/` tries each row with every kind of actor.
"""

from dataclasses import dataclass

from ccus.domain.accounts.terms import Duty
from ccus.domain.audit.terms import Act
from ccus.foundation.labelled import Labelled


class Eyes(Labelled):
    """目の数: who does an act of the office."""

    ONE = "one", "一人"
    TWO = "two", "二人"
    WITHIN = "within", "内"
    OWN = "own", "本人"


@dataclass(frozen=True, slots=True)
class OfficeAct:
    """行為の一行. `duty`: None where each case says it, or where an officer acts on the own account.

    `eyes`: by one officer; by a second one; within another act of the office; or on the own account. `when` says from
    which state on, or why one officer is enough.
    """

    act: Act
    duty: Duty | None
    eyes: Eyes
    when: str


def _rows(duty: Duty | None, eyes: Eyes, *acts: tuple[Act, str]) -> tuple[OfficeAct, ...]:
    return tuple(OfficeAct(act, duty, eyes, when) for act, when in acts)


_HELD = "審査中で、担当している間"
_TABLE: tuple[OfficeAct, ...] = (
    *_rows(
        Duty.REVIEW,
        Eyes.ONE,
        (Act.APPLICATION_TAKEN, "提出された申請"),
        (Act.APPLICATION_RELEASED, _HELD),
        (Act.CASE_OPENED, "申請を見るとき（閲覧が残る）"),
        (Act.CASE_IMAGE_OPENED, "申請の画像を見るとき（閲覧が残る）"),
        (Act.FINDING_ADDED, _HELD),
        (Act.FINDING_DROPPED, _HELD),
        (Act.APPLICATION_RETURNED, _HELD),
        (Act.APPLICATION_CORRECTED, f"{_HELD}。申請者に知らせる"),
        (Act.APPLICATION_REJECTED, f"{_HELD}。自分で提出した申請でない"),
        (Act.APPLICATION_APPROVED, f"{_HELD}。自分で提出した申請でない。料金が未収でない"),
        (Act.SUSPECT_COMPARED, f"{_HELD}（閲覧が残る）"),
        (Act.OTHER_PERSON_SAID, _HELD),
        (Act.OTHER_PERSON_TAKEN_BACK, _HELD),
        (Act.SAME_PERSON_PROPOSED, "まとめる、または元に戻す提案だけ"),
        (Act.FOUND_DIFFERENT, "答えを待つ提案がないとき。何も変わらず、取り消せる"),
        (Act.SUSPECTED_AGAIN, "別人とされた二人"),
        (Act.AGENT_MARKED, "登録されている事業者"),
        (Act.AGENT_ENDED, "登録行政書士"),
    ),
    *_rows(
        Duty.REVIEW,
        Eyes.TWO,
        (Act.SAME_PERSON_APPROVED, "別の係員の提案。まとめるときは、今日二人をくらべた係員"),
        (Act.SAME_PERSON_REFUSED, "別の係員の提案"),
    ),
    *_rows(
        None,
        Eyes.ONE,
        (Act.APPLICATION_OPENED, "審査の係。再発行は、お問い合わせの係が電話の相手のために"),
        (Act.APPLICATION_GRADE_CHOSEN, "同じ"),
        (Act.APPLICATION_SAVED, "同じ"),
        (Act.APPLICATION_SUBMITTED, "同じ。提出した係員は、審査しない"),
        (Act.PERSON_FOUND_REGISTERED, "同じ"),
        (Act.APPLICATION_WITHDRAWN, "同じ"),
    ),
    *_rows(
        Duty.CONTACT,
        Eyes.ONE,
        (Act.WORKERS_LOOKED_UP, "いつでも（閲覧が残る）"),
        (Act.ENQUIRY_RECORDED, "理由を書いたとき（閲覧が残る）"),
        (Act.CALLER_LOST_CARD, "始めた問い合わせの1時間。カードを止めるだけ"),
        (Act.CALLER_FOUND_CARD, "始めた問い合わせの1時間。本人を確かめたとき"),
        (Act.REISSUE_FILED_FOR_CALLER, "始めた問い合わせの1時間。別の係員が審査する"),
        (Act.LOOK_ANSWERED_FOR_GOOD, "運営主体に来た質問。自分の閲覧でない"),
        (Act.LOOK_CASE_TAKEN, "だれも担当していない案件"),
        (Act.LOOK_CASE_HANDED_BACK, "担当している案件"),
        (Act.LOOK_CASE_ASKED, "担当している案件、一度"),
        (Act.LOOK_CASE_JUDGED, "担当している案件。停止は提案だけ"),
        (Act.SEARCH_STOP_ENDED, "止まっている検索"),
        (Act.DESK_CALL_OPENED, "電話やメールの相手のために"),
        (Act.DESK_CASE_TAKEN, "だれも担当していない件"),
        (Act.DESK_CASE_HANDED_BACK, "担当している件"),
        (Act.DESK_CASE_ANSWERED, "担当している件"),
        (Act.DESK_ASKED_BACK, "担当している件"),
        (Act.DESK_CALL_NOTED, "担当している件"),
        (Act.DESK_CASE_LAPSED, "返事のない件。夜の仕事"),
    ),
    *_rows(
        Duty.CONTACT,
        Eyes.TWO,
        (Act.LOOK_STOP_CONFIRMED, "別の係員の結論"),
        (Act.LOOK_STOP_DECLINED, "別の係員の結論"),
        (Act.SEARCH_STOPPED, "停止の確認として"),
    ),
    *_rows(
        Duty.CORRECT,
        Eyes.ONE,
        (Act.CORRECTION_WRITTEN, "何も変わらない。下書き"),
        (Act.CORRECTION_ROW_ADDED, "書いた係員の下書き"),
        (Act.CORRECTION_ROWS_MENDED, "書いた係員の下書き"),
        (Act.CORRECTION_ROWS_DROPPED, "書いた係員の下書き"),
        (Act.CORRECTION_PREVIEW_ASKED, "行のある下書き。何も変わらない"),
        (Act.CORRECTION_PREVIEW_OPENED, "できた見通し（閲覧が残る）"),
        (Act.CORRECTION_DISCARDED, "書いた係員の下書き"),
        (Act.CORRECTION_FILE_READ, "下書き。何も変わらない"),
        (Act.CORRECTION_REVERSED, "反映した修正。取り消す修正を書くだけ"),
    ),
    *_rows(
        Duty.CORRECT,
        Eyes.TWO,
        (Act.CORRECTION_RELEASED, "書いていない係員が、開いて見た見通し。100行からは、ほかに二人"),
    ),
    *_rows(
        Duty.FEES,
        Eyes.ONE,
        (Act.FEE_PAID, "未収の請求。銀行の記録がある"),
        (Act.SITE_FEES_CLOSED, "終わった月"),
        (Act.SITE_FEES_SETTLED, "締めた月"),
    ),
    *_rows(
        Duty.FEES,
        Eyes.TWO,
        (Act.FEE_WAIVED, "未収の請求"),
        (Act.PAYMENT_TAKEN_BACK, "入金が記録された請求"),
        (Act.TARIFF_SET, "今日からあとの日"),
    ),
    *_rows(
        Duty.IDENTITY,
        Eyes.ONE,
        (Act.RESET_ASKED, "電話の相手のために。開いた係員は、確かめない"),
        (Act.RESET_STOPPED, "終わっていない申し込み。だれも入れなくなるだけ"),
    ),
    *_rows(
        Duty.IDENTITY,
        Eyes.TWO,
        (Act.RESET_CONFIRMED, "24時間たった申し込み。どちらも、開いた係員でない"),
        (Act.WORKER_RETURNED, "退会から5年以内の方"),
        (Act.FACTORS_RESTARTED, "事業者責任者。係員のものはサーバーの管理者だけ"),
    ),
    *_rows(Duty.DISPUTES, Eyes.ONE, (Act.DISPUTE_DECIDED, "申し立てられた日")),
    *_rows(
        Duty.CARDS,
        Eyes.ONE,
        (Act.CARDS_TAKEN, "印刷を待つカード"),
        (Act.CARD_SPOILED, "発送前の束"),
        (Act.PRINT_PART_MADE, "取った束"),
        (Act.PRINT_DATA_FETCHED, "取った束"),
        (Act.LETTERS_FETCHED, "取った束、一度"),
        (Act.LETTERS_MADE, "発送前の束"),
        (Act.CARDS_POSTED, "印刷の終わった束"),
        (Act.CARD_CAME_BACK, "発送したカード"),
        (Act.CARD_POSTED_AGAIN, "戻ってきたカード"),
    ),
    *_rows(Duty.CARDS, Eyes.TWO, (Act.CARD_REDIRECTED, "届いていないカード。本人に知らせる")),
    *_rows(
        Duty.ANNOUNCE,
        Eyes.ONE,
        (Act.ANNOUNCED, "いつでも"),
        (Act.ANNOUNCEMENT_WITHDRAWN, "掲載したお知らせ"),
    ),
    *_rows(Duty.SWITCH, Eyes.ONE, (Act.FEATURE_OPENING_SET, "あすからあとの日")),
    *_rows(
        None,
        Eyes.ONE,
        (Act.PROPOSED, "その行為の係。提案だけ"),
        (Act.PROPOSAL_WITHDRAWN, "自分の提案"),
    ),
    *_rows(
        None,
        Eyes.TWO,
        (Act.PROPOSAL_CONFIRMED, "その行為の係。別の係員の提案、14日のあいだ"),
        (Act.PROPOSAL_DECLINED, "その行為の係。別の係員の提案"),
    ),
    *_rows(
        None,
        Eyes.WITHIN,
        (Act.WORKER_REGISTERED, "承認"),
        (Act.FACT_ENTERED, "承認、登録の修正"),
        (Act.FACT_CHANGED, "承認、登録の修正"),
        (Act.FACT_REMOVED, "承認、登録の修正"),
        (Act.WORKER_GRADED, "承認"),
        (Act.WORKER_WITHDRAWN, "退会の承認"),
        (Act.COMPANY_REGISTERED, "承認"),
        (Act.COMPANY_TERM_ADDED, "承認"),
        (Act.COMPANY_FACT_ENTERED, "承認、登録の修正"),
        (Act.COMPANY_FACT_CHANGED, "承認、登録の修正"),
        (Act.COMPANY_FACT_REMOVED, "承認、登録の修正"),
        (Act.SEAT_OPENED, "承認（事業者責任者）"),
        (Act.CARD_ISSUED, "承認、再登録"),
        (Act.CARD_REISSUED, "承認"),
        (Act.CARD_COLOUR_CHANGED, "承認"),
        (Act.CARD_RENEWED, "承認"),
        (Act.CARD_REVOKED, "承認"),
        (Act.CARD_LOST, "電話の相手の紛失"),
        (Act.CARD_FOUND, "電話の相手の発見"),
        (Act.APPLICATION_PAID, "入金の記録、免除"),
        (Act.AFFILIATION_ASKED, "登録の修正"),
        (Act.AFFILIATION_ACCEPTED, "登録の修正"),
        (Act.AFFILIATION_REFUSED, "登録の修正"),
        (Act.AFFILIATION_CHANGED, "登録の修正"),
        (Act.AFFILIATION_ENDED, "登録の修正"),
        (Act.TAP_OWNER_FOUND, "登録の修正"),
        (Act.CORRECTION_CARRIED_OUT, "許可された修正。仕事が反映する"),
        (Act.CORRECTION_GIVEN_BACK, "許可された修正。見通しと違うとき"),
        (Act.FEE_CHARGED, "提出、再登録"),
        (Act.FEE_CANCELLED, "申請の取下げ"),
        (Act.PASSWORD_REISSUED, "再登録、カードの手紙"),
        (Act.ACCOUNT_OPENED, "承認"),
        (Act.EVIDENCE_KEPT, "提出、承認"),
    ),
    *_rows(
        None,
        Eyes.OWN,
        (Act.PASSWORD_CHANGED, "自分のアカウント"),
        (Act.FACTOR_ADDED, "自分のアカウント"),
        (Act.FACTOR_REMOVED, "自分のアカウント"),
        (Act.SESSIONS_ENDED, "自分のアカウント"),
        (Act.NOTICE_READ, "自分への通知"),
    ),
)
OFFICE_ACTS: dict[Act, OfficeAct] = {row.act: row for row in _TABLE}
"""Every act that an officer can leave an event of."""


def printed() -> str:
    """The table as the rule page shows it."""
    head = ["| Act | 係 | 人数 | いつ |", "|---|---|---|---|"]
    duties = {row.act: row.duty.label if row.duty else "－" for row in _TABLE}
    rows = [f"| `{row.act}` | {duties[row.act]} | {row.eyes.label} | {row.when} |" for row in _TABLE]
    return "\n".join([*head, *rows]) + "\n"
