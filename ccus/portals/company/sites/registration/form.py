"""現場登録の用紙: the mandatory part, the rest, as many contracts as were asked for (SITE-02, SITE-16)."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from ccus.domain.companies.reading import own_company
from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Power, Scope
from ccus.domain.sites.actions.registration import register_site
from ccus.domain.sites.blocks import CONTRACT, DETAILS, WORKS, registration
from ccus.domain.sites.contracting import ContractItems
from ccus.domain.sites.options import options
from ccus.domain.sites.reading.choices import managers_for, units_for
from ccus.domain.sites.rules import SiteDetails
from ccus.entrance.asked import count_of
from ccus.foundation import clock
from ccus.foundation.entry.options import Option
from ccus.foundation.periods import ONE_DAY
from ccus.foundation.refusals import Refusal
from ccus.ui.entry.sheets import Sheet, blank, filled
from ccus.ui.entry.together import Together

MOST = CONTRACT.many


@dataclass(frozen=True, slots=True)
class Contract:
    """契約の用紙, of 契約情報 and 工事情報."""

    contract: Sheet
    works: Sheet

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all was typed: then there is no contract."""
        return not any(text.strip() for sheet in (self.contract, self.works) for text in sheet.raw.values())

    @property
    def items(self) -> ContractItems:
        """What was read."""
        return ContractItems.of({**self.contract.values, **self.works.values})


@dataclass(frozen=True, slots=True)
class Registration:
    """現場登録の用紙."""

    site: Sheet
    details: Sheet
    contracts: tuple[Contract, ...]
    refusal: Refusal | None = None

    @property
    def together(self) -> Together:
        """What is wrong, for the top of the page."""
        site = self.site.refused(self.refusal) if self.refusal else self.site
        given = [form for each in self.given for form in (each.contract.form, each.works.form)]
        return Together((site.form, self.details.form, *given))

    @property
    def given(self) -> tuple[Contract, ...]:
        """Contracts of which anything was typed."""
        return tuple(each for each in self.contracts if not each.is_empty)

    def register(self, seat: SeatMe) -> str:
        """現場を登録する; the 現場ID. Raises `Refusal`."""
        last, unit = self.site.day("until_on"), self.site.text("unit")
        made = register_site(
            prime=own_company(seat.seated),
            name=self.site.text("name"),
            name_kana=self.site.text("name_kana"),
            address=self.site.text("address"),
            from_on=self.site.day("from_on") or clock.today(),
            until_on=last + ONE_DAY if last else None,
            unit=UUID(unit) if unit else None,
            manager=self.site.text("manager"),
            details=details_of(self.details),
            contracts=[each.items for each in self.given],
            by=seat.actor,
            at=clock.now(),
        )
        return made.number


def details_of(sheet: Sheet) -> SiteDetails:
    """任意の項目, as they were read."""
    return SiteDetails(
        client_class=sheet.text("client_class"),
        has_hazard=bool(sheet.values.get("has_hazard")),
        labour_insurance=sheet.text("labour_insurance"),
        building_confirmation=sheet.text("building_confirmation"),
        corins=sheet.text("corins"),
    )


def asked(seat: SeatMe, posted: Mapping[str, str] | None) -> Registration:
    """The sheet as it was sent, or an empty one that begins today with whoever asks as the manager."""
    units, managers = units_for(seat.seated), managers_for(seat.seated)
    is_tier = seat.seated.scope(Power.REGISTER_SITE) is Scope.BELOW
    block = registration(has_units=bool(units), needs_unit=is_tier)
    lists = {"own_unit": units, "site_manager": managers}

    def choices(name: str) -> tuple[Option, ...]:
        return lists[name] if name in lists else options(name)

    if posted is None:
        first = {"from_on": clock.today().isoformat(), "manager": managers[0].value if managers else ""}
        if is_tier and len(units) == 1:
            first["unit"] = units[0].value
        return Registration(blank(block, choices, raw=first), blank(DETAILS, options), ())
    count = min(count_of(posted.get("contracts", "")), MOST)
    more = 1 if posted.get("act") == "more" and count < MOST else 0
    contracts = tuple(
        Contract(
            filled(CONTRACT, posted, options, prefix=f"c{number}_"),
            filled(WORKS, posted, options, prefix=f"c{number}_"),
        )
        for number in range(count + more)
    )
    return Registration(filled(block, posted, choices), filled(DETAILS, posted, options), contracts)
