"""届出の書類: firms as boxes of label and words, A4 upright; what is not registered stays empty (PAPER-12)."""

from collections.abc import Sequence
from dataclasses import dataclass

from ccus.documents.cells import days, firm
from ccus.documents.contact import contact
from ccus.documents.sheet import Column, Sheet, Table
from ccus.documents.typesetting import pdf
from ccus.domain.papers.values import HIDDEN_WORD, Cell, Of, SitePlace, Spot
from ccus.foundation.identifiers import grouped

Pairs = tuple[tuple[str, str], ...]
_POSTS = (
    ("chief_engineer", "主任技術者名"),
    ("supervising_engineer", "監理技術者名"),
    ("safety_officer", "安全衛生責任者名"),
    ("foreman", "職長名"),
)
_LABEL, _WORDS = "項目", "内容"
_COLUMNS = (Column((_LABEL,), 20, ("label",)), Column((_WORDS,), 60, ("words",)))


@dataclass(frozen=True, slots=True)
class Box:
    """一つの枠: a firm or the works, as pairs of label and words."""

    title: str
    pairs: Pairs


@dataclass(frozen=True, slots=True)
class Form:
    """届出の書類: each part begins a sheet; its boxes follow each other."""

    title: str
    who: str
    what: str
    parts: tuple[tuple[str, tuple[Box, ...]], ...]
    notes: tuple[str, ...]


def form_data(form: Form) -> dict[str, object]:
    """What the template takes."""
    return {
        "title": form.title,
        "head": {"who": form.who, "what": form.what},
        "parts": [
            {"title": title, "boxes": [{"title": box.title, "pairs": box.pairs} for box in boxes]}
            for title, boxes in form.parts
        ],
        "notes": form.notes,
        "contact": contact(),
    }


def form_pdf(form: Form) -> bytes:
    """The form as a tagged PDF."""
    return pdf("form", form_data(form))


def as_sheet(form: Form) -> Sheet:
    """The same as tables of two columns, for Excel: a table for each part."""
    return Sheet(
        title=form.title,
        who=form.who,
        what=form.what,
        tables=tuple(Table(title, (), _COLUMNS, _rows(boxes)) for title, boxes in form.parts),
        notes=form.notes,
        size="a4",
    )


def _rows(boxes: Sequence[Box]) -> list[dict[str, Cell]]:
    return [
        {"label": label, "words": words}
        for box in boxes
        for label, words in (("■ " + box.title, ""), *box.pairs)
    ]


def firm_box(title: str, spot: Spot) -> Box:
    """会社 with its licences, insurance and those in charge."""
    held = spot.firm
    return Box(
        title,
        (
            ("会社名", held.name),
            ("事業者ID", grouped(held.number) if held.number else "未登録"),
            ("法人・個人の別", held.form),
            ("代表者名", held.representative),
            ("所在地", held.address),
            ("電話番号", held.phone),
            ("建設業の許可", "\n".join(held.licences)),
            ("健康保険", held.health),
            ("厚生年金保険", held.pension),
            ("雇用保険", held.employment),
            ("建退共", held.kentaikyo),
            ("担当工事の内容", spot.works),
            (
                "施工体制の登録",
                f"{spot.state.label}　{days(spot.from_on, None)}".strip("　"),
            ),
            ("従事する技能者", f"{spot.heads}人"),
            *((label, spot.people.get(post, "")) for post, label in _POSTS),
            ("専門技術者名", ""),
            ("安全衛生推進者名", ""),
            ("雇用管理責任者名", ""),
            ("1号特定技能外国人", _whether(spot, "特定技能1号")),
            ("外国人技能実習生", _whether(spot, "技能実習")),
        ),
    )


def works_boxes(site: SitePlace) -> tuple[Box, ...]:
    """工事 and each of its contracts."""
    place = Box(
        "現場",
        (
            ("現場名", site.name),
            ("現場ID", grouped(site.number)),
            ("施工場所", site.address),
            ("就業履歴蓄積期間", days(site.from_on, site.until_on)),
            ("発注者の区分", site.client_class),
            ("所長名", "、".join(site.managers)),
            ("現場代理人名", ""),
            ("監督員名", ""),
        ),
    )
    contracts = tuple(
        Box(
            f"契約{number}" if len(site.contracts) > 1 else "契約",
            (
                ("工事の名称", contract.name),
                ("工事の内容", contract.works),
                ("施工場所", contract.works_place),
                ("発注者名", contract.client),
                ("発注形態", contract.order_form),
                ("工期", days(contract.from_on, contract.until_on)),
                ("契約日", ""),
            ),
        )
        for number, contract in enumerate(site.contracts, start=1)
    )
    return (place, *contracts)


def head_of(of: Of) -> str:
    """The site, as the head of every sheet names it."""
    return f"{of.site.name}　現場ID {grouped(of.site.number)}"


def upper_pairs(of: Of, upper: Spot | None) -> Pairs:
    """To whom a notice goes: the firm directly above, and the prime."""
    rows = (("元請名称", firm(of.site.prime.name, of.site.prime.number)),)
    return (("直近上位の注文者", firm(upper.firm.name, upper.firm.number)), *rows) if upper else rows


def _whether(spot: Spot, word: str) -> str:
    if word in spot.foreigners:
        return "有"
    return HIDDEN_WORD if HIDDEN_WORD in spot.foreigners else "無"
