"""見通し: green or amber, why, and who can mend it (READY-01 to READY-09)."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from psycopg import Cursor

from ccus.domain.audit.terms import SYSTEM
from ccus.domain.cards.actions.issue import reissue_card
from ccus.domain.cards.actions.loss import report_loss
from ccus.domain.leaving.actions.leave import withdraw_worker
from ccus.domain.readiness.gathering import foresee
from ccus.domain.readiness.reading import Foreseen, readiness
from ccus.domain.readiness.terms import Step
from ccus.domain.sites.actions.registration import change_period
from ccus.domain.sites.actions.roster import end_roster_line
from ccus.domain.sites.actions.stand_ins import declare_stand_in
from ccus.domain.sites.actions.structure import leave_structure, withdraw_invitation
from ccus.domain.sites.models import Site
from ccus.domain.work_history.models import Tap
from ccus.domain.work_history.scripts import run
from ccus.domain.work_history.terms import Reason
from ccus.domain.workers.actions.affiliation import ask_affiliation, end_affiliation
from ccus.foundation.uuid7 import uuid7
from tests.factories import companies, sites, workers
from tests.factories.personas import Cast, firm, person

TOMORROW = date(2026, 11, 21)


def foreseen(cast: Cast, at: datetime, day: date = TOMORROW) -> Foreseen:
    (line,) = readiness(cast.site.pk, day, at=at).lines
    return line


def steps(line: Foreseen) -> list[tuple[Step, int | None]]:
    return [(mend.step, mend.company) for mend in line.mends]


def test_somebody_with_every_paper_in_order_is_green(cast: Cast, at: datetime) -> None:
    line = foreseen(cast, at)
    assert (line.worker, line.line, line.verdict.counts) == (cast.mirai.pk, cast.line.key, True)
    assert line.mends == ()


def test_a_hole_in_the_chain_names_the_very_firm_that_has_left(cast: Cast, at: datetime) -> None:
    leave_structure(member=cast.first_tier, until_on=TOMORROW, by=firm(cast.suzuki), at=at)
    line = foreseen(cast, at)
    assert line.reasons == (Reason.CHAIN_HAS_HOLE,)
    assert steps(line) == [(Step.ACCEPT, cast.suzuki.pk)]
    assert foreseen(cast, at, TOMORROW - timedelta(days=1)).verdict.counts


def test_a_withdrawn_invitation_is_for_the_firm_above_to_ask_again(cast: Cast, at: datetime) -> None:
    spot = sites.spot(cast.site, cast.stranger, cast.first_tier)
    end_roster_line(line=cast.line, until_on=TOMORROW, by=firm(cast.takahashi), at=at)
    sites.roster_line(worker=cast.mirai, member=spot, valid_from=TOMORROW)
    withdraw_invitation(member=spot, by=firm(cast.suzuki), at=at)
    assert (Step.INVITE_AGAIN, cast.suzuki.pk) in steps(foreseen(cast, at))


def test_an_ended_link_is_asked_again_by_the_firm_of_the_line(cast: Cast, at: datetime) -> None:
    end_affiliation(affiliation=cast.affiliation, until_on=TOMORROW, by=person(cast.mirai), at=at)
    assert steps(foreseen(cast, at)) == [(Step.ASK_LINK, cast.takahashi.pk)]


@pytest.mark.parametrize("is_worker", [True, False])
def test_an_open_request_is_answered_by_the_side_that_did_not_ask(
    cast: Cast, at: datetime, *, is_worker: bool
) -> None:
    end_affiliation(affiliation=cast.affiliation, until_on=TOMORROW, by=person(cast.mirai), at=at)
    by = person(cast.mirai) if is_worker else firm(cast.takahashi)
    ask_affiliation(worker=cast.mirai, company=cast.takahashi, is_main=True, from_on=TOMORROW, by=by, at=at)
    answer = (Step.ANSWER_LINK, cast.takahashi.pk) if is_worker else (Step.ANSWER_FIRM, None)
    assert steps(foreseen(cast, at)) == [answer]


def test_a_lost_card_hides_no_reason_that_would_still_be_in_the_way(cast: Cast, at: datetime) -> None:
    report_loss(card=cast.card, lost_from=at, by=person(cast.mirai), at=at)
    end_affiliation(affiliation=cast.affiliation, until_on=TOMORROW, by=person(cast.mirai), at=at)
    line = foreseen(cast, at)
    assert line.verdict.reasons == (Reason.CARD_LOST,)
    assert line.verdict.beyond == (Reason.NOT_LINKED_TO_EMPLOYER,)
    assert steps(line) == [(Step.CARD, None), (Step.ASK_LINK, cast.takahashi.pk)]


def test_a_card_issued_instead_of_the_lost_one_makes_the_line_green(cast: Cast, at: datetime) -> None:
    report_loss(card=cast.card, lost_from=at, by=person(cast.mirai), at=at)
    reissue_card(card=cast.card, by=SYSTEM, at=at)
    assert foreseen(cast, at).verdict.counts


def test_a_worker_without_any_card_is_amber(cast: Cast, at: datetime) -> None:
    sites.roster_line(worker=workers.worker(), member=cast.second_tier)
    line = next(line for line in readiness(cast.site.pk, TOMORROW, at=at).amber)
    assert line.verdict.reasons == (Reason.CARD_UNKNOWN,)


def test_somebody_who_withdrew_is_taken_off_by_the_firm_of_the_line(cast: Cast, at: datetime) -> None:
    withdraw_worker(worker=cast.mirai, by=person(cast.mirai), at=at)
    line = foreseen(cast, at)
    assert line.verdict.reasons == (Reason.WORKER_WITHDRAWN,)
    assert steps(line) == [(Step.TAKE_OFF, cast.takahashi.pk)]


def test_a_day_outside_the_period_is_for_the_prime_to_mend(cast: Cast, at: datetime) -> None:
    change_period(site=cast.site, from_on=date(2026, 4, 1), until_on=TOMORROW, by=firm(cast.sato), at=at)
    assert steps(foreseen(cast, at)) == [(Step.PERIOD, cast.sato.pk)]


def test_a_firm_sees_its_own_lines_and_those_below_it(cast: Cast, at: datetime) -> None:
    sites.roster_line(worker=workers.worker(), member=cast.first_tier)
    seen = readiness(cast.site.pk, TOMORROW, at=at)
    counted = {firm.pk: len(seen.seen_by(firm.pk).lines) for firm in (cast.sato, cast.suzuki, cast.takahashi)}
    assert counted == {cast.sato.pk: 2, cast.suzuki.pk: 2, cast.takahashi.pk: 1}
    assert seen.seen_by(cast.stranger.pk).lines == ()


class _Counting(Cursor[tuple[object, ...]]):
    """A cursor that counts what it is asked."""

    asked = 0

    def execute(self, *args: Any, **options: Any) -> "_Counting":
        self.asked += 1
        super().execute(*args, **options)
        return self


def _statements(site: Site, at: datetime) -> int:
    connection.ensure_connection()
    cursor = _Counting(connection.connection)
    run(cursor, foresee([site.pk], TOMORROW, at))
    return cursor.asked


def test_many_lines_take_no_more_statements_than_one(cast: Cast, at: datetime) -> None:
    end_affiliation(affiliation=cast.affiliation, until_on=TOMORROW, by=person(cast.mirai), at=at)
    few = _statements(cast.site, at)
    for _ in range(20):
        sites.roster_line(
            worker=workers.worker(), member=sites.spot(cast.site, companies.company(), cast.prime)
        )
    assert _statements(cast.site, at) == few <= 9


def test_a_step_of_the_own_company_comes_first_with_everybody_it_helps(cast: Cast, at: datetime) -> None:
    report_loss(card=cast.card, lost_from=at, by=person(cast.mirai), at=at)
    leave_structure(member=cast.first_tier, until_on=TOMORROW, by=firm(cast.suzuki), at=at)
    sites.roster_line(worker=workers.worker(), member=cast.first_tier)
    found = readiness(cast.site.pk, TOMORROW, at=at).by_mend(cast.suzuki.pk)
    assert [(mend.step, heads) for mend, heads in found[:1]] == [(Step.ACCEPT, 2)]
    assert [heads for mend, heads in found if mend.step is Step.CARD] == [2]


def test_somebody_who_tapped_lately_without_a_line_is_asked_too(cast: Cast, at: datetime) -> None:
    end_roster_line(line=cast.line, until_on=date(2026, 11, 19), by=firm(cast.takahashi), at=at)
    assert readiness(cast.site.pk, TOMORROW, at=at).lines == ()
    tapped(cast, at - timedelta(days=3))
    line = foreseen(cast, at)
    assert (line.line, line.reasons) == (None, (Reason.NOT_ON_ROSTER,))
    assert steps(line) == [(Step.ENTER, cast.takahashi.pk)]


def test_after_fourteen_days_nobody_thinks_of_a_tap_any_more(cast: Cast, at: datetime) -> None:
    end_roster_line(line=cast.line, until_on=date(2026, 11, 5), by=firm(cast.takahashi), at=at)
    tapped(cast, at - timedelta(days=15))
    assert readiness(cast.site.pk, TOMORROW, at=at).lines == ()


def test_an_employer_without_a_spot_is_brought_in_by_the_prime(cast: Cast, at: datetime) -> None:
    end_roster_line(line=cast.line, until_on=date(2026, 11, 19), by=firm(cast.takahashi), at=at)
    end_affiliation(affiliation=cast.affiliation, until_on=TOMORROW, by=person(cast.mirai), at=at)
    tapped(cast, at - timedelta(days=3))
    assert steps(foreseen(cast, at)) == [(Step.BRING_IN, cast.sato.pk)]


def test_a_stand_in_is_for_the_firm_above_it_to_have_claimed(cast: Cast, at: datetime) -> None:
    stand_in = declare_stand_in(upper=cast.first_tier, name="未来塗装", by=firm(cast.suzuki), at=at)
    sites.roster_line(worker=workers.worker(), member=stand_in)
    line = next(line for line in readiness(cast.site.pk, TOMORROW, at=at).amber)
    assert (Step.CLAIM, cast.suzuki.pk) in steps(line)


def tapped(cast: Cast, moment: datetime) -> None:
    """A tap of 建設 未来 at the site, as the readers' server keeps it."""
    Tap.objects.create(
        reader=cast.reader.pk,
        id=uuid7(round(moment.timestamp() * 1000)),
        at=moment,
        seq=1,
        happened_at=moment,
        received_at=moment,
        place=cast.site.pk,
        card=cast.card.token,
        worker=cast.mirai.pk,
        direction=0,
        shown=0,
        outcome=0,
        reasons=[],
    )
