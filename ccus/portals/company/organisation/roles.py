"""権限の一覧: the table of roles in plain words, for everybody of the company (ORG-05)."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ccus.domain.companies.rights import RIGHTS
from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Power, Role, Scope
from ccus.entrance.door import company_page
from ccus.entrance.frame import framed

EXPLAINED = {
    Role.CHIEF: "会社に一人です。会社のことが、すべてできます。事業者IDでログインします。",
    Role.TIER: "支店や営業所の責任者です。自分の組織と、その下の組織を受け持ちます。",
    Role.SITE_MANAGER: "任された現場の施工体制と作業員名簿を受け持ちます。新しい現場の登録はできません。",
    Role.SITE_VIEWER: "任された現場を見るだけの人です。何も変えられません。",
    Role.PROXY_CLERK: "技能者の申請を代わりに出す人です。現場のことはできません。",
}
WORDS = {
    Scope.ALL: "会社全体",
    Scope.BELOW: "自分の組織と下",
    Scope.OWN_SITES: "任された現場",
    Scope.NONE: "できない",
}


@require_safe
@company_page()
def roles(request: HttpRequest, seat: SeatMe) -> HttpResponse:
    """Who may do what, as `rights.py` holds it."""
    context = {
        "seat": seat,
        "may_organise": seat.may(Power.ORGANISATION),
        "roles": [(role, EXPLAINED[role]) for role in Role],
        "rows": [
            (power, [(role, scope, WORDS[scope]) for role, scope in scopes.items()])
            for power, scopes in RIGHTS.items()
        ],
    }
    return framed(request, "company/organisation/roles.html", context, current="roles")
