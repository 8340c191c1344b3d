"""登録情報の表: which table keeps a block of a worker."""

from ccus.domain.codes.models import InsuranceKind, Trade
from ccus.domain.companies.models import Company
from ccus.domain.evidence.models import Evidence
from ccus.domain.workers import models
from ccus.foundation.dated import DatedFact
from ccus.foundation.kept.tables import Tables

TABLES: dict[str, type[DatedFact]] = {
    "name": models.WorkerName,
    "photo": models.Portrait,
    "status": models.PersonalStatus,
    "blood": models.BloodGroup,
    "contact": models.Contact,
    "emergency": models.EmergencyContact,
    "affiliation": models.Affiliation,
    "insurance": models.SocialInsurance,
    "retirement": models.RetirementAid,
    "health": models.HealthCheck,
    "special_health": models.SpecialHealthCheck,
    "trades": models.WorkerTrade,
    "experience": models.Experience,
    "schooling": models.Schooling,
    "core": models.CoreWorkerQualification,
    "qualifications": models.Qualification,
    "training": models.Training,
    "awards": models.Award,
}
KEPT = Tables(TABLES, {Trade: "code", InsuranceKind: "code", Company: "number", Evidence: "key"})
