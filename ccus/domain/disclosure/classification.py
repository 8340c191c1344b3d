"""列の区分: what every column about people is, so that none is shown by oversight (DISC-10). Pure data.

A column that holds several items at once, such as what an applicant handed in, is for the office alone.
"""

from ccus.domain.workers.terms import Item
from ccus.foundation.labelled import Labelled


class Kept(Labelled):
    """項目ではない列の区分."""

    OFFICE = "office", "運営主体"
    INTERNAL = "internal", "内部"


Class = Item | Kept


def _columns(**named: str) -> dict[str, Class]:
    """Class → its columns, separated by spaces, the other way round."""
    classes: dict[str, Class] = {item.name.lower(): item for item in (*Item, *Kept)}
    return {column: classes[name] for name, columns in named.items() for column in columns.split()}


def _fact(**named: str) -> dict[str, Class]:
    """A dated fact: its own columns, and the days it holds, which say as much as its first item."""
    own = _columns(**named)
    days: Class = next(iter(own.values()))
    kept = _columns(internal="id superseded_at worker_id", office="recorded_at recorded_by")
    return kept | {"valid_from": days, "valid_until": days} | own


_HELD = "qualification_id number image_id"
WORKER_TABLES: dict[str, dict[str, Class]] = {
    "worker": _columns(
        internal="id account_id", card="number", birth_date="birth_on", office="registered_on"
    ),
    "withdrawal": _columns(
        internal="id worker_id", office="withdrawn_at recorded_by returned_at returned_by erased_at"
    ),
    "first_step": _columns(internal="id worker_id step done_at"),
    "worker_alias": _columns(
        internal="id worker_id main_id proposal_id superseded_at",
        office="proposed_by recorded_at recorded_by",
    ),
    "same_person_proposal": _columns(
        internal="id key worker_id main_id",
        office="kind words proposed_at proposed_by answer answer_words answered_at answered_by",
    ),
    "different_persons": _columns(
        internal="id low_id high_id superseded_at", office="words recorded_at recorded_by"
    ),
    "registration_grade": _fact(office="grade"),
    "mandate": _fact(office="company_id acts"),
    "mandate_ask": _columns(
        internal="id key worker_id",
        card="number",
        office="company_id asked_on until_on asked_at asked_by answered_at is_given",
    ),
    "worker_name": _fact(
        name="official official_source kana_source roman roman_source native native_source alias alias_source "
        "alias_on_card",
        card="kana",
    ),
    "portrait": _fact(name="image_id"),
    "personal_status": _fact(status="sex nationality_id residence_status_id residence_until"),
    "blood_group": _fact(blood="group rhesus"),
    "contact": _fact(contact="postcode prefecture_id town street building phone mail"),
    "emergency_contact": _fact(emergency="person relation phone"),
    "health_check": _fact(health="systolic diastolic"),
    "special_health_check": _fact(health="kind_id"),
    "core_worker_qualification": _fact(qualifications=_HELD),
    "qualification": _fact(qualifications=_HELD),
    "schooling": _fact(qualifications="school course"),
    "training": _fact(training="name organiser"),
    "award": _fact(training="name organiser"),
    "worker_trade": _fact(trades="trade_id rank"),
    "experience": _fact(trades="years text"),
    "social_insurance": _fact(
        insurance="health health_kind_id pension pension_kind_id employment employment_kind_id employment_last4 "
        "special_accident"
    ),
    "retirement_aid": _fact(insurance="kentaikyo kentaikyo_number chutaikyo"),
    "affiliation": _fact(employers="company_id is_main employment", internal="held_since"),
    "placement": _fact(employers="company_id"),
    "placement_request": _columns(
        internal="id key worker_id",
        employers="company_id valid_from valid_until",
        office="asked_by asked_at closed_at is_accepted",
    ),
    "proxy_consent": _fact(office="company_id"),
    "affiliation_request": _columns(
        internal="id worker_id",
        employers="company_id is_main employment valid_from valid_until",
        office="asked_by asked_at closed_at is_accepted",
    ),
}
HISTORY_TABLES: dict[str, dict[str, Class]] = {
    "card": _columns(
        internal="id worker_id serial token security_code",
        card="colour",
        employers="expires_on",
        office="issued_at",
    ),
    "card_address": _columns(
        internal="id card_id superseded_at",
        contact="addressee postcode prefecture_id town street building",
        office="recorded_at recorded_by",
    ),
    "card_waiting": _columns(internal="card_id", office="since"),
    "print_place": _columns(
        internal="id batch_id place card_id", office="spoiled_at spoiled_by spoiled_reason"
    ),
    "print_part": _columns(internal="id batch_id part", office="made_at content erased_at"),
    "letter_file": _columns(
        internal="id part_id",
        office="made_at made_by reason content fetched_at fetched_by",
    ),
    "card_posting": _columns(
        internal="id card_id address_id asked_at",
        office="posted_on posted_at posted_by missing_at arrived_at came_back_on came_back_at came_back_by",
    ),
    "card_loss": _columns(internal="id card_id", office="lost_from found_at recorded_by"),
    "card_revocation": _columns(internal="id card_id", office="revoked_at recorded_by"),
    "roster_line": _fact(
        work_history="place_id member_id trade_id position_id work_content hazards special_checks qualifications "
        "entered_on educated_on",
        internal="key",
    ),
    "pattern_worker": _columns(
        internal="id pattern_id worker_id", work_history="trade_id position_id work_content"
    ),
    "roster_batch_row": _columns(
        internal="id batch_id row marks version is_dropped line_id", office="cells mended"
    ),
    "tap": _columns(
        internal="reader id seq offset_ms card worker told_name",
        work_history="at happened_at received_at place direction shown outcome reasons work_on days_this_month "
        "counted_as",
    ),
    "tap_owner": _columns(internal="reader id at worker_id", office="recorded_at recorded_by"),
    "tap_unreadable": _columns(internal="id reader received_at body body_hash why"),
    "tap_surprise": _columns(internal="reader id at worker place work_on reasons noticed_at"),
    "own_site": _columns(
        internal="id key place_id worker_id superseded_at",
        work_history="name address labour_insurance building_confirmation corins prime_name employer_name",
        office="recorded_at recorded_by",
    ),
    "day_claim": _columns(
        internal="id key worker_id place_id instead_of_id superseded_at",
        work_history="kind work_on company_id trade_id position_id work_content began ended why remark due_at",
        office="recorded_at recorded_by",
    ),
    "day_ask": _columns(
        internal="id claim_id place_id",
        work_history="party company_id asked_at due_at plea oddities is_odd answer answered_at is_own ground words",
        office="answered_by",
    ),
    "career_certificate": _columns(
        internal="id key worker_id code_hash",
        name="name",
        card="kana",
        work_history="from_on until_on with_sites figures",
        office="issued_at issued_by expires_on revoked_at",
    ),
    "paper_ask": _columns(
        internal="id worker_id place_id again_on", work_history="fact company_id work_on asked_at asked_on"
    ),
    "record_change": _columns(internal="id worker work_on place before after changed_at told_at"),
    "work_record": _columns(
        internal="worker line member last_tap_at entry correction",
        work_history="work_on place state reasons evidence first_in last_in last_out trade position",
    ),
    "site_fee_line": _columns(
        internal="id worker_id n month booked_at", work_history="site_id work_on", office="amount"
    ),
    "presence": _columns(internal="worker place happened_at reader tap direction before_at"),
    "work_month": _columns(
        internal="worker", work_history="month days records official_days official_records"
    ),
    "work_month_share": _columns(internal="worker", work_history="month trade position days"),
    "disclosure_trace": _columns(
        internal="id worker_id",
        traces="at company relation purpose reason items",
        office="actor_kind actor_id",
    ),
    "look_question": _columns(
        internal="id key worker_id", traces="company_id looked_on words asked_at not_enough_at"
    ),
    "look_answer": _columns(
        internal="id question_id", traces="party words answered_at", office="answered_by"
    ),
}
EMPLOYEE_TABLES: dict[str, dict[str, Class]] = {
    "disclosure_switch": _fact(internal="item side company_id"),
    "expiry_told": _columns(internal="id worker_id kind what last_on days_before told_at"),
}
OFFICE_TABLES: dict[str, dict[str, Class]] = {
    "evidence": _columns(
        internal="id key owner sha256 width height uploaded_at kept_at",
        office="purpose content preview is_masked",
    ),
    "account": _columns(
        internal="id password last_login initial_password initial_password_until own_password_at shown_at "
        "language",
        card="login_id",
        office="opened_at closed_at",
    ),
    "account_session": _columns(internal="id key account_id session_key device began_at used_at"),
    "sign_in_window": _columns(internal="key window_start tries"),
    "seat": _columns(
        internal="id company_id account_id unit_id live_session",
        office="role name mail opened_at opened_by closed_at",
    ),
    "officer": _columns(internal="id account_id", office="name duties appointed_at"),
    "notice": _columns(internal="id account_id source", office="at kind title body read_at"),
    "mail": _columns(
        internal="id source tries next_at", office="to subject body written_at sent_at given_up_at"
    ),
    "own_contact": _columns(
        internal="id key worker_id place removed_at",
        contact="kind address",
        office="confirmed_at recorded_by",
    ),
    "recovery_code": _columns(
        internal="id key worker_id digest wrong proved_at used_at answered_at",
        card="number",
        contact="kind address",
        office="asked_at",
    ),
    "reset_request": _columns(
        internal="id key ticket phrase proof judged_at worker_id stop_key wrong",
        card="number",
        office="opened_at opened_by confirmed_at confirmed_by means words ended_at ending",
    ),
    "look_case": _columns(
        internal="id key company_id",
        office="opened_at taken_by asked_at asked_by asked_words said_at said_by said_words closed_at",
    ),
    "look_sign": _columns(
        internal="id case_id", office="kind employer_id workers counted first_at last_at found_at"
    ),
    "look_verdict": _columns(
        internal="id case_id", office="verdict until_on words said_at said_by second second_at second_by"
    ),
    "office_proposal": _columns(
        internal="id key digest worker_id",
        office="what subject given proposed_at proposed_by expires_at answer answer_words answered_at answered_by",
    ),
    "desk_case": _columns(
        internal="id key worker_id company_id seat_id",
        office="number subject channel about_on state steps taken_by opened_at opened_by moved_at closed_at",
    ),
    "desk_entry": _columns(
        internal="id case_id", office="ordinal move to_state at by words answer screen screen_on"
    ),
    "charge": _columns(internal="id", office="kind subject payer amount charged_at due_on is_open"),
    "settlement": _columns(
        internal="id",
        office="charge_id paid_on note recorded_at recorded_by taken_back_at taken_back_by taken_back_words",
    ),
    "applicant": _columns(
        internal="id account_id worker_id company_id", office="name kana mail asked_at is_for_company"
    ),
    "application": _columns(
        internal="id worker_id applicant_id company_id",
        office="number kind grade filed_by state steps opened_at queued_at closed_at",
    ),
    "application_step": _columns(
        internal="application_id ordinal mandate_id", office="from_state to_state at by note"
    ),
    "review_hold": _columns(internal="application_id", office="officer_id taken_at until"),
    "case_proxy": _columns(internal="id application_id mandate_id", office="company_id at by"),
    "draft_section": _columns(internal="id application_id version", office="section rows saved_at"),
    "submission": _columns(internal="id application_id ordinal", office="contents at by"),
    "finding": _columns(
        internal="id application_id",
        office="section row field code_id sentence at by returned_at answered_at",
    ),
    "correction_note": _columns(
        internal="id application_id", office="section row field before after comment at by"
    ),
    "other_person": _columns(
        internal="id application_id submission_id worker_id other_id", office="words at by taken_back_at"
    ),
    "enquiry": _columns(internal="id worker_id", office="officer_id reason note at"),
    "audit_event": _columns(
        internal="id detail", office="at act actor_kind actor_id subject_kind subject_id"
    ),
    "search_shown": _columns(internal="id day_id worker_id"),
    "paper_job": _columns(
        internal="id key member_id asked_by done total has_below",
        office="kind file_kind day asked_at finished_at content failed expires_at",
    ),
    "site_post": _columns(
        internal="id site_id seat_id superseded_at",
        office="post valid_from valid_until recorded_at recorded_by",
    ),
    "company_identity": _columns(
        internal="id company_id superseded_at",
        office="name kana form corporate_number representative representative_kana representative_title "
        "valid_from valid_until recorded_at recorded_by",
    ),
    "company_location": _columns(
        internal="id company_id superseded_at",
        office="postcode prefecture_id town street building phone valid_from valid_until recorded_at recorded_by",
    ),
    "company_responsible": _columns(
        internal="id company_id superseded_at",
        office="person kana mail phone valid_from valid_until recorded_at recorded_by",
    ),
    "company_billing": _columns(
        internal="id company_id superseded_at",
        office="place addressee postcode prefecture_id town street building department "
        "valid_from valid_until recorded_at recorded_by",
    ),
    "change_set": _columns(
        internal="id key reverses_id",
        office="number side block words basis received_on written_by written_at discarded_at done_at",
    ),
    "change_row": _columns(
        internal="id change_set_id ordinal worker_id company_id base undoes_id",
        office="doing seen typed values faults written_by written_at dropped_at dropped_by",
    ),
    "change_done": _columns(internal="id row_id superseded added"),
    "change_preview": _columns(
        internal="id key change_set_id digest",
        office="asked_by asked_at total done finished_at persons counts released_at void_at failed",
    ),
    "preview_line": _columns(
        internal="id preview_id row_id worker_id company_id", office="kind stop before after words"
    ),
    "preview_opened": _columns(internal="id preview_id", office="opened_by opened_at"),
    "change_release": _columns(internal="id preview_id", office="released_by released_at"),
    "affect": _columns(internal="id event_id worker place from_on until_on worked_at noted_xmax settled_at"),
}
TABLES = WORKER_TABLES | HISTORY_TABLES | EMPLOYEE_TABLES | OFFICE_TABLES
"""Table → column → class."""
IMPERSONAL = frozenset(
    _columns(
        internal="accumulation_period agent_licence announcement application_transition card_design company "
        "company_capital company_insurance company_licence company_licensing company_retirement company_term country "
        "deficiency_code feature_opening insurance_kind month_close place position prefecture print_batch "
        "qualification_type reader residence_status roster_batch roster_pattern site site_contract site_partner "
        "special_check site_fee_bill site_fee_close "
        "site_fee_mark structure_acceptance structure_member tariff trade unit invitation_link pattern_firm "
        "structure_pattern structure_proxy search_day search_made search_stop form_text figure_wait figure_return "
        "retention_night retention_line "
        "figure_day"
    )
)
"""Tables about no person: codes, companies, sites, tariffs, the register's own days."""
