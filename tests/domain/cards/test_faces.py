"""券面に出るもの: name, alias and colour as rows say them (CARD-03, CARD-15, CARD-16, guide G02-6)."""

from collections.abc import Iterator
from datetime import date, datetime

import psycopg
import pytest
from pytest_django import DjangoAssertNumQueries

from ccus.domain.cards.faces import face_of, faces, label, looks
from ccus.domain.cards.models import Card
from ccus.foundation.clock import JST
from ccus.foundation.databases import Databases
from tests.factories import cards, workers


@pytest.fixture
def card(db: None) -> Card:
    worker = workers.worker(birth_on=date(1989, 4, 1), registered_on=date(2019, 4, 1), name=None)
    return cards.card(worker=worker, issued_at=datetime(2019, 4, 2, 9, tzinfo=JST))


@pytest.fixture
def forgotten() -> Iterator[None]:
    """Another database, other rows."""
    yield
    looks.cache_clear()


def named(card: Card, official: str, **values: object) -> None:
    workers.NameFactory.create(
        **({"worker": card.worker, "official": official, "valid_from": date(2019, 4, 1)} | values)
    )


def test_the_face_has_the_name_of_the_day_of_issue(card: Card) -> None:
    named(card, "建設 未来", valid_until=date(2025, 1, 1))
    named(card, "大野 未来", valid_from=date(2025, 1, 1))
    face = face_of(card.pk)
    assert (face.name, face.alias, face.first_year) == ("建設 未来", "", 2019)


def test_an_alias_is_on_the_face_only_where_its_holder_chose_so(card: Card) -> None:
    named(card, "NGUYEN THI THAO", alias="グエン タオ", alias_on_card=True)
    assert face_of(card.pk).alias == "グエン タオ"
    other = cards.card(worker=workers.worker(name=None))
    named(other, "TRAN VAN AN", alias="チャン アン")
    assert face_of(other.pk).alias == ""


def test_a_card_from_before_its_first_name_has_that_name(card: Card) -> None:
    named(card, "建設 未来", valid_from=date(2020, 1, 1))
    assert face_of(card.pk).name == "建設 未来"


def test_a_thousand_faces_cost_two_statements(
    card: Card, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    keys = [card.pk, *(cards.card().pk for _ in range(5))]
    looks()
    with django_assert_num_queries(2):
        assert set(faces(keys)) == set(keys)


def test_white_comes_before_gold_and_whoever_has_no_card_has_no_colour(db: None) -> None:
    assert list(looks())[:2] == ["white", "gold"]
    assert (label("gold"), label("")) == ("ゴールドカード", "")


def test_a_third_colour_is_one_further_row_while_everything_runs(
    fresh_database: Databases, forgotten: None
) -> None:
    looks()
    with psycopg.connect(str(fresh_database.owner), autocommit=True) as owner:
        owner.execute(
            "insert into card_design values ('blue', '青いカード', 3, '#1f4e8c', '#0b2a55', '#ffffff')"
        )
    face = face_of(cards.card(colour="blue").pk)
    assert (face.look.label, face.look.paper) == ("青いカード", "#1f4e8c")
