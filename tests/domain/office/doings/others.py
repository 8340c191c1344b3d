"""ほかの係: fees, identity, disputes, cards, announcements, features."""

from datetime import date, timedelta
from uuid import UUID

from ccus.domain.accounts.officers import OfficerMe
from ccus.domain.accounts.terms import Duty
from ccus.domain.audit.terms import SYSTEM, Act
from ccus.domain.cards.addresses import SendTo
from ccus.domain.cards.models import Card
from ccus.domain.features.actions import set_opening
from ccus.domain.features.terms import Feature
from ccus.domain.fees.actions import record_payment
from ccus.domain.notices.actions import announce, withdraw_announcement
from ccus.domain.printing.actions import batches, files, returns
from ccus.domain.printing.actions.arrival import redirect_card
from ccus.domain.recovery.actions.requests import ask_reset, stop_request
from ccus.domain.recovery.models import ResetRequest
from ccus.domain.site_fees.actions import close_month, settle_month
from ccus.domain.site_fees.booking import book_days
from ccus.domain.work_history.actions.answers import answer_refusal, confirm, decide, refuse
from ccus.domain.work_history.claim_terms import Ground
from ccus.foundation.clock import now, today
from tests.domain.office.doings.doing import Deed, Doing
from tests.domain.recovery.people import forgetful, opened
from tests.domain.site_fees.days import AT as MONTH_END
from tests.domain.site_fees.days import NOVEMBER, month_of_records, sum_months
from tests.factories import asked, fees, printing, sites, workers
from tests.factories.applications import AT
from tests.factories.personas import firm, person, standing_cast

HOME = SendTo("建設 未来", "1050001", "13", "港区虎ノ門", "9-9")


def _pay(_: OfficerMe) -> Deed:
    charge = fees.charge().pk
    return lambda by: record_payment(charge_id=charge, paid_on=AT.date(), by=by, at=AT)


def _close(_: OfficerMe) -> Deed:
    month_of_records(workers.worker(), sites.site(), range(1, 3))
    sum_months(NOVEMBER)
    book_days(at=MONTH_END)
    return lambda by: close_month(month=NOVEMBER, by=by, at=MONTH_END)


def _settle(_: OfficerMe) -> Deed:
    site = sites.site()
    month_of_records(workers.worker(), site, range(1, 3))
    sum_months(NOVEMBER)
    book_days(at=MONTH_END)
    close_month(month=NOVEMBER, by=SYSTEM, at=MONTH_END)
    return lambda by: settle_month(company=site.prime, month=NOVEMBER, by=by, at=MONTH_END)


def _ask_reset(_: OfficerMe) -> Deed:
    number = forgetful().number
    return lambda by: ask_reset(number=number, proof="0" * 64, by=by, at=AT)


def _stop_reset(_: OfficerMe) -> Deed:
    request = ResetRequest.objects.get(pk=opened(forgetful()).request.pk)
    return lambda by: stop_request(request=request, by=by, at=AT)


def _decide(_: OfficerMe) -> Deed:
    cast = standing_cast()
    claim = asked.claim(cast)
    confirm(claim=claim, by=firm(cast.suzuki), at=AT)
    refuse(claim=claim, ground=Ground.NOT_THERE, words="控えにない。", by=firm(cast.sato), at=AT)
    answer_refusal(claim=claim, plea="いました。", by=person(cast.mirai), at=AT)
    return lambda by: decide(claim=claim, is_for=True, ground=None, words="写真がある。", by=by, at=AT)


def _announce(_: OfficerMe) -> Deed:
    return lambda by: announce(title="休業", body="休みます。", from_on=AT.date(), by=by, at=AT)


def _unsay(_: OfficerMe) -> Deed:
    told = announce(title="休業", body="休みます。", from_on=AT.date(), by=SYSTEM, at=AT).pk
    return lambda by: withdraw_announcement(announcement=told, by=by, at=AT)


def _switch(_: OfficerMe) -> Deed:
    opens = date(2027, 4, 1)
    return lambda by: set_opening(feature=Feature.RENEWAL, opens_on=opens, by=by, at=AT)


def _taken(one: OfficerMe) -> UUID:
    printing.waiting_card()
    return batches.take_batch(by=one.actor, at=now())


def _made(one: OfficerMe) -> UUID:
    printing.waiting_card()
    return printing.batch(one)


def _fetched(one: OfficerMe) -> UUID:
    key = _made(one)
    files.fetch_letters(batch=key, part=1, by=one.actor, at=now())
    return key


def _token(one: OfficerMe) -> str:
    printing.waiting_card()
    printing.posted(one)
    return Card.objects.latest("pk").token


def _take(_: OfficerMe) -> Deed:
    printing.waiting_card()
    return lambda by: batches.take_batch(by=by, at=now())


def _make(one: OfficerMe) -> Deed:
    key = _taken(one)
    faces, letters = printing.faces, printing.letters
    return lambda by: files.make_part(batch=key, part=1, faces=faces, letters=letters, by=by, at=now())


def _spoil(one: OfficerMe) -> Deed:
    key = _made(one)
    return lambda by: batches.spoil_card(batch=key, place=1, reason="印刷のかすれ", by=by, at=now())


def _faces(one: OfficerMe) -> Deed:
    key = _made(one)
    return lambda by: files.fetch_faces(batch=key, part=1, by=by, at=now())


def _letters(one: OfficerMe) -> Deed:
    key = _made(one)
    return lambda by: files.fetch_letters(batch=key, part=1, by=by, at=now())


def _anew(one: OfficerMe) -> Deed:
    key = _fetched(one)
    typeset = printing.letters
    return lambda by: files.make_letters_anew(
        batch=key, part=1, reason="紙づまり", letters=typeset, by=by, at=now()
    )


def _post(one: OfficerMe) -> Deed:
    key = _fetched(one)
    return lambda by: batches.post_batch(batch=key, posted_on=today(), by=by, at=now())


def _came_back(one: OfficerMe) -> Deed:
    token = _token(one)
    return lambda by: returns.note_return(token=token, came_back_on=today(), by=by, at=now())


def _again(one: OfficerMe) -> Deed:
    token = _token(one)
    returns.note_return(token=token, came_back_on=today(), by=one.actor, at=now())
    redirect_card(worker=Card.objects.latest("pk").worker_id, send_to=HOME, by=SYSTEM, at=now())
    return lambda by: returns.post_again(token=token, posted_on=today(), by=by, at=now() + timedelta(hours=1))


DOINGS: dict[Act, Doing] = {
    Act.FEE_PAID: Doing(Duty.FEES, _pay),
    Act.SITE_FEES_CLOSED: Doing(Duty.FEES, _close),
    Act.SITE_FEES_SETTLED: Doing(Duty.FEES, _settle),
    Act.RESET_ASKED: Doing(Duty.IDENTITY, _ask_reset, is_public=True),
    Act.RESET_STOPPED: Doing(Duty.IDENTITY, _stop_reset),
    Act.DISPUTE_DECIDED: Doing(Duty.DISPUTES, _decide),
    Act.ANNOUNCED: Doing(Duty.ANNOUNCE, _announce),
    Act.ANNOUNCEMENT_WITHDRAWN: Doing(Duty.ANNOUNCE, _unsay),
    Act.FEATURE_OPENING_SET: Doing(Duty.SWITCH, _switch),
    Act.CARDS_TAKEN: Doing(Duty.CARDS, _take),
    Act.PRINT_PART_MADE: Doing(Duty.CARDS, _make),
    Act.CARD_SPOILED: Doing(Duty.CARDS, _spoil),
    Act.PRINT_DATA_FETCHED: Doing(Duty.CARDS, _faces),
    Act.LETTERS_FETCHED: Doing(Duty.CARDS, _letters),
    Act.LETTERS_MADE: Doing(Duty.CARDS, _anew),
    Act.CARDS_POSTED: Doing(Duty.CARDS, _post),
    Act.CARD_CAME_BACK: Doing(Duty.CARDS, _came_back),
    Act.CARD_POSTED_AGAIN: Doing(Duty.CARDS, _again),
}
