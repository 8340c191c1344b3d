"""Addresses of images and files as a page would print them now for whoever is signed in (DISC-17)."""

from typing import Any

from django.test import Client

from ccus.domain.disclosure.photos import ONE_LOOK
from ccus.entrance.short_lived import SEAL, seal_of
from ccus.foundation import clock


def fresh(client: Client, address: str) -> str:
    """The address with the seal of an hour for the session of this client."""
    path, _, query = address.partition("?")
    seal = seal_of(path, client.session.session_key, until=clock.now() + ONE_LOOK)
    return f"{path}?{query}&{SEAL}={seal}" if query else f"{path}?{SEAL}={seal}"


def get_file(client: Client, address: str) -> Any:
    """What comes for it."""
    return client.get(fresh(client, address))
