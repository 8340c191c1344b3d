"""書ける職種: of whoever was only asked, 主な職種 alone: offered, typed and in a file (DISC-02, SITE-10)."""

from datetime import date, datetime

import pytest

from ccus.domain.audit.terms import SYSTEM, Actor
from ccus.domain.companies.models import Company
from ccus.domain.sites.actions.roster import NotOwnTrade, enter_on_roster
from ccus.domain.sites.actions.roster_batches import upload_batch
from ccus.domain.sites.models import RosterLine
from ccus.domain.sites.reading.roster import candidates_of, trades_of
from ccus.domain.sites.reading.roster_batches import batch_shown
from ccus.domain.sites.sheet.rows import RowRead
from ccus.domain.sites.writers import Writer
from ccus.domain.workers.models import AffiliationRequest, Worker, WorkerTrade
from tests.factories import codes, workers
from tests.factories.facts import BEGAN, RECORDED_AT
from tests.factories.personas import Cast, firm

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)
OTHER = "10-00"


def of_two_trades() -> Worker:
    one = workers.worker()
    WorkerTrade.objects.create(
        worker=one,
        trade=codes.trade(codes.CARPENTER),
        rank=2,
        valid_from=BEGAN,
        recorded_at=RECORDED_AT,
        recorded_by="system:0",
    )
    return one


def asked_by(company: Company) -> Worker:
    """Somebody with two trades who has not answered the firm yet."""
    one = of_two_trades()
    AffiliationRequest.objects.create(
        worker=one,
        company=company,
        is_main=True,
        valid_from=TODAY,
        asked_by=f"company:{company.pk}",
        asked_at=RECORDED_AT,
    )
    return one


def enter(cast: Cast, one: Worker, trade: str, at: datetime, by: Actor | None = None) -> RosterLine:
    return enter_on_roster(
        member=cast.second_tier,
        worker=one,
        trade=codes.trade(trade),
        position=codes.position(),
        from_on=TODAY,
        by=by or firm(cast.takahashi),
        at=at,
    )


def read(cast: Cast, one: Worker, trade: str, at: datetime) -> RowRead:
    """How a row of a file with that 職種 is read."""
    text = f"技能者ID,職種,立場,名簿の初日\r\n{one.number},{trade},一般,2026/11/20"
    batch = upload_batch(
        member=cast.second_tier,
        data=text.encode("cp932"),
        file_name="名簿.csv",
        defaults={},
        by=firm(cast.takahashi),
        at=at,
    )
    [row] = batch_shown(batch, writer=Writer(cast.takahashi.pk), at=at).rows
    return row


def trades(cast: Cast) -> list[str]:
    [candidate] = candidates_of(cast.stranger.pk, place=cast.site.pk, on=TODAY)
    return list(candidate.trades)


def test_an_own_worker_is_offered_with_every_trade(cast: Cast) -> None:
    workers.affiliation(worker=of_two_trades(), company=cast.stranger)
    assert trades(cast) == [codes.REBAR, codes.CARPENTER]


def test_whoever_has_not_answered_yet_is_offered_with_the_main_trade_alone(cast: Cast) -> None:
    asked_by(cast.stranger)
    assert trades(cast) == [codes.REBAR]


def test_another_trade_of_whoever_was_only_asked_is_refused_like_one_they_do_not_have(
    cast: Cast, at: datetime
) -> None:
    one = asked_by(cast.takahashi)
    said = []
    for trade in (codes.CARPENTER, OTHER):
        with pytest.raises(NotOwnTrade) as refused:
            enter(cast, one, trade, at)
        said.append(refused.value.sentence.replace(codes.trade(trade).label, ""))
    assert said[0] == said[1]
    assert enter(cast, one, codes.REBAR, at).trade.code == codes.REBAR


def test_what_ended_no_longer_tells_the_other_trades(cast: Cast, at: datetime) -> None:
    one = of_two_trades()
    workers.affiliation(worker=one, company=cast.takahashi, valid_until=TODAY)
    with pytest.raises(NotOwnTrade, match="主な職種ではありません"):
        enter(cast, one, codes.CARPENTER, at)


def test_the_office_writes_any_own_trade(cast: Cast, at: datetime) -> None:
    one = asked_by(cast.takahashi)
    assert enter(cast, one, codes.CARPENTER, at, by=SYSTEM).trade.code == codes.CARPENTER


def test_a_file_that_names_no_trade_is_filled_with_the_main_one(cast: Cast, at: datetime) -> None:
    row = read(cast, asked_by(cast.takahashi), "", at)
    assert row.entry is not None
    assert row.entry.work.trade == codes.REBAR


def test_a_file_does_not_tell_whether_who_was_only_asked_has_another_trade(cast: Cast, at: datetime) -> None:
    label = codes.trade(codes.CARPENTER).label
    row = read(cast, asked_by(cast.takahashi), label, at)
    assert row.faults["trade"].startswith(f"職種「{label}」は、この技能者の主な職種ではありません")


def test_the_trades_to_fill_down_are_those_the_firm_may_know(cast: Cast) -> None:
    asked, own = asked_by(cast.stranger), of_two_trades()
    assert list(trades_of(cast.stranger.pk, [asked.pk], on=TODAY)) == [codes.REBAR]
    workers.affiliation(worker=own, company=cast.stranger)
    assert set(trades_of(cast.stranger.pk, [asked.pk, own.pk], on=TODAY)) == {codes.REBAR, codes.CARPENTER}
