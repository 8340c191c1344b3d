"""カードの印刷と発送の言葉: how many, and where a card is."""

from ccus.foundation.labelled import Labelled

MOST_IN_A_BATCH = 1_000
"""Cards that an officer takes at once (PRINT-02)."""
IN_A_PART = 50
"""Cards that are drawn, stored and fetched together (PRINT-03)."""
LONGEST_REASON = 200
ASKED_AFTER_DAYS = 14
"""Whoever has not said by then that the card arrived is asked (PRINT-09)."""


class DeliveryState(Labelled):
    """カードの今: where a card is on its way to its holder (PRINT-08)."""

    MAKING = "making", "作成中"
    PRINTING = "printing", "印刷中"
    POSTED = "posted", "発送済み"
    ARRIVED = "arrived", "受け取り済み"
    CAME_BACK = "came_back", "返戻"
    MISSING = "missing", "届いていない"

    @property
    def words(self) -> str:
        """What it means for the holder, in plain Japanese."""
        return {
            "making": "カードをつくる準備をしています。",
            "printing": "カードを印刷しています。できたら郵便で送ります。",
            "posted": "カードを郵便で送りました。届いたら、「カードが届きました」を押してください。",
            "arrived": "カードを受け取りました。",
            "came_back": "カードが郵便局から戻ってきました。送付先を確かめてください。もう一度送ります。",
            "missing": "届かなかったので、このカードを止めました。無料で再発行を申し込めます。",
        }[self]
