"""RESET-01, RESET-04: which addresses become a worker's own."""

import pytest
from django.db import DatabaseError, transaction

from ccus.domain.audit.policies import NotAllowed
from ccus.domain.companies.terms import Role
from ccus.domain.recovery.actions.contacts import ask_contact_code, confirm_contact, remove_contact
from ccus.domain.recovery.addresses import own_mailboxes
from ccus.domain.recovery.models import Code, OwnContact
from ccus.domain.recovery.policies import CodeOver, ContactRefused
from ccus.domain.recovery.terms import Reach
from ccus.domain.workers.actions.same_person import approve_same_person, propose_merge
from ccus.domain.workers.policies import as_actor
from ccus.foundation import clock
from tests.domain.recovery.people import OWN, forgetful, mails, with_contact
from tests.factories import companies, officers, seats, workers

pytestmark = pytest.mark.django_db


def test_an_address_becomes_the_own_by_the_code_that_was_sent_there() -> None:
    worker = forgetful()
    with_contact(worker)
    assert own_mailboxes(worker) == [OWN]
    assert mails("メールアドレスを登録しました") == [OWN]


def test_without_the_code_no_address_becomes_the_own() -> None:
    worker = forgetful()
    me = as_actor(worker)
    code = ask_contact_code(worker=worker, kind=Reach.MAIL, address=OWN, by=me, at=clock.now())
    with pytest.raises(CodeOver):
        confirm_contact(code=code, by=me, at=clock.now())


def test_nobody_else_adds_an_address_to_a_worker() -> None:
    worker, other = forgetful(), forgetful()
    with pytest.raises(NotAllowed):
        ask_contact_code(worker=worker, kind=Reach.MAIL, address=OWN, by=as_actor(other), at=clock.now())


def test_a_third_address_of_a_kind_is_refused_with_how_to_mend_it() -> None:
    worker = forgetful()
    for address in ("a@example.jp", "b@example.jp"):
        with_contact(worker, address)
    with pytest.raises(ContactRefused, match="2つまで"):
        with_contact(worker, "c@example.jp")


def test_an_address_that_a_companys_account_has_is_refused() -> None:
    seats.seat(companies.company(), Role.SITE_VIEWER, mail="Genba@example.co.jp")
    with pytest.raises(ContactRefused, match="会社が登録しています"):
        with_contact(forgetful(), "genba@example.co.jp")


def test_an_address_that_an_employer_registers_later_gets_no_code_any_more() -> None:
    worker = forgetful()
    with_contact(worker)
    employer = workers.affiliation(worker=worker, company=companies.company()).company
    seats.seat(employer, Role.SITE_VIEWER, mail=OWN)
    assert own_mailboxes(worker) == []


def test_an_employer_of_a_merged_id_is_no_stranger() -> None:
    worker, twice = forgetful(), workers.worker()
    with_contact(worker)
    employer = workers.affiliation(worker=twice, company=companies.company()).company
    proposal = propose_merge(
        worker=twice, main=worker, words="同じ人", by=officers.officer().actor, at=clock.now()
    )
    approve_same_person(proposal=proposal, by=officers.officer().actor, at=clock.now())
    seats.seat(employer, Role.SITE_VIEWER, mail=OWN)
    assert own_mailboxes(worker) == []


def test_no_stranger_ends_an_address_by_registering_it() -> None:
    worker = forgetful()
    with_contact(worker)
    seats.seat(companies.company(), Role.SITE_VIEWER, mail=OWN)
    assert own_mailboxes(worker) == [OWN]


def test_a_one_person_business_keeps_the_address_of_its_own() -> None:
    worker = forgetful()
    seats.seat(companies.company(), Role.CHIEF, account=worker.account, mail=OWN)
    with_contact(worker)
    assert own_mailboxes(worker) == [OWN]


def test_an_address_of_another_worker_is_refused_only_to_whoever_reads_it() -> None:
    with_contact(forgetful())
    second = forgetful()
    with pytest.raises(ContactRefused, match="ほかの方"):
        with_contact(second)


def test_a_removed_address_gets_no_code_and_can_be_proved_again() -> None:
    worker = forgetful()
    contact = with_contact(worker)
    remove_contact(contact=contact, by=as_actor(worker), at=clock.now())
    assert own_mailboxes(worker) == []
    assert mails("削除しました") == [OWN]
    with_contact(worker)


def test_telephones_are_offered_only_where_a_gateway_is_set(settings: object) -> None:
    worker = forgetful()
    with pytest.raises(ContactRefused, match="いまは登録できません"):
        with_contact(worker, "+819012345678", Reach.PHONE)
    settings.SMS_MAIL_DOMAIN = "sms.example.jp"  # type: ignore[attr-defined]
    code = ask_contact_code(
        worker=worker, kind=Reach.PHONE, address="+819012345678", by=as_actor(worker), at=clock.now()
    )
    assert code.address == "+819012345678"


def test_what_was_proved_is_never_rewritten() -> None:
    contact = with_contact(forgetful())
    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        OwnContact.objects.filter(pk=contact.pk).update(address="b@example.jp")
    assert Code.objects.filter(used_at__isnull=False).exists()
