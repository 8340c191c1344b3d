"""From the approval to the card in the hand: printed, posted, and the password of its letter opens the portal."""

import io
import re
from pathlib import Path

import pytest
from pypdf import PdfReader

from ccus.domain.cards.models import Card
from ccus.domain.printing.models import PrintBatch
from ccus.jobs.printing import make
from tests.factories import applications as made
from tests.journeys.cards.people import approved, at_the_office
from tests.journeys.filing.people import Clerk, Town

pytestmark = pytest.mark.journey


def words(file: bytes) -> str:
    """What stands on the pages of a PDF."""
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(file)).pages)


def fetched(desk: Clerk, button: str) -> str:
    """The words of a file that the desk gives."""
    with desk.page.expect_download() as file:
        desk.page.get_by_role("button", name=re.compile(rf"^{button}")).click()
    return words(Path(file.value.path()).read_bytes())


def unfolded(desk: Clerk, name: str) -> None:
    """What is asked before a press that cannot be taken back."""
    desk.page.locator("summary", has_text=name).first.click()


def test_the_password_of_the_letter_opens_and_the_card_is_said_to_be_there(town: Town) -> None:
    approved(made.submitted().number)
    card = Card.objects.get()
    desk = at_the_office(town).goes_to("/office/cards/").presses("束をつくる")
    make(PrintBatch.objects.get().key)
    desk.goes_to(desk.page.url.removeprefix(desk.address)).reads("1番目")
    assert "山田花子" in fetched(desk, "受け取る").replace(" ", "")
    unfolded(desk, "一度だけ受け取れます")
    letter = fetched(desk, "一度だけ受け取る")
    password = re.search(r"(\S+)\s+\d+年\d+月\d+日まで、一度だけ使えます", letter)
    assert password, letter
    unfolded(desk, "発送する")
    desk.presses("発送を記録する").reads("発送しました")
    worker = town.filer().signs_in_as_worker(card.worker.number, password[1]).chooses_password()
    worker.goes_to("/worker/card/").reads("送った日").presses("カードが届きました").reads("受け取り済み")
