"""まとめ: what is wrong with several forms of one page, for one list on top of it (`ui/block_summary.html`)."""

from dataclasses import dataclass

from ccus.ui.entry.asked import Asked
from ccus.ui.entry.form import BlockForm


@dataclass(frozen=True, slots=True)
class Together:
    """いくつかの記入用紙."""

    forms: tuple[BlockForm, ...]

    @property
    def general(self) -> tuple[str, ...]:
        """Sentences that name no field, each once."""
        return tuple(dict.fromkeys(sentence for form in self.forms for sentence in form.general))

    @property
    def errors(self) -> tuple[Asked, ...]:
        """The questions whose answers are wrong, in the order of the page."""
        return tuple(asked for form in self.forms for asked in form.errors)

    @property
    def is_faulty(self) -> bool:
        """Whether there is anything to say on top of the page."""
        return bool(self.general or self.errors)
