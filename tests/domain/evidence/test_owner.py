"""Whose an image is, where somebody files for a worker (PROXY-06, PROXY-07)."""

import pytest

from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import Actor, ActorKind
from ccus.domain.evidence.policies import owner_of

WORKER, OTHER = Actor(ActorKind.WORKER, 7), Actor(ActorKind.WORKER, 8)


def test_who_files_for_a_worker_touches_the_images_of_that_worker_alone() -> None:
    agent = Actor(ActorKind.SEAT, 3, client=7, mandate=1)
    assert owner_of(agent, WORKER) == WORKER
    with pytest.raises(NotAllowed):
        owner_of(agent, OTHER)


def test_without_a_mandate_nobody_touches_the_images_of_another() -> None:
    for by in (Actor(ActorKind.SEAT, 3), OTHER):
        with pytest.raises(NotAllowed):
            owner_of(by, WORKER)


def test_an_image_is_its_uploader_s_where_nothing_else_is_said() -> None:
    assert owner_of(WORKER, None) == WORKER
