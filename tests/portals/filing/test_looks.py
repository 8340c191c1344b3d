"""Every page of the filing portal at every width: no barrier that axe can find, nothing cut off, nothing small."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from ccus.domain.applications.actions import review
from ccus.domain.applications.actions.approval import approve
from ccus.domain.applications.models import Application
from ccus.domain.applications.sections import sections_of
from ccus.domain.applications.terms import ApplicationKind
from ccus.domain.workers.terms import Grade
from tests.browser import COMPUTER, somebody
from tests.factories import applications as made
from tests.journeys.visitor import Visitor
from tests.portals.filing import desk

pytestmark = [pytest.mark.journey, pytest.mark.thorough]
FORTY_LETTERS = "Nguyễn Phương Anh Trần Thị Bích Hoàng Lo"
SMALL = """() => [...document.querySelectorAll('main a, main button, main select, main input:not([type=hidden])')]
  .filter(e => e.checkVisibility() && !e.matches('.vh'))
  .filter(e => !e.closest('p:not(.panel__foot), li > p, .choice, .mask, dd'))
  .map(e => [e.getBoundingClientRect(), e.outerHTML.slice(0, 90)])
  .filter(([box]) => box.height < 40 || box.width < 40).map(([box, words]) => words)"""


@pytest.fixture
def eyes(browser: Browser, portal_server: str) -> Iterator[Visitor]:
    """A screen that will be made narrow and wide."""
    with somebody(browser, COMPUTER) as context:
        yield Visitor(context.new_page(), portal_server)


def looks(eyes: Visitor, me: desk.Desk, *paths: str, widths: tuple[int, ...] = (320, 1280)) -> None:
    session = me.client.cookies["sessionid"].value
    eyes.page.context.add_cookies([{"name": "sessionid", "value": session, "url": eyes.address}])
    for path in paths:
        eyes.goes_to(path)
        for width in widths:
            eyes.at_width(width).finds_no_barrier()
            assert eyes.page.evaluate(SMALL) == [], path
    assert eyes.complaints == []


def of(case: Application, *pages: str) -> list[str]:
    return [f"{desk.filed_at(case)}{page}" for page in pages]


def test_the_empty_list_and_an_untouched_draft(eyes: Visitor) -> None:
    me = desk.of_applicant()
    looks(eyes, me, "/filing/")
    address = me.started("registration", "detailed")
    looks(eyes, me, address, f"{address}check/", f"{address}withdrawal/")


def test_every_section_with_nothing_in_it(eyes: Visitor) -> None:
    me = desk.of_applicant()
    address = me.started("registration", "detailed")
    sections = sections_of(ApplicationKind.REGISTRATION, Grade.DETAILED)
    pages = [f"{address}{part.key}/{'n1/' if part.block.many > 1 else ''}" for part in sections]
    looks(eyes, me, *pages, widths=(390,))


def test_forty_letters_and_images_fit_from_draft_to_number(eyes: Visitor) -> None:
    case = made.drafted(grade=Grade.DETAILED)
    made.write(case, {"name": {**made.NAME, "official": FORTY_LETTERS}}, by=desk.of_filer(case).actor)
    me = desk.of_filer(case)
    looks(eyes, me, *of(case, "", "name/", "identity/", "identity/1/front/mask/", "core/", "check/"))
    me.post(f"{desk.filed_at(case)}check/")
    looks(eyes, me, *of(case, "", "received/", "filed/"), "/filing/")


def test_what_came_back_and_what_ended_well(eyes: Visitor) -> None:
    case = made.in_review(ApplicationKind.CHANGE)
    by = made.reviewer(case)
    review.add_finding(
        number=case.number, section="contact", row="1", field="phone", code="D01", by=by, at=made.AT
    )
    review.return_to_applicant(number=case.number, by=by, at=made.AT)
    looks(eyes, desk.of_filer(case), *of(case, "", "contact/", "check/"), "/filing/")
    done = made.in_review()
    approve(number=done.number, by=made.reviewer(done), at=made.AT)
    looks(eyes, desk.of_filer(done), *of(done, "", "id/"), "/filing/")
