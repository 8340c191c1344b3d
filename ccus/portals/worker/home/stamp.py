"""版: a short text that changes when the home page would show something new."""

from datetime import date
from hashlib import sha256

from ccus.domain.notices.reading import newest, unread_count
from ccus.domain.work_history.reading import stamp
from ccus.domain.workers.reading import Me


def stamp_of(me: Me, today: date) -> str:
    """The version of a worker's home page. Three statements."""
    latest = [notice.id for notice in newest(me.account, limit=1)]
    facts = f"{today}/{stamp(me.worker, since=today.replace(day=1))}/{latest}/{unread_count(me.account)}"
    return sha256(facts.encode()).hexdigest()[:16]
