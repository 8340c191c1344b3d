"""始められる申請, for companies (REG-22, REG-24)."""

from datetime import date

from ccus.domain.applications.terms import ApplicationKind
from ccus.domain.companies.policies import valid_until
from ccus.domain.companies.validity import renewable_from
from ccus.foundation.japanese import date_words
from ccus.foundation.periods import ONE_DAY
from ccus.portals.filing.home.offer import Offer

_BY_CAPITAL = "料金は資本金で決まります。確認画面で、金額を見られます。"
COMPANY = Offer(
    ApplicationKind.COMPANY_REGISTRATION,
    "事業者の新規登録",
    "会社や個人事業主を登録します。商号、所在地、資本金、建設業許可、社会保険などと、証明する書類の画像が必要です。"
    "登録は5年間有効です。",
    0,
    price=_BY_CAPITAL,
)
SOLE = Offer(
    ApplicationKind.COMPANY_REGISTRATION,
    "事業者の新規登録（一人親方）",
    "一人親方として施工体制にのるとき。今の技能者IDで、事業者ポータルも使えるようになります。登録料はかかりません。",
    0,
)


def of_company(company: int, *, on: date) -> tuple[Offer, ...]:
    """Change, and renewal with the day from which it is possible."""
    until = valid_until(company)
    is_renewable = until is None or on >= renewable_from(until)
    return (
        Offer(
            ApplicationKind.COMPANY_CHANGE,
            ApplicationKind.COMPANY_CHANGE.label,
            "商号、所在地、代表者、建設業許可、社会保険など、登録している内容が変わったとき。",
            0,
        ),
        Offer(
            ApplicationKind.COMPANY_RENEWAL,
            ApplicationKind.COMPANY_RENEWAL.label,
            f"有効期限は{date_words(until - ONE_DAY)}です。変わったところだけを書きます。"
            if until
            else "登録の有効期間を5年のばします。変わったところだけを書きます。",
            0,
            is_open=is_renewable,
            price=_BY_CAPITAL,
            later=f"{date_words(renewable_from(until))}から申請できます。" if until else "",
        ),
    )
