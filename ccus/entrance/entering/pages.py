"""入力の画面: what the calendar and the check page show, whoever fills them in (PORTAL-21, PORTAL-22)."""

from collections.abc import Sequence

from ccus.domain.work_history.claims.entry_preview import AskedOf, EntryPlace
from ccus.entrance.entering.month import neighbours, week_buttons, weeks_of
from ccus.entrance.entering.pad import Pad
from ccus.ui.formatting import WEEKDAYS

_FROM_SUNDAY = WEEKDAYS[-1] + WEEKDAYS[:-1]


def calendar(at: EntryPlace, pad: Pad) -> dict[str, object]:
    """What `days.html` shows: a month to tick, and the fields of all days."""
    before, after = neighbours(pad.facts)
    return {
        "at": at,
        "pad": pad,
        "form": pad.whole.form,
        "weeks": weeks_of(pad.facts, set(pad.days) & set(pad.facts.tickable)),
        "weekdays": _FROM_SUNDAY,
        "week_buttons": week_buttons(pad.facts),
        "before": before,
        "after": after,
    }


def check(at: EntryPlace, pad: Pad, asked: Sequence[AskedOf]) -> dict[str, object]:
    """What `confirm.html` shows: everything that was typed, whom it will ask, and a form for each day."""
    said = [(each.field.label, _shown(pad, each.field.name)) for each in pad.whole.form if each.typed.strip()]
    return {
        "at": at,
        "pad": pad,
        "said": said,
        "singles": [(on, sheet.form, sheet.is_begun) for on, sheet in pad.singles.items()],
        "asked": asked,
    }


def _shown(pad: Pad, name: str) -> str:
    field = pad.whole.block[name]
    chosen = pad.whole.text(name)
    if not field.choices:
        return chosen
    return next((each.label for each in pad.whole.options(field.choices) if each.value == chosen), chosen)
