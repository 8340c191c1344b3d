"""The second officer answers for what was shown: the card that was meant, the two who were compared."""

from dataclasses import asdict
from datetime import timedelta

import pytest

from ccus.domain.accounts.models import Officer
from ccus.domain.accounts.terms import Duty
from ccus.domain.audit.models import Event
from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import Act
from ccus.domain.disclosure.reading import workers_as_seen_by
from ccus.domain.disclosure.terms import Purpose
from ccus.domain.office.actions.merging import approve_compared
from ccus.domain.office.actions.proposals import confirm, propose
from ccus.domain.office.policies import NotCompared
from ccus.domain.office.terms import What
from ccus.domain.printing.postings import NotPosted
from ccus.domain.workers.actions.same_person import approve_same_person, propose_merge
from ccus.domain.workers.models import Worker
from ccus.domain.workers.terms import Item
from tests.domain.office.doings.proposed import AT, HOME
from tests.factories import cards, officers, printing, workers

pytestmark = pytest.mark.django_db


def test_an_address_that_was_said_of_one_card_is_not_written_onto_a_newer_one() -> None:
    worker = printing.waiting_card().worker
    given = {"worker": worker.pk, "number": worker.number, "serial": 1, "send_to": asdict(HOME)}
    proposal = propose(what=What.ADDRESS, given=given, by=officers.officer(Duty.CARDS).actor, at=AT)
    cards.card(worker=worker, serial=2)
    with pytest.raises(NotPosted, match="新しいカード"):
        confirm(proposal=proposal, seen=proposal.digest, by=officers.officer(Duty.CARDS).actor, at=AT)


def test_whoever_looked_at_two_on_different_pages_has_not_compared_them() -> None:
    one, main, second = workers.worker(), workers.worker(), officers.officer(Duty.REVIEW).actor
    first = officers.officer(Duty.REVIEW).actor
    proposal = propose_merge(worker=one, main=main, words="同じ人", by=first, at=AT)

    def look(*seen: Worker, minutes: int) -> None:
        keys, at = [each.pk for each in seen], AT + timedelta(minutes=minutes)
        workers_as_seen_by(second, keys, purpose=Purpose.SAME_PERSON, reason="確認", at=at, items={Item.NAME})

    look(one, workers.worker(), minutes=1)
    look(main, workers.worker(), minutes=2)
    with pytest.raises(NotCompared):
        approve_compared(proposal=proposal, by=second, at=AT + timedelta(minutes=3))
    look(one, main, minutes=4)
    approve_compared(proposal=proposal, by=second, at=AT + timedelta(minutes=5))


def test_two_are_not_merged_on_the_word_of_an_officer_who_has_lost_the_duty() -> None:
    one, main = workers.worker(), workers.worker()
    first, second = officers.officer(Duty.REVIEW), officers.officer(Duty.REVIEW).actor
    proposal = propose_merge(worker=one, main=main, words="同じ人", by=first.actor, at=AT)
    Officer.objects.filter(pk=first.officer).update(duties=[Duty.CARDS])
    with pytest.raises(NotAllowed, match="今は"):
        approve_same_person(proposal=proposal, by=second, at=AT)


def test_a_merge_holds_the_names_of_both_officers() -> None:
    one, main = workers.worker(), workers.worker()
    first, second = officers.officer(Duty.REVIEW), officers.officer(Duty.REVIEW)
    proposal = propose_merge(worker=one, main=main, words="同じ人", by=first.actor, at=AT)
    approve_same_person(proposal=proposal, by=second.actor, at=AT)
    event = Event.objects.get(act=Act.SAME_PERSON_APPROVED)
    assert (event.actor_id, event.detail["proposed_by"]) == (second.officer, str(first.actor))
