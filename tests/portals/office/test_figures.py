"""業務の数字 in the office: pictures, tables and files of the same hidden numbers (FIG-01, FIG-02, FIG-06, FIG-15)."""

import io
import re
from datetime import datetime
from xml.etree import ElementTree as ET

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook
from playwright.sync_api import Browser

from ccus.domain.accounts.terms import Duty
from ccus.domain.figures.counting import count_figures
from ccus.domain.figures.terms import FEW, Figure
from ccus.domain.work_history.terms import State
from ccus.foundation.clock import now
from tests.browser import COMPUTER, PHONE, somebody
from tests.factories import asked, companies, officers, records, sites, workers
from tests.factories.personas import Cast, standing_cast
from tests.journeys.visitor import Visitor
from tests.portals.worker.cast import words

LIST = "/office/figures/"
OCTOBER = range(1, 13)


@pytest.fixture
def desk(db: None) -> Client:
    return officers.client_of(officers.officer(Duty.FIGURES))


@pytest.fixture
def year(cast: Cast, at: datetime) -> None:
    """Twelve official days and three refused ones; six invitations and a claim that wait; counted."""
    person = workers.worker()
    for day in OCTOBER:
        records.record(person, cast.site, at.date().replace(month=10, day=day))
    for day in OCTOBER[:3]:
        records.record(workers.worker(), cast.site, at.date().replace(month=10, day=day), State.REFUSED)
    for _ in range(6):
        sites.spot(cast.site, companies.company(), cast.prime)
    asked.claim(cast)
    count_figures(at=at)


def page_of(figure: Figure) -> str:
    return f"{LIST}{figure.value}/"


def pictures_in(page: str) -> list[ET.Element]:
    drawn = re.findall(r'<svg xmlns="[^"]+" viewBox="[^"]+" role="img".*?</svg>', page, re.DOTALL)
    return [ET.fromstring(each) for each in drawn]  # noqa: S314 - drawn by us


def test_the_list_leads_to_six_figures(desk: Client) -> None:
    page = desk.get(LIST).content.decode()
    assert [figure for figure in Figure if page_of(figure) not in page] == []
    assert LIST in desk.get("/office/").content.decode()


def test_beside_its_question_stands_the_number_that_a_figure_shows(year: None, desk: Client) -> None:
    page = words(desk.get(LIST))
    assert [
        said for said in ("13か月の「正式」：100.0％", "14日以上：5未満", "いま：9以上") if said not in page
    ] == []


@pytest.mark.parametrize("figure", Figure)
def test_a_figure_of_an_empty_register_says_that_there_is_nothing(figure: Figure, desk: Client) -> None:
    answer = desk.get(page_of(figure))
    page = answer.content.decode()
    assert answer.status_code == 200
    assert 'class="empty"' in page
    assert not pictures_in(page)


@pytest.mark.parametrize("figure", [Figure.DAYS, Figure.FIRMS, Figure.SITES, Figure.READERS])
def test_a_picture_says_its_title_and_its_numbers(figure: Figure, year: None, desk: Client) -> None:
    (drawn,) = pictures_in(desk.get(page_of(figure)).content.decode())
    title, about = (drawn[place].text or "" for place in (0, 1))
    assert title
    assert any(said in about for said in (FEW, "6件", "1台"))


def test_a_hidden_number_has_the_same_outline_whatever_it_is(year: None, desk: Client) -> None:
    page = desk.get(page_of(Figure.FIRMS)).content.decode()
    dotted = re.findall(r'<rect [^>]*width="(\d+)" height="(\d+)"[^>]*stroke-dasharray', page)
    assert len(dotted) > 2
    assert len(set(dotted)) == 1


def test_a_page_keeps_style_out_of_its_pictures(year: None, desk: Client) -> None:
    page = desk.get(page_of(Figure.DAYS)).content.decode()
    assert not re.search(r"\sstyle=|<style|\son\w+=", page)


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_file_holds_what_the_page_shows_and_nothing_that_it_hides(
    form: str, year: None, desk: Client
) -> None:
    content = desk.get(f"{page_of(Figure.DAYS)}days/{form}/").content
    if form == "csv":
        lines = [line.split(",") for line in content.decode("utf-8-sig").split("\r\n") if line]
    else:
        sheet = load_workbook(io.BytesIO(content)).active
        assert sheet
        lines = [[str(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
    shown = {"2026年10月", "12", "0", FEW, "13以上", "100.0"}
    (october,) = [line for line in lines if line[0] == "2026年10月"]
    assert {cell.replace("100", "100.0") if cell == "100" else cell for cell in october} == shown
    assert "3" not in {cell for line in lines for cell in line}


def test_names_of_sites_open_only_to_whoever_rings_up(cast: Cast, desk: Client) -> None:
    ringing = officers.client_of(officers.officer(Duty.FIGURES, Duty.CONTACT))
    file = f"{page_of(Figure.READERS)}silent-readers/csv/"
    assert cast.site.name in ringing.get(page_of(Figure.READERS)).content.decode()
    assert cast.site.name in ringing.get(file).content.decode()
    assert cast.site.name not in desk.get(page_of(Figure.READERS)).content.decode()
    assert desk.get(file).status_code == 404


def test_no_name_of_a_person_stands_in_any_figure(year: None, cast: Cast) -> None:
    everything = officers.client_of(officers.officer())
    pages = "".join(everything.get(page_of(figure)).content.decode() for figure in Figure)
    assert "ケンセツ ミライ" not in pages
    assert "建設 未来" not in pages


def test_other_duties_open_neither_page_nor_file(year: None) -> None:
    other = officers.client_of(officers.officer(*(duty for duty in Duty if duty is not Duty.FIGURES)))
    for path in (LIST, page_of(Figure.DAYS), f"{page_of(Figure.DAYS)}days/csv/"):
        assert other.get(path).status_code == 403


@pytest.mark.parametrize("path", ["nothing/", "days/nothing/csv/", "days/days/pdf/", "nothing/days/csv/"])
def test_a_figure_or_file_that_is_none_is_not_there(path: str, year: None, desk: Client) -> None:
    assert desk.get(f"{LIST}{path}").status_code == 404


@pytest.mark.parametrize("typed", ["'\"><script>", "registration' --", "x" * 400])
def test_what_an_address_asks_wrongly_is_not_repeated_as_markup(typed: str, desk: Client) -> None:
    answer = desk.get(page_of(Figure.RETURNS), {"kind": typed, "place": typed})
    assert answer.status_code == 200
    assert "<script>" not in answer.content.decode().replace("<script type", "")


def test_the_page_says_when_it_was_counted(year: None, desk: Client) -> None:
    assert "2026年11月20日 12:00に数えました" in words(desk.get(page_of(Figure.DAYS)))


def test_a_figure_of_many_takes_as_many_statements_as_one_of_few(
    year: None, cast: Cast, at: datetime
) -> None:
    desk = officers.client_of(officers.officer(Duty.FIGURES, Duty.CONTACT))

    def statements() -> list[int]:
        counted = []
        for path in (LIST, *map(page_of, Figure)):
            with CaptureQueriesContext(connection) as found:
                desk.get(path)
            counted.append(len(found))
        return counted

    few = statements()
    for _ in range(30):
        place = sites.site(prime=cast.sato)
        sites.reader(place, token=place.number)
        sites.spot(cast.site, companies.company(), cast.first_tier)
    assert statements() == few


@pytest.mark.thorough
@pytest.mark.journey
def test_every_figure_is_read_without_a_barrier_on_both_screens(browser: Browser, portal_server: str) -> None:
    cast, moment = standing_cast(), now()
    sites.spot(cast.site, companies.company(name="建" * 40), cast.prime)
    records.record(workers.worker(), cast.site, moment.date())
    count_figures(at=moment)
    with somebody(browser, PHONE) as context:
        eyes = Visitor(context.new_page(), portal_server)
        eyes.has_signed_in(officers.client_of(officers.officer()))
        for path in (LIST, *map(page_of, Figure)):
            eyes.goes_to(path)
            for screen in (PHONE, COMPUTER):
                eyes.at_width(screen["width"]).finds_no_barrier()
        assert eyes.complaints == []
