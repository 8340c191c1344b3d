"""お問い合わせ: a case, and its history as entries that are only ever added (DESK-01)."""

import uuid

from django.db import models
from django.db.models import Q

from ccus.domain.companies.models import Company, Seat
from ccus.domain.desk.rules import LONGEST_WORDS
from ccus.domain.desk.terms import Channel, Move, State, Subject
from ccus.domain.workers.models import Worker
from ccus.foundation.entry.texts import CODE_POINTS_A_LETTER

_OF_WORKER = Q(worker__isnull=False, company__isnull=True, seat__isnull=True)
_OF_COMPANY = Q(worker__isnull=True, company__isnull=False)
_OF_NOBODY = Q(worker__isnull=True, company__isnull=True, seat__isnull=True)


class DeskCase(models.Model):
    """お問い合わせ of a worker, of an account of a company (without a seat: of the company itself), or, typed in by
    an officer, of somebody who is not registered.

    `about_on`: the day of the own history that it is about. `taken_by` (empty: nobody): the officer who has it, or
    had it last. `state` and `steps` repeat the last entry; `moved_at`: since when it is in that state.
    """

    id = models.BigAutoField(primary_key=True)
    key = models.UUIDField(default=uuid.uuid4, unique=True)
    number = models.CharField("お問い合わせ番号", max_length=14)
    subject = models.CharField(max_length=12)
    channel = models.CharField(max_length=8)
    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, null=True, related_name="+")
    company = models.ForeignKey(Company, on_delete=models.PROTECT, null=True, related_name="+")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, null=True, related_name="+")
    about_on = models.DateField(null=True)
    state = models.CharField(max_length=10)
    steps = models.PositiveIntegerField()
    taken_by = models.CharField(max_length=40, blank=True)
    opened_at = models.DateTimeField()
    opened_by = models.CharField(max_length=40)
    moved_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "desk_case"
        indexes = [
            models.Index(
                fields=["state", "moved_at"], condition=Q(closed_at__isnull=True), name="desk_case_open"
            ),
            models.Index(fields=["taken_by", "moved_at"], name="desk_case_taken_by"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["number"], name="desk_case_number"),
            models.CheckConstraint(name="desk_case_subject", condition=Q(subject__in=list(Subject))),
            models.CheckConstraint(name="desk_case_channel", condition=Q(channel__in=list(Channel))),
            models.CheckConstraint(
                name="desk_case_of_one_asker", condition=_OF_WORKER | _OF_COMPANY | _OF_NOBODY
            ),
            models.CheckConstraint(
                name="desk_case_day_of_a_worker",
                condition=Q(about_on__isnull=True) | Q(worker__isnull=False),
            ),
            models.CheckConstraint(
                name="desk_case_holder",
                condition=Q(state=State.RECEIVED, taken_by="")
                | Q(state__in=[State.TAKEN, State.WAITING]) & ~Q(taken_by="")
                | Q(state=State.DONE),
            ),
            models.CheckConstraint(
                name="desk_case_closed",
                condition=Q(state=State.DONE, closed_at__isnull=False)
                | ~Q(state=State.DONE) & Q(closed_at__isnull=True),
            ),
        ]


class DeskEntry(models.Model):
    """経過 of a case: what was said or done, in order; `answer` is the canned one it began with (DESK-12), `screen`
    what it opens of the asker's portal (DESK-13).
    """

    id = models.BigAutoField(primary_key=True)
    case = models.ForeignKey(DeskCase, on_delete=models.PROTECT, related_name="entries")
    ordinal = models.PositiveIntegerField()
    move = models.CharField(max_length=10)
    to_state = models.CharField(max_length=10)
    at = models.DateTimeField()
    by = models.CharField(max_length=40)
    words = models.CharField(max_length=LONGEST_WORDS * CODE_POINTS_A_LETTER, blank=True)
    answer = models.CharField(max_length=40, blank=True)
    screen = models.CharField(max_length=40, blank=True)
    screen_on = models.DateField(null=True)

    class Meta:
        db_table = "desk_entry"
        constraints = [
            models.UniqueConstraint(fields=["case", "ordinal"], name="desk_entry_once"),
            models.CheckConstraint(name="desk_entry_move", condition=Q(move__in=list(Move))),
            models.CheckConstraint(name="desk_entry_state", condition=Q(to_state__in=list(State))),
            models.CheckConstraint(
                name="desk_entry_day_of_a_screen", condition=Q(screen_on__isnull=True) | ~Q(screen="")
            ),
        ]
