"""施工体系図: the firms of a site as a tree, a column for each tier, A3 across (PAPER-11)."""

from collections.abc import Sequence

from ccus.documents.cells import dated, days, firm, notes_of_the_day
from ccus.documents.contact import contact
from ccus.documents.form import head_of
from ccus.documents.formation import formation_sheet
from ccus.documents.typesetting import pdf
from ccus.documents.workbook import workbook
from ccus.domain.papers.contents import BranchPaper
from ccus.domain.papers.terms import PaperKind
from ccus.domain.papers.values import Spot, tier_words
from ccus.domain.sites.terms import SpotState
from ccus.domain.sites.tree import LIMIT, Box, Node, Sheet, sheets_of
from ccus.foundation.identifiers import grouped

TITLE = PaperKind.CHART.label
LIMITS = (LIMIT, 28, 17)
"""Boxes of a sheet: the first number that leaves no sheet more than `ROWS`."""
ROWS, LEAST_ROWS = 16, 11
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
        "sheets": [_sheet(sheet, paper) for sheet in charted(paper)],
        "notes": (*notes_of_the_day(of), *NOTES),
        "contact": contact(),
    }


def charted(paper: BranchPaper) -> Sequence[Sheet]:
    """The sheets: as many boxes on one as leave each a row that can be read (PAPER-11)."""
    top = paper.of.spot.member
    nodes = [Node(spot.member, spot.above if spot.member != top else None) for spot in paper.spots]
    sheets: Sequence[Sheet] = ()
    for limit in LIMITS:
        sheets = sheets_of(nodes, limit)
        if max(sheet.rows for sheet in sheets) <= ROWS:
            break
    return sheets


def _sheet(sheet: Sheet, paper: BranchPaper) -> dict[str, object]:
    spots = {spot.member: spot for spot in paper.spots}
    rows = {box.id: box.row for box in sheet.boxes}
    first = spots[sheet.boxes[0].id]
    lines = [
        (box.column, box.row, rows[box.parent])
        for box in sheet.boxes[1:]
        if box.parent is not None and box.parent in rows
    ]
    return {
        "tiers": [tier_words(first.tier + column) for column in range(sheet.columns)],
        "from": f"{first.firm.name}は、{sheet.continued_from}枚目からの続きです。"
        if sheet.continued_from
        else "",
        "rows": max(LEAST_ROWS, sheet.rows),
        "boxes": [_box(box, spots[box.id]) for box in sheet.boxes],
        "lines": lines,
    }


def _box(box: Box, spot: Spot) -> dict[str, object]:
    number = f"事業者ID {grouped(spot.firm.number)}" if spot.firm.number else ""
    people = [f"{label} {spot.people[post]}" for post, label in _POSTS if spot.people.get(post)]
    lines = [f"{number}　技能者 {spot.heads}人".strip("　"), spot.works, "　".join(people)]
    usual = spot.state in {SpotState.PRIME, SpotState.ACCEPTED}
    return {
        "column": box.column,
        "row": box.row,
        "name": spot.firm.name,
        "again": f"→ {box.continued_on}枚目へ" if box.continued_on else "",
        "state": "" if usual else spot.state.label,
        "lines": [line for line in lines if line],
    }
