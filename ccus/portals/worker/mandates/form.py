"""委任の用紙: to whom, from when, until when."""

from dataclasses import dataclass

from ccus.domain.proxies.reading.given import Candidate
from ccus.foundation.entry.block import Block, Field, Kind, Values
from ccus.foundation.refusals import Refusal
from ccus.ui.entry.choices import Options

AGENT = "agent"
"""The choice 「登録行政書士」, for which the 事業者ID is typed."""


class CompanyNotChosen(Refusal):
    """委任する会社の選択もれ (PROXY-01)."""


@dataclass(frozen=True, slots=True)
class Choice:
    """選べる会社."""

    value: str
    label: str
    group: str = ""


def _names_one(values: Values) -> None:
    if values.get("company") == AGENT and not values.get("agent"):
        raise CompanyNotChosen(
            "行政書士の事業者IDが入力されていません。行政書士に聞いて、14けたの番号を入力してください。",
            "agent",
        )


GIVING = Block(
    "giving",
    "代行を委任する",
    (
        Field("company", "まかせる会社", Kind.CHOICE, choices="companies", is_required=True),
        Field(
            "agent",
            "行政書士の事業者ID",
            Kind.ID14,
            only_with=("company", AGENT),
            help="行政書士に聞いてください。14けたの番号です。",
        ),
        Field("from_on", "始める日", Kind.DATE, is_required=True),
        Field(
            "last_on",
            "終わりの日",
            Kind.DATE,
            help="入力しないと、1年間です。いつでも、すぐに終えられます。",
        ),
    ),
    check=_names_one,
)


def choices(candidates: list[Candidate]) -> Options:
    """The companies that may be entrusted, and the way to name an agent."""
    found = [Choice(each.number, f"{each.company}（{each.ground.label}）") for each in candidates]
    return lambda _: [*found, Choice(AGENT, "登録行政書士")]
