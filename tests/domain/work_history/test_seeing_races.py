"""Two jobs, two presses at once: the worker is told once, a company is asked once (REC-14, REC-16)."""

from functools import partial

from ccus.domain.audit.models import Affect
from ccus.domain.notices.models import Notice
from ccus.domain.work_history.actions.papers import AskedThisWeek, ask_for_paper
from ccus.domain.work_history.missing_terms import Missing
from ccus.domain.work_history.models import PaperAsk, RecordChange
from ccus.domain.work_history.telling import tell_changes
from ccus.domain.work_history.terms import Reason, State
from ccus.domain.workers.policies import as_actor
from ccus.foundation import clock
from ccus.foundation.databases import Databases
from tests.domain.races import contested
from tests.domain.work_history.test_telling import healed
from tests.portals.worker import cast


def test_two_jobs_at_once_tell_one_message(fresh_database: Databases) -> None:
    healed(cast.settled())
    Affect.objects.filter(settled_at=None).update(settled_at=clock.now())
    job = partial(tell_changes, at=clock.now())
    contested(job, job)
    assert Notice.objects.filter(source__startswith="record_change").count() == 1
    assert not RecordChange.objects.filter(told_at=None).exists()


def test_two_presses_at_once_ask_a_company_once(fresh_database: Databases) -> None:
    mirai, prime = cast.settled(), cast.company("佐藤建設株式会社")
    cast.employ(mirai, prime)
    site = cast.site(prime=prime)
    cast.worked(mirai, site, clock.today(), State.UNLINKED, (Reason.NOT_ON_ROSTER,))
    press = partial(
        ask_for_paper,
        worker=mirai.worker,
        site=site.number,
        on=clock.today(),
        missing=Missing.LINE,
        company=prime.number,
        by=as_actor(mirai.worker),
        at=clock.now(),
    )
    assert isinstance(contested(press, press), AskedThisWeek)
    assert PaperAsk.objects.count() == 1
