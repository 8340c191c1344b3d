"""カードの種類: every kind that there is, on the guide's sample card (guide G00-6, G02-1, G02-7)."""

from datetime import date

from ccus.domain.cards.faces import CardFace, looks


def samples() -> list[CardFace]:
    """The sample card of the guide in each colour, in their order."""
    return [
        CardFace(
            number="12345678901234",
            serial=1,
            look=look,
            name="建設 未来",
            alias="",
            first_year=2019,
            birth_on=date(1989, 4, 1),
            expires_on=date(2029, 4, 1),
        )
        for look in looks().values()
    ]
