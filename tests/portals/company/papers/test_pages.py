"""帳票のページ: sites, papers, a long one with its progress, by role and by spot (PAPER-02, PAPER-08, PAPER-09)."""

from datetime import datetime
from uuid import UUID

import pytest
from django.http import HttpResponse
from django.urls import reverse

from ccus.domain.companies.models import Company
from ccus.domain.companies.terms import Role
from ccus.domain.papers.actions import ask_for_paper
from ccus.domain.papers.terms import PaperKind
from ccus.domain.sites.models import StructureMember
from ccus.jobs.papers import make
from tests.domain.papers.asked import asked
from tests.factories import seats, sites, workers
from tests.factories.personas import Cast
from tests.sealed import get_file


def page(cast: Cast, company: Company, role: Role = Role.CHIEF) -> HttpResponse:
    client = seats.client_of(seats.seat(company, role))
    return client.get(reverse("company:site-papers", args=[cast.site.number]))  # type: ignore[return-value]


def sent(cast: Cast, company: Company, member: StructureMember, paper: str, **typed: str) -> HttpResponse:
    client = seats.client_of(seats.seat(company))
    form = {"spot": str(member.key), "day": "2026-11-20", "has_below": "on", "paper": paper} | typed
    return client.post(reverse("company:site-papers", args=[cast.site.number]), form)  # type: ignore[return-value]


@pytest.mark.parametrize("kind", [kind for kind in PaperKind if kind.is_for_tier(0)])
@pytest.mark.parametrize("form", ["pdf", "xlsx"])
def test_the_prime_gets_its_papers_as_a_file(cast: Cast, kind: PaperKind, form: str) -> None:
    answer = sent(cast, cast.sato, cast.prime, f"{kind}.{form}")
    assert answer.status_code == 200
    assert f".{form}" in answer["Content-Disposition"]
    assert answer["Cache-Control"] == "private, no-store"
    assert answer.content[:4] in {b"%PDF", b"PK\x03\x04"}


@pytest.mark.parametrize("kind", [PaperKind.SUBCONTRACT, PaperKind.FORMATION])
def test_a_firm_of_the_first_tier_gets_its_papers(cast: Cast, kind: PaperKind) -> None:
    assert sent(cast, cast.suzuki, cast.first_tier, f"{kind}.pdf").content.startswith(b"%PDF")


def test_a_firm_is_offered_its_own_branch_and_no_paper_of_the_prime(cast: Cast) -> None:
    text = page(cast, cast.suzuki).content.decode()
    assert "高橋鉄筋" in text
    assert str(cast.prime.key) not in text
    assert "ledger.pdf" not in text


def test_a_firm_that_asks_for_the_spot_of_another_is_refused(cast: Cast) -> None:
    answer = sent(cast, cast.suzuki, cast.prime, "roster.pdf")
    assert answer.status_code == 422
    assert "事業者を選びなおしてください" in answer.content.decode()


def test_a_stranger_finds_no_such_page(cast: Cast) -> None:
    assert page(cast, cast.stranger).status_code == 404


def test_a_stranger_cannot_ask_for_a_paper(cast: Cast) -> None:
    assert sent(cast, cast.stranger, cast.prime, "roster.pdf").status_code == 404


@pytest.mark.parametrize(
    ("role", "status"), [(Role.CHIEF, 200), (Role.SITE_VIEWER, 404), (Role.PROXY_CLERK, 403)]
)
def test_papers_are_for_roles_that_view_structures_at_their_sites(
    cast: Cast, role: Role, status: int
) -> None:
    assert page(cast, cast.sato, role).status_code == status


def test_a_paper_of_another_tier_is_refused_in_a_sentence(cast: Cast) -> None:
    answer = sent(cast, cast.sato, cast.prime, "formation.pdf")
    assert answer.status_code == 422
    assert "「下請負業者編成表」は、一次以下の下請の書類です。" in answer.content.decode()


def test_a_day_that_cannot_be_read_is_refused_in_a_sentence(cast: Cast) -> None:
    answer = sent(cast, cast.sato, cast.prime, "roster.pdf", day="きのう")
    assert answer.status_code == 422
    assert "書類の日" in answer.content.decode()


def test_a_long_roster_leads_to_its_progress_and_then_to_its_file(cast: Cast) -> None:
    for person in workers.WorkerFactory.create_batch(200):
        sites.roster_line(worker=person, member=cast.second_tier)
    client = seats.client_of(seats.seat(cast.sato))
    form = {"spot": str(cast.prime.key), "day": "", "has_below": "on", "paper": "roster.xlsx"}
    led = client.post(reverse("company:site-papers", args=[cast.site.number]), form)
    address = str(led["Location"])
    assert "0／201" in client.get(address).content.decode()
    make(UUID(address.rstrip("/").rpartition("/")[2]))
    assert "できました" in client.get(f"{address}progress/").content.decode()
    assert get_file(client, f"{address}file/").content.startswith(b"PK")


def test_a_paper_of_another_account_is_no_page(cast: Cast, at: datetime) -> None:
    key = ask_for_paper(asked=asked(cast.prime), by=seats.seat(cast.sato).actor, at=at)
    other = seats.client_of(seats.seat(cast.suzuki))
    for name in ("paper-job", "paper-progress", "paper-file"):
        assert get_file(other, reverse(f"company:{name}", args=[key])).status_code == 404


def test_the_list_names_the_sites_and_the_papers_asked_for(cast: Cast, at: datetime) -> None:
    chief = seats.seat(cast.sato)
    ask_for_paper(asked=asked(cast.prime), by=chief.actor, at=at)
    text = seats.client_of(chief).get(reverse("company:papers")).content.decode()
    assert "未来タワー新築工事" in text
    assert "作成中" in text
