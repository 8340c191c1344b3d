"""Workers. One table per disclosure item; a dated fact is only ever added and superseded (D-26)."""

from ccus.domain.workers.models.alias import DifferentPersons, SamePersonProposal, WorkerAlias
from ccus.domain.workers.models.person import (
    BloodGroup,
    Contact,
    EmergencyContact,
    PersonalStatus,
    Portrait,
    WorkerName,
)
from ccus.domain.workers.models.proof import (
    Award,
    CoreWorkerQualification,
    HealthCheck,
    Qualification,
    SpecialHealthCheck,
    Training,
)
from ccus.domain.workers.models.work import (
    Affiliation,
    AffiliationRequest,
    Experience,
    RetirementAid,
    Schooling,
    SocialInsurance,
    WorkerTrade,
)
from ccus.domain.workers.models.worker import FirstStep, Mandate, RegistrationGrade, Withdrawal, Worker

__all__ = [
    "Affiliation",
    "AffiliationRequest",
    "Award",
    "BloodGroup",
    "Contact",
    "CoreWorkerQualification",
    "DifferentPersons",
    "EmergencyContact",
    "Experience",
    "FirstStep",
    "HealthCheck",
    "Mandate",
    "PersonalStatus",
    "Portrait",
    "Qualification",
    "RegistrationGrade",
    "RetirementAid",
    "SamePersonProposal",
    "Schooling",
    "SocialInsurance",
    "SpecialHealthCheck",
    "Training",
    "Withdrawal",
    "Worker",
    "WorkerAlias",
    "WorkerName",
    "WorkerTrade",
]
