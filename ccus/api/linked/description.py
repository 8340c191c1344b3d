"""接続仕様書: the door of the certified systems as OpenAPI, made from the structs.

`python -m ccus.api.linked.description > docs/api/linked-v1.yaml` writes it; a test compares.
"""

import sys
from typing import Any

import msgspec

from ccus.api.linked import protocol
from ccus.foundation.yaml_text import as_yaml

Schema = dict[str, Any]
_REF = "#/components/schemas/{name}"
_REFUSALS = {
    "400": "読めない項目名、または続きの指定",
    "401": "登録されていない、または取り消された端末",
    "403": "認定システムの端末として登録されていません",
    "429": "1分に60回を超えました。Retry-After のあとに取得してください",
}


def description() -> Schema:
    """The whole door, as OpenAPI 3.1."""
    schemas, components = msgspec.json.schema_components(
        (protocol.Roster, protocol.Refused), ref_template=_REF
    )
    roster, refused = schemas
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "認定システム接続仕様",
            "version": "1",
            "description": "規則: docs/rules/disclosure.md の DISC-14。名簿にのる一人ずつに、閲覧の記録が残ります。",
        },
        "security": [{"reader": []}],
        "paths": {"/linked/v1/roster/": {"get": _asking(roster, refused)}},
        "components": {
            "securitySchemes": {"reader": {"type": "http", "scheme": "bearer"}},
            "schemas": components,
        },
    }


def _asking(roster: Schema, refused: Schema) -> Schema:
    return {
        "summary": f"今日の作業員名簿（1ページ{protocol.MOST}人まで）",
        "parameters": [
            _parameter(
                "items", f"取得する項目。コンマで区切ります。省略すると name。{protocol.words_of_items()}"
            ),
            _parameter("after", "前のページの next。省略すると最初のページ"),
        ],
        "responses": {
            "200": _answer("名簿の一ページ", roster),
            **{code: _answer(meaning, refused) for code, meaning in _REFUSALS.items()},
        },
    }


def _parameter(name: str, meaning: str) -> Schema:
    return {"name": name, "in": "query", "description": meaning, "schema": {"type": "string"}}


def _answer(meaning: str, schema: Schema) -> Schema:
    return {"description": meaning, "content": {"application/json": {"schema": schema}}}


if __name__ == "__main__":
    sys.stdout.write("# Made by: python -m ccus.api.linked.description\n" + as_yaml(description()))
