"""忘れたカード: days that no card was read on, in every state in which a visitor may meet them."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from django.apps import apps

from ccus.demo.plan.roles import ANH, LONG_NAME, LOST_CARD, MIRAI, SINGLE_NAME, Role
from ccus.demo.scenes.firms import EMPLOYER, PRIME, SITE, Clerk, spots
from ccus.demo.scenes.people import worker_of
from ccus.domain.audit.terms import Actor, ActorKind
from ccus.domain.sites.actions.registration import register_site
from ccus.domain.work_history.actions.answers import answer_refusal, refuse
from ccus.domain.work_history.actions.corrections import correct_day
from ccus.domain.work_history.actions.entries import enter_days
from ccus.domain.work_history.actions.own_sites import enter_days_at_own_site, open_own_site
from ccus.domain.work_history.claim_terms import Ground, Why
from ccus.domain.work_history.claims.day_checks import DayTyped

_HOUSE, _HOUSE_KANA = "山田邸 屋根改修工事", "ヤマダテイ ヤネカイシュウコウジ"
_LOOKED_AT, _SINCE = 20, timedelta(days=60)
_HOUR = timedelta(hours=1)
_REMARK = "朝、カードを家に忘れました。作業日報に名前があります。"
_WHY_NOT = "その日の入場者の一覧に、お名前がありません。日付を確かめてください。"
_PLEA = "職長といっしょに、2階の配筋をしました。作業日報に名前があります。"


def play(seats: Mapping[Clerk, Actor], today: date, at: datetime) -> None:
    """申告: some wait for the prime, one is unusual, one may be answered, one is before the office, one is a change.

    建設 未来 also worked at a house that was registered later. `at` lies before `today`.
    """
    site = spots().get(tier=0, site__name__startswith=SITE).site
    prime, employer = seats[PRIME], seats[EMPLOYER]
    mirai, long_name, lost_card, single_name = (
        _without_record(role, site, today) for role in (MIRAI, LONG_NAME, LOST_CARD, SINGLE_NAME)
    )
    mine = _enter(MIRAI, site, mirai[:2], at, remark=_REMARK)
    _enter(LONG_NAME, site, long_name[:2], at, why=Why.READER_BROKEN)
    _enter(LOST_CARD, site, lost_card[:1], at, by=employer, why=Why.CARD_NOT_AT_HAND)
    _enter(ANH, site, _days_of(ANH, today)[:1], at)
    theirs = _enter(SINGLE_NAME, site, single_name[:1], at)
    for claim in (mine[0], theirs[0]):
        refuse(claim=claim, ground=Ground.NOT_THERE, words=_WHY_NOT, by=prime, at=at + _HOUR)
    answer_refusal(claim=theirs[0], plea=_PLEA, by=_self(SINGLE_NAME), at=at + 2 * _HOUR)
    _correct(LONG_NAME, site, _days_of(LONG_NAME, today)[0], at)
    _house(mirai[2:4], prime, today, at)


def _enter(
    role: Role, site: Any, days: Iterable[date], at: datetime, *, by: Actor | None = None, **said: Any
) -> list[Any]:
    worker, line = worker_of(role), _line(role)
    typed = [
        DayTyped(
            on,
            trade=line.trade if line else None,
            position=line.position if line else None,
            **{"why": Why.CARD_FORGOTTEN, "work_content": line.work_content if line else "", **said},
        )
        for on in sorted(days, reverse=True)
    ]
    return enter_days(worker=worker, site=site, company=None, days=typed, by=by or _self(role), at=at)


def _correct(role: Role, site: Any, on: date, at: datetime) -> None:
    foreman = apps.get_model("codes", "Position").objects.get(code="foreman")
    correct_day(
        worker=worker_of(role),
        place=site.pk,
        on=on,
        trade=None,
        position=foreman,
        work_content="配筋の指揮",
        remark="この日は、職長のかわりをしました。",
        by=_self(role),
        at=at,
    )


def _house(days: Sequence[date], prime: Actor, today: date, at: datetime) -> None:
    """現場登録のない現場 as its signboard says it; the day after, the prime registers it."""
    me = _self(MIRAI)
    typed = open_own_site(
        worker=worker_of(MIRAI),
        name="山田邸 屋根改修",
        address="未来県桜川市緑町3-12-5",
        prime_name=PRIME.firm,
        by=me,
        at=at,
    )
    worked = [DayTyped(on, None, None, "屋根の下地", None, None, Why.NO_READER) for on in sorted(days)]
    enter_days_at_own_site(own_site=typed, company=None, days=worked, by=me, at=at)
    register_site(
        prime=spots().get(tier=0, site__name__startswith=SITE).company,
        name=_HOUSE,
        name_kana=_HOUSE_KANA,
        address="未来県桜川市緑町三丁目12番5号",
        from_on=today - _SINCE,
        until_on=today + _SINCE,
        by=prime,
        at=at + 3 * _HOUR,
    )


def _without_record(role: Role, site: Any, today: date) -> list[date]:
    """Days without any record of the role's; those on which others of the crew were there come first, late ones too."""
    records = apps.get_model("work_history", "WorkRecord").objects.filter(
        work_on__gte=today - timedelta(_LOOKED_AT)
    )
    others = set(records.filter(place=site.pk).values_list("work_on", flat=True))
    own = set(records.filter(worker=worker_of(role).pk).values_list("work_on", flat=True))
    days = {today - timedelta(ago) for ago in range(2, _LOOKED_AT)} - own
    return sorted(days, key=lambda on: (on not in others, today - on))


def _days_of(role: Role, today: date) -> list[date]:
    """Days with a record of the role's, the last first, not yesterday."""
    records = apps.get_model("work_history", "WorkRecord").objects
    theirs = records.filter(worker=worker_of(role).pk, work_on__lt=today - timedelta(1))
    return list(theirs.order_by("-work_on").values_list("work_on", flat=True)[:1])


def _line(role: Role) -> Any:
    """The last line of a roster that names the role."""
    lines = apps.get_model("sites", "RosterLine").objects.select_related("trade", "position")
    return lines.filter(worker=worker_of(role), superseded_at=None).order_by("valid_from", "pk").last()


def _self(role: Role) -> Actor:
    return Actor(ActorKind.WORKER, worker_of(role).pk)
