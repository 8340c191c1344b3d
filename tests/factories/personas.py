"""The standing cast: one worker with everything a 正式 day needs, the firms above, and one with no relation."""

from dataclasses import dataclass
from datetime import date

from ccus.domain.accounts.models import User
from ccus.domain.audit.terms import Actor, ActorKind
from ccus.domain.cards.models import Card
from ccus.domain.companies.models import Company
from ccus.domain.sites.models import Reader, RosterLine, Site, StructureMember
from ccus.domain.workers.models import Affiliation, Worker
from tests.factories import accounts, cards, codes, companies, sites, workers

MIRAI_NUMBER = "12345678901234"
READER_TOKEN = "seimon-no-tanmatsu"


def firm(company: Company) -> Actor:
    return Actor(ActorKind.COMPANY, company.pk)


def person(worker: Worker) -> Actor:
    return Actor(ActorKind.WORKER, worker.pk)


@dataclass(frozen=True, slots=True)
class Cast:
    """The cast. 建設 未来 works for 高橋鉄筋 under 鈴木工務店 at 佐藤建設's site; `stranger` is 他社."""

    mirai: Worker
    account: User
    card: Card
    sato: Company
    suzuki: Company
    takahashi: Company
    stranger: Company
    site: Site
    prime: StructureMember
    first_tier: StructureMember
    second_tier: StructureMember
    affiliation: Affiliation
    line: RosterLine
    reader: Reader


def mirai(*, account: User | None = None) -> Worker:
    """建設 未来, the guide's sample worker: born 1989-04-01, registered in 2019-04, 鉄筋工."""
    return workers.worker(
        number=MIRAI_NUMBER,
        account=account,
        birth_on=date(1989, 4, 1),
        name__official="建設 未来",
        name__kana="ケンセツ ミライ",
    )


def standing_cast(**account_values: object) -> Cast:
    """Everybody, with every fact in time; `is_initial=True` leaves 建設 未来 the password of the card letter."""
    account = accounts.account(login_id=MIRAI_NUMBER, **account_values)
    worker = mirai(account=account)
    sato = companies.company(name="佐藤建設", name_kana="サトウケンセツ")
    suzuki = companies.company(name="鈴木工務店", name_kana="スズキコウムテン")
    takahashi = companies.company(name="高橋鉄筋", name_kana="タカハシテッキン")
    site = sites.site(prime=sato, name="未来タワー新築工事", name_kana="ミライタワーシンチクコウジ")
    prime = sites.prime_spot(site)
    first = sites.accept(sites.spot(site, suzuki, prime))
    second = sites.accept(sites.spot(site, takahashi, first))
    return Cast(
        mirai=worker,
        account=account,
        card=cards.card(worker=worker),
        sato=sato,
        suzuki=suzuki,
        takahashi=takahashi,
        stranger=companies.company(name="他社"),
        site=site,
        prime=prime,
        first_tier=first,
        second_tier=second,
        affiliation=workers.affiliation(worker=worker, company=takahashi),
        line=sites.roster_line(worker=worker, member=second, position=codes.position("foreman")),
        reader=sites.reader(site, token=READER_TOKEN),
    )
