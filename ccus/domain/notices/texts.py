"""文面: every text that the register writes to somebody, one place each, in plain Japanese (NOTE-01, NOTE-02).

Values in braces: `number` 申請番号 · `kind` label of the 申請の種類 · `portal` address of the homepage, which is always
given · days as `date`, yen as `int`, several lines as a sequence of str.
"""

from enum import StrEnum

from ccus.domain.notices.of_answers import OF_ANSWERS
from ccus.domain.notices.of_applications import OF_APPLICATIONS
from ccus.domain.notices.of_cards import OF_CARDS
from ccus.domain.notices.of_claims import OF_CLAIMS
from ccus.domain.notices.of_companies import NOTHING_TO_DO, OF_COMPANIES
from ccus.domain.notices.of_corrections import OF_CORRECTIONS
from ccus.domain.notices.of_delivery import OF_DELIVERY
from ccus.domain.notices.of_desk import OF_DESK
from ccus.domain.notices.of_factors import OF_FACTORS
from ccus.domain.notices.of_leaving import OF_LEAVING
from ccus.domain.notices.of_looks import OF_LOOKS
from ccus.domain.notices.of_mandates import OF_MANDATES
from ccus.domain.notices.of_persons import OF_PERSONS
from ccus.domain.notices.of_recovery import OF_RECOVERY
from ccus.domain.notices.terms import NoticeKind
from ccus.domain.notices.wording import Wording, Written, fill


class Text(StrEnum):
    """文面の目録; beside each the values that it needs."""

    APPLICANT_LOGIN = "applicant_login"  # name, login_id, initial_password, until
    APPLICANT_LOGIN_AGAIN = "applicant_login_again"  # name, login_id
    APPLICATION_SUBMITTED = "application_submitted"  # number, kind
    FEE_DUE = "fee_due"  # number, kind, amount, due_on
    PAYMENT_RECEIVED = "payment_received"  # number, kind, amount, paid_on
    FEE_WAIVED = "fee_waived"  # number, kind, amount
    APPLICATION_RETURNED = "application_returned"  # number, kind, fields: labels of what has to be mended
    APPLICATION_CORRECTED = "application_corrected"  # number, kind
    APPLICATION_APPROVED = "application_approved"  # number, kind
    APPLICATION_CARD_APPROVED = "application_card_approved"  # number, kind
    APPLICATION_APPROVED_CORRECTED = "application_approved_corrected"  # number, kind, fields
    APPLICATION_REJECTED = "application_rejected"  # number, kind, reason
    APPLICATION_WITHDRAWN = "application_withdrawn"  # number, kind
    REGISTRATION_COMPLETED = "registration_completed"  # number, worker_number
    COMPANY_REGISTERED = "company_registered"  # number, company_number
    SOLE_COMPANY_REGISTERED = "sole_company_registered"  # number, company_number
    COMPANY_RENEWAL_DUE = "company_renewal_due"  # company, last_on
    WITHDRAWAL_COMPLETED = "withdrawal_completed"  # number
    RENEWAL_NEARS = "renewal_nears"  # last_on
    RENEWAL_NEARS_CLOSED = "renewal_nears_closed"  # last_on
    RETURNED = "returned"  # worker_number
    RESET_CODE = "reset_code"  # code, until: in words
    CONTACT_CODE = "contact_code"  # as above
    OWN_CONTACT_CONFIRMED = "own_contact_confirmed"  # reach, when: in words
    OWN_CONTACT_REMOVED = "own_contact_removed"  # as above
    RESET_OPENED = "reset_opened"  # when: in words, stop: an address
    RESET_STOPPED = "reset_stopped"  # when, stop
    RESET_STOPPED_BY_OFFICE = "reset_stopped_by_office"  # when, stop
    RESET_CONFIRMED = "reset_confirmed"  # until: in words, stop
    PASSWORD_RESET = "password_reset"  # noqa: S105 - the name of a text; when: in words
    IDS_MERGED = "ids_merged"  # merged, main: 技能者ID
    IDS_SEPARATED = "ids_separated"  # as above
    ROSTER_ENTERED = "roster_entered"  # site, company, trade, position, from_on
    ROSTER_CHANGED = "roster_changed"  # as above
    SITE_POST_GIVEN = "site_post_given"  # site, role, from_on
    SITE_PARTNER_ADDED = "site_partner_added"  # site, company, upper
    STRUCTURE_INVITED = "structure_invited"  # site, upper, lower
    STRUCTURE_WITHDRAWN = "structure_withdrawn"  # site, upper, lower
    STRUCTURE_ACCEPTED = "structure_accepted"  # site, upper, lower, from_on
    STRUCTURE_REFUSED = "structure_refused"  # site, upper, lower
    STRUCTURE_LEFT = "structure_left"  # site, upper, lower, last_on
    STAND_IN_NAMED = "stand_in_named"  # site, upper, lower, stand_in
    STAND_IN_CLAIMED = "stand_in_claimed"  # site, upper, lower, stand_in
    STRUCTURE_PROXY_GIVEN = "structure_proxy_given"  # giver, taker
    STRUCTURE_PROXY_ENDED = "structure_proxy_ended"  # giver, taker
    ROSTER_ENDED = "roster_ended"  # site, company, until_on: the first day that he is not on it
    PLACEMENT_ASKED_BY_FIRM = "placement_asked_by_firm"  # company, from_on
    PLACEMENT_ASKED_BY_WORKER = "placement_asked_by_worker"  # company, worker_number, from_on
    PLACEMENT_ACCEPTED = "placement_accepted"  # company, worker_number, from_on
    PLACEMENT_REFUSED = "placement_refused"  # company, worker_number
    PLACEMENT_ENDED = "placement_ended"  # company, worker_number, until_on
    PROXY_CONSENT_GIVEN = "proxy_consent_given"  # company, worker_number
    PROXY_CONSENT_ENDED = "proxy_consent_ended"  # company, worker_number
    MANDATE_ASKED = "mandate_asked"  # company, last_on
    MANDATE_GIVEN = "mandate_given"  # company, worker_number, from_on, last_on
    MANDATE_DECLINED = "mandate_declined"  # company, worker_number
    MANDATE_ENDED = "mandate_ended"  # company, worker_number
    MANDATE_GIVEN_BACK = "mandate_given_back"  # company
    FILED_BY_PROXY = "filed_by_proxy"  # company, number, kind
    CASE_ENTRUSTED = "case_entrusted"  # company, number, kind, worker_number
    AFFILIATION_ASKED_BY_COMPANY = "affiliation_asked_by_company"  # who, from_on
    AFFILIATION_ASKED_BY_WORKER = "affiliation_asked_by_worker"  # who, from_on
    AFFILIATION_ACCEPTED = "affiliation_accepted"  # who, from_on
    AFFILIATION_REFUSED = "affiliation_refused"  # who
    AFFILIATION_TAKEN_BACK = "affiliation_taken_back"  # who
    AFFILIATION_ENDED = "affiliation_ended"  # who, last_on
    DISCLOSURE_CLOSED = "disclosure_closed"  # on, what: lines
    SITE_FEES_BILLED = "site_fees_billed"  # month, number, days, amount, due_on
    PAPER_READY = "paper_ready"  # paper, site, firm
    PAPER_FAILED = "paper_failed"  # paper, site, firm, reason
    EXPIRY_NEARS = "expiry_nears"  # what: lines
    EXPIRY_OF_EMPLOYEES = "expiry_of_employees"  # what: lines
    READINESS_OF_COMPANY = "readiness_of_company"  # site, on, what: lines
    READINESS_OF_WORKER = "readiness_of_worker"  # site, on, what: lines
    CLAIM_REFUSED = "claim_refused"  # site, on, company, ground, words, until
    REFUSAL_ANSWERED = "refusal_answered"  # site, on, worker_number, plea, until
    DISPUTE_DECIDED_FOR = "dispute_decided_for"  # site, on, words
    DISPUTE_DECIDED_AGAINST = "dispute_decided_against"  # site, on, ground, words
    DISPUTE_DECIDED_OF_PRIME = "dispute_decided_of_prime"  # site, on, worker_number, outcome, words
    CLAIMS_DUE = "claims_due"  # company, count, days, last_on
    TAP_SURPRISE = "tap_surprise"  # when, time, site, reasons: sentences, each with who can mend it
    DAYS_TO_APPROVE = "days_to_approve"  # site, worker_number, claimed, days: how many, last_on
    DAYS_TO_CONFIRM = "days_to_confirm"  # as above
    DAYS_ENTERED_BY_FIRM = "days_entered_by_firm"  # company, site, claimed, days, from_on
    RECORDS_CHANGED = "records_changed"  # days: how many, what: lines
    PAPER_MISSING = "paper_missing"  # site, on, worker_number, missing, step, until
    PASSWORD_CHANGED = "password_changed"  # noqa: S105 - the name of a text; no values
    FACTOR_ADDED = "factor_added"  # no values
    FACTOR_REMOVED = "factor_removed"  # no values
    RECOVERY_CODES_MADE = "recovery_codes_made"  # no values
    FACTORS_RESTARTED = "factors_restarted"  # no values
    MAIL_CHANGED = "mail_changed"  # no values
    SEAT_LOGIN = "seat_login"  # name, company, role, login_id, initial_password, until
    LOOK_ASKED = "look_asked"  # company, worker_number, on, until
    LOOK_ANSWERED = "look_answered"  # company, on
    LOOK_ANSWERED_BY_OFFICE = "look_answered_by_office"  # on
    LOOK_CASE_ASKED = "look_case_asked"  # company
    LOOK_CASE_CAUTION = "look_case_caution"  # company, words
    SEARCH_STOPPED = "search_stopped"  # company, last_on, words
    DESK_ANSWERED = "desk_answered"  # number
    DESK_ASKED_BACK = "desk_asked_back"  # number
    DESK_CALL_OPENED = "desk_call_opened"  # number
    DESK_LAPSED = "desk_lapsed"  # number
    WORKER_CORRECTED = "worker_corrected"  # block, words
    COMPANY_CORRECTED = "company_corrected"  # company, block, words
    SIGHT_CORRECTED = "sight_corrected"  # company, block, words, what: lines
    CARD_LOST = "card_lost"  # card, when
    CARD_POSTED = "card_posted"  # card, on
    CARD_NOT_ARRIVED = "card_not_arrived"  # card, on
    CARD_CAME_BACK = "card_came_back"  # card, on
    CARD_REDIRECTED = "card_redirected"  # card
    CARD_FOUND = "card_found"  # card
    REISSUE_FOR_CALLER = "reissue_for_caller"  # number, confirmed
    SEAT_PASSWORD = "seat_password"  # noqa: S105 - the name of a text; values as above

    def written(self, **values: object) -> Written:
        """The text with its values. Raises KeyError where one is missing."""
        return fill(WORDINGS[self], values)


_ROSTER = (
    "{site}の作業員名簿に、{company}の{trade}（{position}）として、{from_on}からのっています。"
    "ちがうときは、会社に知らせてください。"
)

_LOGIN_OF_A_COMPANY = (
    "ログインに使うID：{login_id}\n初期パスワード：{initial_password}\nログインする場所：{portal}\n\n"
    "次にすること：{until}までに「事業者ポータル」にログインして、新しいパスワードを決めてください。\n"
    "このIDは、あなただけが使います。ほかの人に教えないでください。\n"
    "このメールに心当たりがないときは、会社の事業者責任者に知らせてください。"
)


WORDINGS: dict[Text, Wording] = {
    Text.ROSTER_ENTERED: Wording(NoticeKind.ROSTER, "作業員名簿に登録されました", _ROSTER),
    Text.ROSTER_CHANGED: Wording(NoticeKind.ROSTER, "作業員名簿の内容が変わりました", _ROSTER),
    Text.SITE_POST_GIVEN: Wording(
        NoticeKind.GENERAL,
        "現場の担当になりました",
        "{from_on}から、{site}の{role}です。\n次にすること：「現場」から、その現場を開いてください。",
    ),
    Text.SITE_PARTNER_ADDED: Wording(
        NoticeKind.GENERAL,
        "共同企業体の構成員になりました",
        "{company}が、{site}の構成員として登録されました。登録したのは、元請の{upper}です。\n"
        "次にすること：「現場」の「共同企業体」から見られます。ちがうときは、元請に知らせてください。",
    ),
    Text.STRUCTURE_INVITED: Wording(
        NoticeKind.STRUCTURE,
        "施工体制登録の要請（{site}）",
        "現場：{site}\n要請した事業者：{upper}\n要請された事業者：{lower}\n\n"
        "次にすること：要請された事業者は、「施工体制」の画面で、承認するか、断ってください。",
    ),
    Text.STRUCTURE_WITHDRAWN: Wording(
        NoticeKind.STRUCTURE,
        "施工体制登録の要請が取り下げられました（{site}）",
        "現場：{site}\n要請した事業者：{upper}\n要請された事業者：{lower}\n\n" + NOTHING_TO_DO,
    ),
    Text.STRUCTURE_ACCEPTED: Wording(
        NoticeKind.STRUCTURE,
        "施工体制登録が承認されました（{site}）",
        "現場：{site}\n直近上位の事業者：{upper}\n承認した事業者：{lower}\n最初の日：{from_on}\n\n"
        + NOTHING_TO_DO,
    ),
    Text.STRUCTURE_REFUSED: Wording(
        NoticeKind.STRUCTURE,
        "施工体制登録の要請が断られました（{site}）",
        "現場：{site}\n要請した事業者：{upper}\n断った事業者：{lower}\n\n"
        "次にすること：まちがいのときは、要請した事業者が、もう一度要請してください。",
    ),
    Text.STRUCTURE_LEFT: Wording(
        NoticeKind.STRUCTURE,
        "施工体制から外れる日が決まりました（{site}）",
        "現場：{site}\n直近上位の事業者：{upper}\n外れる事業者：{lower}\n最後の日：{last_on}\n\n"
        "次にすること：最後の日がちがうときは、相手の事業者に知らせてください。",
    ),
    Text.STAND_IN_NAMED: Wording(
        NoticeKind.STRUCTURE,
        "未登録だった事業者の場所を引き受けてください（{site}）",
        "現場：{site}\n直近上位の事業者：{upper}\n未登録としていた名称：{stand_in}\n引き受ける事業者：{lower}\n\n"
        "次にすること：引き受ける事業者は、「施工体制」の画面で、引き受けるか、断ってください。",
    ),
    Text.STAND_IN_CLAIMED: Wording(
        NoticeKind.STRUCTURE,
        "未登録だった事業者の場所が引き受けられました（{site}）",
        "現場：{site}\n直近上位の事業者：{upper}\n未登録としていた名称：{stand_in}\n引き受けた事業者：{lower}\n\n"
        "連結待ちだった日は、ほかに足りないものがなければ、正式になります。\n" + NOTHING_TO_DO,
    ),
    Text.STRUCTURE_PROXY_GIVEN: Wording(
        NoticeKind.STRUCTURE,
        "施工体制の代理手続きが認められました",
        "まかせた事業者：{giver}\n代わりに手続きする事業者：{taker}\n\n"
        "次にすること：まかせた覚えがないときは、「代理手続き」の画面で、すぐに終えてください。",
    ),
    Text.STRUCTURE_PROXY_ENDED: Wording(
        NoticeKind.STRUCTURE,
        "施工体制の代理手続きが終わりました",
        "まかせていた事業者：{giver}\n代わりに手続きしていた事業者：{taker}\n\n" + NOTHING_TO_DO,
    ),
    Text.ROSTER_ENDED: Wording(
        NoticeKind.ROSTER,
        "作業員名簿から外れました",
        "{site}の{company}の作業員名簿から、{until_on}に外れました。ちがうときは、会社に知らせてください。",
    ),
    Text.PLACEMENT_ASKED_BY_FIRM: Wording(
        NoticeKind.ROSTER,
        "{company}から、就業の合意要請が届きました",
        "{company}が、{from_on}から、所属と異なる事業者の元での就業をお願いしています。\n"
        "次にすること：「施工体制登録」の「所属と異なる事業者の元での就業要請」の画面で、答えてください。",
    ),
    Text.PLACEMENT_ASKED_BY_WORKER: Wording(
        NoticeKind.ROSTER,
        "技能者から、就業の合意要請が届きました",
        "技能者ID {worker_number} の方が、{from_on}から、{company}の元での就業をお願いしています。\n"
        "次にすること：「作業員名簿」の「就業の合意」の画面で、答えてください。",
    ),
    Text.PLACEMENT_ACCEPTED: Wording(
        NoticeKind.ROSTER,
        "就業の合意ができました",
        "技能者ID {worker_number} の方が、{from_on}から、{company}の元で就業することに合意しました。"
        "次にすること：作業員名簿に登録してください。",
    ),
    Text.PLACEMENT_REFUSED: Wording(
        NoticeKind.ROSTER,
        "就業の合意要請は、断られたか取り下げられました",
        "技能者ID {worker_number} の方が{company}の元で就業する要請は、断られたか取り下げられました。\n"
        "次にすること：今は、ありません。",
    ),
    Text.PLACEMENT_ENDED: Wording(
        NoticeKind.ROSTER,
        "就業の合意が終わりました",
        "技能者ID {worker_number} の方が{company}の元で就業する合意は、{until_on}に終わりました。\n"
        "次にすること：作業員名簿を確かめてください。",
    ),
    Text.PROXY_CONSENT_GIVEN: Wording(
        NoticeKind.ROSTER,
        "代理手続きに同意がありました",
        "技能者ID {worker_number} の方が、{company}の代理手続きに同意しました。\n"
        "次にすること：作業員名簿に登録してください。",
    ),
    Text.PROXY_CONSENT_ENDED: Wording(
        NoticeKind.ROSTER,
        "代理手続きの同意が取り消されました",
        "技能者ID {worker_number} の方が、{company}の代理手続きへの同意を取り消しました。\n"
        "次にすること：この方の名簿は、所属事業者が登録してください。",
    ),
    Text.TAP_SURPRISE: Wording(
        NoticeKind.TAP,
        "{when}の読み取りは、就業履歴になっていません",
        "{site}で{time}読み取ったカードについて、端末の画面では受け付けたように表示されました。\n{reasons}",
    ),
    Text.RECORDS_CHANGED: Wording(
        NoticeKind.TAP,
        "就業履歴が変わりました（{days}日）",
        "次の日の記録が変わりました。\n{what}\n\n"
        "「正式」と「連結待ち」の日は、就業日数に数えられます。\n"
        "次にすること：「就業履歴」の画面で、理由を確かめてください。ちがうと思うときも、そこから手続きできます。\n{portal}",
    ),
    Text.PAPER_MISSING: Wording(
        NoticeKind.TAP,
        "{site}の就業履歴について、技能者からお願いが届きました",
        "{site}で{on}に就業した日が、「正式」になっていません。\n技能者ID：{worker_number}\n"
        "足りないもの：{missing}\n\n"
        "次にすること：{step}\n"
        "{until}、この日の就業履歴は自動で直ります。\n{portal}",
    ),
    Text.PASSWORD_CHANGED: Wording(
        NoticeKind.SECURITY,
        "パスワードを変更しました",
        "身に覚えがないときは、すぐにお問い合わせセンターに連絡してください。ほかの端末では、もう一度ログインが必要です。",
    ),
    Text.MAIL_CHANGED: Wording(
        NoticeKind.SECURITY,
        "メールアドレスの登録が変わりました",
        "あなたの連絡先のメールアドレスの登録が変わりました。これからのお知らせは、新しいメールアドレスに届きます。\n"
        "身に覚えがないときは、すぐにお問い合わせセンターに連絡してください。",
    ),
    Text.SEAT_LOGIN: Wording(
        NoticeKind.SECURITY,
        "事業者ポータルのログインIDができました",
        "{name} 様\n\n{company}の{role}として、事業者ポータルを使えるようになりました。\n\n"
        + _LOGIN_OF_A_COMPANY,
    ),
    Text.SEAT_PASSWORD: Wording(
        NoticeKind.SECURITY,
        "事業者ポータルの新しい初期パスワードです",
        "{name} 様\n\n{company}のログインのパスワードが、新しくなりました。前のパスワードは使えません。\n\n"
        + _LOGIN_OF_A_COMPANY,
    ),
    **{
        Text(name): wording
        for name, wording in (
            OF_APPLICATIONS | OF_CORRECTIONS | OF_DELIVERY | OF_DESK | OF_FACTORS | OF_LOOKS | OF_RECOVERY
        ).items()
    },
    **{
        Text(name): wording
        for name, wording in (
            OF_ANSWERS | OF_CARDS | OF_CLAIMS | OF_COMPANIES | OF_LEAVING | OF_MANDATES | OF_PERSONS
        ).items()
    },
}
