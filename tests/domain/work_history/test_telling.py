"""変わったことの知らせ: REC-14, REC-15."""

from datetime import date, timedelta

import pytest

from ccus.domain.audit.models import Affect
from ccus.domain.notices.models import Notice
from ccus.domain.work_history.actions.answers import refuse
from ccus.domain.work_history.actions.entries import withdraw
from ccus.domain.work_history.claim_terms import Ground
from ccus.domain.work_history.models import RecordChange, WorkRecord
from ccus.domain.work_history.telling import tell_changes
from ccus.domain.work_history.terms import Reason, State
from ccus.domain.workers.policies import as_actor
from ccus.foundation.clock import now
from tests.factories import claims, workers
from tests.factories.personas import firm
from tests.portals.worker import cast

pytestmark = pytest.mark.django_db
AUGUST = date(2026, 8, 3)


def changed(mirai: cast.Person, place: int, on: date, before: State, after: State | None = None) -> None:
    RecordChange.objects.create(
        worker=mirai.worker.pk, work_on=on, place=place, before=before, after=after, changed_at=now()
    )


def healed(mirai: cast.Person, days: int = 2, name: str = "A現場") -> int:
    """Days that were 連結待ち and are 正式 now; the place."""
    site = cast.site(name)
    for n in range(days):
        cast.worked(mirai, site, AUGUST + timedelta(days=n))
        changed(mirai, site.pk, AUGUST + timedelta(days=n), State.UNLINKED, State.OFFICIAL)
    return int(site.pk)


def tell() -> int:
    """The job, after everything was derived."""
    Affect.objects.filter(settled_at=None).update(settled_at=now())
    return tell_changes(at=now())


def told() -> str:
    tell()
    return Notice.objects.get(source__startswith="record_change").body


def test_days_that_changed_alike_are_told_in_one_line() -> None:
    healed(cast.settled())
    assert "・A現場 8月3日、4日：連結待ち → 正式\n" in told()


def test_many_days_are_told_as_first_last_and_how_many() -> None:
    healed(cast.settled(), days=22)
    assert "・A現場 8月3日から8月24日までの22日：連結待ち → 正式" in told()


def test_what_changed_is_told_once_and_counted_in_the_title() -> None:
    healed(cast.settled())
    assert (tell(), tell()) == (2, 0)
    assert Notice.objects.get().title == "就業履歴が変わりました（2日）"


def test_bad_news_comes_first_with_its_reason() -> None:
    mirai = cast.settled()
    healed(mirai)
    site = cast.site("B現場")
    cast.worked(mirai, site, AUGUST, State.UNAPPROVED, (Reason.NOT_APPROVED_IN_TIME,))
    changed(mirai, site.pk, AUGUST, State.AWAITING_APPROVAL, State.UNAPPROVED)
    first = told().split("・")[1]
    assert first.startswith(
        "B現場 8月3日：承認待ち → 承認なし（入力した就業日は、期限までに承認されませんでした。"
    )


def test_a_change_that_was_undone_again_is_not_told() -> None:
    mirai = cast.settled()
    place = healed(mirai, days=1)
    changed(mirai, place, AUGUST, State.OFFICIAL, State.UNLINKED)
    WorkRecord.objects.update(state=State.UNLINKED)
    assert tell() == 2
    assert not Notice.objects.exists()


def test_nothing_is_told_while_a_day_of_the_worker_is_still_to_be_derived() -> None:
    mirai = cast.settled()
    place = healed(mirai)
    Affect.objects.filter(settled_at=None).update(settled_at=now())
    for waits in ({"worker": mirai.worker.pk}, {"place": place}):
        Affect.objects.create(event_id=0, from_on=AUGUST, **waits)
        assert tell_changes(at=now()) == 0
        Affect.objects.filter(settled_at=None).update(settled_at=now())
    assert tell() == 2


def test_a_worker_without_an_account_is_told_nothing_and_nothing_waits() -> None:
    healed(cast.Person(workers.worker(), ""))
    assert tell() == 2
    assert not Notice.objects.exists()


def test_a_day_that_lost_its_record_is_told_as_lost() -> None:
    mirai, site = cast.settled(), cast.site("A現場")
    changed(mirai, site.pk, AUGUST, State.OFFICIAL)
    assert "A現場 8月3日：正式 → 記録なし" in told()


def test_what_the_worker_withdrew_in_person_is_not_told() -> None:
    mirai, site = cast.settled(), cast.site()
    (claim,) = claims.entered(mirai.worker, site, date(2026, 11, 18))
    claims.settled()
    withdraw(claim=claim, by=as_actor(mirai.worker), at=now())
    claims.settled()
    assert tell() == 1
    assert not Notice.objects.filter(source__startswith="record_change").exists()


def test_an_approval_that_came_is_told_in_words() -> None:
    mirai, site = cast.settled(), cast.site("A現場")
    (claim,) = claims.entered(mirai.worker, site, date(2026, 11, 18))
    claims.settled()
    claims.approved(claim)
    claims.settled()
    assert "・A現場 11月18日：承認待ち → 正式" in told()


def test_a_refusal_that_came_with_its_words_is_not_told_again() -> None:
    mirai, site = cast.settled(), cast.site()
    (claim,) = claims.entered(mirai.worker, site, date(2026, 11, 18))
    claims.settled()
    words = "その日は休工でした。"
    refuse(claim=claim, ground=Ground.NOT_THERE, words=words, by=firm(site.prime), at=now())
    claims.settled()
    assert tell() == 1
    assert not Notice.objects.filter(source__startswith="record_change").exists()
