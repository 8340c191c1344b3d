"""電話の相手のために: a loss, a finding and a 再発行 by the contact centre, about whom an enquiry is open (CARD-24)."""

from datetime import datetime

from django.db import transaction

from ccus.domain.accounts.officers import require_duty
from ccus.domain.accounts.terms import Duty
from ccus.domain.applications.actions.drafts import open_application, save_section
from ccus.domain.applications.actions.filing import submit
from ccus.domain.applications.blocks import DELIVERY, REASON
from ccus.domain.applications.contents import DraftRow
from ccus.domain.applications.models import Application
from ccus.domain.applications.reading.enquiries import EnquiryShown, enquiry_of
from ccus.domain.applications.terms import ApplicationKind, Confirmed, State
from ccus.domain.audit.actions import record
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.cards.actions.loss import report_found, report_loss
from ccus.domain.cards.models import Card
from ccus.domain.notices.actions import tell
from ccus.domain.notices.texts import Text
from ccus.foundation.entry.block import Block, Raw
from ccus.foundation.refusals import Refusal


class EnquiryOver(Refusal):
    """終わった問い合わせ: an hour has passed, or it is a colleague's (OFFICE-06)."""


class NoSuchCard(Refusal):
    """ないカード: this worker never had a card of that serial."""


class ReissueUnderWay(Refusal):
    """進んでいる再発行: it was submitted before (APP-04)."""


@transaction.atomic
def report_loss_for_caller(*, enquiry: int, serial: int, by: Actor, at: datetime) -> None:
    """紛失を受け付ける: from now the card opens nothing; nothing else is asked (CARD-20, CARD-24).

    Raises `EnquiryOver`, `NoSuchCard`, `AlreadyLost`, `CardRevoked`, `NotAllowed`.
    """
    about = _enquiry(enquiry, by=by, at=at)
    card = _card(about, serial)
    report_loss(card=card, lost_from=at, by=by, at=at)
    record(act=Act.CALLER_LOST_CARD, by=by, at=at, subject=("card", card.pk), enquiry=about.id)


@transaction.atomic
def report_found_for_caller(
    *, enquiry: int, serial: int, confirmed: Confirmed, by: Actor, at: datetime
) -> None:
    """発見を受け付ける, once it is known who calls: whoever found somebody's card must not open it (CARD-22, CARD-24).

    Raises `EnquiryOver`, `NoSuchCard`, `NotLost`, `CardReplaced`, `CardRevoked`, `NotAllowed`.
    """
    about = _enquiry(enquiry, by=by, at=at)
    card = _card(about, serial)
    report_found(card=card, by=by, at=at)
    record(
        act=Act.CALLER_FOUND_CARD,
        by=by,
        at=at,
        subject=("card", card.pk),
        enquiry=about.id,
        confirmed=confirmed.value,
    )


@transaction.atomic
def file_reissue_for_caller(
    *, enquiry: int, confirmed: Confirmed, typed: Raw, by: Actor, at: datetime
) -> str:
    """再発行を申請する, for a caller; returns the 申請番号. The worker reads who filed it, and how (CARD-24).

    `typed`: fields of 再発行の理由 and カードの送付先. A draft that the worker has begun is gone on with. Raises
    `EnquiryOver`, `ReissueUnderWay`, `Incomplete`, `NotAllowed`.
    """
    about = _enquiry(enquiry, by=by, at=at)
    case = open_application(kind=ApplicationKind.REISSUE, worker=about.worker, by=by, at=at)
    if case.state != State.DRAFT:
        raise ReissueUnderWay(
            f"再発行の申請（申請番号 {case.number}）が、もう進んでいます（今は「{State(case.state).label}」）。"
            "その申請を案内してください。"
        )
    for block in (REASON, DELIVERY):
        _write(case, block, typed, by=by, at=at)
    submit(number=case.number, note=f"電話で受け付けました（{confirmed.label}）", by=by, at=at)
    _tell(case, confirmed, at=at)
    record(
        act=Act.REISSUE_FILED_FOR_CALLER,
        by=by,
        at=at,
        subject=("application", case.pk),
        enquiry=about.id,
        confirmed=confirmed.value,
    )
    return case.number


def _enquiry(enquiry: int, *, by: Actor, at: datetime) -> EnquiryShown:
    require_duty(by, Duty.CONTACT)
    about = enquiry_of(by, enquiry, at=at)
    if about is None:
        raise EnquiryOver(
            "この問い合わせは、始めてから1時間が過ぎました。「技能者をさがす」から、もう一度開いてください。"
        )
    return about


def _card(about: EnquiryShown, serial: int) -> Card:
    card = Card.objects.select_related("worker").filter(worker=about.worker, serial=serial).first()
    if card is None:
        raise NoSuchCard(f"この方に、枝番{serial:02d}のカードはありません。画面を開き直してください。")
    return card


def _write(case: Application, block: Block, typed: Raw, *, by: Actor, at: datetime) -> None:
    row = DraftRow("1", {field.name: typed.get(field.name, "") for field in block.fields})
    begun = case.draft.filter(section=block.key).values_list("version", flat=True).first()
    save_section(number=case.number, section=block.key, rows=[row], version=begun or 0, by=by, at=at)


def _tell(case: Application, confirmed: Confirmed, *, at: datetime) -> None:
    if case.worker is not None and case.worker.account_id is not None:
        tell(
            account=case.worker.account_id,
            text=Text.REISSUE_FOR_CALLER,
            source=f"application:{case.pk}:caller",
            at=at,
            number=case.number,
            confirmed=confirmed.label,
        )
