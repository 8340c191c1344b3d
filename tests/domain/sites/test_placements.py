"""所属と異なる事業者の元での就業, and 代理手続きの同意 (SITE-24, SITE-25)."""

from datetime import date, datetime

import pytest

from ccus.domain.audit.models import Affect
from ccus.domain.audit.policies import NotAllowed
from ccus.domain.notices.models import Notice
from ccus.domain.sites.actions.consents import AlreadyAgreed, agree_to_proxy, end_consent
from ccus.domain.sites.actions.placements import (
    AlreadyAskedPlacement,
    AlreadyPlaced,
    PlacementAnswered,
    accept_placement,
    ask_placement,
    end_placement,
    refuse_placement,
)
from ccus.domain.sites.models import PlacementRequest, ProxyConsent
from ccus.domain.sites.reading.consents import placements_of, proxies_over, requests_of, search_companies
from ccus.foundation.superseding import AlreadyChanged
from tests.factories import seats
from tests.factories.personas import Cast, firm, person

TODAY, DECEMBER = date(2026, 11, 20), date(2026, 12, 1)
pytestmark = pytest.mark.django_db


def ask(cast: Cast, at: datetime, *, by_firm: bool = False) -> PlacementRequest:
    by = firm(cast.suzuki) if by_firm else person(cast.mirai)
    return ask_placement(worker=cast.mirai, company=cast.suzuki, from_on=TODAY, by=by, at=at)


def test_the_firm_accepts_what_the_worker_asks_and_those_days_are_touched(cast: Cast, at: datetime) -> None:
    request = ask(cast, at)
    with pytest.raises(NotAllowed):
        accept_placement(request=request, by=person(cast.mirai), at=at)
    accept_placement(request=request, by=firm(cast.suzuki), at=at)
    affect = Affect.objects.get()
    assert (affect.worker, affect.place, affect.from_on) == (cast.mirai.pk, None, TODAY)


def test_the_worker_accepts_what_the_firm_asks(cast: Cast, at: datetime) -> None:
    accept_placement(request=ask(cast, at, by_firm=True), by=person(cast.mirai), at=at)
    (shown,) = placements_of(worker=cast.mirai.pk, on=TODAY)
    assert (shown.company, shown.from_on) == ("鈴木工務店", TODAY)


def test_both_sides_are_told_of_a_request_and_its_answer(cast: Cast, at: datetime) -> None:
    chief = seats.seat(cast.suzuki)
    request = ask(cast, at)
    assert "就業の合意要請" in Notice.objects.get(account=chief.account).title
    accept_placement(request=request, by=chief.actor, at=at)
    assert Notice.objects.get(account=cast.account).title == "就業の合意ができました"


def test_a_request_is_open_once_and_answered_once(cast: Cast, at: datetime) -> None:
    request = ask(cast, at)
    with pytest.raises(AlreadyAskedPlacement):
        ask(cast, at, by_firm=True)
    refuse_placement(request=request, by=firm(cast.suzuki), at=at)
    with pytest.raises(PlacementAnswered):
        accept_placement(request=request, by=firm(cast.suzuki), at=at)
    assert requests_of(worker=cast.mirai.pk) == ()


def test_a_second_agreement_for_the_same_days_is_refused(cast: Cast, at: datetime) -> None:
    accept_placement(request=ask(cast, at), by=firm(cast.suzuki), at=at)
    with pytest.raises(AlreadyPlaced):
        accept_placement(request=ask(cast, at), by=firm(cast.suzuki), at=at)


def test_either_side_ends_an_agreement(cast: Cast, at: datetime) -> None:
    placement = accept_placement(request=ask(cast, at), by=firm(cast.suzuki), at=at)
    remains = end_placement(placement=placement, until_on=DECEMBER, by=person(cast.mirai), at=at)
    assert remains is not None
    assert remains.valid_until == DECEMBER


def test_a_third_firm_neither_asks_nor_ends(cast: Cast, at: datetime) -> None:
    with pytest.raises(NotAllowed):
        ask_placement(worker=cast.mirai, company=cast.suzuki, from_on=TODAY, by=firm(cast.stranger), at=at)


def test_a_worker_agrees_to_a_proxy_once_and_takes_it_back(cast: Cast, at: datetime) -> None:
    me = {"worker": cast.mirai, "company": cast.suzuki, "by": person(cast.mirai), "at": at}
    agree_to_proxy(**me)  # type: ignore[arg-type]  # the same for all
    with pytest.raises(AlreadyAgreed):
        agree_to_proxy(**me)  # type: ignore[arg-type]  # the same for all
    assert proxies_over(cast.mirai.pk, on=TODAY)[0].agreed_on == TODAY
    end_consent(**me)  # type: ignore[arg-type]  # the same for all
    assert proxies_over(cast.mirai.pk, on=TODAY) == ()
    with pytest.raises(AlreadyChanged):
        end_consent(**me)  # type: ignore[arg-type]  # the same for all


def test_only_the_worker_agrees(cast: Cast, at: datetime) -> None:
    with pytest.raises(NotAllowed):
        agree_to_proxy(worker=cast.mirai, company=cast.suzuki, by=firm(cast.suzuki), at=at)
    assert not ProxyConsent.objects.exists()


@pytest.mark.parametrize("typed", ["鈴木", "すずき", "ｽｽﾞｷ"])
def test_a_company_is_found_by_part_of_its_name(typed: str, cast: Cast) -> None:
    assert [found.name for found in search_companies(typed)] == ["鈴木工務店"]


def test_a_company_is_found_by_its_number(cast: Cast) -> None:
    assert [found.name for found in search_companies(cast.sato.number)] == ["佐藤建設"]
    assert search_companies("") == ()
