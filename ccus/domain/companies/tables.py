"""登録情報の表: which table keeps a block of a company."""

from ccus.domain.companies import models
from ccus.foundation.kept.tables import Tables

KEPT = Tables(
    {
        "identity": models.CompanyIdentity,
        "location": models.CompanyLocation,
        "capital": models.CompanyCapital,
        "licensing": models.CompanyLicensing,
        "licences": models.CompanyLicence,
        "insurance": models.CompanyInsurance,
        "retirement": models.CompanyRetirement,
        "responsible": models.CompanyResponsible,
        "billing": models.CompanyBilling,
    },
    {},
)
