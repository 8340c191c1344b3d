"""The whole way once, page by page: APP-01 to APP-08."""

import pytest

from ccus.domain.applications.models import Application
from ccus.domain.applications.terms import State
from tests.factories import applications as made
from tests.portals.filing import desk

pytestmark = pytest.mark.django_db


def test_a_registration_is_written_page_by_page_and_ends_with_its_number() -> None:
    me = desk.of_applicant()
    page = me.started("registration", "simple")
    for section, raw in made.registration_typed(me.actor).items():
        me.get(f"{page}{section}/")
        answer = me.post(f"{page}{section}/", **raw, version="0", act="next")
        assert answer.status_code == 302, answer.content.decode()
    assert "提出する" in me.get(f"{page}check/")
    done = me.post(f"{page}check/")
    assert done.status_code == 302, done.content.decode()
    case = Application.objects.get()
    assert case.state == State.FEE_DUE
    assert case.number in me.get(done["Location"])
