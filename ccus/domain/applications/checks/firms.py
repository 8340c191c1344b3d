"""事業者の登録を確かめる: what only several blocks of a company say together (REG-20, REG-22, REG-23)."""

from collections.abc import Iterator, Mapping
from datetime import date

from ccus.domain.applications.checks.faults import (
    CapitalMissing,
    Fault,
    LicencesUnclear,
    NotSole,
    ProofMissing,
)
from ccus.domain.applications.contents import Contents, Row
from ccus.domain.applications.models import Application
from ccus.domain.applications.registered import standing_of
from ccus.domain.applications.terms import ApplicationKind, Operation
from ccus.domain.companies.blocks import BY_KEY, PROVEN
from ccus.domain.companies.refused import licence_twice
from ccus.domain.companies.terms import CompanyForm, LicenceHeld
from ccus.foundation.entry.block import Values
from ccus.foundation.kept.rows import FactRow

Standing = Mapping[str, tuple[FactRow, ...]]


def firm_faults(case: Application, contents: Contents, *, today: date) -> list[Fault]:
    """What is wrong with the registration of a company as a whole; nothing for workers."""
    if not ApplicationKind(case.kind).is_of_company:
        return []
    standing = standing_of(case, on=today, keys=tuple(PROVEN))
    return [
        *_capital(contents, standing),
        *_licences(contents, standing),
        *_proof(contents, standing),
        *_sole(case, contents),
    ]


def then(contents: Contents, standing: Standing, key: str) -> Values:
    """A block that is held once, as it will hold."""
    rows = contents.get(key, ())
    if rows:
        return rows[0].values
    held = standing.get(key, ())
    return held[0].values if held else {}


def _capital(contents: Contents, standing: Standing) -> Iterator[Fault]:
    is_corporate = then(contents, standing, "identity").get("form") == CompanyForm.CORPORATE
    if is_corporate and then(contents, standing, "capital").get("capital") is None:
        yield Fault(
            "capital",
            _key(contents, "capital"),
            CapitalMissing(
                "資本金が入力されていません。法人は、資本金を千円単位で入力してください。", "capital"
            ),
        )


def _licences(contents: Contents, standing: Standing) -> Iterator[Fault]:
    held = then(contents, standing, "licensing").get("held")
    rows = contents.get("licences", ())
    gone = {row.base for row in rows if row.op is Operation.REMOVE}
    left = [row for row in standing.get("licences", ()) if row.id not in gone]
    has_one = bool(left) or any(row.op is Operation.ADD for row in rows)
    if held == LicenceHeld.HELD and not has_one:
        yield Fault(
            "licences",
            "",
            LicencesUnclear(
                "建設業許可が「許可あり」ですが、許可業種がありません。許可業種を入力してください。"
            ),
        )
    seen: set[tuple[object, object]] = set()
    for row in rows:
        named = (row.values.get("trade"), row.values.get("granted"))
        if row.op is Operation.ADD and named in seen:
            yield Fault("licences", row.key, licence_twice())
        seen.add(named)
    if held == LicenceHeld.NONE and has_one:
        yield Fault(
            "licensing",
            _key(contents, "licensing"),
            LicencesUnclear(
                "建設業許可が「許可なし」ですが、許可業種があります。どちらが正しいか確かめて、直してください。",
                "held",
            ),
        )


def _proof(contents: Contents, standing: Standing) -> Iterator[Fault]:
    if contents.get("proofs"):
        return
    changed = [
        BY_KEY[key].block.label
        for key in PROVEN
        if standing and any(_is_other(key, row, standing) for row in contents.get(key, ()))
    ]
    if changed:
        yield Fault(
            "proofs",
            "",
            ProofMissing(
                f"{'、'.join(changed)}が変わります。変わったことがわかる書類の画像を付けてください。"
            ),
        )


def _is_other(key: str, row: Row, standing: Standing) -> bool:
    before = next((fact.values for fact in standing.get(key, ()) if fact.id == row.base), {})
    if row.op is Operation.REMOVE:
        return True
    return any((row.values.get(name) or None) != (before.get(name) or None) for name in PROVEN[key])


def _sole(case: Application, contents: Contents) -> Iterator[Fault]:
    if case.worker_id is None:
        return
    for row in contents.get("identity", ()):
        if row.values.get("form") not in {None, CompanyForm.SOLE}:
            yield Fault(
                "identity",
                row.key,
                NotSole(
                    "技能者IDで登録できるのは、一人親方だけです。会社は、ホームページの「はじめて登録する方」から"
                    "申請用ログインIDを申し込んで、登録してください。",
                    "form",
                ),
            )


def _key(contents: Contents, key: str) -> str:
    rows = contents.get(key, ())
    return rows[0].key if rows else ""
