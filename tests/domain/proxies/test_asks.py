"""代行のお願い (PROXY-04): the answer to a wrong ID is the answer to a right one."""

from datetime import datetime, timedelta

import pytest

from ccus.domain.accounts.tries import TooManyTries
from ccus.domain.audit.policies import NotAllowed
from ccus.domain.companies.models import Company
from ccus.domain.companies.terms import Role
from ccus.domain.notices.models import Notice
from ccus.domain.proxies.actions.asks import AskedAlready, HeldAlready, ask_for_mandate, decline_mandate
from ccus.domain.proxies.actions.mandates import give_mandate
from ccus.domain.proxies.models import MandateAsk
from ccus.domain.proxies.reading.clients import OwnAsk, asks_by
from ccus.domain.proxies.reading.given import asks_of
from ccus.domain.workers.models import Withdrawal
from ccus.domain.workers.terms import Mandated
from ccus.foundation.clock import day_of
from ccus.foundation.superseding import AlreadyChanged
from tests.factories import mandates
from tests.factories.personas import Cast, firm, person
from tests.factories.seats import seat

pytestmark = pytest.mark.django_db
WRONG = "99999999999921"


def ask(company: Company, number: str, at: datetime) -> MandateAsk:
    return ask_for_mandate(company=company, number=number, by=firm(company), at=at)


def seen(company: Company, at: datetime) -> list[tuple[bool, object]]:
    return [(each.is_declined, each.last_on) for each in asks_by(company.pk, on=day_of(at))]


def test_the_worker_hears_of_a_question_and_finds_it(cast: Cast, at: datetime) -> None:
    ask(cast.takahashi, cast.mirai.number, at)
    assert Notice.objects.get().account == cast.account
    assert [each.company for each in asks_of(cast.mirai.pk, on=day_of(at))] == ["高橋鉄筋"]


def test_a_wrong_id_and_a_right_one_look_alike_to_who_asked(cast: Cast, at: datetime) -> None:
    agent, other = mandates.agent(), mandates.agent("別の行政書士")
    ask(agent, cast.mirai.number, at)
    ask(other, WRONG, at)
    assert seen(agent, at) == seen(other, at)


def test_nobody_without_a_tie_is_reached_and_who_asked_cannot_tell(cast: Cast, at: datetime) -> None:
    agent = mandates.agent()
    ask(cast.stranger, cast.mirai.number, at)
    ask(agent, cast.mirai.number, at)
    assert seen(cast.stranger, at) == seen(agent, at)
    assert Notice.objects.count() == 1


def test_who_left_is_not_reached(cast: Cast, at: datetime) -> None:
    Withdrawal.objects.create(worker=cast.mirai, withdrawn_at=at, recorded_by="system:0")
    assert ask(cast.takahashi, cast.mirai.number, at).worker is None


@pytest.mark.parametrize("is_known", [True, False])
def test_nobody_is_asked_twice_within_thirty_days(is_known: bool, cast: Cast, at: datetime) -> None:
    number = cast.mirai.number if is_known else WRONG
    ask(cast.takahashi, number, at)
    with pytest.raises(AskedAlready, match="30日のうちに"):
        ask(cast.takahashi, number, at + timedelta(days=29))
    ask(cast.takahashi, number, at + timedelta(days=30))


def test_unanswered_a_question_lapses_after_thirty_days(cast: Cast, at: datetime) -> None:
    ask(cast.takahashi, cast.mirai.number, at)
    today = day_of(at)
    assert asks_of(cast.mirai.pk, on=today + timedelta(days=29))
    assert not asks_of(cast.mirai.pk, on=today + timedelta(days=30))
    with pytest.raises(AlreadyChanged):
        decline_mandate(
            worker=cast.mirai,
            company=cast.takahashi,
            by=person(cast.mirai),
            at=at + timedelta(days=30),
        )


def test_the_worker_declines_and_the_company_hears_of_it(cast: Cast, at: datetime) -> None:
    clerk = seat(cast.takahashi, Role.PROXY_CLERK)
    ask(cast.takahashi, cast.mirai.number, at)
    decline_mandate(worker=cast.mirai, company=cast.takahashi, by=person(cast.mirai), at=at)
    (own,) = asks_by(cast.takahashi.pk, on=day_of(at))
    assert isinstance(own, OwnAsk)
    assert own.is_declined
    assert Notice.objects.filter(account=clerk.account, title__contains="断られました").exists()


def test_nobody_declines_for_the_worker(cast: Cast, at: datetime) -> None:
    ask(cast.takahashi, cast.mirai.number, at)
    with pytest.raises(NotAllowed):
        decline_mandate(worker=cast.mirai, company=cast.takahashi, by=firm(cast.takahashi), at=at)


def test_giving_a_mandate_answers_the_question(cast: Cast, at: datetime) -> None:
    ask(cast.takahashi, cast.mirai.number, at)
    give_mandate(
        worker=cast.mirai,
        company=cast.takahashi,
        acts=list(Mandated),
        from_on=day_of(at),
        by=person(cast.mirai),
        at=at,
    )
    assert MandateAsk.objects.get().is_given
    with pytest.raises(HeldAlready):
        ask(cast.takahashi, cast.mirai.number, at)


def test_a_role_without_the_power_to_file_asks_nobody(cast: Cast, at: datetime) -> None:
    by = seat(cast.takahashi, Role.SITE_MANAGER).actor
    with pytest.raises(NotAllowed):
        ask_for_mandate(company=cast.takahashi, number=cast.mirai.number, by=by, at=at)


def test_a_company_asks_fifty_numbers_a_day(cast: Cast, at: datetime) -> None:
    for number in range(50):
        ask(cast.stranger, f"{number:014d}", at)
    with pytest.raises(TooManyTries, match="50件"):
        ask(cast.stranger, WRONG, at)
