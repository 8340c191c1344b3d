"""画面のアドレス: where each screen that an answer may open stands in the asker's own portal (DESK-13)."""

from datetime import date

from django.urls import reverse

from ccus.domain.desk.screens import Screen

PAGES: dict[Screen, str] = {
    Screen.DAY: "worker:history-day",
    Screen.HISTORY: "worker:history",
    Screen.ENTRY: "worker:entry",
    Screen.CLAIMS: "worker:claims",
    Screen.CARD: "worker:card",
    Screen.PROFILE: "worker:profile",
    Screen.EMPLOYERS: "worker:employers",
    Screen.SITES: "worker:sites",
    Screen.EXPIRING: "worker:expiring",
    Screen.VIEWED: "worker:viewed",
    Screen.DISCLOSURE: "worker:disclosure",
    Screen.PLACEMENTS: "worker:placements",
    Screen.FILING: "filing:home",
    Screen.CAREER: "worker:career",
    Screen.PASSWORD: "worker:password",
    Screen.CONTACTS: "worker:contacts",
    Screen.FACTORS: "worker:factors",
    Screen.LEAVING: "worker:leaving",
    Screen.OF_SITES: "company:sites",
    Screen.STRUCTURE: "company:structure",
    Screen.ROSTERS: "company:rosters",
    Screen.APPROVALS: "company:approvals",
    Screen.OWN_RECORDS: "company:own-records",
    Screen.EMPLOYEES: "company:employees",
    Screen.SITE_FEES: "company:site-fees",
    Screen.COMPANY: "company:profile",
    Screen.COMPANY_FILING: "filing:home",
    Screen.ORGANISATION: "company:organisation",
    Screen.OWN_PASSWORD: "company:password",
    Screen.OWN_FACTORS: "company:factors",
}


def address_of(screen: Screen, on: date | None = None) -> str:
    """The address of a screen; of a day without one that of the whole history."""
    if screen is not Screen.DAY:
        return reverse(PAGES[screen])
    return reverse(PAGES[screen], args=[on]) if on is not None else reverse(PAGES[Screen.HISTORY])
