"""選択肢: units and roles that whoever manages may choose."""

from collections.abc import Sequence

from ccus.domain.companies.reading import Organisation
from ccus.foundation.entry.options import Option
from ccus.ui.entry.choices import Options

PAPER, MAIL = "paper", "mail"
HANDING = (Option(PAPER, "紙に印刷して渡す"), Option(MAIL, "メールで送る"))


def options_of(shown: Organisation) -> Options:
    """The lists of the form of a user: `role`, `unit` and `handing`."""

    def options(name: str) -> Sequence[Option]:
        match name:
            case "role":
                return [Option(role, role.label) for role in shown.gives]
            case "unit":
                reached = [unit for unit in shown.all() if unit.is_reached]
                return [Option(str(unit.key), "　" * (unit.depth - 1) + unit.name) for unit in reached]
            case "handing":
                return HANDING
        raise KeyError(name)

    return options
