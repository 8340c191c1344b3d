"""植えた欠陥: five classic faults as exact edits of the source, and the tests that must turn red by each."""

from collections.abc import Iterable
from dataclasses import dataclass

_ROUND = "test_every_address_answers_as_the_table_says_and_shows_no_mark_too_much"


@dataclass(frozen=True, slots=True)
class Fault:
    """`old` stands in `file` once and becomes `new`; then each of `tests` fails, with `sign` in what it asserts."""

    name: str
    file: str
    old: str
    new: str
    tests: tuple[str, ...]
    sign: str


FAULTS: Iterable[Fault] = (
    Fault(
        name="changed id in an address",
        file="ccus/domain/certificates/reading.py",
        old="CareerCertificate.objects.filter(worker=worker, key=key)",
        new="CareerCertificate.objects.filter(key=key)",
        tests=(f"tests/portals/access/test_people.py::{_ROUND}[other worker]",),
        sign="/certificate.pdf",
    ),
    Fault(
        name="wrong state",
        file="ccus/portals/filing/section/view.py",
        old="""    if request.method != "POST":
        if not sheet.is_writable:
            return redirect("filing:application", sheet.case.number)
""",
        new="""    if request.method != "POST":
""",
        tests=(f"tests/portals/access/test_people.py::{_ROUND}[the applicant]",),
        sign="/filing/<slug:number>/<slug:section>/",
    ),
    Fault(
        name="stale link",
        file="ccus/entrance/short_lived.py",
        old="return clock.now().timestamp() < base36_to_int(seconds)",
        new="return base36_to_int(seconds) > 0",
        tests=("tests/portals/test_rights_that_ended.py::test_a_link_to_a_file_opens_nothing_after_an_hour",),
        sign="200 == 403",
    ),
    Fault(
        name="export",
        file="ccus/domain/papers/reading.py",
        old="""    require_paper(by, job.member, PaperKind(job.kind), day_of(at))
    require_still_seen(job, by, at=at)
    return bytes(job.content)
""",
        new="""    return bytes(job.content)
""",
        tests=(
            "tests/portals/test_rights_that_ended.py::test_a_paper_made_before_is_not_handed_out_after_the_right_ended",
        ),
        sign="200 == 403",
    ),
    Fault(
        name="search facet",
        file="ccus/domain/searching/statements.py",
        old="where (f.id in (select o.worker_id from opened o where o.item = '{item}')) is true\nand (select",
        new="where (select",
        tests=("tests/domain/searching/test_criteria.py::test_numbers_count_only_what_is_open",),
        sign="('27', 5)",
    ),
)
