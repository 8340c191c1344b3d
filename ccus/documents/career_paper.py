"""経歴の図の紙: the picture of a career on A4, so many years side by side that a life fits (PROOF-09)."""

from dataclasses import dataclass
from datetime import date, datetime

from ccus.documents.career import CareerPicture
from ccus.documents.career_drawing import legend_svg, year_svg
from ccus.documents.cells import moment
from ccus.documents.contact import contact
from ccus.documents.typesetting import pdf
from ccus.foundation.identifiers import grouped
from ccus.foundation.japanese import date_words

_YEARS_IN_TWO_COLUMNS = 22
NOTES = (
    "ますは一日です。色は職種、ぬり方は日の根拠です。同じ日に二つあるときは、よりよく数えられる方をかきました。",
    "就業日数は「正式」と「連結待ち」の日を数えます。職種ごとの日数は「正式」の日だけです。",
    "「承認なし」は、どの合計にも入っていません。「承認待ち」と「否認」の日は、かいていません。",
)


@dataclass(frozen=True, slots=True)
class CareerPaper:
    """経歴の図の中身: whose it is, from when until when, the sums as label and words."""

    name: str
    kana: str
    number: str
    from_on: date | None
    until_on: date | None
    made_at: datetime
    sums: tuple[tuple[str, str], ...]
    picture: CareerPicture


def career_data(paper: CareerPaper) -> dict[str, object]:
    """What the template takes."""
    years = paper.picture.years
    period = (
        f"{date_words(paper.from_on)}～{date_words(paper.until_on)}"
        if paper.from_on and paper.until_on
        else "就業履歴は、まだありません"
    )
    return {
        "title": "経歴の図",
        "head": {
            "who": f"{paper.name}　技能者ID {grouped(paper.number)}",
            "what": f"{moment(paper.made_at)}作成",
        },
        "name": paper.name,
        "kana": paper.kana,
        "about": (("技能者ID", grouped(paper.number)), ("期間", period), *paper.sums),
        "columns": 2 if len(years) <= _YEARS_IN_TWO_COLUMNS else 3,
        "legend": legend_svg(paper.picture) if years else "",
        "years": [
            {"alt": f"{year.year}年 {year.words}", "svg": year_svg(paper.picture, year)} for year in years
        ],
        "notes": NOTES,
        "contact": contact(),
    }


def career_pdf(paper: CareerPaper) -> bytes:
    """経歴の図 as a tagged PDF, A4 upright."""
    return pdf("career", career_data(paper))
