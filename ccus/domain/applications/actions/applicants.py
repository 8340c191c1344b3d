"""申請用ログインID: given before there is a 技能者ID, and what it hands over at the end (APP-15)."""

import secrets
from datetime import datetime

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.urls import reverse

from ccus.domain.accounts.actions import open_account, renew_initial_password
from ccus.domain.accounts.models import User
from ccus.domain.accounts.policies import InitialPasswordUsed, must_change_password
from ccus.domain.accounts.rules import INITIAL_LASTS
from ccus.domain.applications.models import Applicant
from ccus.domain.audit.actions import record
from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import Act, Actor, ActorKind
from ccus.domain.companies.models import Seat
from ccus.domain.companies.terms import Role
from ccus.domain.notices.actions import write_mail
from ccus.domain.notices.texts import Text
from ccus.domain.workers.rules import PersonName, readable_name
from ccus.foundation.clock import day_of
from ccus.foundation.constraints import one_at_a_time
from ccus.foundation.entry.block import Block, Field, Values
from ccus.foundation.entry.block import Kind as FieldKind
from ccus.foundation.entry.reach import leading_somewhere
from ccus.foundation.entry.reading import read
from ccus.foundation.identifiers import Kind
from ccus.foundation.numbering import with_new_number
from ccus.foundation.refusals import Refusal


class NameLeadsSomewhere(Refusal):
    """氏名の中のアドレス: a mail to a stranger would carry it in our name (PUB-08)."""


def _plain_name(values: Values) -> None:
    strange = leading_somewhere(str(values["name"]))
    if strange:
        raise NameLeadsSomewhere(
            f"氏名に、名前では使わない書き方（{strange}）が入っています。"
            "本人確認書類のとおりに入力してください。",
            "name",
        )


ASKING = Block(
    "asking",
    "申請用ログインIDの申込み",
    (
        Field("name", "氏名", is_required=True, autocomplete="name"),
        Field("kana", "フリガナ", FieldKind.KANA, is_required=True),
        Field("mail", "メールアドレス", FieldKind.MAIL, is_required=True, autocomplete="email"),
    ),
    help="ログインIDと初期パスワードを、メールで送ります。",
    check=_plain_name,
)


class NotRegisteredYet(Refusal):
    """登録前: there is no 技能者ID to hand over (APP-15)."""


@transaction.atomic
def ask_for_login(
    *, name: str, kana: str, mail: str, is_for_company: bool = False, by: Actor, at: datetime
) -> Applicant:
    """申請用ログインIDの申込み: ID and initial password go by mail (APP-15). Raises what was typed wrong.

    `is_for_company`: to register a company, by whoever answers for it. Whoever of this フリガナ has an ID by this
    address for the same and is not registered yet gets no second one: the mail says how to go
    on. Others who share the address get their own (PUB-08).
    """
    raw = {"name": name, "kana": kana, "mail": mail}
    reading = read(ASKING, raw, today=day_of(at), codes=lambda _: ())
    if reading.faults:
        raise reading.faults[0]
    person = readable_name(PersonName(str(reading.values["name"]), str(reading.values["kana"])))
    address = str(reading.values["mail"])
    one_at_a_time("applicant", address.lower())
    applicant = _waiting(address, person.kana, is_for_company=is_for_company)
    if applicant is None:
        opened = with_new_number(Kind.APPLICANT, lambda number: open_account(login_id=number, by=by, at=at))
        applicant = Applicant.objects.create(
            account=opened.account,
            name=person.official,
            kana=person.kana,
            mail=address,
            is_for_company=is_for_company,
            asked_at=at,
        )
        _tell_login(applicant, opened.initial_password, at=at)
    elif must_change_password(applicant.account):
        _tell_login(applicant, renew_initial_password(account=applicant.account, by=by, at=at), at=at)
    else:
        make_password(address)  # whoever measures how long the answer takes learns nothing
        _write(applicant, Text.APPLICANT_LOGIN_AGAIN, at=at)
    record(act=Act.APPLICANT_ASKED, by=by, at=at, subject=("applicant", applicant.pk))
    return applicant


def _waiting(address: str, kana: str, *, is_for_company: bool) -> Applicant | None:
    open_ones = Applicant.objects.filter(
        mail__iexact=address,
        kana=kana,
        is_for_company=is_for_company,
        worker__isnull=True,
        company__isnull=True,
        account__closed_at__isnull=True,
    )
    return open_ones.select_related("account").order_by("-pk").first()


def _tell_login(applicant: Applicant, initial: str, *, at: datetime) -> None:
    until = day_of(at + INITIAL_LASTS)
    _write(applicant, Text.APPLICANT_LOGIN, at=at, initial_password=initial, until=until)


def _write(applicant: Applicant, text: Text, *, at: datetime, **values: object) -> None:
    write_mail(
        to=applicant.mail,
        text=text,
        source=f"applicant:{applicant.pk}:{secrets.token_hex(8)}",
        at=at,
        name=applicant.name,
        login_id=applicant.account.login_id,
        portal=settings.PUBLIC_URL + reverse("filing:sign-in"),
        **values,
    )


@transaction.atomic
def hand_over(*, applicant_id: int, by: Actor, at: datetime) -> str:
    """初期パスワードの受け渡し: a fresh one for the worker's or the 事業者責任者's account, to be shown once (APP-15).

    Raises `NotRegisteredYet`, `InitialPasswordUsed`, `NotAllowed`.
    """
    if by != Actor(ActorKind.APPLICANT, applicant_id):
        raise NotAllowed("初期パスワードを受け取れるのは、申請した方だけです。")
    applicant = Applicant.objects.select_related("worker__account").filter(pk=applicant_id).first()
    account = _registered(applicant) if applicant is not None else None
    if account is None:
        raise NotRegisteredYet("登録は、まだ終わっていません。終わったら、お知らせが届きます。")
    if account.own_password_at is not None:
        raise InitialPasswordUsed
    return renew_initial_password(account=account, is_shown=True, by=by, at=at)


def _registered(applicant: Applicant) -> User | None:
    """The account that the registration opened."""
    if applicant.worker is not None:
        return applicant.worker.account
    chiefs = Seat.objects.filter(company=applicant.company_id, role=Role.CHIEF, closed_at=None)
    chief = chiefs.select_related("account").first() if applicant.company_id else None
    return chief.account if chief is not None else None
