"""代行申請 (PROXY-05 to PROXY-09): a whole filing without any login of the client, and who may not."""

import re
from dataclasses import dataclass

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from ccus.domain.accounts.terms import Duty
from ccus.domain.applications.actions.filing import submit
from ccus.domain.applications.models import Application, ApplicationStep, CaseProxy, DraftSection
from ccus.domain.applications.terms import ApplicationKind, State
from ccus.domain.audit.models import Event
from ccus.domain.companies.models import Company
from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Role
from ccus.domain.disclosure.models import DisclosureTrace
from ccus.domain.evidence.models import Evidence
from ccus.domain.fees.models import Charge
from ccus.domain.notices.models import Mail, Notice
from ccus.domain.proxies.actions.mandates import end_mandate
from ccus.domain.workers.models import Mandate, Worker
from ccus.foundation import clock
from tests.domain.recovery.people import OWN, with_contact
from tests.factories import applications as made
from tests.factories import mandates, officers
from tests.factories.evidence import photo
from tests.factories.personas import person
from tests.factories.seats import client_of, seat
from tests.portals.filing import desk
from tests.sealed import get_file

pytestmark = pytest.mark.django_db
CONTACT = {**made.CONTACT, "version": "0"}


@dataclass
class Office:
    """行政書士事務所 with one client."""

    worker: Worker
    company: Company
    mandate: Mandate
    clerk: SeatMe
    browser: Client

    @property
    def home(self) -> str:
        return f"/filing/for/{self.worker.number}/"

    def started(self, kind: str = "change") -> str:
        """The address of an application that was begun for the client."""
        answer = self.browser.post(f"{self.home}start/", {"kind": kind})
        assert answer.status_code == 302, answer.content.decode()
        return str(answer["Location"])

    def end(self) -> None:
        end_mandate(mandate=self.mandate, by=person(self.worker), at=clock.now())


@pytest.fixture
def office() -> Office:
    worker, company = made.worker_with_card(), mandates.agent()
    clerk = seat(company, Role.PROXY_CLERK)
    return Office(worker, company, mandates.mandate(worker, company), clerk, client_of(clerk))


def latest() -> Application:
    return Application.objects.latest("pk")


def read(browser: Client, path: str) -> str:
    answer = browser.get(path)
    assert answer.status_code == 200, (path, answer.status_code)
    return str(answer.content.decode())


def test_an_agent_files_a_whole_change_without_any_login_of_the_client(office: Office) -> None:
    path = office.started()
    assert office.browser.post(f"{path}contact/", CONTACT | {"act": "next"}).status_code == 302
    answer = office.browser.post(f"{path}check/")
    assert answer["Location"] == f"{path}received/"
    assert latest().state == State.SUBMITTED
    assert latest().number in read(office.browser, f"{path}received/")


def test_both_names_stand_on_the_application_each_step_and_each_event(office: Office) -> None:
    path = office.started()
    office.browser.post(f"{path}contact/", CONTACT | {"act": "next"})
    office.browser.post(f"{path}check/")
    case, actor = latest(), str(office.clerk.actor)
    assert (case.filed_by, case.worker_id) == (actor, office.worker.pk)
    assert {(step.by, step.mandate_id) for step in ApplicationStep.objects.all()} == {
        (actor, office.mandate.pk)
    }
    events = Event.objects.filter(actor_kind="seat")
    assert {event.act.rpartition(".")[2] for event in events} >= {"opened", "begun", "submitted"}
    assert {event.detail.get("client") for event in events} == {f"worker:{office.worker.pk}"}


def test_the_office_reads_beside_the_step_who_filed_for_the_worker(office: Office) -> None:
    path = office.started()
    office.browser.post(f"{path}contact/", CONTACT | {"act": "next"})
    office.browser.post(f"{path}check/")
    reviewer = officers.client_of(officers.officer(Duty.REVIEW))
    assert f"{office.company.name}が代行" in read(reviewer, f"/office/cases/{latest().number}/")


@pytest.mark.parametrize("part", ["", "contact/", "check/", "withdrawal/", "filed/"])
def test_every_page_says_for_whom_under_whose_mandate_and_until_when(part: str, office: Office) -> None:
    path = office.started()
    office.browser.post(f"{path}contact/", CONTACT | {"act": "next"})
    if part == "filed/":
        office.browser.post(f"{path}check/")
    page = read(office.browser, path + part)
    banner = re.search(r'<section class="acting".*?</section>', page, re.DOTALL)
    assert banner is not None
    assert all(words in banner[0] for words in ("さんの代行", office.company.name, "2027年3月31日まで"))
    assert page.index("acting") < page.index('class="topbar"')


def test_the_page_of_a_client_says_it_too_and_an_own_page_does_not(office: Office) -> None:
    assert "さんの代行をしています" in read(office.browser, office.home)
    assert "さんの代行をしています" not in read(office.browser, "/company/clients/")


@pytest.mark.parametrize("part", ["", "contact/", "check/", "received/", "withdrawal/", "receipt.pdf"])
def test_the_clerk_of_another_company_gets_404(part: str, office: Office) -> None:
    path = office.started()
    other = mandates.agent("別の行政書士")
    browser = client_of(seat(other, Role.PROXY_CLERK))
    assert get_file(browser, path + part).status_code == 404
    assert browser.post(f"{path}contact/", CONTACT).status_code == 404
    assert browser.get(office.home).status_code == 404


def test_a_clerk_with_another_mandate_of_the_client_opens_only_what_was_entrusted(office: Office) -> None:
    path = office.started()
    other = mandates.agent("別の行政書士")
    mandates.mandate(office.worker, other)
    browser = client_of(seat(other, Role.PROXY_CLERK))
    assert browser.get(path).status_code == 404
    refused = browser.post(f"{office.home}start/", {"kind": "change"})
    assert (refused.status_code, "代行にまかせる" in refused.content.decode()) == (422, True)


def test_a_role_without_the_power_to_file_opens_no_client(office: Office) -> None:
    path = office.started()
    browser = client_of(seat(office.company, Role.SITE_VIEWER))
    assert {browser.get(each).status_code for each in (path, office.home, "/company/clients/")} == {403}


def test_what_the_worker_files_alone_is_not_for_the_agent(office: Office) -> None:
    own = made.opened(ApplicationKind.CHANGE, worker=office.worker)
    assert office.browser.get(f"/filing/{own.number}/").status_code == 404
    assert own.number not in read(office.browser, office.home)


@pytest.mark.parametrize("act", ["next", "keep", "list"])
def test_a_mandate_ended_in_the_middle_of_a_form_stores_nothing(act: str, office: Office) -> None:
    path = office.started()
    office.browser.get(f"{path}contact/")
    office.end()
    answer = office.browser.post(f"{path}contact/", CONTACT | {"act": act})
    assert (answer.status_code, DraftSection.objects.count()) == (409 if act == "keep" else 403, 0)
    assert "委任は、終わっています" in (answer.json()["words"] if act == "keep" else answer.content.decode())


def test_an_image_sent_after_the_end_is_not_stored_either(office: Office) -> None:
    path = office.started("colour_change")
    office.end()
    office.browser.post(
        f"{path}core/n1/",
        {"act": "upload", "image-file": SimpleUploadedFile("a.jpg", photo(600, 800), "image/jpeg")},
    )
    assert not Evidence.objects.exists()


@pytest.mark.parametrize("part", ["", "contact/", "check/", "grade/", "withdrawal/"])
def test_after_the_end_no_page_shows_anything_of_the_client(part: str, office: Office) -> None:
    path = office.started()
    name = str(office.worker.names.get().kana)
    office.end()
    answer = office.browser.get(path + part) if part != "grade/" else office.browser.post(path + part)
    page = answer.content.decode()
    assert (answer.status_code, name in page, office.worker.number in page) == (403, False, False)


def test_the_draft_stays_with_the_worker_who_goes_on(office: Office) -> None:
    path = office.started()
    office.browser.post(f"{path}contact/", CONTACT | {"act": "next"})
    office.end()
    own = desk.of_worker(office.worker)
    assert office.company.name in own.get(path)
    assert own.post(f"{path}check/")["Location"] == f"{path}received/"


def test_an_agent_whose_licence_ends_is_out_at_once(office: Office) -> None:
    path = office.started()
    office.company.agent_licences.update(superseded_at=clock.now())
    assert office.browser.get(path).status_code == 403


@pytest.mark.parametrize("kind", ["withdrawal", "company_registration", "registration"])
def test_nobody_leaves_or_registers_a_company_through_an_agent(kind: str, office: Office) -> None:
    assert office.browser.post(f"{office.home}start/", {"kind": kind}).status_code == 422
    assert not Application.objects.exists()


@pytest.mark.parametrize("page", ["mandates/", "viewed/", "", "disclosure/"])
def test_the_pages_of_the_worker_stay_closed_to_the_agent(page: str, office: Office) -> None:
    assert office.browser.get(f"/worker/{page}").status_code == 403


@pytest.mark.parametrize(
    ("payer", "pays"), [("worker", "worker:{0}"), ("proxy", "company:{1}"), ("", "worker:{0}")]
)
def test_the_application_says_who_pays_and_the_charge_is_the_same(
    payer: str, pays: str, office: Office
) -> None:
    path = office.started("reissue")
    office.browser.post(f"{path}reason/", {"reason": "lost", "version": "0", "act": "next"})
    office.browser.post(f"{path}delivery/", {"place": "contact", "version": "0", "act": "next"})
    assert "お支払いする方" in read(office.browser, f"{path}check/")
    office.browser.post(f"{path}check/", {"payer": payer})
    charge = Charge.objects.get()
    assert (charge.payer, charge.amount) == (pays.format(office.worker.pk, office.company.pk), 1_000)
    assert (office.company.name if payer == "proxy" else "本人") in read(office.browser, path)


def test_the_worker_hears_of_what_was_filed_and_takes_it_back(office: Office) -> None:
    with_contact(office.worker)
    path = office.started()
    office.browser.post(f"{path}contact/", CONTACT | {"act": "next"})
    office.browser.post(f"{path}check/")
    assert Notice.objects.filter(account=office.worker.account, title__contains=office.company.name).exists()
    assert Mail.objects.filter(to=OWN, subject__contains=office.company.name).exists()
    own = desk.of_worker(office.worker)
    assert "が代行）" in own.get(path)
    own.post(f"{path}withdrawal/")
    assert latest().state == State.WITHDRAWN


def test_looking_at_what_is_registered_leaves_a_trace_for_the_worker(office: Office) -> None:
    read(office.browser, office.started())
    trace = DisclosureTrace.objects.filter(worker=office.worker.pk).latest("pk")
    assert (trace.purpose, trace.actor_kind) == ("proxy_filing", "seat")
    assert {"past_employers", "work_history", "traces"}.isdisjoint(trace.items)


def test_an_image_of_the_case_opens_to_the_agent_and_to_no_other(office: Office) -> None:
    path = office.started("colour_change")
    office.browser.post(
        f"{path}core/n1/",
        {
            "act": "upload",
            "version": "0",
            "image-file": SimpleUploadedFile("a.jpg", photo(600, 800), "image/jpeg"),
        },
    )
    image = Evidence.objects.get()
    assert image.owner == f"worker:{office.worker.pk}"
    address = f"/filing/images/{image.key}/"
    assert get_file(office.browser, address).status_code == 200
    stranger = client_of(seat(mandates.agent("別の行政書士"), Role.PROXY_CLERK))
    assert get_file(stranger, address).status_code == 404
    office.end()
    assert get_file(office.browser, address).status_code == 404


def test_a_worker_gives_an_application_already_begun_to_the_agent(office: Office) -> None:
    case = made.drafted(ApplicationKind.CHANGE, worker=office.worker)
    own, path = desk.of_worker(office.worker), f"/filing/{case.number}/"
    assert f"{office.company.name}にまかせる" in own.get(path)
    own.post(f"{path}entrusting/", company=office.company.number)
    assert CaseProxy.objects.get().by == f"worker:{office.worker.pk}"
    assert office.browser.post(f"{path}check/").status_code == 302
    assert latest().state == State.SUBMITTED


def test_a_case_goes_to_nobody_who_has_no_mandate(office: Office) -> None:
    case = made.drafted(ApplicationKind.CHANGE, worker=office.worker)
    other = mandates.agent("別の行政書士")
    answer = desk.of_worker(office.worker).post(f"/filing/{case.number}/entrusting/", company=other.number)
    assert (answer.status_code, CaseProxy.objects.count()) == (422, 0)


def test_the_agent_hears_when_the_office_returns_a_case(office: Office) -> None:
    path = office.started()
    office.browser.post(f"{path}contact/", CONTACT | {"act": "next"})
    submit(number=latest().number, by=office.clerk.actor, at=clock.now())
    assert Notice.objects.filter(account=office.clerk.account, title__contains=latest().number).exists()


def test_a_company_whose_registration_ran_out_files_for_nobody(office: Office) -> None:
    path = office.started()
    office.company.terms.create(
        valid_from="2020-01-01", valid_until="2026-11-01", recorded_at=clock.now(), recorded_by="system:0"
    )
    answer = office.browser.get(path)
    assert (answer.status_code, "有効期限" in answer.content.decode()) == (403, True)


def test_an_image_is_turned_and_blacked_out_with_both_names(office: Office) -> None:
    path = office.started("colour_change")
    image = SimpleUploadedFile("a.jpg", photo(600, 800), "image/jpeg")
    office.browser.post(f"{path}core/n1/", {"act": "upload", "version": "0", "image-file": image})
    key = str(Evidence.objects.get().key)
    office.browser.post(f"{path}core/n1/", {"act": "turn:image", "version": "1", "image": key})
    assert office.browser.post(f"{path}core/n1/image/mask/", {"boxes": "0,0,500,500"}).status_code == 302
    events = Event.objects.filter(act__startswith="evidence.")
    assert {event.act.rpartition(".")[2] for event in events} == {"uploaded", "turned", "masked"}
    assert {(event.actor_kind, event.detail["client"]) for event in events} == {
        ("seat", f"worker:{office.worker.pk}")
    }


def test_a_draft_goes_on_after_the_mandate_was_given_anew(office: Office) -> None:
    path = office.started()
    office.end()
    assert office.browser.get(path).status_code == 403
    mandates.mandate(office.worker, office.company, valid_from=clock.today())
    assert office.browser.get(path).status_code == 200
