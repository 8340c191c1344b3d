"""A part of the spray in a process of its own: opens accounts, guesses second by second, compares known with unknown.

Arguments: accounts IDS · spray GUESSES IDS HONEST PART PARTS · compare IDS. The spray does one simulated second for
each line it reads, and answers with a line; at the end of the input it says what happened, as one JSON object.
"""

import json
import logging
import re
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any

import django
import time_machine

django.setup()

from django.conf import settings  # noqa: E402 - models are known only now
from django.contrib.auth import get_user_model  # noqa: E402
from django.contrib.auth.hashers import Argon2PasswordHasher, make_password  # noqa: E402
from django.http import HttpResponse  # noqa: E402
from django.test import Client, RequestFactory  # noqa: E402
from django.test.utils import override_settings  # noqa: E402

from ccus.domain.accounts import sprays  # noqa: E402
from ccus.domain.accounts.rules import LIMITS  # noqa: E402
from ccus.domain.accounts.terms import Counted  # noqa: E402
from ccus.domain.workers.models import Worker  # noqa: E402
from ccus.entrance.sign_in.adapter import AccountAdapter  # noqa: E402
from ccus.entrance.sign_in.device import remember_device  # noqa: E402
from ccus.entrance.sign_in.more import KnownBy  # noqa: E402
from ccus.entrance.who import Side  # noqa: E402
from ccus.foundation import clock  # noqa: E402
from ccus.foundation.refusals import Refusal  # noqa: E402

BEGIN = datetime(2026, 11, 20, tzinfo=UTC)
SECONDS = 600
NETWORKS = 5_000
COMPARED = 30
PASSWORD, GUESS = "ashiba-to-aoi-sora", "Password2026!"
SIGN_IN, FORGOTTEN = "/worker/sign-in/", "/forgotten/"
ASKED_MORE = "生年月日も確かめています"
WITH_A_DATE, BY_THE_PAGE, MISTYPE, AT_A_NEW_BROWSER = 0.1, 0.1, 0.1, 0.2
_TOKEN = re.compile(r'value="[A-Za-z0-9]{64}"')
Said = dict[str, list[float]]
Posted = dict[str, str]


class LightArgon2(Argon2PasswordHasher):
    """The same hash with a thousandth of the work: how long it takes decides nothing in a spray."""

    time_cost, memory_cost, parallelism = 1, 64, 1


def number_of(n: int) -> str:
    """The ID of the n-th account; negative ones nobody has."""
    return f"{50_000_000_000_000 + n:014d}"


def born(n: int) -> date:
    """The birth date of the n-th worker."""
    return date(1950, 1, 1) + timedelta(days=n * 37 % 18_000)


def network(n: int) -> str:
    """The address of the n-th network."""
    return f"10.{n // 65_536 % 256}.{n // 256 % 256}.{n % 256}"


def open_accounts(ids: int) -> Said:
    """Workers with an account each. The first ones keep the real cost of hashing, for the comparison."""
    with override_settings(PASSWORD_HASHERS=["bench._spraying.LightArgon2"]):
        light = make_password(PASSWORD)
    hashes = [make_password(PASSWORD)] * COMPARED + [light] * (ids - COMPARED)
    accounts = get_user_model().objects.bulk_create(
        get_user_model()(login_id=number_of(n), password=hashes[n], opened_at=BEGIN) for n in range(ids)
    )
    Worker.objects.bulk_create(
        Worker(number=account.login_id, account=account, birth_on=born(n), registered_on=date(2019, 4, 1))
        for n, account in enumerate(accounts)
    )
    return {}


@dataclass(slots=True)
class Spray:
    """A process's share of the guesses and of the honest people."""

    guesses: int
    ids: int
    honest: int
    part: int
    parts: int
    chance: Random = field(init=False)
    said: Said = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        self.chance = Random(self.part)

    def second(self, second: int, traveller: Any) -> None:
        """What happens within one simulated second, in its order."""
        events: list[tuple[float, Callable[[float], None]]] = [
            *((at, self.guess) for at in self._share(self.guesses, second)),
            *((at, self.enter) for at in self._share(self.honest, second)),
        ]
        for at, what in sorted(events, key=lambda event: event[0]):
            traveller.move_to(BEGIN + timedelta(seconds=at))
            what(at)

    def _share(self, of: int, second: int) -> Iterator[float]:
        """This process's instants among `of` that lie evenly over the spray."""
        first, last = -(-second * of // SECONDS), -(-(second + 1) * of // SECONDS)
        return (n * SECONDS / of for n in range(first, last) if n % self.parts == self.part)

    def guess(self, at: float) -> None:
        """A stranger's try, from any network; one of ten with a birth date by chance, one of ten by the whole page."""
        n = self.chance.randrange(self.ids)
        guessed = born(self.chance.randrange(18_000)) if self.chance.random() < WITH_A_DATE else None
        address = network(self.chance.randrange(NETWORKS))
        by_page = self.chance.random() < BY_THE_PAGE
        was_on = sprays.is_on(at=clock.now()) if guessed else False
        started = time.perf_counter()
        looked_at = (_by_page if by_page else _by_adapter)(number_of(n), guessed, address)
        if by_page:
            self.said["pages"].append((time.perf_counter() - started) * 1000)
        self.said["guesses"].append(1)
        if looked_at and was_on and guessed == born(n):
            self.said["by_chance"].append(at)
        elif looked_at and not was_on:
            self.said["compared"].append(at)

    def enter(self, at: float) -> None:  # noqa: ARG002 - as a guess has it
        """An honest person signs in, and gives the birth date where it is asked for."""
        n = self.chance.randrange(COMPARED, self.ids)
        is_new = self.chance.random() < AT_A_NEW_BROWSER
        browser, typed = Client(HTTP_HOST="localhost"), {"login_id": number_of(n), "password": PASSWORD}
        if not is_new:
            marked = HttpResponse()
            remember_device(marked, number_of(n))
            browser.cookies.update(marked.cookies)
        home = network(NETWORKS + self.chance.randrange(NETWORKS))
        if self.chance.random() < MISTYPE:
            _post(browser, typed | {"password": "ashiba-to-aoi-umi"}, home)
        answer = _post(browser, typed, home)
        is_asked = ASKED_MORE in answer.content.decode()
        if is_asked:
            answer = _post(browser, typed | {"known_by": born(n).isoformat()}, home)
        self.said["new" if is_new else "known"].append(answer.status_code == 302)
        self.said["asked_though_known"].append(is_asked and not is_new)


def _post(client: Client, typed: Posted, address: str) -> Any:
    return client.post(SIGN_IN, typed, REMOTE_ADDR=address)


def _by_page(number: str, birth_on: date | None, address: str) -> bool:
    """A guess as a browser sends it; whether the answer says that the pair is wrong."""
    typed = {"login_id": number, "password": GUESS}
    if birth_on is not None:
        typed["known_by"] = birth_on.isoformat()
    answer = _post(Client(HTTP_HOST="localhost"), typed, address)
    return "パスワードが違います" in answer.content.decode()


def _by_adapter(number: str, birth_on: date | None, address: str) -> bool:
    """The same guess as the page hands it on, without a page drawn for the answer."""
    request = RequestFactory().post(SIGN_IN, REMOTE_ADDR=address)
    known_by = KnownBy(Side.WORKER, birth_on=birth_on)
    try:
        AccountAdapter(request).authenticate(request, known_by=known_by, username=number, password=GUESS)
    except Refusal:
        return False
    return True


def spray(guesses: int, ids: int, honest: int, part: int, parts: int) -> Said:
    """Second by second, as the lines come."""
    mine = Spray(guesses, ids, honest, part, parts)
    with (
        override_settings(PASSWORD_HASHERS=["bench._spraying.LightArgon2"]),
        time_machine.travel(BEGIN, tick=False) as traveller,
    ):
        for line in sys.stdin:
            mine.second(int(line), traveller)
            print("done", flush=True)
    names = ("guesses", "pages", "compared", "by_chance", "known", "new", "asked_though_known")
    return {name: mine.said[name] for name in names}


def compare(ids: int) -> Said:
    """Known and unknown IDs in turns, with the real cost of hashing; a minute lies between two."""
    said: Said = defaultdict(list)
    with time_machine.travel(BEGIN + timedelta(hours=1), tick=False) as traveller:
        for n in range(COMPARED):
            for what, ask in (
                ("sign_in", _wrong_password),
                ("sprayed", _wrong_date),
                ("forgotten", _forgotten),
            ):
                traveller.shift(timedelta(minutes=7))
                if what == "sprayed":
                    _begin_spray()
                pages = {}
                turns = [("known", number_of(n)), ("unknown", number_of(-n - 1))]
                for who, number in turns if n % 2 else reversed(turns):
                    client = Client(HTTP_HOST="localhost", REMOTE_ADDR=network(3 * ids + n))
                    started = time.perf_counter()
                    page = ask(client, number)
                    said[f"{what}_{who}"].append((time.perf_counter() - started) * 1000)
                    pages[who] = _TOKEN.sub("", page).replace(number, "")
                said["differing"].append(pages["known"] != pages["unknown"])
    return said


def _wrong_password(client: Client, number: str) -> str:
    return str(client.post(SIGN_IN, {"login_id": number, "password": GUESS}).content.decode())


def _wrong_date(client: Client, number: str) -> str:
    typed = {"login_id": number, "password": PASSWORD, "known_by": "1901-01-01"}
    return str(client.post(SIGN_IN, typed).content.decode())


def _forgotten(client: Client, number: str) -> str:
    answer = client.post(FORGOTTEN, {"login_id": number})
    return f"{answer.status_code} {answer.headers['Location']}"


def _begin_spray() -> None:
    for n in range(LIMITS[Counted.EVERYWHERE].tries + 1):
        sprays.note_failure(network=network(n), at=clock.now())


def main() -> None:
    """Do one part, and say what happened."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    parts: dict[str, Callable[..., Said]] = {"accounts": open_accounts, "spray": spray, "compare": compare}
    logging.disable()
    with override_settings(STORAGES=settings.STORAGES | {"staticfiles": plain}, STATIC_ROOT=None):
        print(json.dumps(parts[sys.argv[1]](*map(int, sys.argv[2:]))), flush=True)


if __name__ == "__main__":
    main()
