"""The standing cast on its way to work: the firms of the sample structure and the site of the demo gate."""

from datetime import date
from random import Random

from ccus.demo.chance import number, stream
from ccus.demo.plan import cards, sites
from ccus.demo.plan.crews import Crew, Leg
from ccus.demo.plan.facts import District, Firm, Ids, Member, Period, Person, Reader, Site, Span
from ccus.demo.plan.people import registered
from ccus.demo.plan.roles import ANH, GATE_TOKEN, LOST_CARD, MIRAI, ROLES, Role
from ccus.demo.words import Line, Works
from ccus.domain.work_history.rules import HOUR, day_number, start_of

_REINFORCING = Line("鉄筋", "テッキン", 1001, "鉄筋の加工・組立", 2)
_CARPENTRY = Line("工務店", "コウムテン", 3401, "造作", 1)
_WELDING = Line("圧接", "アッセツ", 1300, "鉄筋のガス圧接", 3)
_PAINTING = Line("塗装", "トソウ", 1201, "外部塗装", 2)
_FIRMS = (
    ("佐藤建設株式会社", "サトウケンセツカブシキガイシャ", 0, None),
    ("鈴木工務店株式会社", "スズキコウムテンカブシキガイシャ", 1, _CARPENTRY),
    ("高橋鉄筋株式会社", "タカハシテッキンカブシキガイシャ", 2, _REINFORCING),
    ("有限会社𠮷田圧接", "ユウゲンガイシャヨシダアッセツ", 3, _WELDING),
    ("他社工業株式会社", "タシャコウギョウカブシキガイシャ", 1, _PAINTING),
)
_OPENING = day_number(date(2019, 4, 8))
_OPENED_BEFORE, _OPEN_UNTIL, _OLD_SITE_LASTS = 200, 300, 230
_DEMO_WORKS = Works(
    "未来橋駅前計画 新築工事",
    "ミライバシエキマエケイカク シンチクコウジ",
    "未来県桜川市駅前1丁目1番1号",
    "building",
)
_ELSEWHERE = Works(
    "本町公民館 空調設備改修工事",
    "ホンチョウコウミンカン クウチョウセツビカイシュウコウジ",
    "未来県桜川市本町2丁目4番8号",
    "repair",
)
_OLD_WORKS = (
    ("桜川市立図書館 新築工事", "サクラガワシリツトショカン シンチクコウジ"),
    ("緑ヶ丘小学校 体育館改築工事", "ミドリガオカショウガッコウ タイイクカンカイチクコウジ"),
    ("旭橋 橋りょう補修工事", "アサヒバシ キョウリョウホシュウコウジ"),
    ("潮見物流センター 新築工事", "シオミブツリュウセンター シンチクコウジ"),
    ("泉団地5号棟 改築工事", "イズミダンチ5ゴウトウ カイチクコウジ"),
)


def appear(seed: int, ids: Ids, span: Span, district: District) -> list[tuple[Crew, list[Leg]]]:
    """Add the cast's firms, sites and people to the district; returns who goes where."""
    rng = stream(seed, "cast")
    district.firms += _firms(seed, ids, span)
    prime, carpenters, reinforcers, welders, _ = district.firms
    demo = _demo_site(seed, ids, rng, district.firms, span)
    days = (span.today - 300, span.today + 120)
    elsewhere = sites.site(seed, ids, rng, _ELSEWHERE, prime, days, span)
    older = _older_sites(seed, ids, rng, prime, demo.from_day, span)
    district.sites += [demo, elsewhere, *older]
    employers = dict.fromkeys(ROLES, reinforcers) | {ANH: carpenters, ROLES[-1]: welders}
    people = {role: _person(seed, ids, rng, role, employers[role], span) for role in ROLES}
    district.people += people.values()
    people[LOST_CARD].cards[-1].lost_from = start_of(span.today - 1) + 19 * HOUR
    crews: dict[int, Crew] = {}
    for role, firm in employers.items():
        person = people[role]
        crew = crews.setdefault(firm.id, Crew(firm, []))
        crew.people.append((person, person.registered_day + 3, span.today + 3650))
    career = [_whole(site) for site in [*older, demo]]
    return [
        (crews[reinforcers.id], career),
        (crews[carpenters.id], [_whole(elsewhere)]),
        (crews[welders.id], [_whole(demo)]),
    ]


def _whole(site: Site) -> Leg:
    return Leg(site.from_day, site.until_day, [site])


def _firms(seed: int, ids: Ids, span: Span) -> list[Firm]:
    firms: list[Firm] = []
    for name, kana, level, line in _FIRMS:
        key, patron = ids.of("company"), firms[level - 1] if level >= 2 else None
        since = start_of(min(_OPENING, span.from_day) - 7) + 10 * HOUR
        firms.append(Firm(key, number(seed, "company", key), name, kana, level, line, patron, False, since))
    return firms


def _demo_site(seed: int, ids: Ids, rng: Random, firms: list[Firm], span: Span) -> Site:
    """The site of the demo gate: today lies in its period and every firm accepted in time."""
    days = (span.today - _OPENED_BEFORE, span.today + _OPEN_UNTIL)
    demo = sites.site(seed, ids, rng, _DEMO_WORKS, firms[0], days, span)
    demo.periods = [Period(demo.periods[0].id, *days, demo.periods[0].recorded_at)]
    yesterday = (
        start_of(span.today - 1) + 20 * HOUR
    )  # the demo gate is new: a visitor's readings are its first
    demo.readers.append(Reader(ids.of("reader"), GATE_TOKEN, "デモのゲート", yesterday))
    above = demo.members[firms[0].id]
    for firm in firms[1:4]:
        invited = start_of(days[0] - 10) + 10 * HOUR
        above = Member(
            ids.of("structure_member"), firm, above, above.tier + 1, invited, days[0] - 10, invited + 5 * HOUR
        )
        demo.members[firm.id] = above
    return demo


def _older_sites(seed: int, ids: Ids, rng: Random, prime: Firm, until: int, span: Span) -> list[Site]:
    """One site after the other since April 2019, for a career that is long by now."""
    found: list[Site] = []
    for n, first in enumerate(range(_OPENING, until, _OLD_SITE_LASTS)):
        name, kana = _OLD_WORKS[n % len(_OLD_WORKS)]
        address = f"未来県桜川市中央{n + 1}丁目3番5号"
        phase = f"（第{n // len(_OLD_WORKS) + 1}期）"
        works = Works(name + phase, f"{kana} ダイ{n // len(_OLD_WORKS) + 1}キ", address, "building")
        days = (first, min(first + _OLD_SITE_LASTS, until))
        found.append(sites.site(seed, ids, rng, works, prime, days, span))
    return found


def _person(seed: int, ids: Ids, rng: Random, role: Role, firm: Firm, span: Span) -> Person:
    since = _OPENING - 3 if role.since_days is None else span.today - role.since_days
    person = registered(seed, ids, rng, firm, since, day_number(role.born), role.name, span)
    person.number = role.number
    person.is_core = role is MIRAI
    person.employments[0].recorded_at = start_of(since) + 11 * HOUR
    person.cards = [cards.issue(ids, person, 1, since)]
    cards.renew(ids, rng, person, person.cards, span)
    return person
