"""Periodic jobs. Each may run twice or late without harm."""

import logging
from functools import partial
from uuid import UUID

from django.db import transaction
from procrastinate.contrib.django import app

from ccus.domain.audit.terms import SYSTEM
from ccus.domain.companies import reminding, seat_fees
from ccus.domain.corrections.actions.previewing import TASK as PREVIEW_TASK
from ccus.domain.corrections.actions.releasing import TASK as RELEASED_TASK
from ccus.domain.corrections.previewing import unfinished as unfinished_previews
from ccus.domain.desk.actions.lapsing import lapse_silent
from ccus.domain.disclosure import closings
from ccus.domain.employees import renewals, telling
from ccus.domain.figures import counting
from ccus.domain.looks.actions.watching import watch
from ccus.domain.notices import sending
from ccus.domain.papers.actions import TASK
from ccus.domain.printing import asking
from ccus.domain.printing.actions.batches import TASK as CARDS_TASK
from ccus.domain.printing.jobs import unfinished
from ccus.domain.readiness import evening
from ccus.domain.recovery import answering
from ccus.domain.recovery.judging import lapse
from ccus.domain.retention.carrying import carry_out
from ccus.domain.retention.catalogue import BY_KEY
from ccus.domain.retention.night import carry_out_all
from ccus.domain.site_fees import booking as site_booking
from ccus.domain.site_fees import closing as site_closing
from ccus.domain.work_history import months, partitions, surprises
from ccus.domain.work_history.actions.bulk import lapse_overdue
from ccus.domain.work_history.claims import due_letters
from ccus.domain.work_history.telling import tell_changes as tell_of_changes
from ccus.foundation import clock
from ccus.jobs import corrections, papers, printing
from ccus.jobs.lines import alone, app_line, as_register, owner_line

_log = logging.getLogger(__name__)
_AHEAD_OF_UTC = 9


def _daily(hour: int, minute: int) -> str:
    """毎日、日本のこの時刻に: as a line of cron, which Procrastinate reads in UTC."""
    return f"{minute} {(hour - _AHEAD_OF_UTC) % 24} * * *"


@app.periodic(cron=_daily(3, 10))
@app.task(queueing_lock="keep_partitions")
def keep_partitions(timestamp: int) -> None:  # noqa: ARG001 - Procrastinate says for when it runs
    """区画の手入れ, every night (TAP-02)."""
    with owner_line() as line:
        made = partitions.upkeep(line, clock.today())
    _log.info("tap months made: %s", ", ".join(map(str, made)) or "none")


@app.periodic(cron="20 * * * *")
@app.task(queueing_lock="close_months")
def close_months(timestamp: int) -> None:  # noqa: ARG001 - as above
    """月締め: every hour, because a month is summed only when nobody is left who may not know (MONTH-02)."""
    with app_line() as line:
        months.close(partial(alone, line), clock.today(), clock.now())


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="tell_surprises")
def tell_surprises(timestamp: int) -> None:  # noqa: ARG001 - as above
    """約束と違った記録の通知, every minute (TAP-12)."""
    with as_register():
        while surprises.tell_surprises(at=clock.now()):
            continue


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="tell_changes")
def tell_changes(timestamp: int) -> None:  # noqa: ARG001 - as above
    """変わった日の知らせ, every minute (REC-14)."""
    with as_register():
        while tell_of_changes(at=clock.now()):
            continue


@app.periodic(cron=_daily(3, 40))
@app.task(queueing_lock="end_reset_requests")
def end_reset_requests(timestamp: int) -> None:  # noqa: ARG001 - as above
    """期限の過ぎた再設定の申し込みを終える, every night (RESET-07)."""
    with as_register():
        lapse(at=clock.now())


@app.periodic(cron=_daily(1, 40))
@app.task(queueing_lock="carry_out_retention")
def carry_out_retention(timestamp: int) -> None:  # noqa: ARG001 - as above
    """保存期間の終わったものを消す, every night: one road for all of it (KEEP-06, LEAVE-07)."""
    with as_register(), owner_line() as line:
        night = carry_out_all(line, at=clock.now())
    _log.info("what was kept long enough went, in night %s", night.pk)


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="send_mail")
def send_mail(timestamp: int) -> None:  # noqa: ARG001 - as above
    """メールを送る, every minute (NOTE-03), with what was asked for without a sign-in (RESET-02)."""
    with as_register():
        answering.answer_waiting(at=clock.now())
        sent = sending.send_waiting(at=clock.now())
    if sent:
        _log.info("mails sent: %s", sent)


@app.periodic(cron=_daily(4, 20))
@app.task(queueing_lock="end_silent_cases")
def end_silent_cases(timestamp: int) -> None:  # noqa: ARG001 - as above
    """返事のないお問い合わせを終える, every night (DESK-09)."""
    with as_register():
        while lapse_silent(by=SYSTEM, at=clock.now()):
            continue


@app.periodic(cron=_daily(17, 0))
@app.task(queueing_lock="tell_of_tomorrow")
def tell_of_tomorrow(timestamp: int) -> None:  # noqa: ARG001 - as above
    """あしたの見通しの知らせ, every evening (READY-10)."""
    with as_register():
        sites = evening.tell_of_tomorrow(at=clock.now())
    _log.info("sites with lines that would not count tomorrow: %s", sites)


@app.task(name=TASK)
def make_paper(key: str) -> None:
    """書類を作る, as soon as it is asked for (PAPER-08)."""
    with as_register():
        papers.make(UUID(key))


@app.task(name=CARDS_TASK)
def make_cards(key: str) -> None:
    """印刷データと台紙を作る, as soon as a batch is taken (PRINT-03)."""
    with as_register():
        printing.make(UUID(key))


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="carry_on_printing")
def carry_on_printing(timestamp: int) -> None:  # noqa: ARG001 - as above
    """止まった束を続ける, every minute: a job that died is taken up where it stopped (PRINT-03)."""
    with as_register():
        for key in unfinished():
            printing.make(key)


@app.task(name=PREVIEW_TASK)
def preview_correction(key: str) -> None:
    """修正の確認を作る, as soon as it is asked for (FIX-04)."""
    with as_register():
        corrections.preview(UUID(key))


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="carry_on_previews")
def carry_on_previews(timestamp: int) -> None:  # noqa: ARG001 - as above
    """止まった確認を続ける, every minute: a job that died is taken up where it stopped (FIX-04)."""
    with as_register():
        for key in unfinished_previews():
            corrections.preview(key)


@app.task(name=RELEASED_TASK)
def carry_out_correction(key: str) -> None:  # noqa: ARG001 - whatever else is released is carried out as well
    """許可された修正を反映する, as soon as the last release is given (FIX-10)."""
    with as_register():
        corrections.carry_out_released()


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="carry_on_corrections")
def carry_on_corrections(timestamp: int) -> None:  # noqa: ARG001 - as above
    """止まった反映を続ける, every minute: all of it, because nothing of it was kept (FIX-10)."""
    with as_register():
        corrections.carry_out_released()


@app.periodic(cron=_daily(9, 30))
@app.task(queueing_lock="ask_about_cards")
def ask_about_cards(timestamp: int) -> None:  # noqa: ARG001 - as above
    """カードは届きましたか, every morning (PRINT-09)."""
    with as_register():
        while asking.ask_about_cards(at=clock.now()):
            continue


@app.periodic(cron="30 * * * *")
@app.task(queueing_lock="erase_papers")
def erase_papers(timestamp: int) -> None:  # noqa: ARG001 - as above
    """期限の過ぎた書類を消す, every hour (PAPER-09)."""
    with as_register(), owner_line() as line:
        carry_out(line, BY_KEY["papers"], at=clock.now())


@app.periodic(cron=_daily(6, 30))
@app.task(queueing_lock="tell_expiries")
def tell_expiries(timestamp: int) -> None:  # noqa: ARG001 - as above
    """期限の知らせ, every morning before work begins (EMP-05)."""
    with as_register():
        told = telling.tell_expiries(at=clock.now())
    _log.info("expiries told: %s", told)


@app.periodic(cron="25 * * * *")
@app.task(queueing_lock="tell_closings")
def tell_closings(timestamp: int) -> None:  # noqa: ARG001 - as above
    """閉じた開示の知らせ, every hour, soon after the midnight at which a 所属 ends or begins (DISC-27)."""
    with as_register():
        closings.tell_closings(at=clock.now())


@app.periodic(cron=_daily(6, 10))
@app.task(queueing_lock="remind_of_renewals")
def remind_of_renewals(timestamp: int) -> None:  # noqa: ARG001 - as above
    """更新のお知らせ, every morning (REG-26)."""
    with as_register(), transaction.atomic():
        reminding.remind_of_renewals(at=clock.now())


@app.periodic(cron=_daily(6, 40))
@app.task(queueing_lock="announce_renewals")
def announce_renewals(timestamp: int) -> None:  # noqa: ARG001 - as above
    """カードの更新のお知らせ, every morning (CARD-30)."""
    with as_register(), transaction.atomic():
        renewals.announce_renewals(at=clock.now())


@app.periodic(cron=_daily(2, 30))
@app.task(queueing_lock="charge_year_of_seats")
def charge_year_of_seats(timestamp: int) -> None:  # noqa: ARG001 - as above
    """管理者ID利用料 of the accounts whose year begins, every night (FEE-11)."""
    after: int | None = 0
    with as_register():
        while after is not None:
            after = seat_fees.charge_year_of_seats(after=after, at=clock.now())


@app.periodic(cron=_daily(2, 50))
@app.task(queueing_lock="watch_looks")
def watch_looks(timestamp: int) -> None:  # noqa: ARG001 - as above
    """閲覧の見守り, every night (LOOK-05)."""
    with as_register():
        companies = watch(by=SYSTEM, at=clock.now())
    _log.info("companies with new signs of unusual looking: %s", companies)


@app.periodic(cron=_daily(1, 20))
@app.task(queueing_lock="book_site_fees")
def book_site_fees(timestamp: int) -> None:  # noqa: ARG001 - as above
    """現場利用料の計上, every night (USE-05)."""
    with as_register():
        lines = site_booking.book_days(at=clock.now())
    _log.info("lines of site fees booked: %s", lines)


@app.periodic(cron=_daily(4, 20))
@app.task(queueing_lock="close_site_fees")
def close_site_fees(timestamp: int) -> None:  # noqa: ARG001 - as above
    """現場利用料の月締め: looked for every night, done on the 5th, or as soon as the month's sums stand (USE-07)."""
    with as_register():
        months_closed = site_closing.close_due_months(at=clock.now())
    _log.info("months of site fees closed: %s", ", ".join(map(str, months_closed)) or "none")


@app.periodic(cron="5 * * * *")
@app.task(queueing_lock="lapse_claims")
def lapse_claims(timestamp: int) -> None:  # noqa: ARG001 - as above
    """期限切れの申告, five minutes after every hour, midnight among them (CLAIM-34)."""
    lapsed, turn = 0, 1
    with as_register():
        while turn:
            turn = lapse_overdue(by=SYSTEM, at=clock.now())
            lapsed += turn
    _log.info("asks lapsed: %s", lapsed)


@app.periodic(cron=_daily(7, 30))
@app.task(queueing_lock="remind_of_waiting_days")
def remind_of_waiting_days(timestamp: int) -> None:  # noqa: ARG001 - as above
    """承認の期限の知らせ, every morning (CLAIM-35)."""
    with as_register(), transaction.atomic():
        companies = due_letters.remind_of_waiting(at=clock.now())
    _log.info("companies with days that lapse soon: %s", companies)


@app.periodic(cron=_daily(0, 40))
@app.task(queueing_lock="count_figures")
def count_figures(timestamp: int) -> None:  # noqa: ARG001 - as above
    """業務の数字, every night, after the day is over (FIG-08)."""
    with as_register():
        counting.count_figures(at=clock.now())
