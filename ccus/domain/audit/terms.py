"""Who acts (行為者) and what can be done (行為の目録)."""

from dataclasses import dataclass
from enum import StrEnum


class ActorKind(StrEnum):
    """行為者の種別."""

    WORKER = "worker"
    COMPANY = "company"
    SEAT = "seat"
    OPERATOR = "operator"
    APPLICANT = "applicant"
    READER = "reader"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Actor:
    """行為者: who does an act. `id` is the bigint key of the worker, company, officer, applicant or reader.

    A seat is somebody's account within a company; a company by itself acts through its own systems.
    """

    kind: ActorKind
    id: int

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}"


SYSTEM = Actor(ActorKind.SYSTEM, 0)


class Act(StrEnum):
    """行為の目録: every act that leaves an event, as `room.subject.verb`."""

    WORKER_REGISTERED = "workers.worker.registered"
    FACT_ENTERED = "workers.fact.entered"
    FACT_CHANGED = "workers.fact.changed"
    FACT_REMOVED = "workers.fact.removed"
    WORKER_GRADED = "workers.grade.set"
    MANDATE_GIVEN = "workers.mandate.given"
    MANDATE_ENDED = "workers.mandate.ended"
    WORKER_WITHDRAWN = "workers.worker.withdrawn"
    AFFILIATION_ASKED = "workers.affiliation.asked"
    AFFILIATION_ACCEPTED = "workers.affiliation.accepted"
    AFFILIATION_REFUSED = "workers.affiliation.refused"
    AFFILIATION_CHANGED = "workers.affiliation.changed"
    AFFILIATION_ENDED = "workers.affiliation.ended"
    COMPANY_REGISTERED = "companies.company.registered"
    COMPANY_TERM_ADDED = "companies.term.added"
    COMPANY_FACT_ENTERED = "companies.fact.entered"
    COMPANY_FACT_CHANGED = "companies.fact.changed"
    COMPANY_FACT_REMOVED = "companies.fact.removed"
    UNIT_OPENED = "companies.unit.opened"
    UNIT_RENAMED = "companies.unit.renamed"
    UNIT_CLOSED = "companies.unit.closed"
    SEAT_OPENED = "companies.seat.opened"
    SEAT_CHANGED = "companies.seat.changed"
    SEAT_CLOSED = "companies.seat.closed"
    SEAT_PASSWORD_RENEWED = "companies.seat.password_renewed"  # noqa: S105 - the name of an act
    CHIEF_HANDED_OVER = "companies.chief.handed_over"
    CARD_ISSUED = "cards.card.issued"
    CARD_REISSUED = "cards.card.reissued"
    CARD_LOST = "cards.card.lost"
    CARD_FOUND = "cards.card.found"
    CARD_REVOKED = "cards.card.revoked"
    SITE_REGISTERED = "sites.site.registered"
    SITE_EDITED = "sites.site.edited"
    SITE_PERIOD_CHANGED = "sites.period.changed"
    SITE_CONTRACT_ADDED = "sites.contract.added"
    SITE_CONTRACT_CHANGED = "sites.contract.changed"
    SITE_CONTRACT_REMOVED = "sites.contract.removed"
    SITE_PARTNER_ADDED = "sites.partner.added"
    SITE_PARTNER_ENDED = "sites.partner.ended"
    SITE_POST_GIVEN = "sites.post.given"
    SITE_POST_ENDED = "sites.post.ended"
    STRUCTURE_INVITED = "sites.structure.invited"
    STRUCTURE_INVITATION_WITHDRAWN = "sites.structure.invitation_withdrawn"
    STRUCTURE_ACCEPTED = "sites.structure.accepted"
    STRUCTURE_LEFT = "sites.structure.left"
    STRUCTURE_REFUSED = "sites.structure.refused"
    STRUCTURE_JOINED = "sites.structure.joined"
    STAND_IN_DECLARED = "sites.stand_in.declared"
    STAND_IN_RENAMED = "sites.stand_in.renamed"
    STAND_IN_NAMED = "sites.stand_in.named"
    STAND_IN_CLAIMED = "sites.stand_in.claimed"
    INVITATION_LINK_MADE = "sites.invitation_link.made"
    INVITATION_LINK_CANCELLED = "sites.invitation_link.cancelled"
    STRUCTURE_PROXY_GIVEN = "sites.structure_proxy.given"
    STRUCTURE_PROXY_ENDED = "sites.structure_proxy.ended"
    STRUCTURE_PATTERN_SAVED = "sites.structure_pattern.saved"
    STRUCTURE_PATTERN_USED = "sites.structure_pattern.used"
    STRUCTURE_PATTERN_REMOVED = "sites.structure_pattern.removed"
    ROSTER_ENTERED = "sites.roster.entered"
    ROSTER_CHANGED = "sites.roster.changed"
    ROSTER_ENDED = "sites.roster.ended"
    PROXY_CONSENT_GIVEN = "sites.proxy_consent.given"
    PROXY_CONSENT_ENDED = "sites.proxy_consent.ended"
    PLACEMENT_ASKED = "sites.placement.asked"
    PLACEMENT_ACCEPTED = "sites.placement.accepted"
    PLACEMENT_REFUSED = "sites.placement.refused"
    PLACEMENT_ENDED = "sites.placement.ended"
    READER_ENROLLED = "sites.reader.enrolled"
    READER_REVOKED = "sites.reader.revoked"
    TAP_OWNER_FOUND = "work_history.tap_owner.found"
    ACCOUNT_OPENED = "accounts.account.opened"
    ACCOUNT_CLOSED = "accounts.account.closed"
    PASSWORD_REISSUED = "accounts.password.reissued"  # noqa: S105 - the name of an act, not a secret
    PASSWORD_CHANGED = "accounts.password.changed"  # noqa: S105 - the name of an act, not a secret
    OFFICER_APPOINTED = "accounts.officer.appointed"
    OFFICER_DUTIES_CHANGED = "accounts.officer.duties_changed"
    NOTICE_READ = "notices.notice.read"
    FEATURE_OPENING_SET = "features.opening.set"
    FEE_CHARGED = "fees.charge.made"
    FEE_PAID = "fees.charge.paid"
    FEE_WAIVED = "fees.charge.waived"
    FEE_CANCELLED = "fees.charge.cancelled"
    TARIFF_SET = "fees.tariff.set"
    ANNOUNCED = "notices.announcement.made"
    ANNOUNCEMENT_WITHDRAWN = "notices.announcement.withdrawn"
    APPLICANT_ASKED = "applications.applicant.asked"
    PERSON_FOUND_REGISTERED = "applications.person.known"
    APPLICATION_OPENED = "applications.application.opened"
    APPLICATION_GRADE_CHOSEN = "applications.grade.chosen"
    APPLICATION_SAVED = "applications.draft.begun"
    APPLICATION_SUBMITTED = "applications.application.submitted"
    APPLICATION_WITHDRAWN = "applications.application.withdrawn"
    APPLICATION_PAID = "applications.fee.settled"
    APPLICATION_TAKEN = "applications.case.taken"
    APPLICATION_RELEASED = "applications.case.released"
    FINDING_ADDED = "applications.finding.added"
    FINDING_DROPPED = "applications.finding.dropped"
    APPLICATION_RETURNED = "applications.application.returned"
    APPLICATION_CORRECTED = "applications.application.corrected"
    APPLICATION_REJECTED = "applications.application.rejected"
    APPLICATION_APPROVED = "applications.application.approved"
    INITIAL_PASSWORD_RENEWED = "accounts.initial_password.renewed"  # noqa: S105 - the name of an act
    CARD_COLOUR_CHANGED = "cards.card.colour_changed"
    CARD_RENEWED = "cards.card.renewed"
    EVIDENCE_UPLOADED = "evidence.image.uploaded"
    EVIDENCE_TURNED = "evidence.image.turned"
    EVIDENCE_MASKED = "evidence.image.masked"
    EVIDENCE_DISCARDED = "evidence.image.discarded"
    EVIDENCE_KEPT = "evidence.image.kept"
    CASE_OPENED = "applications.case.opened"
    CASE_IMAGE_OPENED = "applications.case.image_opened"
    WORKERS_LOOKED_UP = "applications.enquiry.looked_up"
    PAPER_ASKED = "papers.paper.asked"
    PAPER_DELIVERED = "papers.paper.delivered"
    PAPER_GIVEN_UP = "papers.paper.given_up"
    ENQUIRY_RECORDED = "applications.enquiry.recorded"
