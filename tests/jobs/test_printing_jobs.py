"""カードの仕事: a process that is killed in the middle of a batch loses no card and prints none twice (PRINT-03)."""

import os
import re
import signal
import subprocess
import sys
from collections import Counter
from io import BytesIO
from uuid import UUID

import pytest
from django.contrib.auth.hashers import check_password
from procrastinate.contrib.django import app
from pypdf import PdfReader

from ccus.domain.accounts.models import Officer
from ccus.domain.accounts.officers import OfficerMe
from ccus.domain.cards.models import Card
from ccus.domain.printing.actions.batches import take_batch
from ccus.domain.printing.actions.files import fetch_faces, fetch_letters
from ccus.domain.printing.models import LetterFile, PrintBatch, PrintPart
from ccus.foundation import clock, env
from ccus.foundation.databases import Databases
from ccus.jobs import printing as job
from ccus.jobs import tasks
from tests.factories import printing

NUMBER = r"\b(\d{14})-?(\d{2})\b"
PASSWORD = r"\b[A-Z2-7]{13}\b"


@pytest.fixture
def officer(fresh_database: Databases) -> OfficerMe:
    return printing.printer()


@pytest.fixture
def cards(officer: OfficerMe) -> list[Card]:
    """Two parts: fifty cards and one."""
    return [printing.waiting_card() for _ in range(51)]


@pytest.fixture
def key(cards: list[Card], officer: OfficerMe) -> UUID:
    return take_batch(by=officer.actor, at=clock.now())


def texts(key: UUID, officer: OfficerMe) -> tuple[str, str]:
    """What stands on the faces and in the letters of both parts: lines of the first, paper of the second."""
    by, at = officer.actor, clock.now()
    faces = [fetch_faces(batch=key, part=part, by=by, at=at) for part in (1, 2)]
    letters = [fetch_letters(batch=key, part=part, by=by, at=at) for part in (1, 2)]
    return _text(*faces), _text(*letters)


def _text(lines: bytes, paper: bytes) -> str:
    pages = [page.extract_text().replace(" ", "") for page in PdfReader(BytesIO(paper)).pages]
    return "\n".join((lines.decode(), *pages))


@pytest.fixture
def killed(key: UUID, officer: OfficerMe) -> UUID:
    """A batch whose process was killed after it had stored its first part."""
    command = [sys.executable, "-m", "tests.jobs.dying_printer", str(key), str(officer.officer)]
    dead = subprocess.run(
        command,
        check=False,
        cwd=env.REPOSITORY,
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "ccus.config.settings"},
    )
    assert dead.returncode == -signal.SIGKILL
    assert PrintPart.objects.count() == LetterFile.objects.count() == 1
    return key


def test_after_a_kill_every_card_is_printed_once_and_every_password_opens(
    killed: UUID, cards: list[Card], officer: OfficerMe
) -> None:
    kept = bytes(PrintPart.objects.get().content or b"")
    tasks.carry_on_printing(0)
    assert bytes(PrintPart.objects.get(part=1).content or b"") == kept
    faces, letters = texts(killed, officer)
    printed = Counter("".join(number) for number in re.findall(NUMBER, faces))
    assert printed == Counter(card.token for card in cards)
    passwords = re.findall(PASSWORD, letters)
    accounts = [printing.account_of(card) for card in cards]
    assert len(set(passwords)) == len(cards)
    opened = [check_password(word, who.password) for word, who in zip(passwords, accounts, strict=True)]
    assert all(opened)


def test_a_part_that_cannot_be_drawn_is_said_on_the_page_and_tried_again(
    key: UUID, officer: OfficerMe
) -> None:
    Officer.objects.filter(pk=officer.officer).update(duties=["contact"])
    job.make(key)
    assert "カードの印刷と発送" in PrintBatch.objects.get().fault
    Officer.objects.filter(pk=officer.officer).update(duties=["cards"])
    tasks.make_cards(str(key))
    assert (PrintBatch.objects.get().fault, PrintPart.objects.count()) == ("", 2)


def test_printing_and_asking_are_on_the_schedule() -> None:
    scheduled = {
        periodic.task.name.rpartition(".")[2] for periodic in app.periodic_registry.periodic_tasks.values()
    }
    assert {"carry_on_printing", "ask_about_cards"} <= scheduled
