"""提案: EYES-02 to EYES-08."""

from datetime import datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from ccus.domain.accounts.models import Officer, User
from ccus.domain.accounts.officers import OfficerMe
from ccus.domain.accounts.terms import Duty
from ccus.domain.audit.models import Event
from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import Act
from ccus.domain.fees.actions import AlreadySettled, NoteMissing, record_payment
from ccus.domain.fees.reading import charge_numbered
from ccus.domain.office.actions.proposals import confirm, decline, withdraw
from ccus.domain.office.models import Proposal
from ccus.domain.office.policies import (
    ProposalAnswered,
    ProposalDiffers,
    ProposalExpired,
    ProposedBefore,
    WordsMissing,
)
from ccus.domain.office.terms import Answer
from tests.domain.office.said import clerk, confirmed, fresh, waiver
from tests.factories import fees, officers

pytestmark = pytest.mark.django_db


@pytest.fixture
def one() -> OfficerMe:
    return clerk()


@pytest.fixture
def other() -> OfficerMe:
    return clerk()


@pytest.fixture
def said(one: OfficerMe, at: datetime) -> Proposal:
    return waiver(one, at)


def is_waived(proposal: Proposal) -> bool:
    charge = charge_numbered(proposal.given["charge"])
    return charge is not None and charge.is_settled


def test_nothing_happens_until_another_officer_confirms(
    said: Proposal, other: OfficerMe, at: datetime
) -> None:
    assert not is_waived(said)
    confirmed(said, other, at)
    assert is_waived(said)
    assert fresh(said).answer == Answer.CONFIRMED


def test_both_names_stand_in_what_was_done(
    said: Proposal, one: OfficerMe, other: OfficerMe, at: datetime
) -> None:
    confirmed(said, other, at)
    done = Event.objects.get(act=Act.FEE_WAIVED)
    assert (done.actor_id, done.detail["proposed_by"]) == (other.officer, f"operator:{one.officer}")


def test_who_proposed_neither_confirms_nor_declines(said: Proposal, one: OfficerMe, at: datetime) -> None:
    for answer in (confirmed, _decline):
        with pytest.raises(NotAllowed, match="ご自分の提案"):
            answer(said, one, at)
    assert not is_waived(said)


def test_the_database_refuses_the_same_officer_twice(said: Proposal, at: datetime) -> None:
    own = {"answer": Answer.CONFIRMED, "answered_at": at, "answered_by": said.proposed_by}
    with pytest.raises(IntegrityError, match="four_eyes"), transaction.atomic():
        Proposal.objects.filter(pk=said.pk).update(**own)


def test_an_answer_is_said_once(said: Proposal, other: OfficerMe, at: datetime) -> None:
    _decline(said, other, at)
    with pytest.raises(ProposalAnswered):
        confirmed(said, clerk(), at)
    assert not is_waived(said)


def test_a_proposal_is_declined_with_words(said: Proposal, other: OfficerMe, at: datetime) -> None:
    with pytest.raises(WordsMissing):
        _decline(said, other, at, "")
    _decline(said, other, at)
    assert fresh(said).answer_words == "根拠がない"
    assert Event.objects.get(act=Act.PROPOSAL_DECLINED).detail["proposed_by"] == said.proposed_by


def test_only_who_proposed_withdraws(said: Proposal, one: OfficerMe, other: OfficerMe, at: datetime) -> None:
    with pytest.raises(NotAllowed):
        withdraw(proposal=said, by=other.actor, at=at)
    withdraw(proposal=said, by=one.actor, at=at)
    with pytest.raises(ProposalAnswered):
        confirmed(said, other, at)


def test_one_proposal_waits_for_one_thing(said: Proposal, other: OfficerMe, at: datetime) -> None:
    with pytest.raises(ProposedBefore), transaction.atomic():
        waiver(other, at, charge=said.given["charge"])
    _decline(said, other, at)
    assert waiver(other, at, charge=said.given["charge"]).answer == ""


def test_after_fourteen_days_it_gives_way_to_a_new_one(
    said: Proposal, other: OfficerMe, at: datetime
) -> None:
    later = at + timedelta(days=14)
    with pytest.raises(ProposalExpired):
        confirmed(said, other, later)
    again = waiver(other, later, charge=said.given["charge"])
    assert (fresh(said).answer, again.answer) == (Answer.EXPIRED, "")


def test_a_moment_before_fourteen_days_it_is_confirmed(
    said: Proposal, other: OfficerMe, at: datetime
) -> None:
    confirmed(said, other, at + timedelta(days=14) - timedelta(microseconds=1))
    assert is_waived(said)


def test_what_changed_meanwhile_is_refused_and_the_proposal_waits_on(
    said: Proposal, other: OfficerMe, at: datetime
) -> None:
    record_payment(charge_id=said.given["charge"], paid_on=at.date(), by=clerk().actor, at=at)
    with pytest.raises(AlreadySettled):
        confirmed(said, other, at)
    assert fresh(said).answer == ""


def test_what_could_not_be_done_is_not_even_proposed(one: OfficerMe, at: datetime) -> None:
    with pytest.raises(NoteMissing):
        waiver(one, at, note=" ")
    assert not Proposal.objects.exists()


def test_another_digest_than_the_page_showed_is_not_confirmed(
    said: Proposal, other: OfficerMe, at: datetime
) -> None:
    with pytest.raises(ProposalDiffers):
        confirm(proposal=said, seen="0" * 64, by=other.actor, at=at)


def test_what_no_longer_fits_its_digest_is_not_carried_out(
    other: OfficerMe, one: OfficerMe, at: datetime
) -> None:
    changed = Proposal.objects.get(pk=waiver(one, at).pk)
    changed.pk, changed.subject, changed.given = None, "charge:0", {"charge": fees.charge().pk, "note": "別"}
    changed.key = "6b0a3f0e-6f4e-4a54-9d6e-0d1a58c0a111"  # type: ignore[assignment]
    changed.save(force_insert=True)
    with pytest.raises(ProposalDiffers):
        confirmed(changed, other, at)


def test_an_officer_of_another_duty_neither_proposes_nor_answers(said: Proposal, at: datetime) -> None:
    stranger = officers.officer(Duty.REVIEW)
    with pytest.raises(NotAllowed, match="入金の確認"):
        waiver(stranger, at)
    with pytest.raises(NotAllowed, match="入金の確認"):
        confirmed(said, stranger, at)


def test_a_first_officer_who_left_the_duty_is_no_second_pair_of_eyes(
    said: Proposal, one: OfficerMe, other: OfficerMe, at: datetime
) -> None:
    Officer.objects.filter(pk=one.officer).update(duties=[Duty.REVIEW])
    with pytest.raises(NotAllowed, match="今は「入金の確認」の係ではありません"):
        confirmed(said, other, at)


def test_a_first_officer_whose_account_closed_is_no_second_pair_of_eyes(
    said: Proposal, one: OfficerMe, other: OfficerMe, at: datetime
) -> None:
    User.objects.filter(pk=one.account).update(closed_at=at)
    with pytest.raises(NotAllowed):
        confirmed(said, other, at)
    assert not is_waived(said)


def _decline(proposal: Proposal, by: OfficerMe, at: datetime, words: str = "根拠がない") -> None:
    decline(proposal=proposal, words=words, by=by.actor, at=at)
