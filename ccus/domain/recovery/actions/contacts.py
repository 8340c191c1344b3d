"""本人の連絡先の行為 (RESET-01)."""

from datetime import datetime

from django.db import transaction

from ccus.domain.audit.actions import record
from ccus.domain.audit.policies import require_own
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.notices.texts import Text
from ccus.domain.recovery import policies
from ccus.domain.recovery.addresses import tell_everywhere, time_words
from ccus.domain.recovery.models import Code, OwnContact
from ccus.domain.recovery.terms import Reach
from ccus.domain.workers.models import Worker
from ccus.domain.workers.policies import as_actor
from ccus.foundation.constraints import one_at_a_time, refusing

_ELSEWHERE = "この{}は、ほかの方が本人の連絡先にしています。あなただけのものを登録してください。"


@transaction.atomic
def ask_contact_code(*, worker: Worker, kind: Reach, address: str, by: Actor, at: datetime) -> Code:
    """連絡先を確かめる番号を頼む; whose the address is, nobody learns before typing the code (RESET-01).

    Raises `ContactRefused`.
    """
    require_own(by, as_actor(worker), who="本人")
    policies.require_offered(kind)
    policies.free_place(worker, kind)
    code = Code.objects.create(
        number=worker.number, worker=worker, kind=kind, address=address.lower(), asked_at=at
    )
    record(act=Act.OWN_CONTACT_ASKED, by=by, at=at, subject=("recovery_code", code.pk), kind=kind)
    return code


@transaction.atomic
def confirm_contact(*, code: Code, by: Actor, at: datetime) -> OwnContact:
    """本人の連絡先にする: an address whose code was typed. Raises `CodeOver`, `ContactRefused`."""
    one_at_a_time("own_contact", code.worker_id)
    held = Code.objects.select_for_update().get(pk=code.pk)
    worker = held.worker
    if worker is None or not held.kind:
        raise policies.CodeOver
    require_own(by, as_actor(worker), who="本人")
    policies.require_proved(held, at=at)
    policies.require_nobody_elses(worker, held.kind, held.address)
    taken = policies.ContactRefused(_ELSEWHERE.format(Reach(held.kind).label), "address")
    with refusing({"own_contact_of_one": taken}):
        contact = OwnContact.objects.create(
            worker=worker,
            kind=held.kind,
            place=policies.free_place(worker, held.kind),
            address=held.address,
            confirmed_at=at,
            recorded_by=str(by),
        )
    Code.objects.filter(pk=held.pk).update(used_at=at)
    _tell(worker, Text.OWN_CONTACT_CONFIRMED, contact, at)
    record(act=Act.OWN_CONTACT_CONFIRMED, by=by, at=at, subject=("own_contact", contact.pk), kind=held.kind)
    return contact


@transaction.atomic
def remove_contact(*, contact: OwnContact, by: Actor, at: datetime) -> None:
    """本人の連絡先を削除する, once; it is told a last time. Raises `ContactRefused`."""
    worker = contact.worker
    require_own(by, as_actor(worker), who="本人")
    _tell(worker, Text.OWN_CONTACT_REMOVED, contact, at)
    if not OwnContact.objects.filter(pk=contact.pk, removed_at=None).update(removed_at=at):
        raise policies.ContactRefused("この連絡先は、もう削除されています。")
    record(act=Act.OWN_CONTACT_REMOVED, by=by, at=at, subject=("own_contact", contact.pk), kind=contact.kind)


def _tell(worker: Worker, text: Text, contact: OwnContact, at: datetime) -> None:
    reach = Reach(contact.kind).label
    source = f"{text}:{contact.pk}"
    tell_everywhere(worker=worker, text=text, source=source, at=at, reach=reach, when=time_words(at))
