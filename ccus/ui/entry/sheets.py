"""記入: a form that is no application: a block, read like one's (DATA-20 to DATA-29), drawn by `ui/block.html`."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from ccus.foundation import clock
from ccus.foundation.entry.block import Block, Raw, Values
from ccus.foundation.entry.reading import read
from ccus.foundation.refusals import Refusal
from ccus.ui.entry.choices import Option, Options
from ccus.ui.entry.form import BlockForm, block_form, raw_of


@dataclass(frozen=True, slots=True)
class Sheet:
    """記入用紙: what was typed into a block, what it reads as, and what is wrong with it."""

    block: Block
    raw: Raw
    values: Values
    faults: tuple[Refusal, ...]
    options: Options
    prefix: str

    @property
    def form(self) -> BlockForm:
        """As the page shows it."""
        return block_form(self.block, self.raw, options=self.options, faults=self.faults, prefix=self.prefix)

    @property
    def is_begun(self) -> bool:
        """Whether anything was typed or chosen."""
        return any(text.strip() for text in self.raw.values())

    def refused(self, refusal: Refusal) -> "Sheet":
        """The same sheet with the refusal of an act on it."""
        return replace(self, faults=(*self.faults, refusal))

    def text(self, name: str) -> str:
        """A field's text; nothing typed is ""."""
        return str(self.values.get(name) or "")

    def number(self, name: str) -> int:
        """A NUMBER field; nothing typed is 0."""
        return int(self.values.get(name) or 0)

    def day(self, name: str) -> date | None:
        """A DATE field as a day."""
        text = self.text(name)
        return date.fromisoformat(text) if text else None


def no_options(name: str) -> tuple[Option, ...]:
    """For blocks without lists."""
    raise KeyError(name)


def blank(block: Block, options: Options = no_options, *, prefix: str = "", raw: Raw | None = None) -> Sheet:
    """A sheet that nobody has filled in yet, but for what `raw` says; `prefix` keeps sheets of one page apart."""
    return Sheet(block, raw or {}, {}, (), options, prefix)


def filled(
    block: Block, posted: Mapping[str, str], options: Options = no_options, *, prefix: str = ""
) -> Sheet:
    """The sheet as it was sent, read as of today."""
    raw = raw_of(block, posted, prefix=prefix)
    done = read(
        block, raw, today=clock.today(), codes=lambda name: [option.value for option in options(name)]
    )
    return Sheet(block, raw, done.values, done.faults, options, prefix)
