"""本人についての言葉: what a password of one's own does not hold (SIGN-04)."""

from datetime import date

from ccus.domain.applications.applicants import ApplicantMe
from ccus.domain.companies.seats import SeatMe
from ccus.domain.workers.reading import Me, mail_of, profile_of
from ccus.entrance.who import Visitor, person_behind


def words_about(me: Visitor, *, on: date) -> tuple[str, ...]:
    """Names and mail address of whoever is signed in, as they are written."""
    person = person_behind(me.account)
    if isinstance(person, Me):
        name = profile_of(person.worker, on=on).name
        return name.official, name.kana, name.roman, name.native, name.alias, mail_of(person.worker, on=on)
    if isinstance(person, ApplicantMe):
        return person.name, person.kana, person.mail
    if isinstance(person, SeatMe):
        return person.name, person.company_name, person.mail
    return (person.name,) if person is not None else ()
