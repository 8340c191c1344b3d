"""The scenes in their order."""

from datetime import timedelta

from django.db import transaction

from ccus.demo.plan.facts import Span
from ccus.demo.scenes import (
    asking,
    cases,
    corrections,
    entrusted,
    figures,
    firms,
    forgotten,
    looks,
    office,
    opened,
    people,
    poaching,
    second,
    site_fees,
)
from ccus.demo.tables import instant
from ccus.domain.work_history.rules import date_of, start_of

_APPOINTED, _EQUIPPED = timedelta(days=60), timedelta(days=2)


@transaction.atomic
def play(span: Span) -> None:
    """場面: officers, announcements, the cast's papers, forgotten cards, and applications of the week before today.

    Somebody asks why a firm looked, and one firm looks in an unusual way.
    """
    today, noon = date_of(span.today), instant(start_of(span.today - 1)) + timedelta(hours=12)
    officers = office.appoint(noon - _APPOINTED)
    office.publish(officers[office.CENTRE], today, noon - _EQUIPPED)
    people.equip(today, noon - _EQUIPPED)
    seats = firms.appear(noon - _EQUIPPED)
    cases.play(officers[office.REVIEWER], noon)
    figures.play(officers[office.REVIEWER], noon)
    entrusted.play(seats, noon)
    forgotten.play(seats, today, noon)
    looks.play(seats, officers[office.CENTRE], noon)
    asking.play(seats, officers[office.CENTRE], noon)
    poaching.play(seats, officers[office.REVIEWER], noon)
    opened.play(noon - _EQUIPPED)
    site_fees.bill(today)
    corrections.play(officers[office.REVIEWER], officers[office.CENTRE], instant(start_of(span.today)))
    second.play(officers[office.REVIEWER], today, noon)
    figures.count(noon)
