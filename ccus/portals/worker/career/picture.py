"""経歴の図の日: the days of a worker as the picture takes them."""

from collections.abc import Iterable

from ccus.documents.career import CareerPicture, PictureDay, career_picture
from ccus.documents.career_marks import Fill
from ccus.domain.work_history.career import CareerDay
from ccus.domain.work_history.terms import Evidence, State


def picture_of(days: Iterable[CareerDay]) -> CareerPicture:
    """The picture; 承認待ち and 否認 are not drawn (PROOF-09)."""
    return career_picture(
        PictureDay(day.on, day.trade, _fill(day), day.state is State.OFFICIAL)
        for day in days
        if day.is_counted or day.state is State.UNAPPROVED
    )


def _fill(day: CareerDay) -> Fill:
    if not day.is_counted:
        return Fill.EMPTY
    return Fill.HATCHED if day.evidence is Evidence.APPROVED_ENTRY else Fill.FULL
