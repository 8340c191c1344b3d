"""残すもの: tables whose rows stay, and why (KEEP-08)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Staying:
    """残すもの: several tables for one reason; `named` holds their names between spaces."""

    title: str
    reason: str
    named: str

    @property
    def tables(self) -> tuple[str, ...]:
        """The tables one by one."""
        return tuple(self.named.split())


STAYING = (
    Staying(
        "就業履歴と、そのもとになる事実",
        "日と現場と会社の記録です。消去のあとは、だれのものでもありません（D-18）",
        """
        work_record work_month work_month_share record_change tap tap_owner tap_surprise presence
        roster_line placement day_claim day_ask own_site affiliation worker_alias card card_loss
        card_revocation card_posting card_waiting print_place affect
        """,
    ),
    Staying(
        "登録されている方の登録内容",
        "登録している間は残り、退会から5年のあとに消えます（LEAVE-06）",
        """
        worker worker_name portrait personal_status blood_group contact emergency_contact health_check
        special_health_check core_worker_qualification qualification schooling training award worker_trade
        experience social_insurance retirement_aid registration_grade mandate proxy_consent first_step
        disclosure_switch pattern_worker card_address same_person_proposal different_persons look_sign
        reset_request applicant application submission other_person
        """,
    ),
    Staying(
        "料金と請求の帳簿",
        "番号と金額だけの帳簿です。7年より前に消してはいけません（法人税法施行規則第59条）",
        "charge settlement tariff site_fee_line site_fee_bill site_fee_close site_fee_mark month_close",
    ),
    Staying(
        "操作の記録",
        "だれが何をしたかを、番号だけで残します",
        """
        audit_event withdrawal account officer seat look_case look_verdict print_batch change_set change_row
        change_done change_preview preview_line preview_opened change_release
        """,
    ),
    Staying(
        "会社と現場の登録",
        "会社や現場の登録です。人の名前は、上の規則で消えます",
        """
        company company_identity company_location company_responsible company_billing company_capital
        company_licensing company_licence company_insurance company_retirement company_term agent_licence
        unit site site_contract site_partner site_post structure_member structure_acceptance structure_proxy
        structure_pattern roster_pattern pattern_firm place reader accumulation_period search_stop
        """,
    ),
    Staying(
        "コードと設定",
        "人のものではありません",
        """
        country prefecture position trade qualification_type residence_status special_check insurance_kind
        deficiency_code card_design application_transition feature_opening announcement form_text
        figure_wait figure_return figure_day
        """,
    ),
    Staying(
        "データベースと仕事の仕組み",
        "人のものではありません",
        """
        django_migrations django_content_type auth_permission auth_group auth_group_permissions
        procrastinate_workers procrastinate_events procrastinate_periodic_defers account_emailaddress
        account_emailconfirmation
        """,
    ),
)
