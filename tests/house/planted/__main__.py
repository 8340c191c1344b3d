"""Plant each fault in a copy of the tree and see its tests turn red, for the right reason; exit code 1 otherwise."""

import shutil
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from pathlib import Path

from ccus.foundation.env import REPOSITORY
from tests.house.planted.faults import FAULTS, Fault


def main(wanted: Sequence[str]) -> int:
    """One line a fault; `wanted`: only those of these names."""
    missed = 0
    with tempfile.TemporaryDirectory(prefix="planted-") as folder:
        tree = copy_of_the_tree(Path(folder) / "tree")
        for fault in (each for each in FAULTS if not wanted or each.name in wanted):
            began = time.monotonic()
            wrong = list(faults_of(tree, fault))
            missed += bool(wrong)
            said = "; ".join(wrong) or "caught"
            print(f"{fault.name}: {said} ({time.monotonic() - began:.0f} s)", flush=True)
    return 1 if missed else 0


def copy_of_the_tree(to: Path) -> Path:
    """What git knows of, as it stands here, with the same packages."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=REPOSITORY,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    for name in filter(None, listed.split("\0")):
        if (REPOSITORY / name).is_file():
            (to / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(REPOSITORY / name, to / name)
    return to


def faults_of(tree: Path, fault: Fault) -> Iterator[str]:
    """Plant it, run its tests, take it out again: what is not as it must be."""
    path = tree / fault.file
    sound = path.read_text()
    if sound.count(fault.old) != 1:
        yield f"cannot be planted: {fault.file} holds the line {sound.count(fault.old)} times"
        return
    path.write_text(sound.replace(fault.old, fault.new))
    try:
        red = failures(tree, fault)
    finally:
        path.write_text(sound)
    for test in fault.tests:
        said = red.get(test.rpartition("::")[2])
        if said is None:
            yield f"NOT CAUGHT by {test}"
        elif not said.startswith(("AssertionError", "assert ")) or fault.sign not in said:
            yield f"{test} is red for another reason: {said[:200]}"


def failures(tree: Path, fault: Fault) -> dict[str, str]:
    """Name of each test that failed → what it said; a test that did not run at all says `did not run`."""
    report = tree / "report.xml"
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:randomly",
        f"--junitxml={report}",
        *fault.tests,
    ]
    report.unlink(missing_ok=True)
    done = subprocess.run(command, check=False, cwd=tree, capture_output=True, text=True)
    if not report.exists():
        return {test.rpartition("::")[2]: f"did not run: {done.stdout[-500:]}" for test in fault.tests}
    cases = ET.parse(report).getroot().iter("testcase")  # noqa: S314 - written a moment ago by our own run
    return {
        str(case.get("name")): str(found.get("message"))
        if found.tag == "failure"
        else f"did not run: {found.text}"
        for case in cases
        for found in case
        if found.tag in {"failure", "error"}
    }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
