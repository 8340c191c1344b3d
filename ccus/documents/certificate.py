"""就業履歴証明: the certified figures on A4, with the code by which anybody checks them (PROOF-02 to PROOF-05)."""

import io
from dataclasses import dataclass
from datetime import date, datetime

import segno

from ccus.documents.cells import days, moment
from ccus.documents.contact import contact
from ccus.documents.typesetting import pdf
from ccus.domain.certificates.figures import Figures, SiteWork
from ccus.domain.certificates.terms import INCLUDES
from ccus.foundation.identifiers import grouped
from ccus.foundation.japanese import date_words

TITLE = "就業履歴証明"


@dataclass(frozen=True, slots=True)
class CertificatePaper:
    """就業履歴証明の中身. `code` as it is printed; `address` opens the check page; `last_on` and `good_until` are days
    that still count.
    """

    name: str
    kana: str
    number: str
    from_on: date
    last_on: date
    with_sites: bool
    figures: Figures
    issued_at: datetime
    good_until: date
    code: str
    address: str


def certificate_data(paper: CertificatePaper) -> dict[str, object]:
    """What the template takes."""
    figures = paper.figures
    return {
        "title": TITLE,
        "head": {
            "who": f"{paper.name}　技能者ID {grouped(paper.number)}",
            "what": f"確認コード {paper.code}",
        },
        "name": paper.name,
        "kana": paper.kana,
        "about": (
            ("技能者ID", grouped(paper.number)),
            ("証明する期間", days(paper.from_on, paper.last_on)),
            ("発行した日時", moment(paper.issued_at)),
            ("有効期限", date_words(paper.good_until)),
        ),
        "sums": (
            ("就業日数", f"{figures.days:,}", "日"),
            ("就業履歴数", f"{figures.records:,}", "件"),
            ("正式の日数", f"{figures.official_days:,}", "日"),
        ),
        "beside": f"{figures.unapproved_days:,}日",
        "includes": INCLUDES,
        "shares": (
            ("職種ごと（正式）", _pairs(figures.trades, "日")),
            ("立場ごと（正式）", _pairs(figures.positions, "日")),
            ("根拠ごと（就業履歴数）", _pairs(figures.grades, "件")),
        ),
        "years": [
            (f"{y.year}年", *(f"{n:,}" for n in (y.days, y.records, y.official_days, y.unapproved_days)))
            for y in figures.years
        ],
        "with_sites": paper.with_sites,
        "sites": [_site(site) for site in figures.sites],
        "code": paper.code,
        "address": paper.address,
        "qr": qr_svg(paper.address),
        "contact": contact(),
    }


def certificate_pdf(paper: CertificatePaper) -> bytes:
    """就業履歴証明 as a tagged PDF, A4 upright."""
    return pdf("certificate", certificate_data(paper))


def qr_svg(address: str) -> str:
    """The address for a camera, as a drawing of its own."""
    drawn = io.BytesIO()
    segno.make(address, error="m", micro=False).save(drawn, kind="svg", border=2, light="#fff", xmldecl=False)
    return drawn.getvalue().decode()


def _pairs(pairs: tuple[tuple[str, int], ...], unit: str) -> list[tuple[str, str]]:
    return [(label, f"{number:,}{unit}") for label, number in pairs]


def _site(site: SiteWork) -> tuple[str, ...]:
    first, last = (date.fromisoformat(day) for day in (site.first_on, site.last_on))
    place = f"{site.name}\n現場ID {grouped(site.number)}" if site.number else site.name
    work = "・".join(word for word in (site.trade, site.position, site.work_content) if word)
    period = f"{first.year}/{first.month}/{first.day}～{last.year}/{last.month}/{last.day}"
    return place, work, period, f"{site.days:,}"
