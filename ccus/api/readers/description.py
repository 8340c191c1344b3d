"""接続仕様書: the protocol as OpenAPI, made from the structs.

`python -m ccus.api.readers.description > docs/api/readers-v1.yaml` writes it; a test compares.
"""

import sys
from typing import Any

import msgspec

from ccus.api.readers import protocol
from ccus.domain.work_history.terms import Reason
from ccus.foundation.yaml_text import as_yaml


class Named(msgspec.Struct):
    """端末または場所の名前."""

    id: int
    name: str


class SiteNamed(msgspec.Struct):
    """現場: its 14-digit number, its name, and the prime contractor's."""

    number: str
    name: str
    prime: str


class Person(msgspec.Struct):
    """名簿の人: hex SHA-256 of `salt` + digits, once for each live card and once for the 14 digits alone."""

    card: str
    name_kana: str


class Blocked(msgspec.Struct):
    """使えないカード: hex SHA-256 of `salt` + digits, and the number of the reason."""

    card: str
    reason: str


class SiteCopy(msgspec.Struct):
    """現場の写し: what a device needs to judge by itself. `periods`: [first day, day after the last or null]."""

    server_time: str
    reader: Named
    site: SiteNamed
    periods: list[tuple[str, str | None]]
    today: int
    people: list[Person]
    salt: str
    blocked: list[Blocked]


class ResultSent(protocol.Result):
    """結果: final for the reader, which deletes its entry with this `id`."""

    id: str | None  # what came without a readable id goes back without one
    reasons: list[protocol.ReasonSent]  # type: ignore[assignment]  # sent as bytes that were made once


class ResultsSent(protocol.Results):
    """返答: one result a tap, in the order sent. `acked_seq`: the run of numbers held, from the first one sent."""

    results: list[ResultSent]  # type: ignore[assignment]  # a list of them, as above


Schema = dict[str, Any]
_STRUCTS = (protocol.Taps, ResultsSent, ResultSent, SiteCopy, protocol.Refused)
_REF = "#/components/schemas/{name}"


_REFUSALS = {
    "400": "読めない送信、0件または1,000件を超える送信。何も保存されていません",
    "401": "登録されていない、または取り消された端末",
    "404": "この端末からは届いていません",
    "413": "512 kB を超える送信",
    "503": "ただいま受け付けられません。Retry-After のあとに、同じ内容を送ってください",
}


def description() -> Schema:
    """The whole protocol, as OpenAPI 3.1."""
    schemas, components = msgspec.json.schema_components(_STRUCTS, ref_template=_REF)
    taps, results, result, site, refused = schemas
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "カードリーダー接続仕様",
            "version": "1",
            "description": "規則: docs/rules/taps.md。返答の 200 は、その送信を含む COMMIT のあとにだけ出ます。",
        },
        "security": [{"reader": []}],
        "paths": {
            "/v1/taps": {"post": _handing_in(taps, results, refused)},
            "/v1/taps/{id}": {"get": _asking(result, refused)},
            "/v1/site": {"get": _copying(site, refused)},
        },
        "components": {
            "securitySchemes": {"reader": {"type": "http", "scheme": "bearer"}},
            "schemas": components,
        },
        "x-reasons": {reason.code: reason.text.sentence for reason in Reason},
    }


def _handing_in(taps: Schema, results: Schema, refused: Schema) -> Schema:
    return {
        "summary": "読み取りを送る(1件から1,000件)",
        "requestBody": {"required": True, "content": _json(taps)},
        "responses": {
            "200": _answer("すべての読み取りの結果", results),
            **_refused(refused, "400", "401", "413", "503"),
        },
    }


def _asking(result: Schema, refused: Schema) -> Schema:
    identifier = {
        "name": "id",
        "in": "path",
        "required": True,
        "schema": {"type": "string", "format": "uuid"},
    }
    return {
        "summary": "一件の読み取りがどうなったか",
        "parameters": [identifier],
        "responses": {"200": _answer("保存されている結果", result), **_refused(refused, "401", "404", "503")},
    }


def _copying(site: Schema, refused: Schema) -> Schema:
    return {
        "summary": "端末が自分で判断するための現場の写し",
        "responses": {
            "200": _answer("現場の写し。ETag つき", site),
            "304": {"description": "If-None-Match の写しから変わっていません"},
            **_refused(refused, "401", "503"),
        },
    }


def _json(schema: Schema) -> Schema:
    return {"application/json": {"schema": schema}}


def _answer(meaning: str, schema: Schema) -> Schema:
    return {"description": meaning, "content": _json(schema)}


def _refused(schema: Schema, *codes: str) -> Schema:
    return {code: _answer(_REFUSALS[code], schema) for code in codes}


if __name__ == "__main__":
    sys.stdout.write("# Made by: python -m ccus.api.readers.description\n" + as_yaml(description()))
