"""カード: the worker's first, unless a test says otherwise."""

from datetime import date

import factory

from ccus.domain.cards.models import Card
from ccus.domain.cards.rules import token
from ccus.domain.cards.terms import CardColour
from tests.factories.facts import RECORDED_AT
from tests.factories.workers import WorkerFactory


class CardFactory(factory.django.DjangoModelFactory[Card]):
    class Meta:
        model = Card

    worker = factory.SubFactory(WorkerFactory)
    serial = 1
    token = factory.LazyAttribute(lambda card: token(card.worker.number, card.serial))
    # Four digits by chance are once in ten thousand those that a test types as the wrong ones.
    security_code = "2718"
    colour = CardColour.WHITE
    issued_at = RECORDED_AT
    expires_on = date(2029, 4, 1)


def card(**values: object) -> Card:
    return CardFactory.create(**values)
