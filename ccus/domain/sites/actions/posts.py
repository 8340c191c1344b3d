"""現場の担当: which accounts manage or view a site (SITE-17)."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Q

from ccus.domain.audit.actions import record
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.companies.terms import Power
from ccus.domain.notices.actions import tell
from ccus.domain.notices.texts import Text
from ccus.domain.sites.models import Site, SitePost
from ccus.domain.sites.owners import holder_at, require_role_for
from ccus.domain.sites.policies import require_at_site
from ccus.domain.sites.rows import put_post
from ccus.domain.sites.terms import Post
from ccus.foundation.constraints import one_at_a_time
from ccus.foundation.refusals import Refusal
from ccus.foundation.superseding import end_on


class NotPosted(Refusal):
    """担当なし: nothing to end on that day (SITE-17)."""


class LastManager(Refusal):
    """最後の現場管理者: every site names one (SITE-17)."""


@transaction.atomic
def give_post(*, site: Site, seat: str, post: Post, from_on: date, by: Actor, at: datetime) -> SitePost:
    """担当の登録 from a day, by who manages the organisation of the account (管理者ID `seat`), who is told (SITE-17).

    Raises `SeatUnknown`, `PostNotForRole`, `AlreadyPosted`.
    """
    held = holder_at(site, seat)
    require_at_site(by, held.company, site, Power.ORGANISATION)
    require_role_for(held, post)
    one_at_a_time("site", site.pk)
    row = put_post(site, held, post, from_on, by=by, at=at)
    record(act=Act.SITE_POST_GIVEN, by=by, at=at, subject=("site_post", row.pk))
    tell(
        account=held.account_id,
        text=Text.SITE_POST_GIVEN,
        source=f"site_post:{row.pk}",
        at=at,
        site=site.name,
        role=post.label,
        from_on=from_on,
    )
    return row


@transaction.atomic
def end_post(*, site: Site, seat: str, until_on: date, by: Actor, at: datetime) -> None:
    """担当の終了: the last day is the one before `until_on`; one that has not begun falls away (SITE-17).

    Raises `NotPosted`, `LastManager`, `AlreadyChanged`.
    """
    one_at_a_time("site", site.pk)
    lasting = Q(valid_until=None) | Q(valid_until__gt=until_on)
    held = SitePost.objects.filter(lasting, site=site, seat__account__login_id=seat, superseded_at=None)
    row = held.select_related("seat__company").order_by("valid_from").first()
    if row is None:
        raise NotPosted(
            "その利用者は、その日の担当ではありません。担当の一覧を確かめてください。", "until_on"
        )
    require_at_site(by, row.seat.company, site, Power.ORGANISATION)
    if row.post == Post.MANAGER and row.seat.company_id == site.prime_id:
        _require_another_manager(row, until_on)
    end_on(row, max(until_on, row.valid_from), at=at)
    record(act=Act.SITE_POST_ENDED, by=by, at=at, subject=("site_post", row.pk))


def _require_another_manager(row: SitePost, on: date) -> None:
    lasting = Q(valid_until=None) | Q(valid_until__gt=on)
    others = SitePost.objects.filter(lasting, site=row.site_id, post=Post.MANAGER, superseded_at=None)
    if (
        not others.filter(seat__company=row.site.prime_id, seat__closed_at=None)
        .exclude(seat=row.seat)
        .exists()
    ):
        raise LastManager(
            f"{row.seat.name}さんは、この現場のただ一人の現場管理者です。"
            "先に、ほかの利用者を現場管理者にしてください。",
            "seat",
        )
