"""The OpenAPI document, made from the table of operations."""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from runut import __version__
from runut.web.api import problems
from runut.web.api.operations import BASE, Answer, Operation
from runut.web.api.parameters import Parameter
from runut.web.api.problems import KINDS, ProblemDetails

_REF = "#/components/schemas/{name}"
_EVERY = {
    "ETag": ("Changes with the answer; send it back as If-None-Match.", {"type": "string", "pattern": '^W/".+"$'}),
    "Location": ("Where it lies.", {"type": "string", "format": "uri-reference"}),
    "Retry-After": ("Seconds to wait before asking again.", {"type": "integer", "minimum": 1}),
    "Link": ("The next page (rel=next), where there is one.", {"type": "string"}),
    "Allow": ("The methods that the address takes.", {"type": "string"}),
    "WWW-Authenticate": ("How to say who one is.", {"type": "string"}),
}
_OF_PROBLEM = {"no-credentials": "WWW-Authenticate", "unavailable": "Retry-After"}


def document(operations: Iterable[Operation], *, secured: bool) -> dict[str, Any]:
    """The document, as plain values; `secured` where the desk wants its token."""
    table = list(operations)
    types = list(_types(table))
    shown, components = msgspec.json.schema_components(types, ref_template=_REF)
    schema_of = {id(t): s for t, s in zip(types, shown, strict=True)}
    paths: dict[str, dict[str, Any]] = {}
    for operation in table:
        paths.setdefault(operation.path, {})[operation.method.lower()] = _operation(operation, schema_of)
    out: dict[str, Any] = {
        "openapi": "3.1.0",
        "info": {
            "title": "Runut",
            "version": __version__,
            "summary": "What many outlets report about one event: articles, stories, accounts, search, judgements.",
            "description": "Offsets count code points of an article's text. Every problem is application/problem+json and says what to do.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": BASE}],
        "security": [{"token": []}] if secured else [],
        "tags": [{"name": name} for name in dict.fromkeys(o.group for o in table)],
        "paths": paths,
        "components": {"schemas": {name: _tidy(schema) for name, schema in sorted(components.items())}},
    }
    if secured:
        scheme = {"type": "http", "scheme": "bearer", "description": "The token that `runut serve --token` was given."}
        out["components"]["securitySchemes"] = {"token": scheme}
    else:
        del out["security"]
        for operations_of in paths.values():
            for told in operations_of.values():
                told.pop("security", None)
                told["responses"].pop("401", None)
    return out


def _types(table: Iterable[Operation]) -> Iterable[Any]:
    yield ProblemDetails
    for operation in table:
        if operation.body is not None:
            yield operation.body
        yield from (a.record for a in operation.answers if a.record is not None)


def _operation(operation: Operation, schema_of: Mapping[int, Any]) -> dict[str, Any]:
    out: dict[str, Any] = {
        "operationId": operation.name,
        "tags": [operation.group],
        "summary": operation.about,
        "responses": {
            **{str(a.status): _answer(a, operation, schema_of) for a in operation.answers},
            **_problems(operation, schema_of),
        },
    }
    if operation.parameters:
        out["parameters"] = [_parameter(p) for p in operation.parameters]
    if operation.body is not None:
        content = {"application/json": {"schema": schema_of[id(operation.body)], "example": operation.example}}
        out["requestBody"] = {"required": True, "content": content}
    if operation.open:
        out["security"] = []
    out["responses"] = dict(sorted(out["responses"].items()))
    return out


def _parameter(p: Parameter) -> dict[str, Any]:
    out = {"name": p.name, "in": p.where, "required": p.required, "description": p.about, "schema": dict(p.schema)}
    if p.example is not None:
        out["example"] = p.example
    return out


def _answer(answer: Answer, operation: Operation, schema_of: Mapping[int, Any]) -> dict[str, Any]:
    names = [*answer.headers]
    if operation.method == "GET" and answer.status in (200, 304):
        names.append("ETag")
    out: dict[str, Any] = {"description": answer.about}
    if names:
        out["headers"] = {name: _header(name, answer.headers.get(name)) for name in names}
    if answer.record is not None:
        out["content"] = {"application/json": {"schema": schema_of[id(answer.record)]}}
    if answer.leads:
        out["links"] = {
            name: {"operationId": name, "parameters": {"id": f"$response.body#{pointer}"}}
            for name, pointer in answer.leads.items()
        }
    return out


def _header(name: str, about: str | None = None) -> dict[str, Any]:
    usual, schema = _EVERY[name]
    return {"description": about or usual, "schema": schema}


def _problems(operation: Operation, schema_of: Mapping[int, Any]) -> dict[str, Any]:
    by_status: dict[int, list[str]] = {}
    for name in operation.kinds:
        by_status.setdefault(KINDS[name].status, []).append(name)
    out: dict[str, Any] = {}
    for status, names in sorted(by_status.items()):
        told = {
            "description": " ".join(f"`{name}`: {KINDS[name].title}. {KINDS[name].todo}" for name in names),
            "content": {problems.MEDIA_TYPE: {"schema": schema_of[id(ProblemDetails)]}},
        }
        headers = dict.fromkeys(_OF_PROBLEM[name] for name in names if name in _OF_PROBLEM)
        if headers:
            told["headers"] = {name: _header(name) for name in headers}
        out[str(status)] = told
    return out


def _tidy(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema with its description as it reads in every Python: 3.13 strips the indentation of docstrings, earlier ones keep it."""
    if "description" in schema:
        schema["description"] = inspect.cleandoc(schema["description"])
    return schema
