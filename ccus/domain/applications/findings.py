"""不備の場所: findings in the words of the form."""

from collections.abc import Iterable, Sequence

from ccus.domain.applications.models import Application, Finding
from ccus.domain.applications.sections import Section


def findings_to_return(case: Application) -> list[Finding]:
    """Those that the applicant has not been shown yet, in the order they were written."""
    return list(Finding.objects.filter(application=case, returned_at__isnull=True).order_by("pk"))


def label_of(sections: Sequence[Section], section: str, field: str) -> str | None:
    """The place as a page names it; None where the application does not ask it."""
    if not section:
        return None if field else "申請の全体"
    asked = next((each for each in sections if each.key == section), None)
    if asked is None:
        return None
    if not field:
        return asked.block.label
    labels = {each.name: each.label for each in asked.block.fields}
    return f"{asked.block.label}：{labels[field]}" if field in labels else None


def in_words(sections: Sequence[Section], findings: Iterable[Finding]) -> list[str]:
    """A line for each finding: where, and what; never what was typed there."""
    return [
        f"{label_of(sections, finding.section, finding.field) or 'そのほか'} … {finding.sentence}"
        for finding in findings
    ]
