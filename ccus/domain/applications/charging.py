"""申請の料金: what is charged with the first submission (APP-08, FEE-10)."""

from ccus.domain.applications.rules import fee_kind
from ccus.domain.applications.terms import ApplicationKind
from ccus.domain.companies.terms import CompanyForm
from ccus.domain.fees.rules import of_company
from ccus.domain.fees.terms import FeeKind
from ccus.domain.workers.terms import Grade
from ccus.foundation.entry.block import Values

_OF_COMPANIES = {ApplicationKind.COMPANY_REGISTRATION, ApplicationKind.COMPANY_RENEWAL}


def fee_of(
    kind: ApplicationKind, grade: Grade | None, *, reason: Values, identity: Values, capital: Values
) -> FeeKind | None:
    """The kind of fee, None where nothing is charged; the blocks as they will hold, empty where there are none."""
    if kind in _OF_COMPANIES:
        form = identity.get("form")
        return of_company(
            capital=int(capital.get("capital") or 0),
            is_corporate=form == CompanyForm.CORPORATE,
            is_sole=form == CompanyForm.SOLE,
        )
    return fee_kind(kind, grade or Grade.SIMPLE, is_defect=bool(reason.get("is_defect")))
