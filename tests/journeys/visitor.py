"""What a worker does at the portal, in one word each."""

from dataclasses import dataclass, field
from typing import Self

from django.test import Client
from playwright.sync_api import ConsoleMessage, Locator, Page

from tests.barriers import barriers
from tests.portals.worker import cast


@dataclass
class Visitor:
    """A person in front of a browser."""

    page: Page
    address: str
    complaints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", self.hears)

    def hears(self, said: ConsoleMessage) -> None:
        if said.type == "error":
            self.complaints.append(said.text)

    def clicks(self, target: Locator) -> Self:
        """A click that leads to another page returns when that page begins: here it is read to its end."""
        target.click()
        return self.has_arrived()

    def has_arrived(self) -> Self:
        """The page that has begun is read to its end: what is looked for at once is there, and its scripts have run."""
        self.page.wait_for_load_state("domcontentloaded")
        return self

    def goes_to(self, path: str = "/worker/") -> Self:
        self.page.goto(self.address + path)
        return self

    def signs_in(self, person: cast.Person | str, password: str = cast.PASSWORD) -> Self:
        """With a person of the cast, or with an ID."""
        self.goes_to()
        self.page.get_by_label("技能者ID").fill(person if isinstance(person, str) else person.number)
        self.page.get_by_label("パスワード", exact=True).fill(password)
        return self.clicks(self.page.get_by_role("button", name="ログイン", exact=True))

    def has_signed_in(self, like: Client) -> Self:
        """The door was passed before the story begins: the session of `like`."""
        session = like.cookies["sessionid"].value
        self.page.context.add_cookies([{"name": "sessionid", "value": session, "url": self.address}])
        return self

    def is_at_home(self, person: cast.Person) -> Self:
        """ホーム of the portal, in a story that does not begin at the door."""
        return self.has_signed_in(cast.signed_in(person)).goes_to()

    def panel(self, title: str) -> Locator:
        return self.page.get_by_role("region", name=title)

    def at_width(self, width: int) -> Self:
        """The page on another screen: it is not loaded again."""
        self.page.set_viewport_size({"width": width, "height": 900})
        return self

    def finds_no_barrier(self) -> None:
        """Axe finds nothing, and nothing has to be scrolled sideways."""
        assert barriers(self.page) == [], self.page.url
        self.scrolls_in_one_direction_only()

    def scrolls_in_one_direction_only(self) -> None:
        outside = """() => [...document.querySelectorAll('body *')].filter(e => e.checkVisibility()
          && !e.closest('.vh, .skip, .sign-in__hero, thead, svg') && e.getBoundingClientRect().right > innerWidth + 1)
          .map(e => e.outerHTML.slice(0, 90))"""
        self.page.wait_for_load_state()
        assert self.page.evaluate(outside) == [], self.page.url
