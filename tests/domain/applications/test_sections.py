"""What an application of each kind asks (APP-06)."""

import pytest

from ccus.domain.applications import options
from ccus.domain.applications.sections import section_of, sections_of
from ccus.domain.applications.terms import ApplicationKind
from ccus.domain.workers.blocks.catalogue import CATALOGUE
from ccus.domain.workers.terms import Grade

FACTS = {r.block.key for r in CATALOGUE}
DETAILED = {r.block.key for r in CATALOGUE if r.detailed_only}


def asked(kind: ApplicationKind, grade: Grade = Grade.DETAILED) -> set[str]:
    return {section.key for section in sections_of(kind, grade)}


def test_a_registration_asks_every_block_of_its_grade_and_what_the_card_needs() -> None:
    own = {"birth", "identity", "delivery", "consent"}
    assert asked(ApplicationKind.REGISTRATION) == FACTS | own
    assert asked(ApplicationKind.REGISTRATION, Grade.SIMPLE) == FACTS - DETAILED | own


def test_a_change_asks_every_block_but_the_photograph() -> None:
    assert asked(ApplicationKind.CHANGE) == FACTS - {"photo"}
    assert asked(ApplicationKind.CHANGE, Grade.SIMPLE) == FACTS - {"photo"} - DETAILED


def test_an_upgrade_asks_what_only_the_detailed_grade_holds() -> None:
    assert asked(ApplicationKind.UPGRADE, Grade.SIMPLE) == DETAILED


def test_nobody_is_asked_since_when_at_the_registration() -> None:
    contact = section_of(ApplicationKind.REGISTRATION, Grade.SIMPLE, "contact")
    assert contact is not None
    assert "since" not in {field.name for field in contact.block.fields}


def test_only_a_registration_and_cards_must_have_something() -> None:
    needed = {s.key for s in sections_of(ApplicationKind.CHANGE, Grade.DETAILED) if s.is_required}
    assert needed == set()


@pytest.mark.django_db
@pytest.mark.parametrize("kind", list(ApplicationKind))
def test_every_list_that_an_application_offers_has_options_with_words(kind: ApplicationKind) -> None:
    lists = {f.choices for s in sections_of(kind, Grade.DETAILED) for f in s.block.fields if f.choices}
    for name in lists:
        assert options.options(name)
        assert all(options.label(name, option.value) for option in options.options(name))
