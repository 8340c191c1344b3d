"""技能者情報: G10-1 to G11-3, PORTAL-10 to PORTAL-14."""

from datetime import date

import pytest

from tests.portals.worker import cast

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)


def profile(person: cast.Person, **asked: str) -> str:
    return cast.signed_in(person).get("/worker/profile/", asked).content.decode()


def test_the_page_has_every_block_of_the_guide() -> None:
    page = profile(cast.settled())
    for title in ("本人情報", "所属事業者情報", "社会保険情報", "健康診断情報", "研修受講履歴情報", "資格情報"):
        assert title in page
