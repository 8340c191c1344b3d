"""ログイン試行を数える: one upsert a try, in a table that every server process shares (SIGN-06 to SIGN-08)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import connection
from django.utils.crypto import salted_hmac

from ccus.domain.accounts.rules import LIMITS
from ccus.domain.accounts.terms import Counted
from ccus.foundation.refusals import Refusal

_COUNT = """
insert into sign_in_window (key, window_start, tries)
select key, started, 1 from unnest(%s::text[], %s::timestamptz[]) as counted(key, started)
on conflict (key, window_start) do update set tries = sign_in_window.tries + 1
returning key, tries
"""
_GIVE_BACK = """
update sign_in_window w set tries = w.tries - 1
from unnest(%s::text[], %s::timestamptz[]) as counted(key, started)
where w.key = counted.key and w.window_start = counted.started and w.tries > 0
"""
_LOOK = """
select w.key, w.tries from sign_in_window w
join unnest(%s::text[], %s::timestamptz[]) as asked(key, started) on w.key = asked.key
and w.window_start = asked.started
"""
# A network's different IDs: a pair that was not seen in this window is one more (SIGN-14).
_SPREAD = """
with seen as (
    insert into sign_in_window (key, window_start, tries) values (%(pair)s, %(started)s, 1)
    on conflict do nothing returning 1)
insert into sign_in_window (key, window_start, tries) select %(network)s, %(started)s, count(*) from seen
on conflict (key, window_start) do update set tries = sign_in_window.tries + excluded.tries
returning tries
"""
_SPREAD_BACK = """
with gone as (
    delete from sign_in_window where key = %(pair)s and window_start = %(started)s returning 1)
update sign_in_window set tries = tries - 1
where key = %(network)s and window_start = %(started)s and tries > 0 and exists (select 1 from gone)
"""


_FAILED = "のログインの失敗が続いています。しばらくの間、ログインできません。"
_ASKED = "の申し込みが続いています。しばらくの間、申し込みできません。"
_SENTENCES = {
    Counted.ACCOUNT: f"このIDで{_FAILED}",
    Counted.DEVICE: f"このIDで{_FAILED}",
    Counted.NETWORK: f"このネットワークから{_FAILED}",
    Counted.ASKED_MAIL: f"このメールアドレスへ{_ASKED}",
    Counted.ASKED_NETWORK: f"このネットワークから{_ASKED}",
    Counted.KNOWN_PERSON: "この申請は、今は提出できません。お問い合わせセンターに連絡してください。",
    Counted.OPENED: "今日は、新しい申請をもう始められません（1日に20件まで）。明日、もう一度お試しください。",
    Counted.CHECKED_CODE: "ちがう確認コードの入力が、このネットワークから続いています。今は確かめられません。",
    Counted.SPREAD: f"このネットワークから、いくつものIDで{_FAILED.removeprefix('の')}",
    Counted.ASKED_RESET: "この技能者IDの確認番号は、1時間に3回まで送れます。",
    Counted.OPENED_RESET: "この技能者IDの申し込みは、1時間に5回までできます。",
    Counted.TAKEN_RESET: "受付番号と合言葉の入力は、1時間に5回までできます。",
    Counted.RESET_NETWORK: f"このネットワークから{_ASKED.removeprefix('の')}",
    Counted.LINKED_SYSTEM: "名簿の取得が、1分に60回までの上限になりました。",
    Counted.ASKED_MANDATE: "今日のお願いが、1日の上限（50件）になりました。明日、もう一度お試しください。",
    Counted.ASKED_WORKER: "ちがう入力が1日の上限（20件）になりました。明日、もう一度お試しください。",
}


class TooManyTries(Refusal):
    """試行が多すぎる (SIGN-06, PUB-09): says what is counted and, with `until`, when to try again."""

    def __init__(self, counted: Counted, until: datetime) -> None:
        super().__init__(_SENTENCES[counted])
        self.until = until


def key_of(kind: Counted, value: str) -> str:
    """The key of a row, which names nobody in clear (SIGN-07)."""
    return salted_hmac("ccus.sign-in", f"{kind}:{value}", algorithm="sha256").hexdigest()


@dataclass(frozen=True, slots=True)
class Try:
    """一回の試行: what it counts against, at its instant; `spread`: of which network, with which ID (SIGN-14)."""

    of: tuple[tuple[Counted, str], ...]
    at: datetime
    spread: tuple[str, str] | None = None

    def keys(self) -> dict[str, Counted]:
        """Table keys, sorted, so that two tries never wait for each other crosswise. They name nobody in clear."""
        return dict(sorted((key_of(kind, value), kind) for kind, value in self.of))

    def spreading(self) -> dict[str, str | datetime]:
        """What counts a network's different IDs; nothing where they are not counted."""
        if self.spread is None:
            return {}
        network = self.spread[0]
        return {
            "pair": key_of(Counted.SPREAD, "|".join(self.spread)),
            "network": key_of(Counted.SPREAD, network),
            "started": LIMITS[Counted.SPREAD].window_at(self.at)[0],
        }

    def ends(self) -> datetime:
        """When the last of its present windows ends."""
        return max(LIMITS[kind].window_at(self.at)[1] for kind, _ in self.of)

    def starts(self, kinds: Iterable[Counted]) -> list[datetime]:
        """Where the present window of each kind begins."""
        return [LIMITS[kind].window_at(self.at)[0] for kind in kinds]


def count(attempt: Try) -> None:
    """試行を数える: before the password is looked at. Raises `TooManyTries` where a limit is passed (SIGN-06)."""
    keys = attempt.keys()
    with connection.cursor() as cursor:
        cursor.execute(_COUNT, [list(keys), attempt.starts(keys.values())])
        tries = dict(cursor.fetchall())
    passed = [kind for key, kind in keys.items() if tries[key] > LIMITS[kind].tries]
    if passed:
        slowest = max(passed, key=lambda kind: LIMITS[kind].window_at(attempt.at)[1])
        raise TooManyTries(slowest, LIMITS[slowest].window_at(attempt.at)[1])
    _count_spread(attempt)


def _count_spread(attempt: Try) -> None:
    spreading, limit = attempt.spreading(), LIMITS[Counted.SPREAD]
    if not spreading:
        return
    with connection.cursor() as cursor:
        cursor.execute(_SPREAD, spreading)
        ((ids,),) = cursor.fetchall()
    if ids > limit.tries:
        raise TooManyTries(Counted.SPREAD, limit.window_at(attempt.at)[1])


def is_used_up(attempt: Try) -> bool:
    """使い切ったか: whether one more would pass a limit; nothing is counted."""
    keys = attempt.keys()
    with connection.cursor() as cursor:
        cursor.execute(_LOOK, [list(keys), attempt.starts(keys.values())])
        return any(tries >= LIMITS[keys[key]].tries for key, tries in cursor.fetchall())


def give_back(attempt: Try) -> None:
    """成功した試行: it was no failure, so it does not count."""
    keys = attempt.keys()
    with connection.cursor() as cursor:
        cursor.execute(_GIVE_BACK, [list(keys), attempt.starts(keys.values())])
        if attempt.spread is not None:
            cursor.execute(_SPREAD_BACK, attempt.spreading())
