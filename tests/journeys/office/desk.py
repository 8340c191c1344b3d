"""What an officer does at the screen, in one word each."""

from dataclasses import dataclass
from typing import Self

from tests.journeys.visitor import Visitor


@dataclass
class Desk(Visitor):
    """An officer in front of a browser."""

    def presses(self, name: str) -> Self:
        return self.clicks(self.page.get_by_role("button", name=name, exact=True).first)

    def opens(self, name: str) -> Self:
        """Unfold what is asked before a press that cannot be taken back."""
        self.page.locator("summary", has_text=name).first.click()
        return self

    def follows(self, name: str) -> Self:
        return self.clicks(self.page.get_by_role("link", name=name).first)

    def reads(self, words: str) -> Self:
        self.page.get_by_text(words).first.wait_for()
        return self.has_arrived()
