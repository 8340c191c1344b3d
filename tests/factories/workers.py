"""技能者: with a name and a trade; an account only where a test signs in."""

from datetime import date

import factory

from ccus.domain.workers.models import (
    Affiliation,
    CoreWorkerQualification,
    Worker,
    WorkerName,
    WorkerTrade,
)
from ccus.foundation.identifiers import Kind
from tests.factories import codes
from tests.factories.facts import BEGAN, FactFactory
from tests.factories.numbers import numbered


class NameFactory(FactFactory[WorkerName]):
    class Meta:
        model = WorkerName

    official = "髙橋 一郎"
    kana = "タカハシ イチロウ"


class TradeFactory(FactFactory[WorkerTrade]):
    class Meta:
        model = WorkerTrade

    trade = factory.LazyFunction(codes.trade)
    rank = 1


class AffiliationFactory(FactFactory[Affiliation]):
    class Meta:
        model = Affiliation

    is_main = True


class CoreQualificationFactory(FactFactory[CoreWorkerQualification]):
    class Meta:
        model = CoreWorkerQualification

    qualification_id = "C0011"
    number = "第1234号"


class WorkerFactory(factory.django.DjangoModelFactory[Worker]):
    class Meta:
        model = Worker
        skip_postgeneration_save = True

    number = factory.Sequence(lambda n: numbered(Kind.WORKER, n + 1))
    birth_on = date(1975, 6, 15)
    registered_on = BEGAN
    name = factory.RelatedFactory(NameFactory, factory_related_name="worker")
    trade = factory.RelatedFactory(TradeFactory, factory_related_name="worker")


def worker(**values: object) -> Worker:
    return WorkerFactory.create(**values)


def affiliation(**values: object) -> Affiliation:
    return AffiliationFactory.create(**values)


def core_qualification(**values: object) -> CoreWorkerQualification:
    return CoreQualificationFactory.create(**values)
