"""所属を終える: what both sides are asked, the worker and the company (REG-14)."""

from ccus.foundation.entry.block import Block, Field, Kind

ENDING = Block(
    "ending",
    "所属を終える",
    (Field("last_on", "所属の最後の日", Kind.DATE, is_required=True, help="この日までが所属です。"),),
)
