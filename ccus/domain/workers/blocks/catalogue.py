"""登録情報の目録: every block of a worker, with its item of disclosure and the days its facts hold."""

from dataclasses import dataclass

from ccus.domain.workers.blocks import person, proof, work
from ccus.domain.workers.terms import Item
from ccus.foundation.kept.catalogue import KeptBlock


@dataclass(frozen=True, slots=True)
class Registered(KeptBlock):
    """登録情報の一区分 of a worker: a block that is kept, and which item of disclosure it is."""

    item: Item = Item.NAME
    detailed_only: bool = False
    is_fixed: bool = False


CATALOGUE: tuple[Registered, ...] = (
    Registered(person.NAME, "since", item=Item.NAME),
    Registered(person.PHOTO, item=Item.NAME, is_fixed=True),
    Registered(person.STATUS, "since", item=Item.STATUS),
    Registered(person.BLOOD, "since", item=Item.BLOOD),
    Registered(person.CONTACT, "since", item=Item.CONTACT),
    Registered(person.EMERGENCY, "since", item=Item.EMERGENCY),
    Registered(work.AFFILIATION, "since", "until", item=Item.EMPLOYERS),
    Registered(work.INSURANCE, "since", item=Item.INSURANCE),
    Registered(work.RETIREMENT, "since", item=Item.INSURANCE),
    Registered(proof.HEALTH, "checked", item=Item.HEALTH, detailed_only=True),
    Registered(proof.SPECIAL_HEALTH, "checked", item=Item.HEALTH, detailed_only=True),
    Registered(work.TRADES, item=Item.TRADES),
    Registered(work.EXPERIENCE, "since", item=Item.TRADES),
    Registered(work.SCHOOLING, "graduated", item=Item.QUALIFICATIONS, detailed_only=True),
    Registered(proof.CORE, "acquired", "expires", item=Item.QUALIFICATIONS, detailed_only=True),
    Registered(proof.QUALIFICATIONS, "acquired", "expires", item=Item.QUALIFICATIONS, detailed_only=True),
    Registered(proof.TRAINING, "completed", item=Item.TRAINING, detailed_only=True),
    Registered(proof.AWARDS, "awarded", item=Item.TRAINING, detailed_only=True),
)
BY_KEY = {registered.block.key: registered for registered in CATALOGUE}
