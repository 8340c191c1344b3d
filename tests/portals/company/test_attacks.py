"""What other firms, former clerks and strange requests try at the companies' portal, and what stops them."""

import io
import logging
from datetime import UTC, date, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from ccus.config.logs import WithoutValues
from ccus.domain.audit.policies import NotAllowed
from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Role
from ccus.domain.notices.models import Mail
from ccus.domain.readiness.reading import readiness
from ccus.domain.sites.actions.links import make_link
from ccus.domain.sites.actions.posts import end_post
from ccus.domain.sites.models import RosterBatch, SitePost, StructureAcceptance, StructureMember
from ccus.domain.sites.policies import require_prime
from ccus.domain.sites.reading.roster_batches import batch_shown
from ccus.domain.sites.terms import Post
from ccus.domain.sites.writers import Writer
from ccus.foundation.identifiers import Kind
from ccus.foundation.periods import Period
from ccus.foundation.superseding import remainder, supersede
from tests.factories import seats, workers
from tests.factories.facts import RECORDED_AT
from tests.factories.numbers import numbered
from tests.factories.personas import Cast

pytestmark = pytest.mark.django_db
NOBODYS = numbered(Kind.WORKER, 9_999_999)
TODAY = date(2026, 11, 20)


def posted(cast: Cast, role: Role, post: Post = Post.MANAGER) -> SeatMe:
    """Somebody of the prime who has had a post at the site since April."""
    someone = seats.seat(cast.sato, role)
    SitePost.objects.create(
        site=cast.site,
        seat_id=someone.seat,
        post=post,
        valid_from=date(2026, 4, 1),
        recorded_at=RECORDED_AT,
        recorded_by="system:0",
    )
    return someone


def relieve(cast: Cast, someone: SeatMe, at: datetime) -> None:
    """The post ends; today is no day of it any more."""
    posted(cast, Role.SITE_MANAGER)
    login_id = SitePost.objects.get(seat=someone.seat).seat.account.login_id
    end_post(site=cast.site, seat=login_id, until_on=TODAY, by=seats.seat(cast.sato).actor, at=at)


def test_a_site_manager_whose_post_is_over_writes_nothing_there_any_more(cast: Cast, at: datetime) -> None:
    former = posted(cast, Role.SITE_MANAGER)
    require_prime(former.actor, cast.site)
    relieve(cast, former, at)
    with pytest.raises(NotAllowed, match="担当ではありません"):
        require_prime(former.actor, cast.site)


@pytest.mark.parametrize("page", ["sites/{site}/", "structure/{site}/", "rosters/{spot}/", "papers/{site}/"])
def test_a_viewer_whose_post_is_over_opens_no_page_of_the_site(page: str, cast: Cast, at: datetime) -> None:
    former = posted(cast, Role.SITE_VIEWER, Post.VIEWER)
    address = "/company/" + page.format(site=cast.site.number, spot=cast.second_tier.key)
    browser = seats.client_of(former)
    assert browser.get(address).status_code == 200
    relieve(cast, former, at)
    assert browser.get(address).status_code == 404
    assert cast.site.name not in browser.get("/company/rosters/").content.decode()


@pytest.mark.parametrize(
    "page",
    [
        "sites/%00/",
        "sites/?q=%00&after=%00",
        "structure/%00/",
        "papers/?after=%00",
        "organisation/people/%00/",
    ],
)
def test_an_address_that_nobody_can_type_names_no_page(page: str, cast: Cast) -> None:
    assert seats.client_of(seats.seat(cast.sato)).get(f"/company/{page}").status_code == 404


def test_the_log_of_a_refused_request_does_not_hold_the_link(cast: Cast, at: datetime) -> None:
    made = make_link(upper=cast.prime, by=seats.seat(cast.sato).actor, at=at)
    viewer = seats.client_of(seats.seat(cast.stranger, Role.SITE_VIEWER))
    kept = io.StringIO()
    handler = logging.StreamHandler(kept)
    handler.setFormatter(WithoutValues())
    logging.getLogger("django.request").addHandler(handler)
    assert viewer.get(f"/company/structure/join/{made.token}/").status_code == 403
    logging.getLogger("django.request").removeHandler(handler)
    assert "/company/structure/join/…/" in kept.getvalue()


@pytest.mark.parametrize(
    "sent",
    [
        {"row": "²:1"},
        {"row": f"{'9' * 30}:1"},
        {"drop": "²"},
        {"drop": "9" * 5000},
        {"act": "map", "column-number": "²"},
    ],
)
def test_numbers_that_nobody_types_break_no_draft(sent: dict[str, str], cast: Cast) -> None:
    clerk = seats.client_of(seats.seat(cast.takahashi))
    address = f"/company/rosters/{cast.second_tier.key}/import/"
    rows = SimpleUploadedFile("名簿.csv", b"number\r\n12345678901234\r\n")
    draft = clerk.post(address, {"file": rows}).headers["Location"]
    assert clerk.post(draft, sent).status_code == 302


def test_a_form_with_a_number_of_contracts_that_nobody_types_is_answered(cast: Cast) -> None:
    clerk = seats.client_of(seats.seat(cast.sato))
    assert clerk.post("/company/sites/new/", {"contracts": "9" * 5000}).status_code == 422


def test_a_draft_answers_alike_for_a_stranger_and_for_a_number_that_nobody_has(cast: Cast) -> None:
    stranger = workers.worker()
    clerk = seats.client_of(seats.seat(cast.takahashi))
    lines = [f"{number},2026-12-02,2026-12-01" for number in (stranger.number, NOBODYS)]
    file = SimpleUploadedFile("名簿.csv", ("技能者ID,初日,末日\r\n" + "\r\n".join(lines)).encode())
    clerk.post(f"/company/rosters/{cast.second_tier.key}/import/", {"file": file, "position": "general"})
    batch = RosterBatch.objects.get()
    rows = batch_shown(batch, writer=Writer(cast.takahashi.pk), at=datetime(2026, 11, 20, tzinfo=UTC)).rows
    assert rows[0].faults == rows[1].faults


@pytest.mark.parametrize("until", [None, TODAY])
def test_a_firm_above_that_was_only_invited_or_has_left_opens_no_roster_below(
    until: date | None, cast: Cast
) -> None:
    browser = seats.client_of(seats.seat(cast.suzuki))
    address = f"/company/rosters/{cast.second_tier.key}/"
    assert browser.get(address).status_code == 200
    accepted = StructureAcceptance.objects.get(member=cast.first_tier)
    supersede(accepted, at=RECORDED_AT)
    if until is not None:
        remainder(accepted, Period(accepted.valid_from, until))
    assert browser.get(address).status_code == 404


def test_a_firm_that_refused_foresees_nobody_below_the_spot_it_refused(cast: Cast, at: datetime) -> None:
    assert readiness(cast.site.pk, TODAY, at=at).seen_by(cast.suzuki.pk).lines
    StructureMember.objects.filter(pk=cast.first_tier.pk).update(refused_at=at)
    assert not readiness(cast.site.pk, TODAY, at=at).seen_by(cast.suzuki.pk).lines


def test_a_press_for_three_thousand_people_is_read(cast: Cast) -> None:
    clerk = seats.client_of(seats.seat(cast.takahashi))
    sent = {f"trade-{number}": "x" for number in range(3_000)} | {"worker": [str(n) for n in range(3_000)]}
    assert clerk.post(f"/company/rosters/{cast.second_tier.key}/add/", sent).status_code == 422


@pytest.mark.parametrize(
    "name", ["当選 https://evil.example/x", "ｅｖｉｌ．ｅｘａｍｐｌｅ へ", "a@evil.example"]
)
def test_nobody_mails_a_stranger_an_address_as_the_name_of_a_user(name: str, cast: Cast) -> None:
    chief = seats.client_of(seats.seat(cast.sato))
    sent = {"name": name, "role": "site_viewer", "mail": "a@example.jp", "handing": "mail"}
    assert chief.post("/company/organisation/people/new/", sent).status_code == 422
    assert not Mail.objects.exists()
