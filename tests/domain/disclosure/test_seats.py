"""利用者: an account of a company stands as its company does, as far as its role reaches (DISC-11)."""

from datetime import date, datetime

import pytest

from ccus.domain.companies.models import Seat
from ccus.domain.companies.terms import Role
from ccus.domain.disclosure.models import DisclosureTrace
from ccus.domain.disclosure.policies import relations
from ccus.domain.disclosure.reading import traces_of, worker_as_seen_by
from ccus.domain.disclosure.terms import Purpose, Relation
from ccus.domain.sites.models import Site, SitePost
from ccus.domain.workers.models import Mandate
from ccus.domain.workers.terms import Mandated
from ccus.foundation.clock import day_of
from tests.factories.facts import RECORDED_AT
from tests.factories.personas import Cast
from tests.factories.seats import seat, unit

pytestmark = pytest.mark.django_db
FACT = {"valid_from": date(2026, 4, 1), "recorded_at": RECORDED_AT, "recorded_by": "system:0"}
FILING = {"acts": [Mandated.FILE_APPLICATIONS]}
EMPLOYER, SITE, PROXY = Relation.EMPLOYER, Relation.SITE, Relation.PROXY


def role_in(role: Role, of: object) -> dict[str, object]:
    return {"unit": unit(of, f"{role}の支店")} if role is Role.TIER else {}  # type: ignore[arg-type]


def sees(actor: object, cast: Cast, purpose: Purpose, at: datetime) -> Relation | None:
    found = relations(actor, [cast.mirai.pk], purpose=purpose, on=day_of(at), at=at)  # type: ignore[arg-type]
    return found.get(cast.mirai.pk)


@pytest.mark.parametrize(
    ("role", "employees", "roster", "filing"),
    [
        (Role.CHIEF, EMPLOYER, EMPLOYER, PROXY),
        (Role.TIER, EMPLOYER, EMPLOYER, None),
        (Role.SITE_MANAGER, None, EMPLOYER, None),
        (Role.SITE_VIEWER, None, EMPLOYER, None),
        (Role.PROXY_CLERK, None, None, PROXY),
    ],
)
def test_each_role_of_an_employer_looks_for_what_it_may_do(
    role: Role,
    employees: Relation | None,
    roster: Relation | None,
    filing: Relation | None,
    cast: Cast,
    at: datetime,
) -> None:
    actor = seat(cast.takahashi, role, **role_in(role, cast.takahashi)).actor
    Mandate.objects.create(worker=cast.mirai, company=cast.takahashi, **FILING, **FACT)
    purposes = (Purpose.EMPLOYEES, Purpose.ROSTER, Purpose.PROXY_FILING)
    assert tuple(sees(actor, cast, purpose, at) for purpose in purposes) == (employees, roster, filing)


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        (Role.CHIEF, SITE),
        (Role.TIER, None),
        (Role.SITE_MANAGER, None),
        (Role.SITE_VIEWER, None),
        (Role.PROXY_CLERK, None),
    ],
)
def test_of_a_site_that_nobody_was_given_only_the_chief_sees_the_workers(
    role: Role, expected: Relation | None, cast: Cast, at: datetime
) -> None:
    actor = seat(cast.sato, role, **role_in(role, cast.sato)).actor
    assert sees(actor, cast, Purpose.ROSTER, at) is expected


def test_a_manager_of_the_branch_that_owns_the_site_sees_its_workers(cast: Cast, at: datetime) -> None:
    branch = unit(cast.sato)
    manager = seat(cast.sato, Role.TIER, unit=branch)
    Site.objects.filter(pk=cast.site.pk).update(unit=unit(cast.sato, "工事部", branch))
    assert sees(manager.actor, cast, Purpose.ROSTER, at) is SITE


@pytest.mark.parametrize(("until", "expected"), [(None, SITE), (date(2026, 11, 20), None)])
def test_a_viewer_sees_the_workers_of_a_site_as_long_as_it_is_given(
    until: date | None, expected: Relation | None, cast: Cast, at: datetime
) -> None:
    viewer = seat(cast.sato, Role.SITE_VIEWER)
    SitePost.objects.create(
        site=cast.site, seat_id=viewer.seat, post="viewer", **FACT | {"valid_until": until}
    )
    assert sees(viewer.actor, cast, Purpose.ROSTER, at) is expected


def test_a_closed_account_sees_nobody_from_that_moment(cast: Cast, at: datetime) -> None:
    clerk = seat(cast.takahashi)
    Seat.objects.filter(pk=clerk.seat).update(closed_at=at)
    assert sees(clerk.actor, cast, Purpose.EMPLOYEES, at) is None


def test_an_account_of_another_company_only_finds_workers_of_this_one(cast: Cast, at: datetime) -> None:
    stranger = seat(cast.stranger).actor
    found = {purpose: sees(stranger, cast, purpose, at) for purpose in Purpose}
    assert found == dict.fromkeys(Purpose) | dict.fromkeys((Purpose.SEARCH, Purpose.FOUND), Relation.OTHER)


def test_the_worker_reads_the_name_of_the_company_and_never_the_clerks(cast: Cast, at: datetime) -> None:
    clerk = seat(cast.takahashi, name="事務 太郎")
    worker_as_seen_by(clerk.actor, cast.mirai.pk, purpose=Purpose.EMPLOYEES, at=at)
    assert DisclosureTrace.objects.get().company == cast.takahashi.pk
    [trace] = traces_of(cast.mirai.pk, before=None, limit=10)
    assert (trace.who, trace.purpose) == ("高橋鉄筋", "所属技能者の管理")
    assert "事務" not in str(trace)
