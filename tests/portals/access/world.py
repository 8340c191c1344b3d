"""刻印の世界: the marked people, and one of each thing that an address can name, in the states that it can be in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from ccus.domain.accounts.officers import OfficerMe
from ccus.domain.accounts.terms import Duty
from ccus.domain.applications.actions.enquiries import open_record
from ccus.domain.applications.terms import EnquiryReason
from ccus.domain.audit.terms import SYSTEM
from ccus.domain.certificates.actions import issue_certificate, revoke_certificate
from ccus.domain.companies.models import AgentLicence, Company
from ccus.domain.companies.seats import SeatMe
from ccus.domain.desk.actions.asking import open_case
from ccus.domain.desk.actions.handling import take_case
from ccus.domain.desk.models import DeskCase
from ccus.domain.desk.terms import Subject
from ccus.domain.notices.actions import announce
from ccus.domain.papers.actions import ask_for_paper, deliver_paper
from ccus.domain.printing.actions.batches import take_batch
from ccus.domain.sites.actions.links import make_link
from ccus.domain.sites.models import Reader, Site, StructureMember
from ccus.domain.work_history.actions.answers import answer_refusal, approve, refuse
from ccus.domain.work_history.actions.entries import withdraw
from ccus.domain.work_history.claim_terms import Ground
from ccus.domain.work_history.models import DayClaim
from ccus.domain.workers.models import Worker
from tests.domain.papers.asked import asked
from tests.domain.recovery.people import opened
from tests.factories import claims, companies, corrections, mandates, officers, printing, seats, sites
from tests.factories.applications import AT
from tests.factories.fees import charge
from tests.factories.personas import firm, person
from tests.factories.records import record
from tests.portals.marked_cases import Everything, everything

READER_TOKEN = "kokuin-no-genba-no-tanmatsu"
NEXT_TO_IT = date(2026, 11, 16)
Named = Mapping[str, str]
"""State or kind of a thing → what stands for it in an address."""


@dataclass(frozen=True, slots=True)
class Firms:
    """At the marked worker's site: 元請 over the firm above the employer; one on a branch beside; one that was only
    invited. `agent` files for the marked worker by mandate."""

    prime: Company
    above: Company
    beside: Company
    invited: Company
    agent: Company


@dataclass(frozen=True, slots=True)
class World:
    """Everybody and everything of the marked. `chief` asked for the papers, `caller` opened the record of a call."""

    marked: Everything
    firms: Firms
    chief: SeatMe
    caller: OfficerMe
    reader: Reader
    sites: Named
    spots: Named
    claims: Named
    certificates: Named
    papers: Named
    desk: Mapping[str, DeskCase]
    corrections: Named
    keys: Named
    numbers: Mapping[str, int]

    @property
    def worker(self) -> Worker:
        """The marked worker."""
        return self.marked.marked.worker

    @property
    def employer(self) -> Company:
        """Of the marked worker."""
        return self.marked.marked.employer


def world() -> World:
    """Built once for all who look: nobody changes it for good."""
    marked = everything()
    worker, employer = marked.marked.worker, marked.marked.employer
    site = sites.site()
    prime = sites.prime_spot(site)
    above, beside, invited_firm = (companies.company() for _ in range(3))
    firms = Firms(site.prime, above, beside, invited_firm, mandates.agent())
    own, invited = _spots(site, prime, employer, firms)
    line = sites.roster_line(worker=worker, member=own)
    over = sites.site(prime=site.prime, period__valid_until=date(2026, 6, 1))
    mandates.mandate(worker, firms.agent)
    record(worker, site, NEXT_TO_IT - timedelta(days=4), line=line)
    chief = seats.seat(site.prime)
    caller = officers.officer(Duty.CONTACT)
    reader = sites.reader(site, token=READER_TOKEN, system="入退場システム")
    return World(
        marked=marked,
        firms=firms,
        chief=chief,
        caller=caller,
        reader=reader,
        sites={"running": site.number, "over": over.number},
        spots=_keyed(own=own, invited=invited, prime=prime),
        claims=_claims(worker, site, employer),
        certificates=_certificates(worker),
        papers=_papers(chief, prime, own),
        desk=_desk(worker, caller),
        corrections=_corrections(worker),
        keys=_keys(worker, employer, reader, own),
        numbers=_numbers(worker, caller),
    )


def _spots(
    site: Site, prime: StructureMember, employer: Company, firms: Firms
) -> tuple[StructureMember, ...]:
    """The employer's spot below a firm below the prime, and one that was only invited."""
    above = sites.accept(sites.spot(site, firms.above, prime))
    sites.accept(sites.spot(site, firms.beside, prime))
    return sites.accept(sites.spot(site, employer, above)), sites.spot(site, firms.invited, above)


def _keyed(**spots: StructureMember) -> Named:
    for spot in spots.values():
        spot.refresh_from_db(fields=["key"])
    return {name: str(spot.key) for name, spot in spots.items()}


def _claims(worker: Worker, site: Site, employer: Company) -> Named:
    """申告: asked, approved, taken back, and refused with a plea to the office."""
    days = {
        name: NEXT_TO_IT + timedelta(days=n) for n, name in enumerate(("asked", "approved", "taken back"))
    }
    made: dict[str, DayClaim] = {
        name: claims.entered(worker, site, day, company=employer, at=AT)[0] for name, day in days.items()
    }
    approve(claim=made["approved"], by=firm(site.prime), at=AT)
    withdraw(claim=made["taken back"], by=person(worker), at=AT)
    made["in dispute"] = claims.entered(worker, site, date(2026, 11, 13), company=employer, at=AT)[0]
    refuse(
        claim=made["in dispute"], ground=Ground.NOT_THERE, words="控えにない。", by=firm(site.prime), at=AT
    )
    answer_refusal(claim=made["in dispute"], plea="配筋をしていました。", by=person(worker), at=AT)
    for claim in made.values():
        claim.refresh_from_db(fields=["key"])
    return {name: str(claim.key) for name, claim in made.items()}


def _certificates(worker: Worker) -> Named:
    by = person(worker)
    valid, revoked = (
        issue_certificate(worker=worker, period=None, with_sites=shown, by=by, at=AT)
        for shown in (True, False)
    )
    revoke_certificate(worker=worker, key=revoked.key, by=by, at=AT)
    return {"valid": str(valid.key), "revoked": str(revoked.key)}


def _papers(chief: SeatMe, prime: StructureMember, own: StructureMember) -> Named:
    ready, making = (ask_for_paper(asked=asked(at), by=chief.actor, at=AT) for at in (prime, own))
    deliver_paper(key=ready, content=b"%PDF-1.4 the marked roster", by=SYSTEM, at=AT)
    return {"ready": str(ready), "in the making": str(making)}


def _desk(worker: Worker, caller: OfficerMe) -> Mapping[str, DeskCase]:
    """お問い合わせ: one that waits, and one about a day in the hands of whoever took the call."""
    waiting, held = (
        open_case(subject=Subject.DAYS, words="なぜですか。", on=NEXT_TO_IT, by=person(worker), at=AT)
        for _ in range(2)
    )
    take_case(case=held, by=caller.actor, at=AT)
    return {"in hand": held, "waiting": waiting}


def _corrections(worker: Worker) -> Named:
    """登録の修正: 連絡先 with a row of the worker, as it is written and as its preview says."""
    by = officers.officer(Duty.CORRECT).actor
    found = {}
    for state in ("waiting", "writing"):
        written = corrections.change_set("contact", by=by, at=AT)
        corrections.row(written, worker.number, {"building": "302号室"}, by=by, at=AT)
        written.refresh_from_db(fields=["key"])
        found[state] = written
        if state == "waiting":
            corrections.previewed(written, by=by, at=AT)
    return {state: str(written.key) for state, written in found.items()}


def _keys(worker: Worker, employer: Company, reader: Reader, own: StructureMember) -> Named:
    """One of each other thing with a key."""
    printing.waiting_card()
    link = make_link(upper=own, by=firm(employer), at=AT).link
    for row in (reader, link):
        row.refresh_from_db(fields=["key"])
    return {
        "own site": str(claims.own_site(worker, at=AT).key),
        "reader": str(reader.key),
        "link": str(link.key),
        "batch": str(take_batch(by=printing.printer().actor, at=AT)),
        "reset request": str(opened(worker).request.key),
    }


def _numbers(worker: Worker, caller: OfficerMe) -> Mapping[str, int]:
    officer = officers.officer().actor
    told = announce(title="刻印のないお知らせ", body="休みます。", from_on=AT.date(), by=officer, at=AT)
    why = EnquiryReason.WORKER_ASKED
    enquiry = open_record(number=worker.number, reason=why, note="", by=caller.actor, at=AT)
    return {
        "announcement": told.pk,
        "enquiry": enquiry,
        "charge": charge(subject="application:0").pk,  # of no case here: an open charge stops an approval
        "licence": AgentLicence.objects.latest("pk").pk,
    }
