"""待っているもの: applications to mend or pay, companies that asked, refusals (PORTAL-15, PORTAL-26, PROXY-04)."""

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse

from ccus.domain.applications.reading import ApplicationShown, filed_by
from ccus.domain.applications.terms import State
from ccus.domain.proxies.asking import open_asks
from ccus.domain.sites.reading.consents import requests_of
from ccus.domain.work_history.claims.filters import waits_for_the_worker
from ccus.domain.workers.affiliations import requests_about
from ccus.domain.workers.reading import Me
from ccus.entrance.door import actor
from ccus.foundation.clock import day_of
from ccus.foundation.japanese import date_words
from ccus.portals.worker.matters import Matter, Urgency


def filed(me: Me, at: datetime) -> Iterator[Matter]:
    """Applications: put right what was returned, pay what is due."""
    for shown in filed_by(actor(me)):
        if shown.state in {State.RETURNED, State.FEE_DUE}:
            page = reverse("filing:application", args=[shown.number])
            yield Matter(Urgency.ASKED, "paper", _title(shown), _text(shown), page)


def refusals(me: Me, at: datetime) -> Iterator[Matter]:
    """否認された日, as long as there is time to answer."""
    days = waits_for_the_worker(me.worker)
    if days:
        text = "理由を見てください。ちがうと思うときは、期限までに申し立てられます。"
        title = f"元請事業者が否認した日が、{days}日あります"
        yield Matter(Urgency.ASKED, "history", title, text, reverse("worker:claims"))


def companies(me: Me, at: datetime) -> Iterator[Matter]:
    """Companies that asked for a 所属 or a 就業の合意."""
    for link in requests_about(me.worker, on=day_of(at)):
        if link.asked_by_company:
            title = f"{link.company_name}が、所属を申請しています"
            text = "知っている会社か確かめて、承認するか、断ってください。"
            yield Matter(Urgency.ASKED, "tiers", title, text, reverse("worker:employers"))
    for placement in requests_of(worker=me.worker):
        if not placement.is_asked_by_worker:
            title = f"{placement.company}が、就業の合意を要請しています"
            text = f"{date_words(placement.from_on)}からです。合意するか、断ってください。"
            yield Matter(Urgency.ASKED, "chain", title, text, reverse("worker:placements"))


def mandates(me: Me, at: datetime) -> Iterator[Matter]:
    """Companies that asked for a 代行の委任."""
    for ask in open_asks(me.worker, on=day_of(at)):
        title = f"{ask.company.name}が、代行の委任をお願いしています"
        text = "申請をまかせるか決めて、委任するか、断ってください。"
        yield Matter(Urgency.ASKED, "paper", title, text, reverse("worker:mandates"))


def _title(shown: ApplicationShown) -> str:
    if shown.state == State.FEE_DUE:
        return f"「{shown.kind.label}」の手数料を払ってください"
    return f"「{shown.kind.label}」の申請を直してください"


def _text(shown: ApplicationShown) -> str:
    about = f"申請番号 {shown.number}。"
    if shown.state == State.RETURNED:
        return f"{about}直すところが{len(shown.open_findings)}か所あります。直すと、審査がつづきます。"
    if shown.charge is None:
        return f"{about}お支払いが確認できると、審査が始まります。"
    due = f"{date_words(shown.charge.due_on)}までに、{shown.charge.amount:,}円"
    return f"{about}{due}をお支払いください。確認できると、審査が始まります。"
