"""登録情報の目録: every block of a worker, with its item of disclosure and the days its facts hold."""

from dataclasses import dataclass

from ccus.domain.workers.blocks import person, proof, work
from ccus.domain.workers.terms import Item
from ccus.foundation.entry.block import Block


@dataclass(frozen=True, slots=True)
class Registered:
    """登録情報の一区分.

    `from_field` is the field that becomes the fact's first day, `until_field` the one that says its last; both are
    no columns of their own. Without `from_field` a fact holds from the day it is registered.
    """

    block: Block
    item: Item
    from_field: str = ""
    until_field: str = ""
    detailed_only: bool = False
    is_fixed: bool = False

    @property
    def columns(self) -> tuple[str, ...]:
        """The fields that are columns of the block's table."""
        return tuple(f.name for f in self.block.fields if f.name not in {self.from_field, self.until_field})


CATALOGUE: tuple[Registered, ...] = (
    Registered(person.NAME, Item.NAME, "since"),
    Registered(person.PHOTO, Item.NAME, is_fixed=True),
    Registered(person.STATUS, Item.STATUS, "since"),
    Registered(person.BLOOD, Item.BLOOD, "since"),
    Registered(person.CONTACT, Item.CONTACT, "since"),
    Registered(person.EMERGENCY, Item.EMERGENCY, "since"),
    Registered(work.AFFILIATION, Item.EMPLOYERS, "since", "until"),
    Registered(work.INSURANCE, Item.INSURANCE, "since"),
    Registered(work.RETIREMENT, Item.INSURANCE, "since"),
    Registered(proof.HEALTH, Item.HEALTH, "checked", detailed_only=True),
    Registered(proof.SPECIAL_HEALTH, Item.HEALTH, "checked", detailed_only=True),
    Registered(work.TRADES, Item.TRADES),
    Registered(work.EXPERIENCE, Item.TRADES, "since"),
    Registered(work.SCHOOLING, Item.QUALIFICATIONS, "graduated", detailed_only=True),
    Registered(proof.CORE, Item.QUALIFICATIONS, "acquired", "expires", detailed_only=True),
    Registered(proof.QUALIFICATIONS, Item.QUALIFICATIONS, "acquired", "expires", detailed_only=True),
    Registered(proof.TRAINING, Item.TRAINING, "completed", detailed_only=True),
    Registered(proof.AWARDS, Item.TRAINING, "awarded", detailed_only=True),
)
BY_KEY = {registered.block.key: registered for registered in CATALOGUE}
