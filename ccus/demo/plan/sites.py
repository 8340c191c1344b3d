"""Sites: when, for whom, with which readers and which firms."""

from random import Random

from ccus.demo.chance import number
from ccus.demo.plan.facts import Firm, Ids, Member, Period, Reader, Site, Span
from ccus.demo.words import Works, works
from ccus.domain.work_history.rules import DAY, HOUR, start_of

_LENGTHS = {"building": (150, 700), "repair": (60, 240), "road": (90, 400), "night": (50, 200)}
_OPEN_AT_START = 0.4
_EXTENDED, _LATE, _NEVER = 0.12, 0.05, 0.012
_AUTO_READERS, _CLOCK_TROUBLE, _BAD_LINE = 0.3, 0.2, 0.15


def sites_of(
    seed: int, ids: Ids, rng: Random, district: int, count: int, firms: list[Firm], span: Span
) -> list[Site]:
    """`count` sites, spread over the history so that some are open on every day."""
    primes = [firm for firm in firms if firm.level == 0]
    found = []
    for n in range(count):
        about = works(rng, district)
        length = rng.randrange(*_LENGTHS[about.kind])
        share = (n - count * _OPEN_AT_START) / (count * (1 - _OPEN_AT_START))
        since = span.from_day + int(max(share, 0.0) * (span.today - span.from_day - 10)) - rng.randrange(30)
        found.append(site(seed, ids, rng, about, rng.choice(primes), (since, since + length), span))
    return found


def site(
    seed: int, ids: Ids, rng: Random, about: Works, prime: Firm, days: tuple[int, int], span: Span
) -> Site:
    """現場登録 by the prime, with its period, its readers and the prime at the top of the structure."""
    key = ids.of("place")
    since, until = days
    new = Site(key, number(seed, "site", key), about, prime, since, until)
    registered = start_of(since - 14) + 11 * HOUR
    if rng.random() < _EXTENDED and until - 40 > since:
        extended = start_of(until - 25) + 16 * HOUR  # the old end was over when the new one was entered
        new.periods.append(Period(ids.of("accumulation_period"), since, until - 30, registered, extended))
        new.periods.append(Period(ids.of("accumulation_period"), since, until, extended))
    else:
        new.periods.append(Period(ids.of("accumulation_period"), since, until, registered))
    names = ("正面ゲート", "西ゲート", "通用口")[: 1 if until - since < 250 else rng.randrange(1, 4)]
    new.readers = [_reader(seed, ids, rng, new, name, span) for name in names]
    new.members[prime.id] = Member(
        ids.of("structure_member"), prime, None, 0, registered, since - 14, registered
    )
    return new


def _reader(seed: int, ids: Ids, rng: Random, at: Site, name: str, span: Span) -> Reader:
    key = ids.of("reader")
    token = f"invented-{seed}-{key}-{rng.getrandbits(128):032x}"
    reader = Reader(key, token, name, start_of(at.from_day - 7) + 9 * HOUR, rng.random() < _AUTO_READERS)
    last = min(at.until_day + 7, span.today)
    if rng.random() < _CLOCK_TROUBLE and last - at.from_day > 20:
        first = rng.randrange(at.from_day, last - 10)
        ahead = rng.choice((-7 * 60_000, -95_000, 75_000, 4 * 60_000))
        reader.drift = dict.fromkeys(range(first, first + rng.randrange(5, 40)), ahead)
    if rng.random() < _BAD_LINE and last - at.from_day > 20:
        _go_offline(rng, reader, at.from_day, last)
    return reader


def _go_offline(rng: Random, reader: Reader, first: int, last: int) -> None:
    """Now and then from a Wednesday or Thursday on the line is down until somebody comes in on Monday."""
    for day in range(first, last):
        weekday = (day + 3) % 7
        if weekday in {2, 3} and rng.random() < 0.12:
            monday = day + 7 - weekday
            synced = start_of(monday) + int((7.3 + rng.random()) * HOUR)
            reader.offline.update(dict.fromkeys(range(day, monday), synced))


def member_of(ids: Ids, rng: Random, at: Site, firm: Firm, day: int) -> Member:
    """施工体制登録: the firm's spot in the site's tree, with everybody above it; invited when it is first needed."""
    known = at.members.get(firm.id)
    if known is not None:
        return known
    parent = at.members[at.prime.id] if firm.patron is None else member_of(ids, rng, at, firm.patron, day)
    invited = start_of(max(day - 10, at.from_day - 10)) + int((9 + 8 * rng.random()) * HOUR)
    chance, accepted = rng.random(), invited + int((1 + 60 * rng.random()) * HOUR)
    if chance < _LATE:
        accepted += rng.randrange(12, 60) * DAY
    new = Member(
        ids.of("structure_member"),
        firm,
        parent,
        parent.tier + 1,
        invited,
        max(day - 10, at.from_day - 10),
        None if chance > 1 - _NEVER else accepted,
    )
    at.members[firm.id] = new
    return new
