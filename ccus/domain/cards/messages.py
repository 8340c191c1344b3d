"""持ち主に知らせる: what the holder of a card hears of it, on every device and by mail (CARD-20)."""

from datetime import datetime

from ccus.domain.cards.models import Card
from ccus.domain.notices.actions import tell, write_mail
from ccus.domain.notices.texts import Text
from ccus.domain.workers.reading import mail_of
from ccus.foundation.clock import day_of


def tell_holder(card: Card, text: Text, *, source: str, at: datetime, **values: object) -> None:
    """Tell the holder once for one `source`; every text is given `card`, how many it is."""
    said: dict[str, object] = {"card": f"{card.serial}枚目のカード"} | values
    if card.worker.account_id is not None:
        tell(account=card.worker.account_id, text=text, source=source, at=at, **said)
    write_mail(to=mail_of(card.worker_id, on=day_of(at)), text=text, source=source, at=at, **said)
