"""問い: one field of a block as a page asks it: what was typed, what is wrong, how it was read."""

from dataclasses import dataclass

from ccus.foundation.entry.block import Field, Kind
from ccus.ui.entry.choices import FEW, Group

_INPUT_MODES = {
    Kind.DIGITS: "numeric",
    Kind.NUMBER: "numeric",
    Kind.POSTCODE: "numeric",
    Kind.ID14: "numeric",
    Kind.PHONE: "tel",
    Kind.MAIL: "email",
}
_TYPES = {Kind.PHONE: "tel", Kind.MAIL: "email"}
_SHORT = {Kind.DIGITS, Kind.NUMBER, Kind.POSTCODE, Kind.DATE}
_FORMS_OF_DATES = "西暦でも和暦でも入力できます。例：1989年4月1日、H1.4.1"


@dataclass(frozen=True, slots=True)
class Asked:
    """問い. `name` is the name of the control, `typed` its text as it was typed, `echo` how that was understood.

    `findings` are sentences of the office about this field. `picture` is the address of the image that a FILE holds.
    """

    field: Field
    name: str
    typed: str = ""
    error: str = ""
    echo: str = ""
    groups: tuple[Group, ...] = ()
    findings: tuple[str, ...] = ()
    picture: str = ""

    @property
    def id(self) -> str:
        """The id of the control; its help, error and echo are named after it."""
        return f"id_{self.name}"

    @property
    def widget(self) -> str:
        """Which of the templates' controls: line, text, date, tick, radios, select, file, postcode."""
        match self.field.kind:
            case Kind.CHOICE:
                return "radios" if sum(len(group.options) for group in self.groups) <= FEW else "select"
            case Kind.TEXT | Kind.TICK | Kind.FILE | Kind.POSTCODE:
                return self.field.kind.value
            case _:
                return "line"

    @property
    def type(self) -> str:
        """The type of a line."""
        return _TYPES.get(self.field.kind, "text")

    @property
    def input_mode(self) -> str:
        """Which keyboard a telephone shows."""
        return _INPUT_MODES.get(self.field.kind, "")

    @property
    def is_short(self) -> bool:
        """Whether a line of a few letters is wide enough."""
        return self.field.kind in _SHORT

    @property
    def help(self) -> str:
        """How to fill it in; days say that both calendars are read."""
        said = self.field.help
        if self.field.kind is not Kind.DATE or "例" in said:
            return said
        return f"{said}{_FORMS_OF_DATES}"

    @property
    def described_by(self) -> str:
        """The ids of what a screen reader reads after the label."""
        parts = {"help": self.help, "found": self.findings, "echo": True, "error": self.error}
        return " ".join(f"{self.id}_{part}" for part, is_there in parts.items() if is_there)

    @property
    def depends_on(self) -> str:
        """`name=value` of the control that must be set for this one to be asked, "" for always."""
        if self.field.only_with is None:
            return ""
        other, value = self.field.only_with
        return f"{self.name.removesuffix(self.field.name)}{other}={value}"
