"""もの: what can stand in the places of an address, each in its states, and what nobody has.

An address that is new is tried with what its places' kinds and names suggest; a thing with states of its own is named
here, by the beginning of the address.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tests.portals.access.world import World

_PLACE = re.compile(r"<(?:(\w+):)?(\w+)>")
ABSENT = "absent"
NOTHING = "-"
Choices = Mapping[str, str]
"""State of a thing → what stands in the place."""


@dataclass(frozen=True, slots=True)
class Filled:
    """An address with something in its places: what, in which state."""

    address: str
    thing: str

    @property
    def is_absent(self) -> bool:
        """Whether it names something that nobody has."""
        return ABSENT in self.thing


@dataclass(frozen=True, slots=True)
class Things:
    """Beginning of an address and place → what can stand there; the longest beginning counts."""

    of: Mapping[str, Mapping[str, Choices]]

    def filled(self, pattern: str) -> Iterator[Filled]:
        """The address with the first choice everywhere, then with every other choice in one place after the other."""
        places = list(_PLACE.finditer(pattern))
        if not places:
            yield Filled(pattern, NOTHING)
            return
        choices = [self._choices(pattern, place[1] or "str", place[2]) for place in places]
        first = [next(iter(each.items())) for each in choices]
        plain = ", ".join(f"{state} {place[2]}" for place, (state, _) in zip(places, first, strict=True))
        yield Filled(_with(pattern, [value for _, value in first]), plain)
        for at, each in enumerate(choices):
            for state, value in list(each.items())[1:]:
                values = [value if at == n else kept for n, (_, kept) in enumerate(first)]
                yield Filled(_with(pattern, values), f"{state} {places[at][2]}")

    def _choices(self, pattern: str, kind: str, name: str) -> Choices:
        beginnings = sorted((each for each in self.of if pattern.startswith(each)), key=len, reverse=True)
        for beginning in beginnings:
            named = self.of[beginning]
            for key in (f"{kind}:{name}", name, kind):
                if key in named:
                    return named[key]
        return self.of["/"]["str"]


def _with(pattern: str, values: list[str]) -> str:
    given = iter(values)
    return _PLACE.sub(lambda _: next(given), pattern)


NOBODYS = {
    "uuid": "0198a3c4-0000-7000-8000-000000000000",
    "int": "99",
    "str": "99999999999999",
    "slug": "nothing",
}


def _or_absent(kind: str, **choices: str) -> Choices:
    return {name.replace("_", " "): value for name, value in choices.items()} | {ABSENT: NOBODYS[kind]}


def things_of(world: World) -> Things:
    """What addresses can name of the marked world."""
    number = world.worker.number
    change, draft, registration = world.marked.numbers
    portrait, certificate, identity = (*world.marked.images[:2], world.marked.images[-1])
    ints = {name: _or_absent("int", **{name: str(key)}) for name, key in world.numbers.items()}
    keys = {name: {name: key, ABSENT: NOBODYS["uuid"]} for name, key in world.keys.items()}
    applications = {"submitted": change, "draft": draft, "registration": registration, ABSENT: "0" * 12}
    claims = {**world.claims, ABSENT: NOBODYS["uuid"]}
    spots = {**world.spots, ABSENT: NOBODYS["uuid"]}
    sites = {**world.sites, ABSENT: NOBODYS["str"]}
    asked = {**{state: str(case.key) for state, case in world.desk.items()}, ABSENT: NOBODYS["uuid"]}
    cases = {**{state: case.number for state, case in world.desk.items()}, ABSENT: "Q000000-000000"}
    firm = {"employer": world.employer.number, "agent": world.firms.agent.number, ABSENT: NOBODYS["str"]}
    pictures = {
        "portrait": portrait,
        "certificate": certificate,
        "identity": identity,
        ABSENT: NOBODYS["uuid"],
    }
    usual: dict[str, Choices] = {
        "str": _or_absent("str", marked=number),
        "slug": _or_absent("slug", any="x"),
        "int": _or_absent("int", first="1"),
        "uuid": pictures,
        "slug:number": applications,
        "site": sites,
        "company": firm,
        "giver": firm,
        "taker": firm,
        "kind": {"csv": "csv", "xlsx": "xlsx", "pdf": "pdf", ABSENT: "exe"},
        "section": {"contact": "contact", "name": "name"},
        "row": {"first": "1"},
        "field": {"town": "town"},
        "month": {"this": "2026-11", "to come": "2027-11"},
        "day": {"today's": "2026-11-20", "other": "2026-11-12"},
        "unit": {ABSENT: NOBODYS["uuid"]},
        "batch": {ABSENT: NOBODYS["uuid"]},
        "link": keys["link"],
        "enquiry": ints["enquiry"],
        "charge": ints["charge"],
        "licence": ints["licence"],
        "announcement": ints["announcement"],
        "viewer": {"other": "other", "employer": "employer", ABSENT: "nothing"},
    }
    return Things(
        {
            "/": usual,
            "/announcements/": {"number": ints["announcement"]},
            "/check/": {"code": {ABSENT: "AAAA-AAAA-AAAA"}},
            "/invitation/": {"token": {ABSENT: "nothing"}},
            "/company/structure/join/": {"token": {ABSENT: "nothing"}},
            "/forgotten/stop/": {"key": keys["reset request"]},
            "/worker/claims/": {"key": claims},
            "/worker/own-sites/": {"key": keys["own site"]},
            "/worker/entry/own/": {"key": keys["own site"]},
            "/worker/career/certificates/": {"key": {**world.certificates, ABSENT: NOBODYS["uuid"]}},
            "/company/approvals/": {"key": claims},
            "/company/own-records/claims/": {"key": claims},
            "/company/structure/<": {"key": spots},
            "/company/rosters/": {"key": spots},
            "/company/papers/making/": {"key": {**world.papers, ABSENT: NOBODYS["uuid"]}},
            "/company/sites/<str:site>/readers/": {"key": keys["reader"]},
            "/company/reports/": {"number": sites},
            "/company/site-fees/": {"number": sites},
            "/office/cards/batches/": {"key": keys["batch"]},
            "/office/cards/numbers/": {"token": {"marked": f"{number}01", ABSENT: "9" * 16}},
            "/office/disputes/": {"key": {k: claims[k] for k in ("in dispute", "asked", ABSENT)}},
            "/office/identity/": {"key": keys["reset request"]},
            "/office/same-person/": {"slug": {"marked": number, ABSENT: NOBODYS["str"]}},
            "/office/same-person/<slug:number>/<slug:other>/": {
                "number": {"marked": number, ABSENT: NOBODYS["str"]},
                "other": {ABSENT: NOBODYS["str"]},
                "act": {"proposal": "proposal"},
            },
            "/worker/asking/": {"key": asked, "subject": {"days": "days", ABSENT: "nothing"}},
            "/company/asking/": {"key": asked, "subject": {"fees": "fees", ABSENT: "nothing"}},
            "/office/desk/": {"number": cases, "act": {"take": "take", "back": "back", ABSENT: "nothing"}},
            "/office/corrections/": {
                "key": {**world.corrections, ABSENT: NOBODYS["uuid"]},
                "act": {"drop": "drop", "preview": "preview", "release": "release", ABSENT: "nothing"},
            },
            "/office/corrections/<uuid:key>/preview/<": {
                "kind": {"fact": "fact", "gained": "gained", ABSENT: "x"}
            },
            "/office/figures/": {
                "which": {"sites": "sites", ABSENT: "nothing"},
                "table": {"silent sites": "silent-sites"},
            },
            "/office/features/": {"slug": {"renewal": "renewal", ABSENT: "nothing"}},
        }
    )
