"""申請を読む: what the filer, the queue and the case of an officer show, as frozen values."""

from ccus.domain.applications.reading.case import CaseShown, HoldShown, SubmissionShown, case
from ccus.domain.applications.reading.contents import DraftShown, base_of, contents_of, draft_of, faults_now
from ccus.domain.applications.reading.filed import A_PAGE, application_for, filed_by, has_older
from ccus.domain.applications.reading.queue import Counted, Queue, Waiting, queue, queue_counts
from ccus.domain.applications.reading.shown import ApplicationShown, CorrectionShown, FindingShown, StepShown

__all__ = [
    "A_PAGE",
    "ApplicationShown",
    "CaseShown",
    "CorrectionShown",
    "Counted",
    "DraftShown",
    "FindingShown",
    "HoldShown",
    "Queue",
    "StepShown",
    "SubmissionShown",
    "Waiting",
    "application_for",
    "base_of",
    "case",
    "contents_of",
    "draft_of",
    "faults_now",
    "filed_by",
    "has_older",
    "queue",
    "queue_counts",
]
