"""The canary is not blind, and nobody but the door turns visitors away; the round itself is `tests/portals/access/`."""

import re

import pytest
from django.test.utils import override_settings

from tests.house.source import product, text
from tests.portals.access.canary import leaks
from tests.portals.access.sweep import sweep
from tests.portals.access.things import Things, things_of
from tests.portals.access.visitors import stranger
from tests.portals.access.world import World, world


@pytest.fixture
def marked(db: None) -> World:
    return world()


@pytest.fixture
def things(marked: World) -> Things:
    return things_of(marked)


def test_only_the_door_turns_visitors_away() -> None:
    turning = re.compile(r"PermissionDenied|redirect_to_login|Response(Forbidden|NotAllowed)|status=40[135]")
    found = {path.as_posix() for path in product() if turning.search(text(path))}
    assert found == {
        f"ccus/entrance/{name}.py" for name in ("acting/door", "door", "pressed", "short_lived", "who")
    }


def test_a_new_page_that_shows_too_much_is_noticed_by_itself(marked: World, things: Things) -> None:
    visitor = stranger(marked)
    with override_settings(ROOT_URLCONF="tests.portals.leaking"):
        found = {leak for tried in sweep(visitor, things, {}) for leak in leaks(tried, visitor, marked)}
    number = marked.worker.number
    assert found == {f"{act} /leak/{number}/: 刻印 太郎左衛門" for act in ("GET", "POST")}
