"""施工体系図の画面 (SITE-23): drawn and listed, one sheet at a time."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from ccus.portals.company.structure.site.drawing import fitted
from tests.factories import companies, seats, sites
from tests.factories.personas import Cast

pytestmark = pytest.mark.django_db
LONG = "株式会社とても長い名前のついた建設業を営む会社の見本として作られた工務店支店株式会社"


@pytest.fixture
def prime(cast: Cast) -> Client:
    return seats.client_of(seats.seat(cast.sato))


def page_of(client: Client, cast: Cast, query: str = "") -> str:
    answer = client.get(reverse("company:structure-site", args=[cast.site.number]) + query)
    assert answer.status_code == 200
    return answer.content.decode()


def crowd(cast: Cast, firms: int) -> None:
    for _ in range(firms):
        sites.spot(cast.site, companies.company(), cast.first_tier)


def test_the_drawing_and_the_list_tell_the_same_firms(cast: Cast, prime: Client) -> None:
    page = page_of(prime, cast)
    drawing, listed = page.split('<svg class="tree"')[1].split("</svg>", 1)
    for firm in ("佐藤建設", "鈴木工務店", "高橋鉄筋"):
        assert firm in drawing
        assert firm in listed


def test_whoever_waits_or_is_not_registered_is_counted_in_the_head(cast: Cast, prime: Client) -> None:
    sites.spot(cast.site, cast.stranger, cast.prime)
    head = page_of(prime, cast).split("施工体系図</h2>")[0]
    assert "承認待ち 1社" in head
    assert "chip--unlinked" not in head


def test_the_way_to_the_papers_of_the_site_stands_on_its_structure(cast: Cast, prime: Client) -> None:
    assert reverse("company:site-papers", args=[cast.site.number]) in page_of(prime, cast)


def test_the_list_is_nested_and_closed_as_the_tree_is(cast: Cast, prime: Client) -> None:
    sites.spot(cast.site, cast.stranger, cast.prime)
    page = page_of(prime, cast)
    branch = page[page.index('<ul class="branch">') :]
    branch = branch[: branch.index("</section>")]
    assert branch.count("<ul") == branch.count("</ul>") == 3
    assert branch.count("<li") == branch.count("</li>") == 4


def test_past_forty_firms_there_are_sheets_to_choose_from(cast: Cast, prime: Client) -> None:
    crowd(cast, 60)
    first, second = page_of(prime, cast), page_of(prime, cast, "?sheet=2")
    assert "1枚目（全3枚）" in first
    assert "→2枚目" in first
    assert "はじめの事業者の上は" in second


def test_a_sheet_that_there_is_not_shows_the_first(cast: Cast, prime: Client) -> None:
    for number in ("0", "99", "x", "²"):
        assert 'aria-current="page"' in page_of(prime, cast, f"?sheet={number}")


def test_a_firm_is_found_by_name_or_number_with_its_sheet(cast: Cast, prime: Client) -> None:
    crowd(cast, 60)
    for text in ("高橋", cast.takahashi.number):
        found = page_of(prime, cast, f"?q={text}")
        assert re.search(r"高橋鉄筋</a>\s*<a[^>]*>2枚目", found)
    assert "この施工体制にいません" in page_of(prime, cast, "?q=ない会社")


def test_a_name_that_would_be_markup_is_only_a_name(cast: Cast, prime: Client) -> None:
    sites.spot(cast.site, companies.company(name='<script>x</script>"'), cast.prime)
    assert "<script>x" not in page_of(prime, cast)


def test_names_are_fitted_into_their_boxes() -> None:
    assert fitted("佐藤建設") == (15, ["佐藤建設"])
    size, lines = fitted(LONG)
    assert (size, len(lines), "".join(lines)) == (13, 3, LONG)
    assert fitted(LONG * 2)[1][2].endswith("…")


def test_a_page_takes_as_many_statements_for_sixty_firms_as_for_three(cast: Cast, prime: Client) -> None:
    with CaptureQueriesContext(connection) as few:
        page_of(prime, cast)
    crowd(cast, 60)
    with CaptureQueriesContext(connection) as many:
        page_of(prime, cast)
    assert len(few) == len(many)


def test_the_prime_is_led_to_firms_that_nobody_declared(cast: Cast, prime: Client) -> None:
    address = reverse("company:structure-undeclared", args=[cast.site.number])
    assert address in page_of(prime, cast)
    assert "すべて施工体制にいます" in prime.get(address).content.decode()


def test_a_firm_below_sees_its_branch_and_no_undeclared_firms(cast: Cast) -> None:
    sites.spot(cast.site, cast.stranger, cast.prime)
    lower = seats.client_of(seats.seat(cast.takahashi))
    page = page_of(lower, cast)
    assert "他社" not in page
    assert "宣言されていない事業者" not in page
    address = reverse("company:structure-undeclared", args=[cast.site.number])
    assert "元請事業者だけ" in lower.get(address).content.decode()
