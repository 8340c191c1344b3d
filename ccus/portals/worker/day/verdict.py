"""判定の文: what became of a day, in one sentence. Pure."""

from ccus.domain.work_history.terms import State
from ccus.domain.work_history.why.shown import DayWhy
from ccus.ui.badges import Badge, badge

_SENTENCES = {
    State.OFFICIAL: "この日は、正式な就業として数えています。",
    State.UNLINKED: "この日は就業日数に数えていますが、まだ「正式」ではありません。",
    State.AWAITING_APPROVAL: "入力した就業日の承認を待っています。就業日数には、まだ数えていません。",
    State.UNAPPROVED: "「元請事業者の承認のない就業履歴」として残っています。就業日数の合計には入りません。",
    State.REFUSED: "入力した就業日は否認されました。就業日数に数えていません。",
}
NOTHING = "この日の記録はありません。"
IN_VAIN = "カードを読み取りましたが、就業履歴は記録していません。"
WITHDRAWN = "この日の就業履歴はありません。入力は取り下げられています。"


def verdict_of(day: DayWhy) -> tuple[str, Badge | None]:
    """The sentence of the day, by the best state among its places, with its shape."""
    states = [place.record.state for place in day.places if place.record is not None]
    if states:
        best = min(states)
        return _SENTENCES[best] + _lacking(day), badge(best)
    if any(place.taps for place in day.places):
        return IN_VAIN, badge(None)
    return (WITHDRAWN if day.places else NOTHING), None


def _lacking(day: DayWhy) -> str:
    lacks = sum(len(place.lacks) for place in day.places)
    return f"足りないものが{lacks}つあります。" if lacks else ""
