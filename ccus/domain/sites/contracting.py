"""契約情報と工事情報: the items of one contract of a site, as acts take them (SITE-16)."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from ccus.domain.sites.terms import OrderForm
from ccus.foundation.entry.block import Values
from ccus.foundation.japanese import date_words, tidy
from ccus.foundation.periods import PeriodBackwards
from ccus.foundation.refusals import Refusal

_LONGEST = {
    "name": 120, "works_place": 160, "client": 120, "works_kind": 40, "building_use": 40, "structure_kind": 40,
    "work_type": 40, "scale": 80,
}  # fmt: skip


class ContractUnreadable(Refusal):
    """契約の誤り: without a name, or a text that is too long (SITE-16)."""


@dataclass(frozen=True, slots=True)
class ContractItems:
    """契約の項目: `until_on` is the last day; nothing given is "" or None."""

    name: str
    works_place: str = ""
    client: str = ""
    order_form: str = ""
    from_on: date | None = None
    until_on: date | None = None
    works_kind: str = ""
    is_in_corins: bool = False
    building_use: str = ""
    structure_kind: str = ""
    work_type: str = ""
    scale: str = ""

    @classmethod
    def of(cls, values: Values) -> "ContractItems":
        """From the fields of the blocks `CONTRACT` and `WORKS`, as they were read."""
        given: dict[str, Any] = {name: str(values.get(name) or "") for name in (*_LONGEST, "order_form")}
        given |= {name: _day(values.get(name)) for name in ("from_on", "until_on")}
        return cls(**given, is_in_corins=bool(values.get("is_in_corins")))

    def columns(self) -> dict[str, object]:
        """As they are kept. Raises `ContractUnreadable`, `PeriodBackwards`."""
        texts = {name: tidy(str(getattr(self, name))) for name in _LONGEST}
        if not texts["name"]:
            raise ContractUnreadable(
                "工事の名称が入力されていません。契約の工事名を入力してください。", "name"
            )
        for name, text in texts.items():
            if len(text) > _LONGEST[name]:
                raise ContractUnreadable(
                    f"{len(text)}文字は長すぎます。{_LONGEST[name]}文字以内で入力してください。", name
                )
        if self.order_form not in {"", *OrderForm}:
            raise ContractUnreadable(
                "発注形態に、一覧にないものが選ばれています。選び直してください。", "order_form"
            )
        require_days_in_order(self.from_on, self.until_on)
        return asdict(self) | texts


def require_days_in_order(from_on: date | None, until_on: date | None) -> None:
    """Refuse a 工期 whose last day lies before its first. Raises `PeriodBackwards`."""
    if from_on is not None and until_on is not None and until_on < from_on:
        raise PeriodBackwards(
            f"工期の末日（{date_words(until_on)}）が、初日（{date_words(from_on)}）より前です。"
            "末日を初日以降の日にしてください。",
            "until_on",
        )


def _day(value: object) -> date | None:
    return date.fromisoformat(str(value)) if value else None
