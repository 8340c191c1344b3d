"""申請の選択肢: those of a worker's blocks, and the lists that only applications offer."""

from ccus.domain.companies import options as of_companies
from ccus.domain.workers import options as of_workers
from ccus.domain.workers.terms import NameSource
from ccus.foundation.entry.options import Option, of_terms

_DOCUMENTS = (
    NameSource.DRIVING_LICENCE,
    NameSource.MY_NUMBER_CARD,
    NameSource.PASSPORT,
    NameSource.RESIDENCE_CARD,
    NameSource.SPECIAL_PERMANENT,
    NameSource.EMPLOYER_CERTIFICATE,
)
_OWN = {
    "identity_document": of_terms(_DOCUMENTS),
    "delivery_place": (Option("contact", "連絡先の住所"), Option("other", "別の住所")),
    "company_document": (
        Option("company_register", "登記事項証明書（履歴事項全部証明書）"),
        Option("licence_notice", "建設業許可の通知書・許可証明書"),
        Option("tax_return", "確定申告書・納税証明書"),
        Option("opening_notice", "個人事業の開業届"),
        Option("insurance", "社会保険・労働保険の加入を示す書類"),
        Option("other", "その他"),
    ),
    "reissue_reason": (
        Option("lost", "紛失"),
        Option("damaged", "破損"),
        Option("unreadable", "読み取りエラー"),
    ),
}


def options(name: str) -> tuple[Option, ...]:
    """The options of a list, in the order of forms. Raises KeyError for a list that there is not."""
    if name in _OWN:
        return _OWN[name]
    return of_companies.options(name) if name in of_companies.NAMES else of_workers.options(name)


def codes(name: str) -> frozenset[str]:
    """The codes that may be chosen from a list."""
    return frozenset(option.value for option in options(name))


def label(name: str, code: str) -> str:
    """The words for a code of a list; the code itself where the list does not know it."""
    if name in _OWN:
        return next((option.label for option in _OWN[name] if option.value == code), code)
    return of_companies.label(name, code) if name in of_companies.NAMES else of_workers.label(name, code)
