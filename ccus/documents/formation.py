"""下請負業者編成表: the firms below a first-tier firm, each in the column of its tier, A3 across."""

from ccus.documents.cells import dated, days, firm, notes_of_the_day
from ccus.documents.form import head_of
from ccus.documents.notices import NOTES
from ccus.documents.sheet import Column, Sheet, Table, sheet_pdf
from ccus.documents.workbook import workbook
from ccus.domain.papers.contents import BranchPaper
from ccus.domain.papers.terms import PaperKind
from ccus.domain.papers.values import Cell, Spot, tier_words
from ccus.foundation.identifiers import grouped


def formation_pdf(paper: BranchPaper) -> bytes:
    """下請負業者編成表 as a tagged PDF."""
    return sheet_pdf(formation_sheet(paper))


def formation_xlsx(paper: BranchPaper) -> bytes:
    """下請負業者編成表 as Excel."""
    return workbook(formation_sheet(paper))


def formation_sheet(paper: BranchPaper, title: str = PaperKind.FORMATION.label) -> Sheet:
    """What both forms of the paper show."""
    of = paper.of
    tiers = range(of.spot.tier, max(spot.tier for spot in paper.spots) + 1)
    table = Table(
        title=of.spot.firm.name,
        facts=(
            ("現場", of.site.name),
            ("工期", days(of.site.from_on, of.site.until_on)),
            ("元請", firm(of.site.prime.name, of.site.prime.number)),
            ("直近上位", firm(of.upper.firm.name, of.upper.firm.number) if of.upper else ""),
        ),
        columns=(
            *(Column((tier_words(tier),), 30, (f"tier_{tier}",), f"tier_{tier}") for tier in tiers),
            Column(("事業者ID", "施工体制の登録"), 24, ("number", "state")),
            Column(("建設業の許可",), 46, ("licences",)),
            Column(("担当工事の内容",), 40, ("works",)),
            Column(("主任技術者", "監理技術者"), 28, ("chief_engineer", "supervising_engineer")),
            Column(("安全衛生責任者", "職長"), 28, ("safety_officer", "foreman")),
            Column(("人数",), 9, ("heads",)),
        ),
        rows=[_row(spot) for spot in paper.spots],
    )
    notes = (*notes_of_the_day(of), *NOTES)
    return Sheet(title, head_of(of), dated(of), (table,), notes, letters=8)


def _row(spot: Spot) -> dict[str, Cell]:
    return {
        f"tier_{spot.tier}": spot.firm.name,
        "number": grouped(spot.firm.number) if spot.firm.number else "",
        "state": spot.state.label,
        "licences": "\n".join(spot.firm.licences),
        "works": spot.works,
        "heads": spot.heads,
        **spot.people,
    }
