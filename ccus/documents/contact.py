"""お問い合わせ先, as every paper prints it (D-24)."""

from django.conf import settings


def contact() -> dict[str, str]:
    """The contact centre out of the settings: name, tel, mail, hours."""
    return {
        "name": settings.CONTACT_NAME,
        "tel": settings.CONTACT_TEL,
        "mail": settings.CONTACT_MAIL,
        "hours": settings.CONTACT_HOURS,
    }
