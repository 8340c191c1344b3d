"""Every page about who may see what, on a telephone and at a computer: no barrier, nothing cut off."""

from urllib.parse import quote

import pytest
from django.test import Client
from playwright.sync_api import expect

from ccus.domain.looks.models import LookCase, LookQuestion
from ccus.foundation.clock import today
from tests.domain.searching.world import TRADE
from tests.journeys.conftest import Arrival
from tests.journeys.disclosure.sights import sights
from tests.journeys.filing.people import Person

pytestmark = [
    pytest.mark.journey,
    pytest.mark.parametrize("has_script", ["with script"], indirect=True),
    pytest.mark.thorough,
]


def fits(eyes: Person) -> None:
    """Axe where the page has least room."""
    for width in (320, 1280):
        eyes.at_width(width).scrolls_in_one_direction_only()
    eyes.at_width(390).finds_no_barrier()


def looks_at(eyes: Person, like: Client, folder: str, *pages: str) -> None:
    """As somebody else, at the same computer."""
    eyes.has_signed_in(like)
    for page in pages:
        eyes.goes_to(folder + page)
        expect(eyes.page).to_have_url(eyes.address + folder + page)
        fits(eyes)


def test_the_settings_of_worker_and_employer_fit_and_have_no_barrier(arrives: Arrival) -> None:
    world = sights()
    eyes = arrives(world.me)
    looks_at(
        eyes, world.me, "/worker/disclosure/", "", "change/", "preview/other/", "preview/site/", "record/"
    )
    one = f"{world.number}/"
    looks_at(eyes, world.employer, "/company/disclosure/", one, f"{one}preview/", f"{one}record/", "")
    eyes.presses("全員の設定を変える").page.get_by_role("group", name="職種・経験").get_by_label(
        "非開示にする"
    ).check()
    fits(eyes)
    eyes.presses("変わる内容を確かめる").reads("1人の設定が変わります。")
    fits(eyes)
    assert eyes.complaints == []


def test_searching_asking_and_the_case_fit_and_have_no_barrier(arrives: Arrival) -> None:
    world = sights()
    eyes = arrives(world.me)
    visit, other = f"{today()}/", f"{world.other.number}/"
    looks_at(eyes, world.me, "/worker/viewed/", "", f"{visit}{other}", f"{visit}{world.cast.sato.number}/")
    found = f"workers/?trade={TRADE}&prefecture=13"
    looks_at(
        eyes,
        world.looker,
        "/company/search/",
        found,
        f"workers/{world.number}/",
        f"companies/?name={quote('建設')}",
    )
    question = LookQuestion.objects.get(company=world.other)
    case = f"cases/{LookCase.objects.get().key}/"
    looks_at(eyes, world.looker, "/company/questions/", "", f"{question.key}/", case)
    looks_at(eyes, world.office, "/office/looks/", "", case, f"questions/{_to_office()}/")
    looks_at(eyes, world.spent, "/company/search/", f"workers/?trade={TRADE}")
    assert len(eyes.complaints) == 1, "the answer of the last page, 422"


def _to_office() -> str:
    return str(LookQuestion.objects.get(company=None).key)
