"""A page reads for whoever came in, the next request for whoever comes then; without a door for nobody (DISC-16)."""

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import include, path

from ccus.domain.workers.models import Contact, HealthCheck
from ccus.domain.workers.reading import Me
from ccus.entrance.door import worker_page
from tests.factories.marked import marked_worker
from tests.portals.worker import cast

pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]


def of_everybody(request: HttpRequest) -> HttpResponse:
    """A page that asks nobody whose data it may show."""
    del request
    return HttpResponse(f"{Contact.objects.count()} {HealthCheck.objects.count()}")


@worker_page
def behind_a_door(request: HttpRequest, me: Me) -> HttpResponse:
    """The same behind a door."""
    del me
    return of_everybody(request)


urlpatterns = [
    path("open/", of_everybody),
    path("door/", behind_a_door),
    path("", include("ccus.config.urls")),
]


def body(client: Client, address: str) -> str:
    return client.get(address).content.decode()


@pytest.fixture
def marked() -> Client:
    """A browser in which the worker has signed in of whom every item is registered."""
    client = Client()
    client.force_login(marked_worker().account)
    return client


def test_a_page_that_does_not_ask_shows_a_worker_the_own_rows_alone(marked: Client) -> None:
    assert body(marked, "/door/") == "1 1"
    assert body(cast.signed_in(cast.settled()), "/door/") == "0 0"


def test_a_request_inherits_no_reader_from_the_one_before(marked: Client) -> None:
    assert body(marked, "/door/") == "1 1"
    assert body(marked, "/open/") == body(Client(), "/open/") == "0 0"
    assert HealthCheck.objects.count() == 1
