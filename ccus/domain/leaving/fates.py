"""消去のあとに残るもの: what becomes of every table about people, when somebody is erased (LEAVE-06). Pure data.

`FORGET` is run in this order, for `workers` (the person's keys), `accounts`, `applicants`, `owners` (as actors are
written), `images` and `addresses`. A table that is in neither part makes the test of this page fail.
"""

_OF_WORKER = "delete from {table} where worker_id = any(%(workers)s)"
_OWN_CASES = "(worker_id = any(%(workers)s) or applicant_id = any(%(applicants)s)) and company_id is null"
_OF_CASE = "delete from {table} where application_id in (select id from application where {own})"
_APPLICATION = "delete from application where {own}"
_WORDS = "update {table} set {said} where {where}"
_OWN_SET = (
    "id in (select change_set_id from change_row where worker_id = any(%(workers)s)) and not exists"
    " (select from change_row r where r.change_set_id = change_set.id and r.worker_id <> all(%(workers)s))"
)
_SAID = "case when {column} = '' then '' else '（消去）' end"

ON_A_CASE = (
    "case_proxy", "review_hold", "draft_section", "correction_note", "finding", "submission", "application_step",
)  # fmt: skip
"""Tables of what hangs on an application, in the order in which they can go."""
_FACTS = (
    "worker_name", "portrait", "personal_status", "blood_group", "contact", "emergency_contact", "health_check",
    "special_health_check", "core_worker_qualification", "qualification", "schooling", "training", "award",
    "worker_trade", "experience", "social_insurance", "retirement_aid", "registration_grade", "mandate", "mandate_ask",
    "proxy_consent", "placement_request", "affiliation_request", "first_step", "disclosure_switch",
    "disclosure_trace", "expiry_told", "enquiry", "career_certificate", "paper_ask", "pattern_worker", "own_contact",
    "recovery_code", "reset_request", "search_shown", "look_question",
)  # fmt: skip


def login_goes(accounts: str, *, closing: str = "") -> tuple[tuple[str, str], ...]:
    """ログインを消す: what hangs on accounts, and what they hold; the login itself stays, so that its number is never
    given again. `accounts` is what stands in `any(…)`, `closing` a further part of the SET list.
    """
    return (
        ("notice", f"delete from notice where account_id = any({accounts})"),
        ("account_session", f"delete from account_session where account_id = any({accounts})"),
        ("mfa_authenticator", f"delete from mfa_authenticator where user_id = any({accounts})"),
        (
            "account",
            (
                "update account set password = '!', initial_password = '', initial_password_until = null,"
                " last_login = null, own_password_at = null, shown_at = null, language = 'ja'"
                f"{closing} where id = any({accounts})"
            ),
        ),
    )


def _words(table: str, *columns: str, where: str) -> tuple[str, str]:
    said = ", ".join(f"{column} = {_SAID.format(column=column)}" for column in columns)
    return table, _WORDS.format(table=table, said=said, where=where)


def words_of_fees(payers: str, cases: str) -> tuple[tuple[str, str], ...]:
    """料金の言葉: what the office wrote about the fees of payers (an array) and of applications (a query of keys)."""
    own = f"select 'application:' || id from ({cases}) as own"
    charges = f"from charge where payer = any({payers}) or subject in ({own})"
    return (
        _words("settlement", "note", "taken_back_words", where=f"charge_id in (select id {charges})"),
        (
            "office_proposal",
            f"delete from office_proposal where subject in (select 'charge:' || id {charges})",
        ),
    )


_OF_FEES, _PROPOSALS = words_of_fees("%(owners)s", f"select id from application where {_OWN_CASES}")
FORGET: tuple[tuple[str, str], ...] = (
    _OF_FEES,
    (_PROPOSALS[0], f"{_PROPOSALS[1]} or worker_id = any(%(workers)s)"),
    (
        "other_person",
        (
            "delete from other_person where worker_id = any(%(workers)s) or application_id in"
            f" (select id from application where {_OWN_CASES}) or other_id in"
            f" (select id from application where {_OWN_CASES})"
        ),
    ),
    *((table, _OF_CASE.format(table=table, own=_OWN_CASES)) for table in ON_A_CASE),
    ("application", _APPLICATION.format(own=_OWN_CASES)),
    ("applicant", "update applicant set name = '', kana = '', mail = '' where id = any(%(applicants)s)"),
    (
        "look_answer",
        (
            "delete from look_answer"
            " where question_id in (select id from look_question where worker_id = any(%(workers)s))"
        ),
    ),
    (
        "desk_entry",
        (
            "delete from desk_entry e using desk_case c where c.id = e.case_id and (c.worker_id = any(%(workers)s)"
            " or c.seat_id in (select id from seat where account_id = any(%(accounts)s)))"
        ),
    ),
    (
        "desk_case",
        (
            "delete from desk_case where worker_id = any(%(workers)s)"
            " or seat_id in (select id from seat where account_id = any(%(accounts)s))"
        ),
    ),
    *((table, _OF_WORKER.format(table=table)) for table in _FACTS),
    (
        "look_sign",
        (
            "update look_sign set workers = (select coalesce(array_agg(w), '{}') from unnest(workers) w"
            " where w <> all(%(workers)s)) where workers && %(workers)s::int8[]"
        ),
    ),
    ("evidence", "delete from evidence where id = any(%(images)s) or owner = any(%(owners)s)"),
    (
        "card_address",
        "delete from card_address using card c where c.id = card_id and c.worker_id = any(%(workers)s)",
    ),
    ("card", "update card set security_code = '0000' where worker_id = any(%(workers)s)"),
    ("affiliation", "update affiliation set employment = '' where worker_id = any(%(workers)s)"),
    ("tap", "update tap set told_name = '' where worker = any(%(workers)s) and told_name <> ''"),
    ("presence", "delete from presence where worker = any(%(workers)s)"),
    (
        "own_site",
        (
            "update own_site set name = '（消去）', address = '', labour_insurance = '', building_confirmation = '',"
            " corins = '', prime_name = '', employer_name = '' where worker_id = any(%(workers)s)"
        ),
    ),
    _words("day_claim", "remark", "work_content", where="worker_id = any(%(workers)s)"),
    (
        "roster_line",
        (
            "update roster_line set work_content = '', hazards = '{}', special_checks = '{}', qualifications = '{}',"
            " entered_on = null, educated_on = null where worker_id = any(%(workers)s)"
        ),
    ),
    _words(
        "day_ask",
        "plea",
        "words",
        where="claim_id in (select id from day_claim where worker_id = any(%(workers)s))",
    ),
    (
        "roster_batch_row",
        (
            "update roster_batch_row r set cells = array_fill(''::text, array[cardinality(r.cells)]), mended = '{}',"
            " marks = '{}'"
            " from roster_line l where l.id = r.line_id and l.worker_id = any(%(workers)s)"
        ),
    ),
    _words(
        "same_person_proposal",
        "words",
        "answer_words",
        where="worker_id = any(%(workers)s) or main_id = any(%(workers)s)",
    ),
    _words("different_persons", "words", where="low_id = any(%(workers)s) or high_id = any(%(workers)s)"),
    _words("change_set", "words", "basis", where=_OWN_SET),
    (
        "change_row",
        (
            "update change_row set seen = '{}', typed = '{}', values = '{}', faults = '{}'"
            " where worker_id = any(%(workers)s)"
        ),
    ),
    (
        "preview_line",
        (
            "update preview_line set before = '{}', after = '{}', words = ''"
            " where worker_id = any(%(workers)s)"
        ),
    ),
    ("mail", 'delete from mail where "to" = any(%(addresses)s)'),
    *login_goes("%(accounts)s"),
    (
        "seat",
        "update seat set name = '退会した技能者', mail = '', live_session = '' where account_id = any(%(accounts)s)",
    ),
    ("worker", "update worker set birth_on = date '1900-01-01' where id = any(%(workers)s)"),
)
"""(table, statement). Where a day, a site or a bill rests on the row, the row stays and its words go."""

STAYS: dict[str, str] = {
    "withdrawal": "says that somebody left and was erased",
    "worker_alias": "which days are one person's",
    "placement": "days rest on it",
    "work_record": "days of nobody",
    "work_month": "sums of days of nobody",
    "work_month_share": "sums of days of nobody",
    "record_change": "what became of a day",
    "site_fee_line": "bills rest on it",
    "tap_owner": "days rest on it",
    "tap_surprise": "how a gate answered",
    "tap_unreadable": "belongs to nobody",
    "card_loss": "taps rest on it",
    "card_revocation": "taps rest on it",
    "card_posting": "when a card was posted, no address",
    "card_waiting": "which card waits for printing",
    "print_place": "where a card lay in a batch",
    "print_part": "taken away when the batch is posted",
    "letter_file": "taken away when it is fetched",
    "sign_in_window": "forgotten every night",
    "officer": "somebody of the office",
    "charge": "accounts, with a number alone",
    "audit_event": "who did what, by number; details hold no personal data",
    "affect": "which days an act touched",
    "paper_job": "erased when its time is over",
    "site_post": "a seat at a site",
    "look_case": "about a company",
    "look_verdict": "about a company",
    "change_done": "which rows a 修正 wrote, by key",
    "change_preview": "what two officers released, in numbers",
    "preview_opened": "who looked before releasing",
    "change_release": "who released a 修正",
    "company_identity": "a company's",
    "company_location": "a company's",
    "company_responsible": "a company's",
    "company_billing": "a company's",
}
"""Table → why its rows stay as they are."""
