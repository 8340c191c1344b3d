"""途中で止まる作成: no card lost, none twice, no initial password shown again (PRINT-03)."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from functools import partial
from uuid import UUID

import pytest
from django.contrib.auth.hashers import check_password

from ccus.domain.accounts.officers import OfficerMe
from ccus.domain.accounts.rules import normalised
from ccus.domain.cards.models import Card
from ccus.domain.disclosure.models import DisclosureTrace
from ccus.domain.printing.actions.batches import take_batch
from ccus.domain.printing.actions.files import fetch_faces, fetch_letters, make_part
from ccus.domain.printing.jobs import to_make
from ccus.domain.printing.making import ToEnclose
from ccus.domain.printing.models import LetterFile, PrintPart
from tests.factories import printing


class PowerCut(Exception):
    """What ends a job in the middle."""


def cut(_letters: Sequence[ToEnclose]) -> bytes:
    """Letters that are never finished; their passwords were made already."""
    raise PowerCut


@pytest.fixture
def cards(officer: OfficerMe) -> list[Card]:
    """Two parts: fifty cards and one."""
    return [printing.waiting_card() for _ in range(51)]


@pytest.fixture
def dead(cards: list[Card], officer: OfficerMe, at: datetime) -> UUID:
    """A batch whose job died while it made the second part."""
    key = take_batch(by=officer.actor, at=at)
    make = partial(make_part, batch=key, faces=printing.faces, by=officer.actor, at=at)
    make(part=1, letters=printing.letters)
    with pytest.raises(PowerCut):
        make(part=2, letters=cut)
    return key


def revived(key: UUID, officer: OfficerMe, at: datetime) -> tuple[str, str]:
    """Print data and letters of the whole batch, after the job was taken up again."""
    printing.make_all(key, officer)
    faces = [fetch_faces(batch=key, part=part, by=officer.actor, at=at) for part in (1, 2)]
    letters = [fetch_letters(batch=key, part=part, by=officer.actor, at=at) for part in (1, 2)]
    return b"\n".join(faces).decode(), b"\n".join(letters).decode()


def test_a_part_that_died_leaves_nothing_behind_and_is_still_to_make(dead: UUID, cards: list[Card]) -> None:
    todo, last = to_make(dead), cards[-1]
    assert todo is not None
    assert todo.parts == (2,)
    assert not LetterFile.objects.filter(part__part=2).exists()
    assert check_password("K7QX2MBTRW5ZA", printing.account_of(last).password)
    assert not DisclosureTrace.objects.filter(worker=last.worker).exists()


def test_after_the_revival_each_card_password_and_trace_is_there_exactly_once(
    dead: UUID, cards: list[Card], officer: OfficerMe, at: datetime
) -> None:
    kept = bytes(PrintPart.objects.get().content or b"")
    faces, letters = revived(dead, officer, at)
    assert bytes(PrintPart.objects.get(part=1).content or b"") == kept
    assert Counter(line.split()[0] for line in faces.splitlines()) == Counter(card.token for card in cards)
    assert [line.split()[0] for line in letters.splitlines()] == [card.worker.number for card in cards]
    printed = dict(line.split()[:2] for line in letters.splitlines())
    for card in cards:
        assert check_password(normalised(printed[card.worker.number]), printing.account_of(card).password)
    traces = DisclosureTrace.objects.filter(purpose="card_print")
    assert Counter(traces.values_list("worker", flat=True)) == Counter(card.worker_id for card in cards)
    assert {"name", "contact"} <= {*traces[0].items}


def test_a_part_that_is_stored_is_not_made_again(officer: OfficerMe, at: datetime) -> None:
    printing.waiting_card()
    make = partial(
        make_part, batch=printing.batch(officer), part=1, faces=printing.faces, by=officer.actor, at=at
    )
    kept = bytes(PrintPart.objects.get().content or b"")
    assert make(letters=cut) is False
    assert bytes(PrintPart.objects.get().content or b"") == kept
