"""画像のアドレス."""

from uuid import UUID

from django.urls import reverse


def picture_url(key: str) -> str:
    """Where the preview of an image is shown; "" for what is no key."""
    try:
        return f"{reverse('filing:picture', args=[UUID(key)])}?preview=1"
    except ValueError:
        return ""
