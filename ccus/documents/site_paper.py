"""現場の書類を作る: what was asked for, gathered as whoever asked may see it, and laid out (PAPER-01, PAPER-03)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar

from ccus.documents.chart import chart_pdf, chart_xlsx
from ccus.documents.formation import formation_pdf, formation_xlsx
from ccus.documents.insurance import insurance_pdf, insurance_xlsx
from ccus.documents.notices import ledger_pdf, ledger_xlsx, subcontract_pdf, subcontract_xlsx
from ccus.documents.roster import roster_pdf, roster_xlsx
from ccus.domain.audit.terms import Actor
from ccus.domain.papers.asking import whom
from ccus.domain.papers.branches import branch_paper, ledger_paper, subcontract_paper
from ccus.domain.papers.insurance import insurance_paper
from ccus.domain.papers.roster import roster_paper
from ccus.domain.papers.terms import FileKind, PaperKind
from ccus.domain.papers.values import Asked, Of, Spot, Tell, nobody

Paper = TypeVar("Paper")


@dataclass(frozen=True, slots=True)
class Way(Generic[Paper]):
    """作り方: how a paper is gathered, and laid out in each form."""

    gather: Callable[[Asked, Of, Sequence[Spot], Actor, Tell], Paper]
    pdf: Callable[[Paper], bytes]
    xlsx: Callable[[Paper], bytes]

    def made(self, asked: Asked, of: Of, spots: Sequence[Spot], by: Actor, tell: Tell) -> bytes:
        """The file."""
        paper = self.gather(asked, of, spots, by, tell)
        return self.pdf(paper) if asked.file_kind is FileKind.PDF else self.xlsx(paper)


WAYS: dict[PaperKind, Way[Any]] = {
    PaperKind.ROSTER: Way(roster_paper, roster_pdf, roster_xlsx),
    PaperKind.LEDGER: Way(ledger_paper, ledger_pdf, ledger_xlsx),
    PaperKind.SUBCONTRACT: Way(subcontract_paper, subcontract_pdf, subcontract_xlsx),
    PaperKind.CHART: Way(branch_paper, chart_pdf, chart_xlsx),
    PaperKind.FORMATION: Way(branch_paper, formation_pdf, formation_xlsx),
    PaperKind.INSURANCE: Way(insurance_paper, insurance_pdf, insurance_xlsx),
}


def site_paper(asked: Asked, *, by: Actor, at: datetime, tell: Tell = nobody) -> bytes:
    """The file of a paper, as `by` may see it at this moment; `tell` hears how many rows are read.

    Raises `NotAllowed`, `NoSuchPaper`, `NotThereThatDay`.
    """
    of, spots = whom(asked, by, at)
    return WAYS[asked.kind].made(asked, of, spots, by, tell)
