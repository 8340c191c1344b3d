"""所属技能者がふえる: a crew that stands on every list of a company and of the office, as many heads as asked."""

from datetime import date, datetime

from django.db import connection

from ccus.domain.audit.terms import Actor
from ccus.domain.site_fees.booking import book_days
from ccus.domain.work_history.actions.answers import answer_refusal, confirm, refuse
from ccus.domain.work_history.claim_terms import Ground
from ccus.domain.workers.actions.affiliation import ask_affiliation
from ccus.domain.workers.models import HealthCheck, PersonalStatus, Worker
from tests.factories import asked, cards, printing, sites, workers
from tests.factories.facts import RECORDED_AT
from tests.factories.personas import Cast, firm, person
from tests.factories.records import record

FACT = {"recorded_at": RECORDED_AT, "recorded_by": "system:0"}
SOME = 12
"""Of so many a day is disputed; so many ask for 所属, and cards wait."""
NAMES = ("アオキ", "イノウエ", "ウエダ", "エンドウ", "オカダ", "カトウ", "キムラ", "クドウ")


def grow(cast: Cast, heads: int, at: datetime) -> None:
    """So many more: on the roster of 高橋鉄筋, with days worked, waiting, refused, and papers that run out."""
    crew = []
    for n in range(heads):
        one = workers.worker(name__kana=f"{NAMES[n % 8]} {NAMES[n // 8 % 8]}", birth_on=date(1960 + n, 6, 15))
        workers.affiliation(worker=one, company=cast.takahashi)
        line = sites.roster_line(worker=one, member=cast.second_tier)
        cards.card(worker=one)
        PersonalStatus.objects.create(
            worker=one,
            sex="male",
            nationality_id="VN",
            residence_status_id="ssw1",
            residence_until=date(2026, 12, 24),
            valid_from=RECORDED_AT.date(),
            **FACT,
        )
        HealthCheck.objects.create(
            worker=one, systolic=120, diastolic=80, valid_from=date(2025, 12, 1), **FACT
        )
        for day in (2, 3, 4):
            record(one, cast.site, date(2026, 11, day), line=line)
        asked.claim(cast, worker=one)
        crew.append(one)
        _disputed(cast, one, at)
        _asking(cast, at)
        printing.waiting_card(
            name__kana=f"{NAMES[n // 8 % 8]} {NAMES[n % 8]}", birth_on=date(1910 + n, 6, 15)
        )
    book_days(at=at)
    with connection.cursor() as cursor:
        cursor.execute("analyze")


def _disputed(cast: Cast, one: Worker, at: datetime) -> None:
    """A day that was confirmed, refused, and on which the worker insists."""
    claim = asked.claim(cast, date(2026, 11, 13), worker=one)
    confirm(claim=claim, by=firm(cast.suzuki), at=at)
    refuse(
        claim=claim, ground=Ground.NOT_THERE, words="控えにお名前がありません。", by=firm(cast.sato), at=at
    )
    answer_refusal(claim=claim, plea="職長と二人で配筋をしていました。", by=person(one), at=at)


def _asking(cast: Cast, at: datetime) -> None:
    """Somebody who asks for 所属."""
    one = workers.worker()
    by: Actor = person(one)
    ask_affiliation(
        worker=one, company=cast.takahashi, is_main=False, from_on=date(2026, 11, 20), by=by, at=at
    )
