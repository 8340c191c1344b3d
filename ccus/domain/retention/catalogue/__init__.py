"""保存の規則の一覧: every table of the register stands in a rule, or among what stays (KEEP-01). Pure data."""

from ccus.domain.retention.catalogue.applications import APPLICATIONS
from ccus.domain.retention.catalogue.doors import DOORS
from ccus.domain.retention.catalogue.firms import FIRMS
from ccus.domain.retention.catalogue.letters import LETTERS
from ccus.domain.retention.catalogue.office import OFFICE
from ccus.domain.retention.catalogue.people import PEOPLE
from ccus.domain.retention.catalogue.staying import STAYING
from ccus.domain.retention.rule import Rule

RULES: tuple[Rule, ...] = (*PEOPLE, *APPLICATIONS, *LETTERS, *DOORS, *OFFICE, *FIRMS)
"""In the order of the night: whoever left goes first, so that nothing of them waits for its own age."""
BY_KEY = {rule.key: rule for rule in RULES}

__all__ = ["BY_KEY", "RULES", "STAYING"]
