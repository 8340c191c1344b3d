"""修正の確認: who gains sight first, then what else changes, and why it stops (FIX-04 to FIX-07)."""

from datetime import date, datetime

import pytest

from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import Actor
from ccus.domain.companies.models import Company
from ccus.domain.corrections.actions.previewing import PreviewNotReady, ask_for_preview, open_preview
from ccus.domain.corrections.actions.reversing import write_reversal
from ccus.domain.corrections.models import ChangeSet, PreviewLine, PreviewOpened
from ccus.domain.corrections.policies import NothingWritten
from ccus.domain.corrections.reported import PreviewShown
from ccus.domain.corrections.reports import preview_of
from ccus.domain.corrections.terms import Doing, LineKind, Side, StopKind
from ccus.domain.disclosure.actions import set_employers_half, set_own_half
from ccus.domain.workers.models import Affiliation, BloodGroup, Worker
from ccus.domain.workers.terms import Item
from ccus.foundation.superseding import supersede
from ccus.jobs.corrections import preview
from tests.factories import companies
from tests.factories.claims import settled, state_of_days, tapped
from tests.factories.corrections import agreement, change_set, corrector, done, row
from tests.factories.firms import registered
from tests.factories.personas import Cast, firm, person
from tests.factories.sites import accept, roster_line, site, spot
from tests.factories.workers import affiliation

pytestmark = pytest.mark.django_db
TODAY, YESTERDAY = date(2026, 11, 20), date(2026, 11, 19)
Said = set[tuple[int | None, int | None]]


def previewed(written: ChangeSet, by: Actor, at: datetime) -> PreviewShown:
    preview(ask_for_preview(change_set=written, by=by, at=at))
    shown = preview_of(written)
    assert shown is not None
    assert (shown.is_finished, shown.failed, shown.percent) == (True, "", 100)
    return shown


def said(kind: LineKind, **of: object) -> Said:
    """(company, worker) of the lines of a kind."""
    return set(PreviewLine.objects.filter(kind=kind, **of).values_list("company", "worker"))


def moved(worker: Worker, to: Company, by: Actor, at: datetime, **values: str) -> ChangeSet:
    """A set that registers a worker with another company."""
    written = change_set("affiliation", by=by, at=at)
    row(written, worker.number, {"company": to.number, "employment": "regular", **values}, by=by, at=at)
    return written


def asked_to_join(worker: Worker, company: Company, **values: object) -> None:
    waits = {"asked_by": f"worker:{worker.pk}", "closed_at": None, "is_accepted": None}
    agreement(worker, company, **waits | values).save()


def test_a_stranger_who_would_see_somebody_stops_the_correction(cast: Cast, by: Actor, at: datetime) -> None:
    shown = previewed(moved(cast.mirai, cast.stranger, by, at), by, at)
    mirai = cast.mirai.pk
    assert said(LineKind.GAINED) == {(cast.stranger.pk, mirai)}
    assert said(LineKind.STOP, stop=StopKind.STRANGER) == {(cast.stranger.pk, mirai)}
    assert said(LineKind.LOST) == {(c.pk, mirai) for c in (cast.takahashi, cast.suzuki, cast.sato)}
    assert (shown.is_stopped, shown.pairs, shown.companies, shown.persons) == (True, 1, 1, 1)


def test_a_company_that_was_asked_is_no_stranger_unless_it_was_refused(
    cast: Cast, by: Actor, at: datetime
) -> None:
    asked_to_join(cast.mirai, cast.stranger, closed_at=at, is_accepted=False)
    written = moved(cast.mirai, cast.stranger, by, at)
    assert previewed(written, by, at).stops == {StopKind.STRANGER: 1}
    asked_to_join(cast.mirai, cast.stranger)
    assert previewed(written, by, at).stops == {}


def test_days_that_nothing_supports_any_more_are_said_day_by_day(cast: Cast, by: Actor, at: datetime) -> None:
    for day in (YESTERDAY, TODAY):
        tapped(cast, day)
    settled()
    before = list(state_of_days(cast.mirai))
    previewed(moved(cast.mirai, cast.stranger, by, at), by, at)
    line = PreviewLine.objects.get(kind=LineKind.DAYS)
    assert (line.worker, line.before, line.after["state"]) == (cast.mirai, {"state": 0}, 1)
    assert line.after["days"] == ["2026-11-19", "2026-11-20"]
    assert list(state_of_days(cast.mirai)) == before


def open_but_for_one_link(cast: Cast, at: datetime, **values: object) -> Affiliation:
    """The link of whoever opened nothing: once it ends, others see what worker and employer have opened."""
    set_own_half(worker=cast.mirai, items=[Item.TRADES], is_open=True, by=person(cast.mirai), at=at)
    workers = [cast.mirai.pk]
    by = firm(cast.takahashi)
    set_employers_half(
        company=cast.takahashi, workers=workers, items=[Item.TRADES], is_open=True, by=by, at=at
    )
    said = {"is_main": False, "employment": "daily"} | values
    return affiliation(worker=cast.mirai, company=cast.stranger, **said)


@pytest.mark.parametrize("values", [{}, {"until": "2026-11-30"}], ids=["today", "on the day when it ends"])
def test_what_would_open_to_others_stops_the_correction(
    values: dict[str, str], cast: Cast, by: Actor, at: datetime
) -> None:
    link = open_but_for_one_link(cast, at)
    written, doing = change_set("affiliation", by=by, at=at), Doing.CHANGE if values else Doing.REMOVE
    row(written, cast.mirai.number, values, doing=doing, base=link.pk, by=by, at=at)
    assert previewed(written, by, at).stops == {StopKind.OPENS: 1}
    assert said(LineKind.OPENED) == {(None, cast.mirai.pk)}


def test_what_would_open_until_the_day_on_which_another_link_ends_stops_the_correction(
    cast: Cast, by: Actor, at: datetime
) -> None:
    link = open_but_for_one_link(cast, at)
    written = change_set("affiliation", by=by, at=at)
    row(written, cast.mirai.number, {"until": "2026-11-30"}, base=link.pk, by=by, at=at)
    later = {"until": "2027-03-31", "employment": "regular"}
    row(written, cast.mirai.number, later, base=cast.affiliation.pk, by=by, at=at)
    assert previewed(written, by, at).stops == {StopKind.OPENS: 1}


def test_what_would_stay_open_from_the_day_on_which_a_link_begins_stops_the_correction(
    cast: Cast, by: Actor, at: datetime
) -> None:
    link = open_but_for_one_link(cast, at, valid_from=date(2026, 12, 1))
    written = change_set("affiliation", by=by, at=at)
    row(written, cast.mirai.number, {}, doing=Doing.REMOVE, base=link.pk, by=by, at=at)
    assert previewed(written, by, at).stops == {StopKind.OPENS: 1}


@pytest.mark.parametrize("until", ["", "2027-03-31"])
def test_a_company_that_would_see_on_instead_of_no_more_gains_sight(
    until: str, cast: Cast, by: Actor, at: datetime
) -> None:
    days = {"valid_from": date(2021, 4, 1), "valid_until": date(2026, 12, 1)}
    link = affiliation(worker=cast.mirai, company=cast.stranger, is_main=False, employment="daily", **days)
    written = change_set("affiliation", by=by, at=at)
    row(written, cast.mirai.number, {"until": until}, base=link.pk, by=by, at=at)
    shown = previewed(written, by, at)
    assert (shown.pairs, shown.is_stopped) == (1, False)
    assert said(LineKind.GAINED) == {(cast.stranger.pk, cast.mirai.pk)}


def test_a_company_that_gains_sight_on_several_days_gains_it_by_all_that_they_bring(
    cast: Cast, by: Actor, at: datetime
) -> None:
    place, below = site(prime=cast.stranger), companies.company()
    roster_line(worker=cast.mirai, member=accept(spot(place, below, place.members.get(tier=0))))
    days = {"valid_from": date(2021, 4, 1), "valid_until": date(2026, 12, 1)}
    link = affiliation(worker=cast.mirai, company=cast.stranger, is_main=False, employment="daily", **days)
    written = change_set("affiliation", by=by, at=at)
    to = {"company": below.number, "employment": "regular"}
    row(written, cast.mirai.number, to, base=cast.affiliation.pk, by=by, at=at)
    row(written, cast.mirai.number, {"until": ""}, base=link.pk, by=by, at=at)
    previewed(written, by, at)
    line = PreviewLine.objects.get(kind=LineKind.GAINED, company=cast.stranger)
    assert line.before == {"relations": []}
    assert line.after == {"relations": [["employer", 0], ["site", place.pk]]}


def test_a_row_that_changed_since_it_was_seen_stops_and_the_others_are_looked_at(
    cast: Cast, by: Actor, at: datetime
) -> None:
    written = moved(cast.mirai, cast.stranger, by, at)
    supersede(cast.affiliation, at=at)
    assert previewed(written, by, at).stops == {StopKind.CHANGED: 1}
    assert said(LineKind.GAINED) == set()


def test_of_two_corrections_of_one_row_the_one_written_first_goes_first(
    cast: Cast, by: Actor, at: datetime
) -> None:
    asked_to_join(cast.mirai, cast.stranger)
    first, second = (moved(cast.mirai, cast.stranger, by, at) for _ in range(2))
    assert previewed(second, by, at).stops == {StopKind.OVERLAPS: 1}
    assert previewed(first, by, at).stops == {}
    assert first.number in PreviewLine.objects.get(kind=LineKind.STOP).words


def test_a_fact_that_nobody_else_depends_on_changes_alone(cast: Cast, by: Actor, at: datetime) -> None:
    fact = {"valid_from": YESTERDAY, "recorded_at": at, "recorded_by": "system:0"}
    BloodGroup.objects.create(worker=cast.mirai, group="a", **fact)
    written = change_set("blood", by=by, at=at)
    row(written, cast.mirai.number, {"group": "b"}, by=by, at=at)
    shown = previewed(written, by, at)
    assert shown.lines == {LineKind.FACT: 1}
    assert not shown.is_stopped
    assert BloodGroup.objects.get(worker=cast.mirai, superseded_at=None).group == "a"


def test_what_a_company_is_called_changes_the_sight_of_nobody(by: Actor, at: datetime) -> None:
    company = registered()
    written = change_set("location", side=Side.COMPANY, by=by, at=at)
    row(written, company.number, {"street": "9丁目9番9号"}, by=by, at=at)
    shown = previewed(written, by, at)
    assert shown.lines == {LineKind.FACT: 1}
    assert (shown.persons, shown.firms) == (0, 1)


def test_the_same_company_on_further_days_gains_no_sight(cast: Cast, by: Actor, at: datetime) -> None:
    written = moved(cast.mirai, cast.takahashi, by, at, since="2019-05-01")
    assert previewed(written, by, at).lines == {LineKind.FACT: 1}


def test_a_preview_asked_for_while_one_is_made_is_that_one(cast: Cast, by: Actor, at: datetime) -> None:
    written = moved(cast.mirai, cast.stranger, by, at)
    key = ask_for_preview(change_set=written, by=by, at=at)
    assert ask_for_preview(change_set=written, by=corrector(), at=at) == key
    preview(key)
    assert ask_for_preview(change_set=written, by=by, at=at) != key


def test_nothing_is_previewed_of_a_set_without_rows_or_with_rows_to_mend(
    cast: Cast, by: Actor, at: datetime
) -> None:
    written = moved(cast.mirai, cast.stranger, by, at)
    written.rows.update(dropped_at=at, dropped_by=str(by))
    with pytest.raises(NothingWritten, match="行を加えて"):
        ask_for_preview(change_set=written, by=by, at=at)
    with pytest.raises(NotAllowed):
        ask_for_preview(change_set=written, by=person(cast.mirai), at=at)


def test_a_preview_is_opened_once_by_each_officer_when_it_is_there(
    cast: Cast, by: Actor, at: datetime
) -> None:
    key = ask_for_preview(change_set=moved(cast.mirai, cast.stranger, by, at), by=by, at=at)
    with pytest.raises(PreviewNotReady):
        open_preview(preview=key, by=by, at=at)
    preview(key)
    for _ in range(2):
        open_preview(preview=key, by=by, at=at)
    assert list(PreviewOpened.objects.values_list("opened_by", flat=True)) == [str(by)]


def test_a_correction_taken_back_restores_sight_to_whom_it_took_it_from(
    cast: Cast, by: Actor, at: datetime
) -> None:
    asked_to_join(cast.mirai, cast.stranger)
    written = moved(cast.mirai, cast.stranger, by, at)
    done(written, at=at)
    back = write_reversal(change_set=written, words="取り違え", by=by, at=at)
    shown = previewed(back, by, at)
    assert (cast.takahashi.pk, cast.mirai.pk) in said(LineKind.GAINED, preview__key=shown.key)
    assert shown.stops == {}
