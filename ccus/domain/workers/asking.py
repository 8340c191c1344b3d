"""所属を申請する相手をさがす: a company names a worker by three things, its misses are counted (EMP-01)."""

from datetime import date, datetime

from ccus.domain.accounts import tries
from ccus.domain.accounts.terms import Counted
from ccus.domain.accounts.tries import Try
from ccus.domain.workers.leaving import has_left
from ccus.domain.workers.models import Worker, WorkerName
from ccus.foundation.clock import day_of
from ccus.foundation.japanese import katakana
from ccus.foundation.refusals import Refusal
from ccus.foundation.superseding import standing_on


class NobodyFits(Refusal):
    """当てはまる技能者がいない: number, フリガナ and 生年月日 do not belong together (EMP-01)."""


def worker_to_ask(*, company: int, number: str, kana: str, birth_on: date, at: datetime) -> Worker:
    """The worker to whom all three belong; spaces in the フリガナ do not matter. A miss counts, a hit does not.

    Raises `NobodyFits`, which does not say what is wrong, and `TooManyTries`.
    """
    attempt = Try(((Counted.ASKED_WORKER, str(company)),), at)
    tries.count(attempt)
    found = Worker.objects.filter(number=number, birth_on=birth_on).first()
    if found is None or not _is_called(found, kana, at) or has_left(found.pk):
        raise NobodyFits(
            "技能者ID・フリガナ・生年月日の組み合わせに当てはまる技能者がいません。"
            "本人に、カードと登録内容を確かめてもらってください。",
            "number",
        )
    tries.give_back(attempt)
    return found


def _is_called(worker: Worker, kana: str, at: datetime) -> bool:
    names = standing_on(WorkerName.objects.filter(worker=worker), day_of(at)).values_list("kana", flat=True)
    return _folded(kana) in {_folded(name) for name in names}


def _folded(kana: str) -> str:
    return "".join(katakana(kana).split())
