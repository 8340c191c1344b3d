"""接続仕様書: the page in docs is what the code speaks."""

import json

import yaml

from ccus.api.readers.description import description
from ccus.domain.work_history.terms import Reason
from ccus.foundation.env import REPOSITORY
from ccus.foundation.yaml_text import as_yaml

PAGE = REPOSITORY / "docs" / "api" / "readers-v1.yaml"


def test_the_page_is_made_from_the_code() -> None:
    made = "# Made by: python -m ccus.api.readers.description\n" + as_yaml(description())
    assert PAGE.read_text() == made, "python -m ccus.api.readers.description > docs/api/readers-v1.yaml"


def test_the_page_is_yaml_that_says_the_same() -> None:
    assert yaml.safe_load(PAGE.read_text()) == json.loads(json.dumps(description()))


def test_the_page_lists_every_reason() -> None:
    assert set(description()["x-reasons"]) == {reason.code for reason in Reason}
