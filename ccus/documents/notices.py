"""施工体制台帳 and 再下請負通知書: a firm and those directly below it, as the forms of the trade ask."""

from ccus.documents.cells import dated, notes_of_the_day
from ccus.documents.form import Box, Form, as_sheet, firm_box, form_pdf, head_of, upper_pairs, works_boxes
from ccus.documents.workbook import workbook
from ccus.domain.papers.contents import Notice, NoticesPaper
from ccus.domain.papers.terms import PaperKind
from ccus.domain.papers.values import Of

NOTES = (
    "空欄は、登録されていない項目です。必要なところを手で書いてください。",
    "「非公開」は、この書類を作成した利用者に見せられない項目です。保険の事業所番号は、記載しません。",
)


def ledger_form(paper: NoticesPaper) -> Form:
    """施工体制台帳: the works, the prime, and each firm of the first tier."""
    (notice,) = paper.notices
    boxes = (
        *works_boxes(paper.of.site),
        firm_box("元請", notice.spot),
        *(firm_box(f"下請負人に関する事項　{spot.firm.name}", spot) for spot in notice.lower),
    )
    return _form(PaperKind.LEDGER, paper.of, (("", boxes),))


def subcontract_form(paper: NoticesPaper) -> Form:
    """再下請負通知書: for each firm that reports, itself and each firm to which it gave work."""
    parts = tuple((notice.spot.firm.name, _notice(paper.of, notice)) for notice in paper.notices)
    return _form(PaperKind.SUBCONTRACT, paper.of, parts)


def ledger_pdf(paper: NoticesPaper) -> bytes:
    """施工体制台帳 as a tagged PDF."""
    return form_pdf(ledger_form(paper))


def ledger_xlsx(paper: NoticesPaper) -> bytes:
    """施工体制台帳 as Excel."""
    return workbook(as_sheet(ledger_form(paper)))


def subcontract_pdf(paper: NoticesPaper) -> bytes:
    """再下請負通知書 as a tagged PDF; each firm that reports begins a sheet."""
    return form_pdf(subcontract_form(paper))


def subcontract_xlsx(paper: NoticesPaper) -> bytes:
    """再下請負通知書 as Excel; each firm that reports has a sheet."""
    return workbook(as_sheet(subcontract_form(paper)))


def _notice(of: Of, notice: Notice) -> tuple[Box, ...]:
    place = works_boxes(of.site)[0]
    lower = tuple(firm_box(f"再下請負関係　{spot.firm.name}", spot) for spot in notice.lower)
    return (
        Box("あて先", upper_pairs(of, notice.upper)),
        place,
        firm_box("自社に関する事項", notice.spot),
        *(lower or (Box("再下請負関係", (("再下請負", "ありません。"),)),)),
    )


def _form(kind: PaperKind, of: Of, parts: tuple[tuple[str, tuple[Box, ...]], ...]) -> Form:
    return Form(kind.label, head_of(of), dated(of), parts, (*notes_of_the_day(of), *NOTES))
