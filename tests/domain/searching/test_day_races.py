"""Two pages at once never show more than the day allows (SEEK-07)."""

from functools import partial

import pytest

from ccus.domain.companies.models import Company
from ccus.domain.searching.models import SearchDay, SearchShown
from ccus.domain.searching.policies import SearchesSpent
from ccus.foundation.databases import Databases
from tests.domain.races import contested
from tests.domain.searching.world import AT, hand, search
from tests.factories.companies import company


@pytest.fixture
def looker(fresh_database: Databases) -> Company:
    """Somebody who searches, in a town of four."""
    for kana in ("アオキ イチ", "アオキ ニ", "アオイ サン", "アオイ シ"):
        hand(kana=kana)
    return company()


def allow(by: Company, *, searches: int, workers: int) -> None:
    SearchDay.objects.create(company=by, on=AT.date(), searches_most=searches, workers_most=workers)


def test_of_two_last_searches_at_once_one_is_made(looker: Company) -> None:
    allow(looker, searches=1, workers=9)
    told = contested(partial(search, looker), partial(search, looker, kana="アオ"))
    assert isinstance(told, SearchesSpent)
    assert SearchDay.objects.get(company=looker).searches == 1


def test_two_pages_at_once_show_no_more_workers_than_the_day_allows(looker: Company) -> None:
    allow(looker, searches=9, workers=3)
    contested(partial(search, looker, kana="アオキ"), partial(search, looker, kana="アオイ"))
    assert SearchShown.objects.count() == SearchDay.objects.get(company=looker).workers == 3
