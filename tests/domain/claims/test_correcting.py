"""就業内容の変更: what was done on one day, counted once the prime approves it (CLAIM-08, CLAIM-21 to CLAIM-23)."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
import time_machine

from ccus.domain.audit.policies import NotAllowed
from ccus.domain.work_history.actions.answers import refuse
from ccus.domain.work_history.actions.corrections import correct_day
from ccus.domain.work_history.actions.entries import withdraw
from ccus.domain.work_history.claim_terms import Answer, Ground, Party
from ccus.domain.work_history.claims.correcting import CorrectionWaits, NotCorrectable, NothingChanged
from ccus.domain.work_history.claims.day_checks import DeadlinePassed
from ccus.domain.work_history.claims.firms import NotThatFirm
from ccus.domain.work_history.models import DayAsk, DayClaim, WorkRecord
from tests.factories import codes, workers
from tests.factories.claims import approved, entered, entered_there, own_site, settled, tapped
from tests.factories.personas import Cast, firm, person

MONDAY = date(2026, 11, 16)
pytestmark = pytest.mark.django_db


@pytest.fixture
def tapped_cast(cast: Cast) -> Cast:
    """The cast, with a 正式 day on Monday: 鉄筋工, foreman, 基礎配筋."""
    tapped(cast, MONDAY)
    settled()
    return cast


def correct(cast: Cast, at: datetime, **changes: Any) -> DayClaim:
    values: dict[str, Any] = {
        "worker": cast.mirai,
        "place": cast.site.pk,
        "on": MONDAY,
        "trade": None,
        "position": codes.position("team_leader"),
        "work_content": "揚重作業",
        "remark": "",
        "by": person(cast.mirai),
        "at": at,
    }
    return correct_day(**values | changes)


def position_of_the_day(cast: Cast) -> int | None:
    settled()
    return WorkRecord.objects.get(worker=cast.mirai.pk, work_on=MONDAY, place=cast.site.pk).position


def test_a_correction_counts_after_the_prime_approves_it(tapped_cast: Cast, at: datetime) -> None:
    was = position_of_the_day(tapped_cast)
    claim = correct(tapped_cast, at)
    assert position_of_the_day(tapped_cast) == was
    approved(claim)
    assert position_of_the_day(tapped_cast) == codes.position("team_leader").pk


def test_a_correction_is_asked_of_all_three_companies(tapped_cast: Cast, at: datetime) -> None:
    asked = dict(correct(tapped_cast, at).asks.values_list("party", "company"))
    assert asked == {
        Party.EMPLOYER: tapped_cast.takahashi.pk,
        Party.FIRST_TIER: tapped_cast.suzuki.pk,
        Party.PRIME: tapped_cast.sato.pk,
    }


def test_what_a_correction_does_not_name_stays_as_it_is(tapped_cast: Cast, at: datetime) -> None:
    claim = correct(tapped_cast, at, position=None)
    assert (claim.trade_id, claim.position_id) == (codes.trade().pk, codes.position("foreman").pk)


def test_a_correction_that_says_the_same_is_refused(tapped_cast: Cast, at: datetime) -> None:
    with pytest.raises(NothingChanged, match="2026年11月16日の内容は、今の登録と同じ"):
        correct(tapped_cast, at, position=None, work_content=tapped_cast.line.work_content)


def test_a_correction_that_waits_is_withdrawn_before_another(tapped_cast: Cast, at: datetime) -> None:
    first = correct(tapped_cast, at)
    with pytest.raises(CorrectionWaits, match="まだ決まっていない変更"):
        correct(tapped_cast, at, work_content="足場組立")
    withdraw(claim=first, by=person(tapped_cast.mirai), at=at)
    assert correct(tapped_cast, at, work_content="足場組立").superseded_at is None


def test_the_approved_correction_counts_until_the_later_is_approved(tapped_cast: Cast, at: datetime) -> None:
    approved(correct(tapped_cast, at))
    settled()
    later = correct(tapped_cast, at, position=codes.position())
    assert position_of_the_day(tapped_cast) == codes.position("team_leader").pk
    approved(later)
    assert position_of_the_day(tapped_cast) == codes.position().pk


def test_a_refused_correction_is_replaced_and_its_open_asks_closed(tapped_cast: Cast, at: datetime) -> None:
    first = correct(tapped_cast, at)
    refuse(claim=first, ground=Ground.OTHER_WORK, words="職長です。", by=firm(tapped_cast.sato), at=at)
    approved(correct(tapped_cast, at, work_content="足場組立"))
    assert not DayAsk.objects.filter(claim=first, answer=None).exists()
    assert DayClaim.objects.get(pk=first.pk).superseded_at == at
    assert position_of_the_day(tapped_cast) == codes.position("team_leader").pk


def test_the_employer_corrects_a_day_of_its_worker_and_has_confirmed(tapped_cast: Cast, at: datetime) -> None:
    claim = correct(tapped_cast, at, by=firm(tapped_cast.takahashi))
    assert DayAsk.objects.get(claim=claim, party=Party.EMPLOYER).answer == Answer.CONFIRMED


def test_nobody_else_corrects_the_day_of_a_worker(tapped_cast: Cast, at: datetime) -> None:
    with pytest.raises(NotThatFirm, match="2026年11月16日は、他社の所属ではありません"):
        correct(tapped_cast, at, by=firm(tapped_cast.stranger))
    with pytest.raises(NotAllowed, match="技能者本人か"):
        correct(tapped_cast, at, by=person(workers.worker()))


def test_a_day_without_a_record_is_not_corrected(cast: Cast, at: datetime) -> None:
    with pytest.raises(NotCorrectable, match="2026年11月16日のこの現場の就業履歴は、ありません"):
        correct(cast, at)


def test_a_waiting_entry_is_mended_by_entering_it_anew(cast: Cast, at: datetime) -> None:
    entered(cast.mirai, cast.site, MONDAY)
    settled()
    with pytest.raises(NotCorrectable, match="（承認待ち）です。「申告の状況」で取り下げて"):
        correct(cast, at)


def test_an_approved_entry_is_corrected_like_any_day(cast: Cast, at: datetime) -> None:
    approved(*entered(cast.mirai, cast.site, MONDAY))
    settled()
    approved(correct(cast, at))
    assert position_of_the_day(cast) == codes.position("team_leader").pk


def test_a_day_at_an_own_site_is_mended_by_entering_it_anew(cast: Cast, at: datetime) -> None:
    own = own_site(cast.mirai)
    entered_there(own, MONDAY)
    settled()
    with pytest.raises(NotCorrectable, match="（承認なし）です。"):
        correct(cast, at, place=own.place_id)


def test_after_the_deadline_a_day_is_not_corrected(tapped_cast: Cast) -> None:
    late = datetime.fromisoformat("2027-01-01T00:00:00+09:00")
    with time_machine.travel(late, tick=False), pytest.raises(DeadlinePassed, match="2026年11月16日は、期限"):
        correct(tapped_cast, late)
    last_minute = datetime.fromisoformat("2026-12-31T23:59:00+09:00")
    assert correct(tapped_cast, last_minute).due_at == late


def test_a_firm_of_the_worker_does_not_correct_a_day_under_another_one(
    tapped_cast: Cast, at: datetime
) -> None:
    workers.affiliation(worker=tapped_cast.mirai, company=tapped_cast.stranger, is_main=False)
    with pytest.raises(NotThatFirm, match="他社のものではありません"):
        correct(tapped_cast, at, by=firm(tapped_cast.stranger))


def test_the_firm_does_not_take_the_answer_to_a_refusal_from_the_worker(
    tapped_cast: Cast, at: datetime
) -> None:
    first = correct(tapped_cast, at)
    refuse(claim=first, ground=Ground.OTHER_WORK, words="職長です。", by=firm(tapped_cast.sato), at=at)
    other = {"by": firm(tapped_cast.takahashi), "work_content": "型枠"}
    with pytest.raises(CorrectionWaits, match="本人が申し立てられる間"):
        correct(tapped_cast, at + timedelta(days=14) - timedelta(seconds=1), **other)
    assert correct(tapped_cast, at + timedelta(days=14), **other).superseded_at is None
