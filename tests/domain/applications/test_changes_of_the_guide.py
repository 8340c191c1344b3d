"""登録内容の変更: every case that the guide lists, applied for and registered (G18-1 to G18-13)."""

from collections.abc import Callable
from datetime import date

import pytest

from ccus.domain.applications.actions.approval import approve
from ccus.domain.applications.actions.drafts import save_section
from ccus.domain.applications.actions.filing import submit
from ccus.domain.applications.contents import DraftRow
from ccus.domain.applications.models import Application
from ccus.domain.applications.policies import filer_of
from ccus.domain.applications.reading import application_for
from ccus.domain.applications.terms import ApplicationKind, Operation, State
from ccus.domain.audit.terms import Actor
from ccus.domain.cards.models import Card
from ccus.domain.workers.models import AffiliationRequest, Worker
from ccus.domain.workers.registered import registered
from tests.factories import applications, companies
from tests.factories.applications import AT

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)
Raw = dict[str, str]


def image(by: Actor) -> Raw:
    return {"image": applications.image(by)}


def slinging(by: Actor) -> Raw:
    return {"qualification": "T0022", "number": "第5号", "acquired": "2026-10-01", **image(by)}


def core(by: Actor) -> Raw:
    return {"qualification": "C0011", "number": "第6号", "acquired": "2026-10-01", **image(by)}


def applied(worker: Worker, section: str, raw: Raw, kind: ApplicationKind) -> Application:
    """An application of one section, approved on the day it was filed."""
    stands = registered(worker.pk, on=TODAY, keys=[section])[section]
    row = DraftRow("1", raw, Operation.CHANGE, stands[0].id) if stands else DraftRow("1", raw)
    case = applications.opened(kind, worker=worker)
    by = filer_of(case)
    save_section(number=case.number, section=section, rows=[row], version=0, by=by, at=AT)
    submit(number=case.number, by=by, at=AT)
    case = applications.take_in_hand(applications.fresh(case))
    approve(number=case.number, by=applications.reviewer(case), at=AT)
    return applications.fresh(case)


@pytest.mark.parametrize(
    ("section", "raw", "field", "value"),
    [
        pytest.param("name", lambda _: applications.NAME, "official", "山田 花子", id="氏名"),
        pytest.param(
            "status", lambda _: {"sex": "male", "nationality": "JP"}, "nationality", "JP", id="国籍"
        ),
        pytest.param("contact", lambda _: applications.CONTACT, "town", "港区虎ノ門", id="現住所"),
        pytest.param("insurance", lambda _: applications.INSURANCE, "employment", "exempt", id="社会保険"),
        pytest.param("health", lambda _: {"checked": "2026-10-01"}, "checked", "2026-10-01", id="健康診断"),
        pytest.param("trades", lambda _: {"trade_1": "34-01"}, "trade_1", "34-01", id="職種"),
        pytest.param("qualifications", slinging, "number", "第5号", id="保有資格"),
        pytest.param("core", core, "number", "第6号", id="登録基幹技能者資格"),
        pytest.param(
            "training",
            lambda _: {"name": "安全大会", "organiser": "元請会", "completed": "2026-04-01"},
            "name",
            "安全大会",
            id="研修",
        ),
        pytest.param(
            "awards",
            lambda _: {"name": "優秀施工者", "organiser": "国", "awarded": "2026-04-01"},
            "name",
            "優秀施工者",
            id="表彰",
        ),
    ],
)
def test_what_the_guide_says_must_be_changed_can_be_changed(
    section: str, raw: Callable[[Actor], Raw], field: str, value: str
) -> None:
    worker = applications.worker_with_card()
    by = filer_of(applications.opened(ApplicationKind.CHANGE, worker=worker))
    case = applied(worker, section, raw(by), ApplicationKind.CHANGE)
    assert case.state == State.APPROVED
    rows = registered(worker.pk, on=TODAY, keys=[section])[section]
    assert [row.values[field] for row in rows] == [value]


def test_a_new_employer_is_asked_when_the_change_is_approved() -> None:
    worker, firm = applications.worker_with_card(), companies.company(name="高橋鉄筋")
    raw = {"company": firm.number, "is_main": "1", "employment": "regular", "since": "2026-11-20"}
    applied(worker, "affiliation", raw, ApplicationKind.CHANGE)
    assert AffiliationRequest.objects.get(worker=worker).company == firm


def test_the_white_card_becomes_gold_for_a_core_worker_for_a_thousand_yen() -> None:
    worker = applications.worker_with_card()
    case = applications.submitted(ApplicationKind.COLOUR_CHANGE, worker=worker, is_settled=False)
    shown = application_for(filer_of(case), case.number)
    assert shown is not None
    assert shown.charge is not None
    assert (case.state, shown.charge.amount) == (State.FEE_DUE, 1000)
    case = applications.take_in_hand(case)
    approve(number=case.number, by=applications.reviewer(case), at=AT)
    assert Card.objects.filter(worker=worker).latest("serial").colour == "gold"
