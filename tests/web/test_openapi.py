"""The OpenAPI document: published, sound, and of the same table as the routes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from runut.web import api
from runut.web.api import records
from runut.web.api.problems import KINDS
from runut.web.api.table import OPERATIONS

ROOT = Path(__file__).resolve().parent.parent.parent
DOCUMENT = json.loads(json.dumps(api.document()))


def operations() -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, found in DOCUMENT["paths"].items():
        for method, told in found.items():
            yield method.upper(), path, told


def test_the_published_document_is_this_one() -> None:
    published = json.loads((ROOT / "docs" / "openapi.json").read_text("utf-8"))
    assert published == DOCUMENT, "renew it: runut schema --api > docs/openapi.json"


def test_every_operation_is_told_once() -> None:
    told = [(method, path) for method, path, _ in operations()]
    assert sorted(told) == sorted((o.method, o.path) for o in OPERATIONS)
    names = [operation["operationId"] for _, _, operation in operations()]
    assert len(set(names)) == len(names)


def test_every_reference_leads_somewhere() -> None:
    schemas = DOCUMENT["components"]["schemas"]
    refs = set(re.findall(r'"#/components/schemas/([^"]+)"', json.dumps(DOCUMENT)))
    assert refs == set(schemas)


@pytest.mark.parametrize("name", sorted(DOCUMENT["components"]["schemas"]))
def test_every_schema_is_one(name: str) -> None:
    schema = DOCUMENT["components"]["schemas"][name]
    jsonschema.Draft202012Validator.check_schema(schema)
    if hasattr(records, name):
        assert schema.get("description"), f"{name} says nothing of itself"


def test_every_path_names_its_parameters() -> None:
    for _, path, operation in operations():
        named = {p["name"] for p in operation.get("parameters", ()) if p["in"] == "path"}
        assert named == set(re.findall(r"\{(\w+)\}", path))


def test_a_desk_with_a_token_asks_for_it_everywhere_but_where_nothing_is_told() -> None:
    assert DOCUMENT["security"] == [{"token": []}]
    without = {path for _, path, operation in operations() if operation.get("security") == []}
    assert without == {"/health", "/openapi.json", "/problems"}
    unlocked = api.document(secured=False)
    assert "security" not in unlocked
    assert "401" not in json.dumps(unlocked["paths"])


def test_every_answer_that_is_no_success_is_a_problem() -> None:
    for _, _, operation in operations():
        for status, answer in operation["responses"].items():
            if status >= "4":
                assert list(answer["content"]) == ["application/problem+json"]


def test_the_guide_names_every_operation_and_problem() -> None:
    guide = (ROOT / "docs" / "api.md").read_text("utf-8")
    for operation in OPERATIONS:
        asked = ", ".join(f"`{p.name}`" for p in operation.parameters if p.where == "query")
        parameters = f" Parameters: {asked}." if asked else ""
        assert f"| `{operation.method} {operation.path}` | {operation.about}{parameters} |\n" in guide
    for kind in KINDS.values():
        assert f"| `{kind.name}` | {kind.status} | {kind.title} | {kind.todo} |\n" in guide
