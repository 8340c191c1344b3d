"""すべての規則にかかるもの: the world in which every rule has something to do."""

import psycopg
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session

from ccus.domain.accounts.models import User
from ccus.domain.accounts.sessions import begin_session
from ccus.domain.accounts.terms import Duty
from ccus.domain.applications.actions.filing import withdraw_application
from ccus.domain.applications.policies import filer_of
from ccus.domain.applications.terms import ApplicationKind
from ccus.domain.audit.terms import Actor, ActorKind
from ccus.domain.notices.models import Notice
from ccus.domain.retention.catalogue import RULES
from tests.factories import companies, seats
from tests.factories.applications import AT, drafted, submitted
from tests.factories.everything import Filling, everything
from tests.factories.evidence import evidence
from tests.factories.factors import with_app
from tests.factories.officers import officer

_AGED = (
    "update mail set body = '', sent_at = written_at",
    "update reset_request set worker_id = null where id = (select max(id) from reset_request)",
    "update own_contact set removed_at = confirmed_at",
    "update affiliation_request set closed_at = asked_at, is_accepted = true",
    "update placement_request set closed_at = asked_at, is_accepted = true",
    "update seat set closed_at = opened_at",
    "update company_responsible set superseded_at = recorded_at, person = '会社人 責太', mail = 'sekinin@example.jp'",
    "update company_billing set superseded_at = recorded_at, addressee = '会社人 請太'",
    "update officer set name = '会社人 役太'",
    "update account set closed_at = now() where id in (select account_id from officer)",
    "update account set closed_at = now() where id in (select account_id from seat)",
    "update look_case set said_words = '見本の言葉', closed_at = opened_at",
    "update change_preview set void_at = asked_at",
    "update desk_case set state = 'done', closed_at = opened_at",
    "update change_set set words = '見本の理由', discarded_at = written_at",
    "update procrastinate_jobs set status = 'succeeded'",
    "update search_day set on_day = date '2026-01-05'",
)
"""What ends each thing, as the owner."""


def _people_of_the_firm_and_the_office() -> None:
    """Whoever signed in for a company, and an officer: with a second factor, a notice and a session."""
    seat = seats.seat(companies.company(), name="会社人 席太", mail="sekita@example.jp")
    for account in User.objects.filter(pk__in=(seat.account, officer(Duty.CONTACT).account)):
        with_app(account)
        Notice.objects.create(account=account, at=AT, kind="general", title="会社人さんへ", source="past:1")
        begin_session(account=account.pk, session_key=f"past-{account.pk}", device="会社人の端末", at=AT)


def _cases() -> None:
    """An applicant who gave up, another who never pays; a draft and two withdrawn applications of workers."""
    for case in (submitted(), submitted(ApplicationKind.REISSUE), submitted(ApplicationKind.REISSUE)):
        withdraw_application(number=case.number, by=filer_of(case), at=AT)
    submitted(is_settled=False)
    drafted(ApplicationKind.CHANGE)


def aged(owner: psycopg.Connection) -> Filling:
    """Everything about somebody who left, and of every rule something that is over years later."""
    _, filling = everything(owner)
    _cases()
    _people_of_the_firm_and_the_office()
    evidence(Actor(ActorKind.WORKER, 1))
    held = SessionStore().encode({"typed": "刻印のログイン"})
    Session.objects.create(session_key="marked", session_data=held, expire_date=AT)
    for rule in RULES:
        if rule.key not in {"left", "nights"}:
            for table in rule.tables:
                filling.fill(table)
    with owner.transaction():
        owner.execute("set local ccus.erasure = 'on'")
        for statement in _AGED:
            owner.execute(statement.encode())
    return filling
