"""作業員名簿 (SITE-09 to SITE-12)."""

from datetime import date, datetime

import pytest

from ccus.domain.audit.models import Affect
from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import SYSTEM
from ccus.domain.codes.policies import DaysClosed
from ccus.domain.leaving.actions.leave import withdraw_worker
from ccus.domain.notices.models import Notice
from ccus.domain.sites.actions.roster import (
    AlreadyOnRoster,
    NotOwnTrade,
    change_roster_line,
    end_roster_line,
    enter_on_roster,
)
from ccus.domain.sites.actions.structure import invite, withdraw_invitation
from ccus.domain.sites.models import RosterLine
from ccus.domain.sites.policies import InvitationClosed
from ccus.domain.sites.rules import TextUnreadable
from ccus.domain.workers.models import Worker
from ccus.domain.workers.policies import WorkerWithdrawn
from ccus.foundation.periods import PeriodBackwards
from ccus.foundation.superseding import AlreadyChanged, DayOutsideFact
from tests.factories import accounts, codes, workers
from tests.factories.personas import Cast, firm
from tests.factories.sites import FIRST_DAY

NOVEMBER, DECEMBER = date(2026, 11, 1), date(2026, 12, 1)
pytestmark = pytest.mark.django_db


@pytest.fixture
def newcomer(cast: Cast) -> Worker:
    """Somebody new at 高橋鉄筋, and known to the firm that other tests invite."""
    worker = workers.worker(account=accounts.account())
    workers.affiliation(worker=worker, company=cast.takahashi)
    workers.affiliation(worker=worker, company=cast.stranger, is_main=False)
    return worker


def enter(cast: Cast, worker: Worker, at: datetime, **changes: object) -> RosterLine:
    values: dict[str, object] = {
        "member": cast.second_tier,
        "trade": codes.trade(),
        "position": codes.position("team_leader"),
        "from_on": NOVEMBER,
        "by": firm(cast.takahashi),
    }
    return enter_on_roster(worker=worker, at=at, **values | changes)  # type: ignore[arg-type]  # one call, many cases


def change(cast: Cast, at: datetime, **changes: object) -> RosterLine:
    values: dict[str, object] = {
        "line": cast.line,
        "trade": codes.trade(),
        "position": codes.position(),
        "work_content": "型枠の手元",
        "from_on": NOVEMBER,
        "by": firm(cast.takahashi),
    }
    return change_roster_line(at=at, **values | changes)  # type: ignore[arg-type]  # one call, many cases


def affected() -> tuple[int | None, int | None, date, date | None]:
    affect = Affect.objects.get()
    return affect.worker, affect.place, affect.from_on, affect.until_on


def test_a_line_says_what_the_worker_does_and_touches_those_days(
    cast: Cast, newcomer: Worker, at: datetime
) -> None:
    line = enter(cast, newcomer, at, work_content="　基礎 配筋", until_on=DECEMBER)
    assert (line.trade.label, line.position.label, line.work_content) == ("鉄筋工", "班長", "基礎 配筋")
    assert affected() == (newcomer.pk, cast.site.pk, NOVEMBER, DECEMBER)


def test_the_worker_is_told(cast: Cast, newcomer: Worker, at: datetime) -> None:
    enter(cast, newcomer, at)
    notice = Notice.objects.get(account=newcomer.account)
    assert notice.title == "作業員名簿に登録されました"
    assert (
        "未来タワー新築工事の作業員名簿に、高橋鉄筋の鉄筋工（班長）として、2026年11月1日から" in notice.body
    )


def test_without_an_account_there_is_nobody_to_tell(cast: Cast, at: datetime) -> None:
    enter(cast, workers.worker(), at, by=SYSTEM)
    assert not Notice.objects.exists()


def test_a_firm_that_has_not_accepted_yet_enters_its_workers(
    cast: Cast, newcomer: Worker, at: datetime
) -> None:
    waiting = invite(upper=cast.prime, company=cast.stranger, by=firm(cast.sato), at=at)
    assert enter(cast, newcomer, at, member=waiting, by=firm(cast.stranger)).member == waiting


def test_a_firm_whose_invitation_was_withdrawn_enters_nobody(
    cast: Cast, newcomer: Worker, at: datetime
) -> None:
    waiting = invite(upper=cast.prime, company=cast.stranger, by=firm(cast.sato), at=at)
    withdraw_invitation(member=waiting, by=firm(cast.sato), at=at)
    with pytest.raises(InvitationClosed):
        enter(cast, newcomer, at, member=waiting, by=firm(cast.stranger))


@pytest.mark.parametrize("who", ["sato", "suzuki", "stranger"])
def test_only_the_firm_itself_writes_its_roster(who: str, cast: Cast, newcomer: Worker, at: datetime) -> None:
    with pytest.raises(NotAllowed, match="高橋鉄筋"):
        enter(cast, newcomer, at, by=firm(getattr(cast, who)))


def test_a_trade_the_worker_does_not_have_is_refused(cast: Cast, newcomer: Worker, at: datetime) -> None:
    with pytest.raises(NotOwnTrade, match="職種「大工」は、この技能者の登録にありません") as refused:
        enter(cast, newcomer, at, trade=codes.trade(codes.CARPENTER))
    assert refused.value.field == "trade"


def test_a_worker_stands_on_one_line_of_a_site_on_any_day(cast: Cast, at: datetime) -> None:
    workers.affiliation(worker=cast.mirai, company=cast.suzuki, is_main=False)
    with pytest.raises(AlreadyOnRoster, match="未来タワー新築工事の作業員名簿にすでにのっています"):
        enter(cast, cast.mirai, at, member=cast.first_tier, by=firm(cast.suzuki))


def test_a_line_that_ends_before_it_begins_is_refused(cast: Cast, newcomer: Worker, at: datetime) -> None:
    with pytest.raises(PeriodBackwards, match="名簿の期間"):
        enter(cast, newcomer, at, until_on=date(2026, 10, 1))


def test_a_work_content_too_long_for_the_form_is_refused(cast: Cast, newcomer: Worker, at: datetime) -> None:
    with pytest.raises(TextUnreadable, match="作業内容が81文字です。80文字以内"):
        enter(cast, newcomer, at, work_content="筋" * 81)


def test_a_worker_who_left_is_not_entered(cast: Cast, newcomer: Worker, at: datetime) -> None:
    withdraw_worker(worker=newcomer, by=SYSTEM, at=at)
    with pytest.raises(WorkerWithdrawn):
        enter(cast, newcomer, at)


def test_a_change_holds_from_its_day_and_leaves_the_days_before(cast: Cast, at: datetime) -> None:
    changed = change(cast, at)
    before = RosterLine.objects.get(superseded_at=None, valid_until=NOVEMBER)
    assert (before.valid_from, before.position.label, before.work_content) == (FIRST_DAY, "職長", "基礎配筋")
    assert (changed.valid_from, changed.position.label, changed.work_content) == (
        NOVEMBER,
        "一般",
        "型枠の手元",
    )
    assert affected() == (cast.mirai.pk, cast.site.pk, FIRST_DAY, None)


def test_the_days_before_a_change_keep_the_time_they_were_recorded(cast: Cast, at: datetime) -> None:
    changed = change(cast, at)
    before = RosterLine.objects.get(superseded_at=None, valid_until=NOVEMBER)
    assert (before.recorded_at, before.recorded_by) == (cast.line.recorded_at, "system:0")
    assert (changed.recorded_at, changed.recorded_by) == (at, f"company:{cast.takahashi.pk}")


def test_a_change_is_told_too(cast: Cast, at: datetime) -> None:
    change(cast, at)
    assert Notice.objects.get(account=cast.account).title == "作業員名簿の内容が変わりました"


def test_a_line_is_not_changed_for_days_after_their_deadline(cast: Cast, at: datetime) -> None:
    with pytest.raises(DaysClosed):
        change(cast, at, from_on=date(2026, 9, 30))


def test_a_line_that_somebody_changed_meanwhile_is_not_changed_again(cast: Cast, at: datetime) -> None:
    change(cast, at)
    with pytest.raises(AlreadyChanged):
        change(cast, at)


def test_a_change_asks_for_the_workers_own_trade(cast: Cast, at: datetime) -> None:
    with pytest.raises(NotOwnTrade):
        change(cast, at, trade=codes.trade(codes.CARPENTER))


def test_a_line_ends_with_the_day_before(cast: Cast, at: datetime) -> None:
    remains = end_roster_line(line=cast.line, until_on=DECEMBER, by=firm(cast.takahashi), at=at)
    assert remains is not None
    assert (remains.valid_from, remains.valid_until) == (FIRST_DAY, DECEMBER)
    assert affected() == (cast.mirai.pk, cast.site.pk, FIRST_DAY, None)


def test_a_line_that_never_should_have_been_leaves_nothing(
    cast: Cast, newcomer: Worker, at: datetime
) -> None:
    line = enter(cast, newcomer, at)
    assert end_roster_line(line=line, until_on=NOVEMBER, by=firm(cast.takahashi), at=at) is None


def test_a_line_does_not_end_outside_its_days(cast: Cast, newcomer: Worker, at: datetime) -> None:
    line = enter(cast, newcomer, at, until_on=DECEMBER)
    with pytest.raises(DayOutsideFact, match="2026年11月1日から2026年11月30日まで"):
        end_roster_line(line=line, until_on=date(2027, 1, 1), by=firm(cast.takahashi), at=at)
