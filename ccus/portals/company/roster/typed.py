"""打たれた就業内容: fields of a page as the domain's values."""

from datetime import date
from typing import Any

from django.http import QueryDict

from ccus.domain.sites.sheet.columns import LABELS
from ccus.foundation import clock
from ccus.foundation.entry import dates
from ccus.foundation.entry.block import Field, Kind
from ccus.foundation.japanese import tidy

LISTED = ("hazards", "special_checks", "qualifications")


def day(sent: QueryDict, name: str, label: str = "") -> date | None:
    """A day, None where nothing was typed. Raises a refusal for what is no day."""
    typed = sent.get(name, "")
    if not tidy(typed):
        return None
    return dates.day(Field(name, label or LABELS.get(name, "日"), Kind.DATE), typed, today=clock.today())


def texts_of(sent: QueryDict) -> dict[str, str]:
    """Field → text of a form of one work for several workers; several codes are parted as in a file."""
    texts = {name: sent.get(name, "") for name in LABELS if name not in LISTED}
    return texts | {name: "、".join(sent.getlist(name)) for name in LISTED}


def changes_of(sent: QueryDict) -> dict[str, Any]:
    """What is to be filled down: only what was chosen or typed; the lists where their tick says so."""
    changes: dict[str, Any] = {name: sent[name] for name in ("trade", "position") if sent.get(name)}
    if tidy(sent.get("work_content", "")):
        changes["work_content"] = sent["work_content"]
    changes |= {name: tuple(sent.getlist(name)) for name in LISTED if sent.get(f"with_{name}")}
    for name in ("entered_on", "educated_on"):
        typed = day(sent, name)
        if typed is not None:
            changes[name] = typed
    return changes
