"""Applications: the case and its path, what was typed and submitted, what the office found."""

from ccus.domain.applications.models.case import (
    Applicant,
    Application,
    ApplicationStep,
    ApplicationTransition,
    ReviewHold,
)
from ccus.domain.applications.models.contents import DraftSection, Submission
from ccus.domain.applications.models.other_person import OtherPerson
from ccus.domain.applications.models.proxy import CaseProxy
from ccus.domain.applications.models.review import CorrectionNote, Enquiry, Finding

__all__ = [
    "Applicant",
    "Application",
    "ApplicationStep",
    "ApplicationTransition",
    "CaseProxy",
    "CorrectionNote",
    "DraftSection",
    "Enquiry",
    "Finding",
    "OtherPerson",
    "ReviewHold",
    "Submission",
]
