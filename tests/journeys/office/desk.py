"""What an officer does at the screen, in one word each."""

from dataclasses import dataclass

from tests.journeys.visitor import Visitor


@dataclass
class Desk(Visitor):
    """An officer in front of a browser."""

    def presses(self, name: str) -> "Desk":
        self.page.get_by_role("button", name=name, exact=True).first.click()
        return self

    def opens(self, name: str) -> "Desk":
        """Unfold what is asked before a press that cannot be taken back."""
        self.page.locator("summary", has_text=name).first.click()
        return self

    def follows(self, name: str) -> "Desk":
        self.page.get_by_role("link", name=name).first.click()
        return self

    def reads(self, words: str) -> "Desk":
        self.page.get_by_text(words).first.wait_for()
        return self
