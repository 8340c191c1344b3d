"""Who has forgotten a password: 建設 未来 with a card and an own address, and an officer of 本人確認."""

from datetime import date

from ccus.domain.accounts.models import User
from ccus.domain.audit.terms import SYSTEM, Actor
from ccus.domain.notices.models import Mail
from ccus.domain.recovery import digests
from ccus.domain.recovery.actions.contacts import ask_contact_code, confirm_contact
from ccus.domain.recovery.actions.requests import Asked, ask_reset
from ccus.domain.recovery.answering import answer_waiting
from ccus.domain.recovery.judging import is_right_code
from ccus.domain.recovery.models import OwnContact, ResetRequest
from ccus.domain.recovery.terms import Reach
from ccus.domain.workers.models import Worker
from ccus.domain.workers.policies import as_actor
from ccus.foundation import clock
from tests.factories import accounts, cards, workers

BORN = date(1975, 6, 15)
OWN = "mirai@example.jp"
NEW = "tsubame-to-kumo-no-ue"


def forgetful(**values: object) -> Worker:
    """A worker with an account of the same number, and a card."""
    account = accounts.account()
    worker = workers.worker(number=account.login_id, account=account, birth_on=BORN, **values)
    cards.card(worker=worker)
    return worker


def with_contact(worker: Worker, address: str = OWN, kind: Reach = Reach.MAIL) -> OwnContact:
    """An address that the worker has proved."""
    me = as_actor(worker)
    code = ask_contact_code(worker=worker, kind=kind, address=address, by=me, at=clock.now())
    answer_waiting(at=clock.now())
    assert is_right_code(code, sent_to(address), at=clock.now())
    return confirm_contact(code=code, by=me, at=clock.now())


def sent_to(address: str) -> str:
    """The digits of the last code that went to an address."""
    body = (
        Mail.objects.filter(to=address, body__contains="確認番号：")
        .order_by("-pk")
        .values_list("body", flat=True)
    )
    return str(body[0]).partition("確認番号：")[2][:9].replace(" ", "")


def proof_of(worker: Worker, security_code: str | None = None) -> str:
    """What the worker would type, digested."""
    code = security_code or worker.cards.get().security_code
    return digests.of_proof(worker.number, code, worker.birth_on)


def asked(worker: Worker, *, proof: str | None = None, by: Actor = SYSTEM) -> Asked:
    """A request as the page opens it, not judged yet."""
    given = proof_of(worker) if proof is None else proof
    return ask_reset(number=worker.number, proof=given, by=by, at=clock.now())


def opened(worker: Worker, *, proof: str | None = None, by: Actor = SYSTEM) -> Asked:
    """A request that was judged."""
    done = asked(worker, proof=proof, by=by)
    answer_waiting(at=clock.now())
    return Asked(ResetRequest.objects.get(pk=done.request.pk), done.phrase)


def password_of(worker: Worker) -> User:
    return User.objects.get(worker=worker)


def mails(text: str) -> list[str]:
    """To whom mails with these words in the subject went, in order."""
    return list(Mail.objects.filter(subject__contains=text).order_by("pk").values_list("to", flat=True))
