"""書類の中身: what each paper shows, gathered and not yet laid out. Pure."""

from dataclasses import dataclass

from ccus.domain.papers.values import Cell, Of, Spot


@dataclass(frozen=True, slots=True)
class RosterSheet:
    """一事業者の名簿: its spot, the one above it, and a row for each worker: field → cell."""

    spot: Spot
    upper: Spot | None
    rows: tuple[dict[str, Cell], ...]


@dataclass(frozen=True, slots=True)
class RosterPaper:
    """作業員名簿: one sheet for each firm."""

    of: Of
    sheets: tuple[RosterSheet, ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """一事業者の届け: the firm, the one above it, and those directly below it."""

    spot: Spot
    upper: Spot | None
    lower: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class NoticesPaper:
    """施工体制台帳 (the prime alone) or 再下請負通知書 (a notice for each firm that has others below it)."""

    of: Of
    notices: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class BranchPaper:
    """施工体系図 or 下請負業者編成表: the firms of a branch, upper ones first."""

    of: Of
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class InsurancePaper:
    """社会保険加入状況一覧: a row for each firm, and a row for each worker: field → cell."""

    of: Of
    firms: tuple[dict[str, Cell], ...]
    workers: tuple[dict[str, Cell], ...]
