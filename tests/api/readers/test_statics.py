"""静的ファイル: what the gate page is made of, and nothing else."""

import pytest

from ccus.api.readers.statics import Statics


def test_the_folder_means_its_page() -> None:
    file = Statics().find("/gate/")
    assert file is not None
    assert file.body.startswith(b"<!doctype html>")


@pytest.mark.parametrize(
    "path",
    [
        "/gate/../asgi.py",
        "/gate/../../../../README.md",
        "/gate//etc/hosts.txt",
        "/ui/../../demo/data/surnames.csv",
        "/gate/\0.html",
        "/gate/" + "a" * 300 + ".html",
        "/gate/js",
        "/nowhere/index.html",
    ],
)
def test_there_is_nothing_outside_and_no_name_breaks_it(path: str) -> None:
    assert Statics().find(path) is None
