"""所属 by accounts of a company (REG-11, REG-12), and telling the other side (EMP-02)."""

from datetime import date, datetime

import pytest

from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import SYSTEM, Actor
from ccus.domain.companies.models import Company
from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Role
from ccus.domain.notices.models import Notice
from ccus.domain.proxies.actions.mandates import end_mandate, give_mandate
from ccus.domain.workers.actions.affiliation import (
    accept_affiliation,
    ask_affiliation,
    end_affiliation,
    refuse_affiliation,
)
from ccus.domain.workers.models import AffiliationRequest
from ccus.domain.workers.terms import Mandated
from ccus.foundation.clock import day_of
from tests.factories.personas import Cast, person
from tests.factories.seats import seat, unit

pytestmark = pytest.mark.django_db
NOVEMBER = date(2026, 11, 1)


def asked(cast: Cast, by: Actor, at: datetime) -> AffiliationRequest:
    return ask_affiliation(
        worker=cast.mirai, company=cast.stranger, is_main=False, from_on=NOVEMBER, by=by, at=at
    )


def clerk(company: Company, role: Role = Role.CHIEF) -> SeatMe:
    return seat(company, role, **({"unit": unit(company)} if role is Role.TIER else {}))


def told(account: int | None) -> list[str]:
    return list(Notice.objects.filter(account=account).order_by("pk").values_list("title", flat=True))


def bodies(account: int) -> str:
    return "\n".join(Notice.objects.filter(account=account).values_list("body", flat=True))


@pytest.mark.parametrize("role", [Role.CHIEF, Role.TIER])
def test_a_clerk_with_the_power_asks_and_the_worker_accepts(role: Role, cast: Cast, at: datetime) -> None:
    request = asked(cast, clerk(cast.stranger, role).actor, at)
    link = accept_affiliation(request=request, by=person(cast.mirai), at=at)
    assert (link.company, request.asked_by) == (cast.stranger, f"company:{cast.stranger.pk}")


@pytest.mark.parametrize("role", [Role.SITE_MANAGER, Role.SITE_VIEWER, Role.PROXY_CLERK])
def test_a_clerk_without_the_power_neither_asks_nor_accepts_nor_ends(
    role: Role, cast: Cast, at: datetime
) -> None:
    request = asked(cast, person(cast.mirai), at)
    by = clerk(cast.stranger, role).actor
    with pytest.raises(NotAllowed, match="所属技能者の管理"):
        accept_affiliation(request=request, by=by, at=at)
    with pytest.raises(NotAllowed, match="所属技能者の管理"):
        refuse_affiliation(request=request, by=by, at=at)
    with pytest.raises(NotAllowed, match="所属技能者の管理"):
        end_affiliation(
            affiliation=cast.affiliation, until_on=NOVEMBER, by=clerk(cast.takahashi, role).actor, at=at
        )


def test_nobody_of_a_company_accepts_what_a_colleague_asked(cast: Cast, at: datetime) -> None:
    request = asked(cast, clerk(cast.stranger).actor, at)
    with pytest.raises(NotAllowed, match="申請を受けた側"):
        accept_affiliation(request=request, by=clerk(cast.stranger, Role.TIER).actor, at=at)


def test_a_colleague_takes_back_what_a_clerk_asked(cast: Cast, at: datetime) -> None:
    request = asked(cast, clerk(cast.stranger).actor, at)
    refuse_affiliation(request=request, by=clerk(cast.stranger, Role.TIER).actor, at=at)
    assert told(cast.account.pk) == ["他社から、所属の申請が届きました", "所属の申請が取り下げられました"]


def test_a_clerk_of_another_company_does_nothing_at_all(cast: Cast, at: datetime) -> None:
    request = asked(cast, person(cast.mirai), at)
    with pytest.raises(NotAllowed, match="技能者本人か所属事業者"):
        accept_affiliation(request=request, by=clerk(cast.sato).actor, at=at)


def test_what_the_worker_asks_reaches_those_of_the_company_whom_it_concerns(cast: Cast, at: datetime) -> None:
    chief, viewer = clerk(cast.stranger), clerk(cast.stranger, Role.SITE_VIEWER)
    asked(cast, person(cast.mirai), at)
    assert (told(chief.account), told(viewer.account)) == (["技能者から、所属の申請が届きました"], [])
    assert "ケンセツ ミライさん（技能者ID 1234 5678 9012 34）" in bodies(chief.account)
    assert "建設" not in bodies(chief.account)


def test_the_side_that_asked_is_told_of_the_answer(cast: Cast, at: datetime) -> None:
    chief = clerk(cast.stranger)
    accept_affiliation(request=asked(cast, chief.actor, at), by=person(cast.mirai), at=at)
    assert told(chief.account) == ["所属の申請が承認されました"]


def test_a_refusal_is_told_to_who_asked(cast: Cast, at: datetime) -> None:
    refuse_affiliation(request=asked(cast, person(cast.mirai), at), by=clerk(cast.stranger).actor, at=at)
    assert told(cast.account.pk) == ["所属の申請が断られました"]


def test_an_ending_is_told_with_the_last_day(cast: Cast, at: datetime) -> None:
    chief = clerk(cast.takahashi)
    end_affiliation(affiliation=cast.affiliation, until_on=date(2026, 12, 1), by=chief.actor, at=at)
    assert (told(chief.account), "2026年11月30日までです" in bodies(cast.account.pk)) == ([], True)


def test_what_the_office_ends_is_told_to_both_sides(cast: Cast, at: datetime) -> None:
    chief = clerk(cast.takahashi)
    end_affiliation(affiliation=cast.affiliation, until_on=NOVEMBER, by=SYSTEM, at=at)
    assert told(chief.account) == told(cast.account.pk) == ["所属が終わります"]


@pytest.mark.parametrize("role", [Role.CHIEF, Role.PROXY_CLERK])
def test_who_files_for_workers_gives_a_mandate_back(role: Role, cast: Cast, at: datetime) -> None:
    acts = [Mandated.FILE_APPLICATIONS]
    mandate = give_mandate(
        worker=cast.mirai,
        company=cast.takahashi,
        acts=acts,
        from_on=day_of(at),
        by=person(cast.mirai),
        at=at,
    )
    with pytest.raises(NotAllowed):
        end_mandate(mandate=mandate, by=clerk(cast.takahashi, Role.SITE_VIEWER).actor, at=at)
    end_mandate(mandate=mandate, by=clerk(cast.takahashi, role).actor, at=at)
    assert mandate.superseded_at == at
