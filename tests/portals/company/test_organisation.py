"""組織と利用者の画面 (ORG-01 to ORG-10)."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth import authenticate
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from ccus.domain.companies.models import Seat, Unit
from ccus.domain.companies.terms import Role
from ccus.domain.notices.models import Mail
from tests.domain.companies.branches import Branches, held
from tests.factories import seats
from tests.factories.accounts import PASSWORD

PAGE = "/company/organisation/"
SECRET = re.compile(r'<code class="secret"[^>]*>(\w{13})</code>')
LONG = "寿限無 " + "寿" * 36


def person_of(firm: Branches, role: Role = Role.SITE_MANAGER, unit: Unit | None = None) -> tuple[Seat, str]:
    """Somebody of the company, and the address of their page."""
    seat = held(seats.seat(firm.company, role, unit=unit, name="現場 一郎"))
    return seat, f"{PAGE}people/{seat.account.login_id}/"


def test_the_chief_sees_the_tree_and_everybody_in_it(chief: Client, firm: Branches) -> None:
    body = chief.get(PAGE).content.decode()
    assert all(name in body for name in ("東京支店", "立川出張所", "大阪支店", "東京 太郎", "事務 和子"))


def test_a_manager_sees_nothing_beside_the_own_branch(manager: Client, firm: Branches) -> None:
    body = manager.get(PAGE).content.decode()
    assert "立川出張所" in body
    assert not [name for name in ("大阪支店", "事務 和子") if name in body]


def test_a_unit_is_added_renamed_and_closed(chief: Client, firm: Branches) -> None:
    chief.post(f"{PAGE}units/new/?below={firm.osaka.key}", {"name": "堺営業所", "office": "1"})
    added = Unit.objects.get(name="堺営業所")
    assert (added.parent, added.is_licence_office) == (firm.osaka, True)
    address = f"{PAGE}units/{added.key}/"
    chief.post(address, {"name": "堺支店", "act": "keep"})
    answer = chief.post(address, {"act": "close"}, follow=True)
    assert "堺支店を閉じました" in answer.content.decode()


def test_a_unit_in_use_says_why_it_stays(chief: Client, firm: Branches) -> None:
    answer = chief.post(f"{PAGE}units/{firm.tokyo.key}/", {"act": "close"})
    assert answer.status_code == 422
    assert "まだ使われています" in answer.content.decode()


@pytest.mark.parametrize("name", ["", "大阪支店"])
def test_a_name_that_cannot_stand_is_answered_in_the_form(chief: Client, firm: Branches, name: str) -> None:
    answer = chief.post(f"{PAGE}units/new/", {"name": name})
    assert answer.status_code == 422
    assert "組織の名称" in answer.content.decode()


def test_a_new_user_leads_to_the_paper_and_its_password_opens(chief: Client, firm: Branches) -> None:
    typed = {"name": LONG, "role": "site_manager", "unit": "", "mail": "", "handing": "paper"}
    answer = chief.post(f"{PAGE}people/new/", typed)
    assert answer.status_code == 302
    assert not SECRET.search(chief.get(answer["Location"]).content.decode())
    shown = SECRET.search(chief.post(answer["Location"], {"act": "show"}).content.decode())
    assert shown
    login_id = Seat.objects.get(name=LONG).account.login_id
    assert authenticate(username=login_id, password=shown[1])


def test_by_mail_the_password_stands_in_the_mail_only(chief: Client, firm: Branches) -> None:
    typed = {"name": "現場 一郎", "role": "site_viewer", "mail": "ichiro@example.jp", "handing": "mail"}
    answer = chief.post(f"{PAGE}people/new/", typed, follow=True)
    assert "メールで送ります" in answer.content.decode()
    password = re.search(r"初期パスワード：(\w{13})", Mail.objects.get().body)
    assert password
    assert password[1] not in answer.content.decode()


def test_a_form_with_faults_says_each_beside_its_field(chief: Client, firm: Branches) -> None:
    typed = {"name": "", "role": "chief", "unit": "x", "mail": "a@", "handing": "mail"}
    answer = chief.post(f"{PAGE}people/new/", typed)
    assert answer.status_code == 422
    assert answer.content.decode().count('aria-invalid="true"') >= 2
    assert Seat.objects.filter(company=firm.company).count() == 2


def test_a_manager_is_asked_for_a_unit_and_offered_the_own_branch_only(
    manager: Client, firm: Branches
) -> None:
    body = manager.get(f"{PAGE}people/new/").content.decode()
    assert str(firm.tama.key) in body
    assert str(firm.osaka.key) not in body
    assert "代行登録担当者" not in body
    typed = {"name": "現場 一郎", "role": "site_manager", "unit": "", "handing": "paper"}
    assert manager.post(f"{PAGE}people/new/", typed).status_code == 422


def test_somebody_is_changed_and_then_closed(chief: Client, firm: Branches) -> None:
    seat, address = person_of(firm)
    chief.post(address, {"name": "現場 二郎", "role": "tier", "unit": str(firm.osaka.key), "act": "keep"})
    changed = Seat.objects.get(pk=seat.pk)
    assert (changed.name, changed.role, changed.unit) == ("現場 二郎", Role.TIER, firm.osaka)
    chief.post(address, {"act": "close"})
    assert Seat.objects.get(pk=seat.pk).closed_at is not None
    assert chief.get(address).status_code == 404


def test_whoever_stands_above_or_beside_is_not_found(manager: Client, firm: Branches) -> None:
    _, beside = person_of(firm, unit=firm.osaka)
    own = f"{PAGE}people/{held(firm.manager).account.login_id}/"
    chiefs = f"{PAGE}people/{held(firm.chief).account.login_id}/"
    for address in (beside, own, chiefs, f"{beside}paper/", f"{chiefs}paper/"):
        assert (manager.get(address).status_code, manager.post(address).status_code) == (404, 404)
    assert manager.get(f"{PAGE}units/{firm.tokyo.key}/").status_code == 404
    for below in (f"?below={firm.osaka.key}", "?below=x", ""):
        assert manager.post(f"{PAGE}units/new/{below}", {"name": "係"}).status_code == 404


def test_handing_the_chief_over_signs_out_and_shows_the_password_once(chief: Client, firm: Branches) -> None:
    asked = chief.post(f"{PAGE}chief/", {"name": "後任 花子", "handing": "paper"})
    assert asked.status_code == 422
    body = chief.post(
        f"{PAGE}chief/", {"name": "後任 花子", "handing": "paper", "sure": "1"}
    ).content.decode()
    assert SECRET.search(body)
    assert Seat.objects.get(company=firm.company, role=Role.CHIEF, closed_at=None).name == "後任 花子"
    assert chief.get(PAGE).status_code != 200


def test_at_a_screen_left_alone_the_chief_is_not_handed_over(
    chief: Client, firm: Branches, clock: time_machine.Traveller
) -> None:
    clock.shift(timedelta(minutes=6))
    sent = {"name": "だれか", "handing": "paper", "sure": "1"}
    page, proof = f"{PAGE}chief/", "/company/factors/proof/?next=%2Fcompany%2Forganisation%2Fchief%2F"
    assert [chief.get(page)["Location"], chief.post(page, sent)["Location"]] == [proof, proof]
    assert chief.post(proof, {"present": PASSWORD})["Location"] == page
    assert chief.get(page).status_code == 200


def test_the_words_of_the_roles_are_there_for_everybody(firm: Branches) -> None:
    viewer = seats.client_of(seats.seat(firm.company, Role.SITE_VIEWER))
    body = viewer.get(f"{PAGE}roles/").content.decode()
    assert all(role.label in body for role in Role)


def test_the_page_costs_the_same_for_many_units(chief: Client, firm: Branches) -> None:
    def statements() -> int:
        with CaptureQueriesContext(connection) as asked:
            chief.get(PAGE)
        return len(asked)

    few = statements()
    for number in range(20):
        seats.seat(firm.company, Role.TIER, unit=seats.unit(firm.company, f"支店{number}"))
    assert statements() == few
