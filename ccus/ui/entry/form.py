"""記入用紙: a block, what was typed into it and what is wrong with it, ready for `ui/block.html`.

    raw = raw_of(block, request.POST)
    read_now = read(block, raw, today=…, codes=…)
    form = block_form(block, raw, options=…, faults=read_now.faults, echoes=echoes(block, raw, read_now.values, …))

`prefix` stands before the names of the controls where a page has several forms.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ccus.foundation.entry.block import Block, Field, Kind, Raw, Values
from ccus.foundation.entry.showing import show
from ccus.foundation.refusals import Refusal
from ccus.ui.entry.asked import Asked
from ccus.ui.entry.choices import Options, grouped
from ccus.ui.entry.eras import with_era

_ECHOED = {
    Kind.DATE,
    Kind.KANA,
    Kind.ROMAN,
    Kind.PHONE,
    Kind.POSTCODE,
    Kind.ID14,
    Kind.DIGITS,
    Kind.NUMBER,
    Kind.MAIL,
}


@dataclass(frozen=True, slots=True)
class BlockForm:
    """記入用紙: the questions in order, and sentences about the row as a whole (faults that name no field of it)."""

    block: Block
    asked: tuple[Asked, ...]
    general: tuple[str, ...] = ()

    def __iter__(self) -> Iterator[Asked]:
        return iter(self.asked)

    @property
    def errors(self) -> tuple[Asked, ...]:
        """The questions whose answers are wrong."""
        return tuple(asked for asked in self.asked if asked.error)

    @property
    def is_faulty(self) -> bool:
        """Whether there is anything to say on top of the page."""
        return bool(self.general or self.errors)

    @property
    def has_files(self) -> bool:
        """Whether images can be put in."""
        return any(asked.field.kind is Kind.FILE for asked in self.asked)


def block_form(
    block: Block,
    raw: Raw,
    *,
    options: Options,
    faults: Sequence[Refusal] = (),
    echoes: Mapping[str, str] | None = None,
    findings: Mapping[str, Sequence[str]] | None = None,
    picture: Callable[[str], str] | None = None,
    prefix: str = "",
) -> BlockForm:
    """A block with what was typed. `picture` gives the address of an image by its key."""
    names = {field.name for field in block.fields}
    errors = _first_of_each(fault for fault in faults if fault.field in names)

    def asked(field: Field) -> Asked:
        text = raw.get(field.name, "")
        has_picture = picture is not None and field.kind is Kind.FILE and text
        return Asked(
            field,
            f"{prefix}{field.name}",
            typed=text,
            error=errors.get(field.name, ""),
            echo=(echoes or {}).get(field.name, ""),
            groups=grouped(options(field.choices)) if field.choices else (),
            findings=tuple((findings or {}).get(field.name, ())),
            picture=picture(text) if picture and has_picture else "",
        )

    general = tuple(fault.sentence for fault in faults if fault.field not in names)
    return BlockForm(block, tuple(asked(field) for field in block.fields), general)


def raw_of(block: Block, data: Mapping[str, str], *, prefix: str = "") -> dict[str, str]:
    """What a page sent for a block, as it was typed: every field, "" for nothing."""
    return {field.name: data.get(f"{prefix}{field.name}") or "" for field in block.fields}


def echoes(block: Block, raw: Raw, values: Values, *, label: Callable[[str, str], str]) -> dict[str, str]:
    """How each field was understood, where that looks different from what was typed; days with their era."""
    understood = {}
    for field in block.fields:
        value = values.get(field.name)
        if field.kind not in _ECHOED or value is None:
            continue
        words = with_era(str(value)) if field.kind is Kind.DATE else show(field, value, label=label)
        if words.removeprefix("〒") != raw.get(field.name, ""):
            understood[field.name] = words
    return understood


def _first_of_each(faults: Iterable[Refusal]) -> dict[str, str]:
    first: dict[str, str] = {}
    for fault in faults:
        first.setdefault(fault.field or "", fault.sentence)
    return first
