"""施工体系図: the firms of a site as a tree, a column for each tier, A3 across (PAPER-11)."""

from ccus.documents.cells import dated, days, firm, notes_of_the_day
from ccus.documents.chart_layout import ChartSheet, Placed, charted
from ccus.documents.contact import contact
from ccus.documents.form import head_of
from ccus.documents.formation import formation_sheet
from ccus.documents.typesetting import pdf
from ccus.documents.workbook import workbook
from ccus.domain.papers.branches import BranchPaper
from ccus.domain.papers.terms import PaperKind
from ccus.domain.papers.values import tier_words
from ccus.foundation.identifiers import grouped

TITLE = PaperKind.CHART.label
_POSTS = (
    ("chief_engineer", "主任技術者"),
    ("supervising_engineer", "監理技術者"),
    ("safety_officer", "安全衛生責任者"),
    ("foreman", "職長"),
)
NOTES = (
    "破線の枠は、施工体制の登録がまだ承認されていないか、登録されていない事業者です。",
    "「非公開」は、この書類を作成した利用者に見せられない項目です。",
)


def chart_pdf(paper: BranchPaper) -> bytes:
    """施工体系図 as a tagged PDF."""
    return pdf("chart", chart_data(paper))


def chart_xlsx(paper: BranchPaper) -> bytes:
    """施工体系図 as Excel: each firm in the column of its tier."""
    return workbook(formation_sheet(paper, TITLE))


def chart_data(paper: BranchPaper) -> dict[str, object]:
    """What the template takes."""
    of = paper.of
    tiers = range(of.spot.tier, max(spot.tier for spot in paper.spots) + 1)
    works = [contract.name for contract in of.site.contracts]
    return {
        "title": TITLE,
        "head": {"who": head_of(of), "what": dated(of)},
        "facts": (
            ("工事名称", "、".join(works) or of.site.name),
            ("工期", days(of.site.from_on, of.site.until_on)),
            ("元請", firm(of.site.prime.name, of.site.prime.number)),
            ("所長名", "、".join(of.site.managers)),
        ),
        "tiers": [tier_words(tier) for tier in tiers],
        "sheets": [_sheet(sheet) for sheet in charted(paper.spots)],
        "notes": (*notes_of_the_day(of), *NOTES),
        "contact": contact(),
    }


def _sheet(sheet: ChartSheet) -> dict[str, object]:
    return {"boxes": [_box(box) for box in sheet.boxes], "lines": sheet.lines}


def _box(box: Placed) -> dict[str, object]:
    spot = box.spot
    number = f"事業者ID {grouped(spot.firm.number)}" if spot.firm.number else ""
    people = [f"{label} {spot.people[post]}" for post, label in _POSTS if spot.people.get(post)]
    lines = [number, spot.works, *people, f"技能者 {spot.heads}人"]
    return {
        "column": box.column,
        "row": box.row,
        "name": spot.firm.name,
        "again": "（続き）" if box.is_again else "",
        "state": "" if spot.state == "承認済み" else spot.state,
        "lines": [] if box.is_again else [line for line in lines if line],
    }
