"""The five planted faults fit the source as it is today; `bin/planted` shows that each is caught."""

import ast

import pytest

from ccus.foundation.env import REPOSITORY
from tests.house.planted.faults import FAULTS, Fault


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_fault_fits_its_file_in_one_place_alone(fault: Fault) -> None:
    assert (REPOSITORY / fault.file).read_text().count(fault.old) == 1


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_the_tests_that_must_see_a_fault_exist(fault: Fault) -> None:
    for test in fault.tests:
        file, _, name = test.partition("::")
        found = [
            node.name
            for node in ast.walk(ast.parse((REPOSITORY / file).read_text()))
            if isinstance(node, ast.FunctionDef)
        ]
        assert name.partition("[")[0] in found


def test_there_is_a_fault_of_each_of_the_five_kinds() -> None:
    kinds = {"changed id in an address", "wrong state", "stale link", "export", "search facet"}
    assert {fault.name for fault in FAULTS} == kinds
