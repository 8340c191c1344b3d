"""足りない書類をお願いする."""

from datetime import date, datetime, timedelta

from django.db import transaction

from ccus.domain.audit.actions import record
from ccus.domain.audit.policies import require_own
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.companies.letters import tell_seats
from ccus.domain.notices.texts import Text
from ccus.domain.sites.models import Site
from ccus.domain.sites.reached import seats_reaching
from ccus.domain.work_history.missing_terms import Missing
from ccus.domain.work_history.models import PaperAsk
from ccus.domain.work_history.why.reading import why_day
from ccus.domain.work_history.why.shown import Lack, PlaceWhy
from ccus.domain.workers.models import Worker
from ccus.domain.workers.policies import as_actor, require_not_withdrawn
from ccus.foundation.clock import day_of
from ccus.foundation.constraints import one_at_a_time, refusing
from ccus.foundation.identifiers import grouped
from ccus.foundation.japanese import date_words
from ccus.foundation.refusals import Refusal

AGAIN_AFTER = timedelta(days=7)


class NothingMissing(Refusal):
    """足りないものではない: the day does not lack this fact, or this company cannot add it (any more) (REC-16)."""


class AskedThisWeek(Refusal):
    """お願いずみ: the company was asked for it within the last seven days (REC-16)."""


@transaction.atomic
def ask_for_paper(
    *, worker: Worker, site: str, on: date, missing: Missing, company: str, by: Actor, at: datetime
) -> PaperAsk:
    """足りない書類をお願いする: a message to the company (事業者ID) that can add what a day at a site (現場ID) lacks.

    Raises `NotAllowed`, `WorkerWithdrawn`, `NothingMissing`, `AskedThisWeek` (REC-16).
    """
    require_own(by, as_actor(worker), who="技能者本人")
    require_not_withdrawn(worker)
    one_at_a_time("paper_ask", worker.pk)
    here, lack, asked = _lacking(worker, site, on, missing, company, at)
    today = day_of(at)
    if lack.asked_on is not None:
        raise _asked(lack, lack.asked_on)
    with refusing({"paper_ask_once_a_week": _asked(lack, today)}):
        ask = PaperAsk.objects.create(
            worker=worker,
            place_id=here.site.place,
            fact=missing,
            company_id=asked,
            work_on=on,
            asked_at=at,
            asked_on=today,
            again_on=today + AGAIN_AFTER,
        )
    _tell(ask, here, lack)
    subject = "worker", worker.pk
    record(act=Act.MISSING_PAPER_ASKED, by=by, at=at, subject=subject, fact=missing.name, company=asked)
    return ask


def _lacking(
    worker: Worker, site: str, on: date, missing: Missing, company: str, at: datetime
) -> tuple[PlaceWhy, Lack, int]:
    """What the day lacks there, if this company (key) can still add it. Raises `NothingMissing`."""
    here = why_day(worker.pk, on, at=at).at(site)
    for lack in here.lacks if here else ():
        is_meant = (lack.missing, lack.company_number) == (missing, company) and not lack.is_over
        if here and is_meant and lack.company is not None:
            return here, lack, lack.company
    raise NothingMissing(
        f"{date_words(on)}について、{missing.label}は、いま足りないものではないか、"
        "お願いしても間に合いません。ページを開き直して、確かめてください。",
        "fact",
    )


def _tell(ask: PaperAsk, here: PlaceWhy, lack: Lack) -> None:
    site = Site.objects.get(pk=ask.place_id)
    tell_seats(
        ask.company_id,
        seats_reaching(ask.company_id, site, lack.step.power, on=day_of(ask.asked_at)),
        text=Text.PAPER_MISSING,
        source=f"paper_ask:{ask.pk}",
        at=ask.asked_at,
        site=here.site.name,
        on=ask.work_on,
        worker_number=grouped(ask.worker.number),
        missing=lack.missing.label,
        step=lack.step.label,
        until=f"{date_words(lack.last_on)}までに済ませると" if lack.last_on else "済ませると",
    )


def _asked(lack: Lack, on: date) -> AskedThisWeek:
    again = on + AGAIN_AFTER
    return AskedThisWeek(
        f"{lack.company_name}には、{date_words(on)}に お願いしました。"
        f"{date_words(again)}から、もう一度お願いできます。",
        "fact",
    )
