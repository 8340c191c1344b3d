"""就業履歴証明の行為: a worker has the own days certified, and takes a certificate back (PROOF-03)."""

from datetime import date, datetime
from uuid import UUID, uuid4

from django.db import transaction

from ccus.domain.audit.actions import record
from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.certificates.codes import code_for, hash_of
from ccus.domain.certificates.figures import figures_of
from ccus.domain.certificates.models import CareerCertificate
from ccus.domain.certificates.rules import MOST_STANDING, expires_on
from ccus.domain.work_history.career import days_of
from ccus.domain.workers.models import Worker
from ccus.domain.workers.policies import as_actor
from ccus.domain.workers.reading import profile_of
from ccus.foundation.clock import day_of
from ccus.foundation.constraints import one_at_a_time
from ccus.foundation.japanese import date_words
from ccus.foundation.periods import ONE_DAY, Period
from ccus.foundation.refusals import Refusal


class NothingToCertify(Refusal):
    """証明する就業がない (PROOF-03)."""


class DayNotOver(Refusal):
    """まだ終わっていない日: a certificate ends with yesterday at the latest (PROOF-03)."""


class TooManyCertificates(Refusal):
    """有効な証明書が多すぎる (PROOF-03)."""


class AlreadyRevoked(Refusal):
    """先の取り消し: it was taken back before."""


class NoSuchCertificate(Refusal):
    """ない証明書: of this worker there is none with this key."""


@transaction.atomic
def issue_certificate(
    *, worker: Worker, period: Period | None, with_sites: bool, by: Actor, at: datetime
) -> CareerCertificate:
    """就業履歴証明を発行する, of all days up to yesterday where no `period` is named.

    Raises `NotAllowed`, `DayNotOver`, `NothingToCertify`, `TooManyCertificates`.
    """
    if by != as_actor(worker):
        raise NotAllowed("就業履歴証明を発行できるのは、技能者本人だけです。本人に頼んでください。")
    one_at_a_time("certificates", worker.pk)
    today = day_of(at)
    _require_room(worker, at)
    days = days_of(
        worker.pk,
        from_on=period.from_on if period else worker.birth_on,
        until_on=_end(period, at),
    )
    figures = figures_of(days, with_sites=with_sites)
    if not figures.years:
        raise NothingToCertify(
            "この期間に、証明できる就業履歴がありません。期間を変えるか、空けて、もう一度発行してください。",
            "from_on",
        )
    key, name = uuid4(), profile_of(worker.pk, on=today).name
    issued = CareerCertificate.objects.create(
        key=key,
        worker=worker,
        code_hash=hash_of(code_for(key)),
        name=name.official,
        kana=name.kana,
        from_on=period.from_on if period else days[0].on,
        until_on=_end(period, at),
        with_sites=with_sites,
        figures=figures.as_json(),
        issued_at=at,
        issued_by=str(by),
        expires_on=expires_on(today),
    )
    record(act=Act.CERTIFICATE_ISSUED, by=by, at=at, subject=("certificate", issued.pk), sites=with_sites)
    return issued


@transaction.atomic
def revoke_certificate(*, worker: Worker, key: UUID, by: Actor, at: datetime) -> None:
    """就業履歴証明を取り消す: whoever checks it reads that it holds no more, and no figures.

    Raises `NotAllowed`, `NoSuchCertificate`, `AlreadyRevoked`.
    """
    if by != as_actor(worker):
        raise NotAllowed("就業履歴証明を取り消せるのは、技能者本人だけです。本人に頼んでください。")
    found = CareerCertificate.objects.filter(worker=worker, key=key)
    issued = found.values_list("pk", flat=True).first()
    if issued is None:
        raise NoSuchCertificate("この証明書は見つかりません。一覧を開き直してください。")
    if not found.filter(revoked_at=None).update(revoked_at=at):
        raise AlreadyRevoked("この証明書は、もう取り消されています。一覧を開き直してください。")
    record(act=Act.CERTIFICATE_REVOKED, by=by, at=at, subject=("certificate", issued))


def _end(period: Period | None, at: datetime) -> date:
    today = day_of(at)
    until_on = period.until_on if period and period.until_on else today
    if until_on > today:
        raise DayNotOver(
            f"{date_words(until_on - ONE_DAY)}は、まだ終わっていない日です。"
            f"終わりの日は、昨日（{date_words(today - ONE_DAY)}）までの日にしてください。",
            "until_on",
        )
    return until_on


def _require_room(worker: Worker, at: datetime) -> None:
    standing = CareerCertificate.objects.filter(worker=worker, revoked_at=None, expires_on__gt=day_of(at))
    if standing.count() >= MOST_STANDING:
        raise TooManyCertificates(
            f"有効な証明書が{MOST_STANDING}件あります。いらない証明書を取り消してから、発行してください。"
        )
