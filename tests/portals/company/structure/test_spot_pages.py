"""施工体制の画面: every act at a spot, as somebody of a firm presses it (SITE-05 to SITE-23)."""

import re
from datetime import datetime

import pytest
from django.test import Client
from django.urls import reverse

from ccus.domain.companies.models import Company
from ccus.domain.companies.terms import Role
from ccus.domain.sites.actions.proxies import give_structure_proxy
from ccus.domain.sites.actions.stand_ins import declare_stand_in
from ccus.domain.sites.actions.structure import invite
from ccus.domain.sites.models import (
    InvitationLink,
    SitePost,
    StructureAcceptance,
    StructureMember,
    StructurePattern,
    StructureProxy,
)
from ccus.domain.sites.terms import Post
from tests.factories import companies, seats, sites
from tests.factories.personas import Cast, firm

pytestmark = pytest.mark.django_db


def browser(company: Company, role: Role = Role.CHIEF) -> Client:
    return seats.client_of(seats.seat(company, role))


def at_spot(member: StructureMember, page: str = "spot", *more: object) -> str:
    fresh = StructureMember.objects.select_related("site").get(pk=member.pk)
    return reverse(f"company:structure-{page}", args=[fresh.site.number, fresh.key, *more])


def press(client: Client, member: StructureMember, act: str, **typed: str) -> tuple[int, str]:
    fields = {f"{act}-{name}": value for name, value in typed.items()}
    answer = client.post(at_spot(member, "act", act), fields, follow=True)
    return answer.status_code, answer.content.decode()


def test_a_firm_is_invited_by_its_number_and_accepts(cast: Cast) -> None:
    status, page = press(browser(cast.takahashi), cast.second_tier, "invite", company=cast.stranger.number)
    assert (status, "要請しました" in page, "他社" in page) == (200, True, True)
    member = StructureMember.objects.get(company=cast.stranger)
    lower = browser(cast.stranger)
    assert "返事を待っている要請" in lower.get(reverse("company:structure")).content.decode()
    assert press(lower, member, "accept", from_on="")[0] == 200
    assert StructureAcceptance.objects.filter(member=member).exists()


def test_a_number_that_nobody_has_is_said_at_its_field(cast: Cast) -> None:
    status, page = press(
        browser(cast.takahashi), cast.second_tier, "invite", company=companies.company().number[:-1] + "x"
    )
    assert status == 422
    assert 'aria-invalid="true"' in page


def test_a_firm_refuses_and_finds_its_list_again(cast: Cast, at: datetime) -> None:
    member = invite(upper=cast.prime, company=cast.stranger, by=firm(cast.sato), at=at)
    status, page = press(browser(cast.stranger), member, "refuse")
    assert (status, "要請を断りました" in page) == (200, True)


def test_the_firm_above_withdraws_what_was_not_answered(cast: Cast, at: datetime) -> None:
    member = invite(upper=cast.prime, company=cast.stranger, by=firm(cast.sato), at=at)
    status, page = press(browser(cast.sato), member, "withdraw")
    assert (status, "取り下げました" in page) == (200, True)


def test_the_last_day_of_a_firm_is_the_one_that_was_typed(cast: Cast) -> None:
    press(browser(cast.takahashi), cast.second_tier, "leave", until_on="2026-11-30")
    left = StructureAcceptance.objects.get(member=cast.second_tier, superseded_at=None)
    assert str(left.valid_until) == "2026-12-01"


def test_a_day_long_past_is_refused_with_a_sentence(cast: Cast) -> None:
    status, page = press(browser(cast.takahashi), cast.second_tier, "leave", until_on="2026-08-31")
    assert (status, "外れる日" in page) == (422, True)


def test_a_stand_in_is_declared_named_and_claimed(cast: Cast) -> None:
    upper, real = browser(cast.suzuki), browser(cast.stranger)
    press(upper, cast.first_tier, "stand-in", name="未来塗装", contact="")
    stand_in = StructureMember.objects.get(company=None)
    assert press(upper, stand_in, "name", company=cast.stranger.number)[0] == 200
    assert "は、あなたの会社ですか" in real.get(reverse("company:structure")).content.decode()
    key = InvitationLink.objects.get().key
    real.post(reverse("company:structure-claim", args=[key]))
    assert StructureMember.objects.get(pk=stand_in.pk).company == cast.stranger


def test_a_firm_that_was_named_by_mistake_says_so(cast: Cast, at: datetime) -> None:
    stand_in = declare_stand_in(upper=cast.prime, name="未来塗装", by=firm(cast.sato), at=at)
    press(browser(cast.sato), stand_in, "name", company=cast.stranger.number)
    key = InvitationLink.objects.get().key
    browser(cast.stranger).post(reverse("company:structure-decline", args=[key]))
    assert InvitationLink.objects.get().cancelled_at is not None


def test_a_stand_in_is_renamed_and_withdrawn(cast: Cast, at: datetime) -> None:
    stand_in = declare_stand_in(upper=cast.prime, name="未来塗装", by=firm(cast.sato), at=at)
    client = browser(cast.sato)
    assert "未来塗装工業" in press(client, stand_in, "rename", name="未来塗装工業", contact="")[1]
    assert press(client, stand_in, "withdraw")[0] == 200


@pytest.mark.parametrize("page", ["link", "claim-link"])
def test_a_link_is_shown_once_and_joins(page: str, cast: Cast, at: datetime) -> None:
    stand_in = declare_stand_in(upper=cast.prime, name="未来塗装", by=firm(cast.sato), at=at)
    told = browser(cast.sato).post(at_spot(stand_in, page)).content.decode()
    (address,) = set(re.findall(r"https?://[^<\s\"]*(/invitation/[\w-]+/)", told))
    assert "<svg" in told
    assert "佐藤建設" in Client().get(address).content.decode()
    join = reverse("company:structure-join", args=[address.split("/")[2]])
    answer = browser(cast.stranger).post(join, follow=True)
    assert "施工体制に参加しました" in answer.content.decode()


def test_a_link_that_was_used_is_refused_with_a_sentence(cast: Cast) -> None:
    told = browser(cast.sato).post(at_spot(cast.prime, "link")).content.decode()
    token = re.findall(r"/invitation/([\w-]+)/", told)[0]
    join = reverse("company:structure-join", args=[token])
    browser(cast.stranger).post(join)
    late = browser(companies.company()).post(join)
    assert (late.status_code, "もう使えません" in late.content.decode()) == (422, True)
    assert "もう使えません" in Client().get(reverse("public:invitation", args=[token])).content.decode()


def test_an_open_link_is_cancelled_where_it_was_made(cast: Cast) -> None:
    client = browser(cast.sato)
    client.post(at_spot(cast.prime, "link"))
    key = InvitationLink.objects.get().key
    assert "まだ使われていないリンク" in client.get(at_spot(cast.prime)).content.decode()
    client.post(at_spot(cast.prime, "link-end", key))
    assert InvitationLink.objects.get().cancelled_at is not None


def test_a_pattern_is_saved_at_one_site_and_used_at_the_next(cast: Cast) -> None:
    client = browser(cast.sato)
    press(client, cast.prime, "save", name="いつもの鉄筋")
    pattern = StructurePattern.objects.get()
    next_spot = sites.prime_spot(sites.site(prime=cast.sato))
    told = client.post(at_spot(next_spot, "use"), {"use-pattern": str(pattern.key)}).content.decode()
    assert "鈴木工務店に要請しました" in told
    assert "できなかったこと" in told
    client.post(reverse("company:structure-pattern-removal", args=[pattern.key]))
    assert "パターンはありません" in client.get(reverse("company:structure-patterns")).content.decode()


def test_a_proxy_is_given_used_and_ended_on_its_page(cast: Cast) -> None:
    lower, upper = browser(cast.takahashi), browser(cast.suzuki)
    page = reverse("company:structure-proxies")
    assert lower.post(page, {"company": cast.suzuki.number}, follow=True).status_code == 200
    assert "代理手続きとして操作" in upper.get(at_spot(cast.second_tier)).content.decode()
    end = reverse("company:structure-proxy-end", args=[cast.takahashi.number, cast.suzuki.number])
    upper.post(end)
    assert not StructureProxy.objects.filter(superseded_at=None, valid_until=None).exists()
    assert "代理手続きとして操作" not in upper.get(at_spot(cast.second_tier)).content.decode()


def test_a_firm_ends_no_proxy_of_others(cast: Cast, at: datetime) -> None:
    give_structure_proxy(giver=cast.takahashi, taker=cast.suzuki, by=firm(cast.takahashi), at=at)
    end = reverse("company:structure-proxy-end", args=[cast.takahashi.number, cast.suzuki.number])
    assert browser(cast.sato).post(end).status_code == 404


def test_a_viewer_sees_a_spot_and_is_offered_nothing(cast: Cast) -> None:
    viewer = seats.seat(cast.takahashi, Role.SITE_VIEWER)
    days = {"valid_from": sites.FIRST_DAY, "recorded_at": sites.REGISTERED_AT, "recorded_by": "system:0"}
    SitePost.objects.create(site=cast.site, seat_id=viewer.seat, post=Post.VIEWER, **days)
    page = seats.client_of(viewer).get(at_spot(cast.second_tier)).content.decode()
    assert "この場所" in page
    assert "できること" not in page


def test_a_stranger_finds_no_spot_and_no_site(cast: Cast) -> None:
    stranger = browser(cast.stranger)
    assert stranger.get(at_spot(cast.second_tier)).status_code == 404
    assert stranger.get(reverse("company:structure-site", args=[cast.site.number])).status_code == 404


def test_a_side_branch_is_not_found_by_a_firm_of_another(cast: Cast) -> None:
    beside = sites.accept(sites.spot(cast.site, cast.stranger, cast.prime))
    assert browser(cast.suzuki).get(at_spot(beside)).status_code == 404


def test_an_act_that_nobody_knows_is_no_page(cast: Cast) -> None:
    assert press(browser(cast.sato), cast.prime, "burn")[0] == 404
