"""登録行政書士の登録: the office marks a company as an agent, and ends it (PROXY-02)."""

from datetime import date, datetime

from django.db import transaction

from ccus.domain.accounts.officers import require_duty
from ccus.domain.accounts.terms import Duty
from ccus.domain.audit.actions import record
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.companies.models import AgentLicence, Company
from ccus.foundation.clock import day_of
from ccus.foundation.constraints import one_at_a_time, refusing
from ccus.foundation.periods import Period
from ccus.foundation.refusals import Refusal
from ccus.foundation.superseding import end_on, supersede

DIGITS = 8


class AgentAlready(Refusal):
    """登録の重なり: a company is marked once on any day (PROXY-02)."""


class AgentNumberWrong(Refusal):
    """行政書士の登録番号の誤り: eight digits (PROXY-02)."""


@transaction.atomic
def mark_agent(
    *, company: Company, number: str, from_on: date, until_on: date | None = None, by: Actor, at: datetime
) -> AgentLicence:
    """登録行政書士にする; `number` of the registration as 行政書士, `until_on` the day after its last (PROXY-02).

    Raises `NotAllowed`, `AgentNumberWrong`, `AgentAlready`, `PeriodBackwards`.
    """
    require_duty(by, Duty.REVIEW)
    if len(number) != DIGITS or not (number.isascii() and number.isdigit()):
        raise AgentNumberWrong(
            f"行政書士の登録番号は、{DIGITS}けたの数字です（入力：{number[:20] or 'なし'}）。"
            "登録証を見て、入力し直してください。",
            "number",
        )
    period = Period.checked(from_on, until_on, label="登録", field="last_on")
    one_at_a_time("agent", company.pk)
    already = AgentAlready(
        f"{company.name}は、この期間に、もう登録行政書士になっています。下の一覧で確かめてください。",
        "company",
    )
    with refusing({"agent_licence_once": already}):
        licence = AgentLicence.objects.create(
            company=company,
            number=number,
            valid_from=period.from_on,
            valid_until=period.until_on,
            recorded_at=at,
            recorded_by=str(by),
        )
    record(act=Act.AGENT_MARKED, by=by, at=at, subject=("company", company.pk))
    return licence


@transaction.atomic
def end_agent(*, licence: AgentLicence, by: Actor, at: datetime) -> None:
    """登録行政書士の終了, at once: nothing more is filed under mandates that rest on it. Raises `AlreadyChanged`."""
    require_duty(by, Duty.REVIEW)
    one_at_a_time("agent", licence.company_id)
    today = day_of(at)
    if licence.valid_from > today:
        supersede(licence, at=at)
    else:
        end_on(licence, today, at=at)
    record(act=Act.AGENT_ENDED, by=by, at=at, subject=("company", licence.company_id))
