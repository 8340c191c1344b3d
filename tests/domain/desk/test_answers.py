"""Canned answers: short sentences, easy words, a screen of the own portal (DESK-12, DESK-13); the table of states."""

import re

import pytest

from ccus.domain.desk import rules, states
from ccus.domain.desk.answers import ANSWERS, BY_SIDE, answers_about
from ccus.domain.desk.canned import Answer
from ccus.domain.desk.screens import Screen, screens_of
from ccus.domain.desk.terms import SUBJECTS, Asks, Move, State, Subject
from ccus.foundation.env import REPOSITORY
from tests.domain.desk.easy_words import EASY

LONGEST = 40
GLOSSARY = (REPOSITORY / "docs" / "glossary.md").read_text(encoding="utf-8")
TERMS = {
    word
    for row in re.findall(r"^\| ([^|]+) \|", GLOSSARY, re.MULTILINE)
    for word in re.findall(r"[一-龠々]+", row)
}
LABELS = {word for screen in Screen for word in re.findall(r"[一-龠々]+", screen.label)}


def hard(text: str) -> set[str]:
    """Words in Kanji that are neither easy nor in the glossary nor on a screen that is named."""
    return set(re.findall(r"[一-龠々]+", text)) - EASY - TERMS - LABELS


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
def test_each_answer_uses_short_sentences(answer: Answer) -> None:
    sentences = re.split(r"[。\n]", answer.body)
    assert max(map(len, sentences)) <= LONGEST
    assert len(answer.title) <= LONGEST


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
def test_each_answer_uses_easy_words_or_those_of_the_glossary(answer: Answer) -> None:
    assert hard(answer.title + answer.body) == set()


@pytest.mark.parametrize("subject", SUBJECTS[Asks.WORKER])
def test_each_subject_of_a_worker_is_named_in_easy_words(subject: Subject) -> None:
    assert hard(subject.label) == set()


@pytest.mark.parametrize("side", Asks)
def test_each_answer_opens_a_screen_of_its_own_side(side: Asks) -> None:
    assert {answer.screen for answer in BY_SIDE[side]} <= set(screens_of(side))
    assert {answer.subject for answer in BY_SIDE[side]} <= set(SUBJECTS[side])


@pytest.mark.parametrize("side", Asks)
def test_each_subject_but_the_last_has_an_answer_before_its_form(side: Asks) -> None:
    bare = [subject for subject in SUBJECTS[side] if not answers_about(side, subject)]
    assert bare == [Subject.OTHER]


def test_no_answer_has_the_key_of_another() -> None:
    assert len(ANSWERS) == sum(map(len, BY_SIDE.values()))


def test_the_test_of_words_would_notice_a_hard_one() -> None:
    assert hard("齟齬を是正する") == {"齟齬", "是正"}


def test_the_page_of_the_states_of_a_case_is_drawn_from_the_table() -> None:
    drawn = (REPOSITORY / "docs" / "states" / "desk-case.md").read_text(encoding="utf-8")
    assert drawn == states.page(), "python -m ccus.domain.desk.states > docs/states/desk-case.md"


def test_every_state_is_reached_and_every_act_moves_a_case() -> None:
    assert {*rules.BEGINNINGS.values(), *rules.TRANSITIONS.values()} == set(State)
    assert {*rules.BEGINNINGS, *(move for _, move in rules.TRANSITIONS)} == set(Move) == set(rules.DOERS)
