"""支店のある会社: a company with two branches, one of them three tiers deep."""

from dataclasses import dataclass

from ccus.domain.companies.models import Company, Seat, Unit
from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Role
from tests.factories import companies, seats


@dataclass(frozen=True, slots=True)
class Branches:
    """東京支店 > 多摩営業所 > 立川出張所, and 大阪支店 beside it; a chief and a tier manager of 東京支店."""

    company: Company
    tokyo: Unit
    tama: Unit
    tachikawa: Unit
    osaka: Unit
    chief: SeatMe
    manager: SeatMe


def branches() -> Branches:
    company = companies.company(name="佐藤建設")
    tokyo = seats.unit(company, "東京支店")
    tama = seats.unit(company, "多摩営業所", tokyo)
    return Branches(
        company=company,
        tokyo=tokyo,
        tama=tama,
        tachikawa=seats.unit(company, "立川出張所", tama),
        osaka=seats.unit(company, "大阪支店"),
        chief=seats.seat(company),
        manager=seats.seat(company, Role.TIER, unit=tokyo, name="東京 太郎"),
    )


def held(seat: SeatMe) -> Seat:
    return Seat.objects.get(pk=seat.seat)
