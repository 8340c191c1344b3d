"""のせられる人: whoever was only asked stands there with 主な職種 alone (DISC-02, SITE-10)."""

from datetime import date

import pytest

from ccus.domain.sites.reading.roster import candidates_of
from ccus.domain.workers.models import AffiliationRequest, Worker, WorkerTrade
from tests.factories import codes, workers
from tests.factories.facts import BEGAN, RECORDED_AT
from tests.factories.personas import Cast

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)


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


def trades(cast: Cast) -> list[str]:
    [candidate] = candidates_of(cast.stranger.pk, place=cast.site.pk, on=TODAY)
    return list(candidate.trades)


def test_an_own_worker_is_offered_with_every_trade(cast: Cast) -> None:
    workers.affiliation(worker=of_two_trades(), company=cast.stranger)
    assert trades(cast) == [codes.REBAR, codes.CARPENTER]


def test_whoever_has_not_answered_yet_is_offered_with_the_main_trade_alone(cast: Cast) -> None:
    AffiliationRequest.objects.create(
        worker=of_two_trades(),
        company=cast.stranger,
        is_main=True,
        valid_from=TODAY,
        asked_by=f"company:{cast.stranger.pk}",
        asked_at=RECORDED_AT,
    )
    assert trades(cast) == [codes.REBAR]
