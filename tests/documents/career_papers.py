"""Papers of a career for the tests."""

from dataclasses import replace
from datetime import date, datetime

from ccus.documents.career_paper import CareerPaper, career_data
from ccus.documents.certificate import CertificatePaper, certificate_data
from ccus.documents.kentaikyo import AidReport, AidWorker, Method, kentaikyo_sheet
from ccus.documents.sheet import sheet_data
from ccus.domain.certificates.figures import figures_of
from ccus.domain.work_history.terms import State
from ccus.foundation.clock import JST
from tests.documents.careers import LAST, career_of
from tests.documents.site_papers import Drawing
from tests.factories.records import career_day

MADE = datetime(2026, 11, 20, 12, 0, tzinfo=JST)
MONDAY = date(2026, 11, 16)
CAREER = CareerPaper(
    name="建設 未来",
    kana="ケンセツ ミライ",
    number="12345678901234",
    from_on=date(1997, 1, 1),
    until_on=LAST,
    made_at=MADE,
    sums=(("就業日数", "7,000日"),),
    picture=career_of(2),
)
CERTIFICATE = CertificatePaper(
    name="建設 未来",
    kana="ケンセツ ミライ",
    number="12345678901234",
    from_on=MONDAY,
    last_on=LAST,
    with_sites=True,
    figures=figures_of([career_day(MONDAY), career_day(LAST, state=State.UNAPPROVED)], with_sites=True),
    issued_at=MADE,
    good_until=date(2027, 11, 19),
    code="0123A-56789-ABCDE-FGHJK",
    address="https://portal.example/check/0123A56789ABCDEFGHJK/",
)
MIRAI = AidWorker("建設 未来", "ケンセツ ミライ", "12345678901234", "1234-56789", frozenset({MONDAY, LAST}))
AID = AidReport("高橋鉄筋", "98765432109822", "12-3456789-0", MONDAY, Method.STAMPS, [MIRAI], MADE)


def career_drawings() -> dict[str, Drawing]:
    """Each paper as its template and what the template takes."""
    return {
        "career": ("career", career_data(replace(CAREER, picture=career_of(30)))),
        "certificate": ("certificate", certificate_data(CERTIFICATE)),
        "kentaikyo": ("sheet", sheet_data(kentaikyo_sheet(AID))),
    }
