"""What the log keeps of an error of the database: never what was typed (APP-18)."""

import logging
from logging.config import DictConfigurator

import pytest
from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import include, path

pytestmark = pytest.mark.django_db
SECRET = "kensetsu.mirai@himitsu.example"
BROKEN = (
    "insert into applicant (account_id, name, kana, mail, asked_at) values (null, %s, '', '', now())",
    "select %s::int",
    "select no_such_column, '" + SECRET + "'",
)


def written(record: logging.LogRecord) -> str:
    """As the settings' own formatter writes it."""
    of_settings = settings.LOGGING["formatters"]["line"]
    formatter = DictConfigurator({"version": 1}).configure_formatter(dict(of_settings))
    return str(formatter.format(record))


def breaks(request: HttpRequest) -> HttpResponse:
    """A page whose statement the database refuses."""
    sql = BROKEN[int(request.GET["n"])]
    with connection.cursor() as cursor:
        cursor.execute(sql, [SECRET] if "%s" in sql else None)
    return HttpResponse()


urlpatterns = [path("breaks/", breaks), path("", include("ccus.config.urls"))]


@pytest.mark.urls(__name__)
@pytest.mark.parametrize("n", range(len(BROKEN)))
def test_an_error_of_the_database_leaves_no_typed_word_in_the_log(
    n: int, client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    client.raise_request_exception = False
    assert client.get("/breaks/", {"n": n}).status_code == 500
    (record,) = [each for each in caplog.records if each.name == "django.request" and each.exc_info]
    assert SECRET in logging.Formatter().format(record)
    record.exc_text = None
    assert SECRET not in written(record)
    assert "psycopg.errors." in written(record)


def test_an_error_given_as_a_value_is_told_by_its_code(caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(Exception, match=SECRET) as told, connection.cursor() as cursor:
        cursor.execute("select %s::int", [SECRET])
    logging.getLogger("ccus").error("failed: %s", told.value)
    assert written(caplog.records[-1]).endswith("failed: 22P02")
