"""作業員名簿パターン, and two rosters compared and merged (SITE-27, SITE-29)."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from ccus.domain.audit.policies import NotAllowed
from ccus.domain.sites.actions.roster_merging import take_over
from ccus.domain.sites.actions.roster_patterns import (
    NobodyChosen,
    PatternGone,
    PatternNameWrong,
    apply_roster_pattern,
    remove_roster_pattern,
    save_roster_pattern,
)
from ccus.domain.sites.comparing import Found, Side, compared
from ccus.domain.sites.models import RosterLine, RosterPattern, StructureMember
from ccus.domain.sites.work import Entry, Work
from tests.factories import codes, sites, workers
from tests.factories.personas import Cast, firm

TODAY = date(2026, 11, 20)
WORK = Work(codes.REBAR, "general", "配筋")


@pytest.fixture
def elsewhere(cast: Cast) -> StructureMember:
    """Another site, of 高橋鉄筋 itself."""
    return sites.prime_spot(sites.site(prime=cast.takahashi))


def keep(cast: Cast, at: datetime, name: str = "A班", lines: list[RosterLine] | None = None) -> RosterPattern:
    chosen = [cast.line] if lines is None else lines
    return save_roster_pattern(
        member=cast.second_tier, lines=chosen, name=name, by=firm(cast.takahashi), at=at
    )


@pytest.mark.django_db
def test_a_crew_comes_again_with_its_trades_and_positions(
    cast: Cast, elsewhere: StructureMember, at: datetime
) -> None:
    pattern = keep(cast, at)
    done = apply_roster_pattern(
        pattern=pattern, member=elsewhere, from_on=TODAY, by=firm(cast.takahashi), at=at
    )
    (line,) = done.entered
    assert (line.worker, line.position.code, line.work_content) == (cast.mirai, "foreman", "基礎配筋")


@pytest.mark.django_db
def test_who_cannot_be_entered_is_named_with_the_reason_and_the_others_come_in(
    cast: Cast, elsewhere: StructureMember, at: datetime
) -> None:
    second = workers.worker()
    workers.affiliation(worker=second, company=cast.takahashi)
    pattern = keep(cast, at, lines=[cast.line, sites.roster_line(worker=second, member=cast.second_tier)])
    sites.roster_line(worker=second, member=elsewhere)
    done = apply_roster_pattern(
        pattern=pattern, member=elsewhere, from_on=TODAY, by=firm(cast.takahashi), at=at
    )
    assert len(done.entered) == 1
    assert [(left.number, "すでにのっています" in left.sentence) for left in done.left] == [
        (second.number, True)
    ]


@pytest.mark.django_db
@pytest.mark.parametrize(("name", "sentence"), [("　", "入力されていません"), ("班" * 61, "61文字")])
def test_a_pattern_needs_a_name_that_fits(name: str, sentence: str, cast: Cast, at: datetime) -> None:
    with pytest.raises(PatternNameWrong, match=sentence):
        keep(cast, at, name)


@pytest.mark.django_db
def test_a_name_stands_once_and_a_pattern_needs_somebody(cast: Cast, at: datetime) -> None:
    keep(cast, at)
    with pytest.raises(PatternNameWrong, match="すでにあります"):
        keep(cast, at)
    with pytest.raises(NobodyChosen):
        keep(cast, at, "B班", [])


@pytest.mark.django_db
def test_a_removed_pattern_enters_nobody(cast: Cast, elsewhere: StructureMember, at: datetime) -> None:
    pattern = keep(cast, at)
    remove_roster_pattern(pattern=pattern, company=cast.takahashi, by=firm(cast.takahashi), at=at)
    with pytest.raises(PatternGone):
        apply_roster_pattern(pattern=pattern, member=elsewhere, from_on=TODAY, by=firm(cast.takahashi), at=at)


@pytest.mark.django_db
def test_the_pattern_of_another_firm_is_of_no_use(cast: Cast, at: datetime) -> None:
    pattern = keep(cast, at)
    with pytest.raises(PatternGone):
        apply_roster_pattern(
            pattern=pattern, member=cast.first_tier, from_on=TODAY, by=firm(cast.suzuki), at=at
        )
    with pytest.raises(NotAllowed):
        remove_roster_pattern(pattern=pattern, company=cast.takahashi, by=firm(cast.suzuki), at=at)


def test_two_rosters_are_told_apart_person_by_person() -> None:
    here = [Side(1, "1", WORK), Side(2, "2", WORK), Side(3, "3", WORK)]
    there = [Side(2, "2", WORK), Side(3, "3", replace(WORK, position="foreman")), Side(4, "4", WORK)]
    found = {row.number: (row.found, row.differs) for row in compared(here, there)}
    assert found == {
        "1": (Found.ONLY_HERE, ()),
        "2": (Found.SAME, ()),
        "3": (Found.DIFFERENT, ("立場",)),
        "4": (Found.ONLY_THERE, ()),
    }


@pytest.mark.django_db
def test_what_was_chosen_is_taken_over_in_one_press(cast: Cast, at: datetime) -> None:
    second, third = workers.worker(), workers.worker()
    for worker in (second, third):
        workers.affiliation(worker=worker, company=cast.takahashi)
    line = sites.roster_line(worker=second, member=cast.second_tier)
    done = take_over(
        member=cast.second_tier,
        enter=[Entry(third.pk, WORK, TODAY)],
        change=[(line, WORK)],
        end=[cast.line],
        from_on=TODAY,
        by=firm(cast.takahashi),
        at=at,
    )
    assert (done.entered, done.changed, done.ended) == (1, 1, 1)
    standing = RosterLine.objects.filter(superseded_at=None, valid_until=None)
    assert set(standing.values_list("worker", "work_content")) == {(second.pk, "配筋"), (third.pk, "配筋")}
