"""Every act of the office, ready to be tried (EYES-01)."""

from collections.abc import Mapping

from ccus.domain.audit.terms import Act
from tests.domain.office.doings import asked, corrections, desk, others, proposed, review
from tests.domain.office.doings.doing import Doing

DOINGS: Mapping[Act, Doing] = {
    **review.DOINGS,
    **desk.DOINGS,
    **asked.DOINGS,
    **corrections.DOINGS,
    **proposed.DOINGS,
    **others.DOINGS,
}
