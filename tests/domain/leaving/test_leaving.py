"""退会: what ends with the day somebody leaves (LEAVE-03)."""

from datetime import date, datetime, timedelta

import pytest
from django.test import Client

from ccus.domain.accounts.factors.actions import renew_recovery_codes
from ccus.domain.accounts.factors.reading import rows_of
from ccus.domain.accounts.terms import Duty
from ccus.domain.applications.actions.approval import approve
from ccus.domain.applications.models import Application
from ccus.domain.applications.terms import ApplicationKind, State
from ccus.domain.audit.models import Affect, Event
from ccus.domain.audit.terms import Act
from ccus.domain.cards.models import Card, CardRevocation
from ccus.domain.disclosure.actions import set_own_half
from ccus.domain.disclosure.models import DisclosureSwitch
from ccus.domain.fees.models import Charge
from ccus.domain.leaving.actions.leave import withdraw_worker
from ccus.domain.leaving.actions.returning import let_return
from ccus.domain.recovery.terms import Means
from ccus.domain.sites.actions.consents import agree_to_proxy
from ccus.domain.sites.models import PlacementRequest, ProxyConsent
from ccus.domain.workers.leaving import has_left
from ccus.domain.workers.models import AffiliationRequest, Mandate, SamePersonProposal, Worker, WorkerAlias
from ccus.domain.workers.terms import Item, Mandated
from tests.factories import applications, cards
from tests.factories.applications import AT, in_review, opened, reviewer, submitted
from tests.factories.officers import two
from tests.factories.personas import Cast, person

pytestmark = pytest.mark.django_db


def leave(cast: Cast, at: datetime) -> None:
    withdraw_worker(worker=cast.mirai, by=person(cast.mirai), at=at)


def given_mandate(cast: Cast, *, from_on: date) -> Mandate:
    return Mandate.objects.create(
        worker=cast.mirai,
        company=cast.takahashi,
        acts=[Mandated.FILE_APPLICATIONS],
        valid_from=from_on,
        recorded_at=AT,
        recorded_by="system:0",
    )


def standing(
    model: type[Mandate] | type[ProxyConsent] | type[DisclosureSwitch],
) -> list[tuple[date, date | None]]:
    return list(model._default_manager.filter(superseded_at=None).values_list("valid_from", "valid_until"))


def test_whoever_leaves_is_signed_out_on_every_device(cast: Cast, at: datetime) -> None:
    phone, home = Client(), Client()
    for browser in (phone, home):
        browser.force_login(cast.account)
    leave(cast, at)
    assert {browser.get("/worker/").status_code for browser in (phone, home)} == {302}
    cast.account.refresh_from_db()
    assert cast.account.closed_at == at


def test_the_login_of_the_registration_opens_nothing_any_more(cast: Cast, at: datetime) -> None:
    before = applications.applicant()
    type(before).objects.filter(pk=before.pk).update(worker=cast.mirai)
    leave(cast, at)
    before.account.refresh_from_db()
    assert before.account.closed_at == at


def test_whoever_leaves_has_no_card_any_more_and_the_days_are_looked_at_anew(
    cast: Cast, at: datetime
) -> None:
    leave(cast, at)
    assert CardRevocation.objects.get(card=cast.card).revoked_at == at
    assert Affect.objects.get().from_on == date(2026, 11, 19)


def test_a_mandate_ends_with_the_leaving_and_one_of_tomorrow_never_begins(cast: Cast, at: datetime) -> None:
    given_mandate(cast, from_on=date(2026, 4, 1))
    leave(cast, at)
    assert standing(Mandate) == [(date(2026, 4, 1), date(2026, 11, 20))]
    assert Event.objects.get(act=Act.WORKER_WITHDRAWN).detail["mandates"] == 1


def test_a_mandate_that_has_not_begun_never_begins(cast: Cast, at: datetime) -> None:
    given_mandate(cast, from_on=date(2026, 12, 1))
    leave(cast, at)
    assert standing(Mandate) == []


def test_consents_and_switches_of_disclosure_end_with_the_leaving(cast: Cast, at: datetime) -> None:
    agree_to_proxy(worker=cast.mirai, company=cast.takahashi, by=person(cast.mirai), at=at)
    set_own_half(worker=cast.mirai, items={Item.CONTACT}, is_open=True, by=person(cast.mirai), at=at)
    leave(cast, at)
    assert (standing(ProxyConsent), standing(DisclosureSwitch)) == ([], [])


def test_nobody_can_answer_a_request_of_somebody_who_left(cast: Cast, at: datetime) -> None:
    asked = {"worker": cast.mirai, "company": cast.stranger, "valid_from": at.date(), "asked_at": at}
    request = AffiliationRequest.objects.create(**asked, is_main=False, asked_by=str(person(cast.mirai)))
    placement = PlacementRequest.objects.create(**asked, asked_by=str(person(cast.mirai)))
    leave(cast, at)
    for row in (request, placement):
        row.refresh_from_db()
    assert {(row.closed_at, row.is_accepted) for row in (request, placement)} == {(at, False)}


def left_with(worker: Worker, *others: Application) -> list[str]:
    case = in_review(ApplicationKind.WITHDRAWAL, worker=worker)
    approve(number=case.number, by=reviewer(case), at=AT)
    return [str(Application.objects.get(pk=other.pk).state) for other in others]


def test_other_applications_end_with_the_approval_whatever_their_state() -> None:
    worker = applications.worker_with_card()
    change = opened(ApplicationKind.CHANGE, worker=worker)
    reissue = submitted(ApplicationKind.REISSUE, worker=worker, is_settled=False)
    colour = in_review(ApplicationKind.COLOUR_CHANGE, worker=worker)
    assert left_with(worker, change, reissue, colour) == [State.WITHDRAWN, State.WITHDRAWN, State.REJECTED]
    assert not Charge.objects.filter(is_open=True).exists()


def test_the_application_that_leaves_is_itself_completed() -> None:
    case = in_review(ApplicationKind.WITHDRAWAL)
    approve(number=case.number, by=reviewer(case), at=AT)
    case.refresh_from_db()
    assert case.state == State.APPROVED


def test_factors_of_sign_in_end_with_the_leaving(cast: Cast, at: datetime) -> None:
    renew_recovery_codes(account=cast.account, by=person(cast.mirai), at=at)
    leave(cast, at)
    assert not rows_of(cast.account.pk).exists()


def merged(cast: Cast, at: datetime) -> Card:
    """The card of a second ID that became 建設 未来's."""
    other = cards.card()
    said = SamePersonProposal.objects.create(
        worker=other.worker,
        main=cast.mirai,
        kind="merge",
        words="x",
        proposed_at=at,
        proposed_by="operator:1",
    )
    WorkerAlias.objects.create(
        worker=other.worker, main=cast.mirai, proposal=said, recorded_at=at, recorded_by="operator:2"
    )
    return other


def test_the_cards_of_every_id_of_the_person_open_nothing_any_more(cast: Cast, at: datetime) -> None:
    other = merged(cast, at)
    leave(cast, at)
    assert CardRevocation.objects.filter(card__in=[cast.card, other]).count() == 2
    assert has_left(other.worker_id)


def test_with_the_return_every_id_of_the_person_is_back(cast: Cast, at: datetime) -> None:
    other = merged(cast, at)
    leave(cast, at)
    later, by = at + timedelta(days=1), two(Duty.IDENTITY)
    let_return(number=cast.mirai.number, means=Means.IN_PERSON, by=by, at=later)
    assert not has_left(other.worker_id)
