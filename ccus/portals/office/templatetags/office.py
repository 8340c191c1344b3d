"""Tags of the office's pages: `{% load office %}`."""

from collections.abc import Collection, Mapping
from datetime import date, datetime

from django import template

from ccus.domain.applications.suspects import Suspect
from ccus.foundation import clock
from ccus.foundation.clock import day_of
from ccus.foundation.periods import ONE_DAY

register = template.Library()


@register.filter
def named(names: Mapping[str, str], actor: str) -> str:
    """`{{ names|named:step.by }}`: the officer's name; "" for others."""
    return names.get(actor, "")


@register.filter
def days_waited(at: datetime) -> int:
    """待ち日数: whole days in Japan since an instant."""
    return (clock.today() - day_of(at)).days


@register.filter
def age_tone(days: int) -> str:
    """The colour of an age: after a week, after two (`ccus.ui` chip tones)."""
    if days > 14:
        return "refused"
    return "pending" if days > 7 else "info"


@register.filter
def is_over(day: date) -> bool:
    """Whether a day has passed."""
    return day < clock.today()


@register.filter
def day_before(day: date) -> date:
    """The last day of a period whose end is exclusive."""
    return day - ONE_DAY


@register.filter
def stopping(suspects: Collection[Suspect]) -> int:
    """How many suspects stop an approval (SAME-13)."""
    return sum(suspect.stops for suspect in suspects)
