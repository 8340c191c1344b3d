"""登録される区分: a block whose rows become dated facts. Pure data."""

from dataclasses import dataclass

from ccus.foundation.entry.block import Block, Field, Kind

SINCE = Field("since", "変わった日", Kind.DATE, help="空欄のときは、申請した日からになります。", is_past=True)
"""The first day of what holds until further notice; asked in changes only."""


@dataclass(frozen=True, slots=True)
class KeptBlock:
    """登録される区分.

    `from_field` is the field that becomes the fact's first day, `until_field` the one that says its last; both are
    no columns of their own. Without `from_field` a fact holds from the day it is registered.
    """

    block: Block
    from_field: str = ""
    until_field: str = ""

    @property
    def columns(self) -> tuple[str, ...]:
        """The fields that are columns of the block's table."""
        return tuple(f.name for f in self.block.fields if f.name not in {self.from_field, self.until_field})

    @property
    def is_listed(self) -> bool:
        """Whether it keeps things that came about once, each on its day, and not what holds until it changes."""
        return self.from_field not in {"", SINCE.name}
