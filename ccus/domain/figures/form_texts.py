"""項目の文を控える: the words of every form, as they stand now (FIG-09)."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from django.db import transaction

from ccus.domain.applications.sections import Section, sections_of
from ccus.domain.applications.terms import ApplicationKind
from ccus.domain.figures.models import FormText
from ccus.domain.workers.terms import Grade

Place = tuple[str, str, str]
"""(kind, section, field); "" for the section itself."""
Words = tuple[str, str]
"""見出し and 説明."""
GONE: Words = ("", "")


def words_of_forms() -> dict[Place, Words]:
    """The words of every kind and grade, from the forms themselves."""
    return {
        place: words
        for kind in ApplicationKind
        for grade in Grade
        for section in sections_of(kind, grade)
        for place, words in _words(kind, section)
    }


def asked_of() -> Iterator[tuple[str, str, str, str]]:
    """(kind, grade, section, field) of everything that is asked; an application without a grade has ""."""
    for kind in ApplicationKind:
        for grade in (None, *Grade):
            for section in sections_of(kind, grade):
                for (_, key, name), _ in _words(kind, section):
                    yield kind.value, grade.value if grade else "", key, name


@transaction.atomic
def note_texts(words: Mapping[Place, Words], *, at: datetime) -> int:
    """控える: a row wherever the words differ from the last that stood. Returns how many were added.

    May run again, and by two at once: a text of one moment is one row.
    """
    last = _last()
    now = {**dict.fromkeys(last, GONE), **words}
    changed = [(place, said) for place, said in now.items() if last.get(place, GONE) != said]
    FormText.objects.bulk_create(
        (
            FormText(kind=kind, section=section, field=field, label=label, help=said, from_at=at)
            for (kind, section, field), (label, said) in changed
        ),
        ignore_conflicts=True,
    )
    return len(changed)


def _last() -> dict[Place, Words]:
    rows = FormText.objects.order_by("kind", "section", "field", "-from_at").distinct(
        "kind", "section", "field"
    )
    return {(row.kind, row.section, row.field): (row.label, row.help) for row in rows}


def _words(kind: ApplicationKind, section: Section) -> Iterator[tuple[Place, Words]]:
    block = section.block
    yield (kind.value, section.key, ""), (block.label, block.help)
    for field in block.fields:
        yield (kind.value, section.key, field.name), (field.label, field.help)
