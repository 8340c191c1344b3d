"""Two jobs, two presses at once: the worker is told once, a company is asked once (REC-14, REC-16)."""

from functools import partial

from ccus.domain.audit.models import Affect
from ccus.domain.notices.models import Notice
from ccus.domain.work_history.models import RecordChange
from ccus.domain.work_history.telling import tell_changes
from ccus.foundation.clock import now
from ccus.foundation.databases import Databases
from tests.domain.races import contested
from tests.domain.work_history.test_telling import healed
from tests.portals.worker import cast


def test_two_jobs_at_once_tell_one_message(fresh_database: Databases) -> None:
    healed(cast.settled())
    Affect.objects.filter(settled_at=None).update(settled_at=now())
    job = partial(tell_changes, at=now())
    contested(job, job)
    assert Notice.objects.filter(source__startswith="record_change").count() == 1
    assert not RecordChange.objects.filter(told_at=None).exists()
