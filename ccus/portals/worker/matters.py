"""あなたがすることの一件: one line of the home page (PORTAL-44). A page that has something to do gives such lines."""

from dataclasses import dataclass
from enum import IntEnum


class Urgency(IntEnum):
    """急ぐ順: unsafe or stopped; somebody waits; a day nears; good to do."""

    ALARM = 1
    ASKED = 2
    NEAR = 3
    GOOD = 4


@dataclass(frozen=True, slots=True)
class Matter:
    """一件: `title` what it is about, `text` one sentence, `href` where it is done, `icon` of the catalogue."""

    urgency: Urgency
    icon: str
    title: str
    text: str
    href: str
