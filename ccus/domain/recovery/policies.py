"""復旧の決まりを確かめる, and the sentences if something does not hold."""

from datetime import datetime

from ccus.domain.accounts.officers import require_duty
from ccus.domain.accounts.terms import Duty
from ccus.domain.audit.terms import Actor
from ccus.domain.recovery import rules
from ccus.domain.recovery.addresses import is_a_companys, offers_phones
from ccus.domain.recovery.models import Code, OwnContact, ResetRequest
from ccus.domain.recovery.terms import Reach
from ccus.domain.workers.models import Worker
from ccus.foundation.refusals import Refusal
from ccus.foundation.worded import worded


class ContactRefused(Refusal):
    """本人の連絡先にできない (RESET-01)."""


class CodeOver(Refusal):
    """確認番号の期限切れ: too late, used, or 5 wrong ones (RESET-03)."""

    def __init__(self) -> None:
        super().__init__(
            "この確認番号は、もう使えません（15分が過ぎたか、5回まちがえました）。はじめから、やり直してください。"
        )


class CodeWrong(Refusal):
    """確認番号が違う (RESET-03)."""

    def __init__(self) -> None:
        super().__init__(
            "確認番号が違います。届いた8桁の数字を、もう一度入力してください。5回まちがえると、使えなくなります。",
            "code",
        )


class RequestClosed(Refusal):
    """終わった申し込み (RESET-06)."""

    def __init__(self) -> None:
        super().__init__("この申し込みは、もう終わっています。")


class TooSoon(Refusal):
    """24時間たっていない申し込み (RESET-07)."""


class TicketDiffers(Refusal):
    """受付番号が違う: whoever is asked is not who opened the request (RESET-07)."""

    def __init__(self) -> None:
        super().__init__(
            "本人の言う受付番号が、この申し込みの受付番号と違います。"
            "番号を聞き直しても違うときは、ほかの人の申し込みです。「申し込みを止める」を押してください。",
            "ticket",
        )


class WordsMissing(Refusal):
    """確かめた内容の記載もれ (RESET-07)."""


class OwnRequest(Refusal):
    """自分で開いた申し込み (RESET-07)."""

    def __init__(self) -> None:
        super().__init__("この申し込みは、あなたが開いたものです。ほかの係員に頼んでください。")


class NotYet(Refusal):
    """まだ使えない申し込み: the same for one that is wrong, waits, was stopped, or is over (RESET-05)."""

    def __init__(self) -> None:
        super().__init__(
            "この受付番号と合言葉では、まだ進めません。申し込みから24時間たって、お問い合わせセンターと本人確認がすむと、"
            "進めるようになります（そのあと7日間）。受付番号と合言葉に、まちがいがないかも確かめてください。"
        )


def require_offered(kind: str) -> None:
    """Refuse a telephone where no gateway is set (RESET-04)."""
    if kind == Reach.PHONE and not offers_phones():
        raise ContactRefused(
            "電話番号は、いまは登録できません。メールアドレスを登録してください。", "address"
        )


def free_place(worker: Worker, kind: str) -> int:
    """The next place for an address of a kind. Raises `ContactRefused` where both are taken (RESET-01)."""
    taken = OwnContact.objects.filter(worker=worker, kind=kind, removed_at=None)
    free = set(range(1, rules.MOST_CONTACTS + 1)) - set(taken.values_list("place", flat=True))
    if not free:
        raise ContactRefused(
            f"{Reach(kind).label}は、2つまで登録できます。使わないものを削除してから、登録してください。",
            "address",
        )
    return min(free)


def require_nobody_elses(worker: Worker, kind: str, address: str) -> None:
    """Refuse an address that a company has registered (RESET-01)."""
    if is_a_companys(worker, kind, address):
        raise ContactRefused(
            f"この{Reach(kind).label}は、会社が登録しています。会社を変わると使えなくなるので、"
            "あなただけのものを登録してください。",
            "address",
        )


def is_good(code: Code, *, at: datetime) -> bool:
    """Whether a code may still be typed (RESET-03)."""
    return (
        at < code.asked_at + rules.CODE_LASTS and code.wrong < rules.MOST_WRONG_CODES and code.used_at is None
    )


def require_proved(code: Code, *, at: datetime) -> None:
    """Refuse what was never proved, was used, or proved too long ago (RESET-03)."""
    is_fresh = code.proved_at is not None and at < code.proved_at + rules.CODE_LASTS
    if not is_fresh or code.used_at is not None:
        raise CodeOver


def require_confirmable(request: ResetRequest, *, ticket: str, words: str, by: Actor, at: datetime) -> None:
    """Refuse a confirmation too soon, by or after whoever opened it, without words, or of somebody else (RESET-07)."""
    require_duty(by, Duty.IDENTITY)
    if request.worker_id is None or request.ended_at is not None or request.confirmed_at is not None:
        raise RequestClosed
    if request.opened_by and request.opened_by in {str(by), f"{by.kind}:{by.first}"}:
        raise OwnRequest
    if at < request.opened_at + rules.WAIT:
        raise TooSoon("申し込みから、まだ24時間たっていません。24時間たってから、確かめてください。")
    if ticket != request.ticket:
        raise TicketDiffers
    worded(words, label="確かめた内容", longest=rules.LONGEST_WORDS, field="words", refusal=WordsMissing)


def can_choose(request: ResetRequest, *, at: datetime) -> bool:
    """Whether 受付番号 and 合言葉 open the choice of a new password (RESET-07)."""
    return (
        request.confirmed_at is not None
        and request.ended_at is None
        and at < request.confirmed_at + rules.OPEN_FOR_CHOOSING
    )
