"""もう一つの確かめ: what somebody says beside ID and password while strangers try many (SIGN-13).

Nothing said here opens anything; for an unknown ID as much is asked of the database as for a known one.
"""

from datetime import date

from ccus.domain.accounts.models import Officer
from ccus.domain.applications.models import Applicant
from ccus.domain.companies.models import Seat
from ccus.domain.workers.models import Worker


def is_born_on(login_id: str, birth_on: date) -> bool:
    """Whether this is the birth date of the worker with this ID. One statement."""
    return Worker.objects.filter(account__login_id=login_id, birth_on=birth_on).exists()


def is_reached_at(login_id: str, mail: str) -> bool:
    """Whether this mail address is registered with the account of a company, or with an applicant. Two statements."""
    seats = Seat.objects.filter(account__login_id=login_id, closed_at=None, mail__iexact=mail).exists()
    return Applicant.objects.filter(account__login_id=login_id, mail__iexact=mail).exists() or seats


def is_an_officers(login_id: str) -> bool:
    """Whether the ID is an officer's, who gives a second factor anyway (SIGN-20). One statement."""
    return Officer.objects.filter(account__login_id=login_id).exists()
