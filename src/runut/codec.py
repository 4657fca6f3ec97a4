"""Content ids, and records as JSON and back."""

from __future__ import annotations

import hashlib
import inspect
import json
import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, TypeVar

import msgspec

from runut import model
from runut.model import Article, FurnitureProfile, Reading

ID_LENGTH = 16
# Octets: of a hundred million reports two have one hash by chance once in 10**13.
TOLD_LENGTH = 12
T = TypeVar("T")
# A copy of this is made in less time than a new one, for which the algorithm is looked up each time.
_BLANK = hashlib.sha256()


def sha256(text: str) -> str:
    """The SHA-256 of a text in UTF-8, lone surrogates kept, as hex."""
    made = _BLANK.copy()
    made.update(text.encode("utf-8", "surrogatepass"))
    return made.hexdigest()


def content_id(*parts: object) -> str:
    """A short id of what a thing is: the hash of its parts in order."""
    return sha256("\x1f".join(map(str, parts)))[:ID_LENGTH]


def article_id(source: str, text: str) -> str:
    """The id of an article: of its source and its text."""
    return content_id("article", source, sha256(text))


def told_by(article: Article) -> bytes:
    """The same for reports that are alike in all they tell: address, text, title, outlet, day, authors."""
    told = (article.url, article.sha256, article.title, article.outlet, article.published, list(article.authors))
    return hashlib.sha256(json.dumps(told).encode()).digest()[:TOLD_LENGTH]


def finding_id(article: str, kind: str, start: int, end: int) -> str:
    """The id of a finding: of article, kind and span, not of its value or rule, so that it survives a better rule."""
    return sha256(f"{kind}\x1f{article}\x1f{start}\x1f{end}")[:ID_LENGTH]


def layout_sha256(report: model.Report) -> str:
    """The hash of a report's spans that carry no text: furniture, credits, sentences."""
    layout = (report.furniture, report.credits, report.sentences)
    return hashlib.sha256(msgspec.json.encode(layout)).hexdigest()


def account_sha256(account: model.Account) -> str:
    """The hash of everything in an account but this hash."""
    return hashlib.sha256(msgspec.json.encode(replace(account, sha256=""))).hexdigest()


def to_jsonable(record: Any) -> Any:
    """A record as dicts, lists, strings and numbers."""
    return msgspec.to_builtins(record)


def to_json(record: Any, *, indent: int | None = None) -> str:
    """A record as JSON text, keys in the order of the record's fields; `indent` spaces when given."""
    encoded = msgspec.json.encode(record)
    if indent is not None:
        encoded = msgspec.json.format(encoded, indent=indent)
    return encoded.decode("utf-8")


def account_from_json(data: bytes | str) -> model.Account:
    """An account out of its file; raises ValueError naming the place where the file does not follow the schema.

    The file of another build may lack keys, or have more: where its hash holds over what stands in it, the account has the keys of this
    build, and the hashes over these.
    """
    try:
        account = msgspec.json.decode(data, type=model.Account)
    except msgspec.MsgspecError as error:
        raise ValueError(str(error)) from error
    return account if account_sha256(account) == account.sha256 else _of_another_build(account, data)


def _of_another_build(account: model.Account, data: bytes | str) -> model.Account:
    """An account with its hashes over the keys of this build, where those in its file hold over what the file has; else as it is."""
    file = msgspec.json.decode(data)
    told = hashlib.sha256(msgspec.json.encode(file | {"sha256": ""})).hexdigest()
    if told != account.sha256:
        return account
    reports = []
    for report, row in zip(account.articles, file["articles"], strict=True):
        layout = [row[key] for key in ("furniture", "credits", "sentences") if key in row]
        held = hashlib.sha256(msgspec.json.encode(layout)).hexdigest() == report.layout_sha256
        reports.append(replace(report, layout_sha256=layout_sha256(report)) if held else report)
    account = replace(account, articles=tuple(reports))
    return replace(account, sha256=account_sha256(account))


@cache
def account_shape() -> str:
    """The id of the shape of accounts: another one where a record of theirs has other fields."""
    records: dict[str, list[str]] = {}
    left = [model.Account.__name__]
    while left:
        name = left.pop()
        kind = getattr(model, name, None)
        if name not in records and is_dataclass(kind):
            records[name] = [f"{field.name}: {field.type}" for field in fields(kind)]
            left += re.findall(r"\w+", " ".join(records[name]))
    return content_id("shape", *sorted(f"{name}({', '.join(told)})" for name, told in records.items()))


def account_from_jsonable(row: Mapping[str, Any]) -> model.Account:
    """An account out of its plain values (`to_jsonable` made them); raises ValueError where they are none."""
    try:
        return msgspec.convert(row, model.Account)
    except msgspec.MsgspecError as error:
        raise ValueError(str(error)) from error


def furniture_profile_from_json(data: bytes | str) -> FurnitureProfile:
    """A furniture profile out of its file; raises ValueError naming the place where the file is none."""
    try:
        return msgspec.json.decode(data, type=FurnitureProfile)
    except msgspec.MsgspecError as error:
        raise ValueError(str(error)) from error


def judgement_from_json(line: bytes | str) -> model.Judgement:
    """A judgement out of a line of a file; raises ValueError naming the place where the line is none."""
    try:
        return msgspec.json.decode(line, type=model.Judgement)
    except msgspec.MsgspecError as error:
        raise ValueError(str(error)) from error


def sketch_from_jsonable(row: Mapping[str, Any]) -> model.Sketch:
    """A sketch out of its plain values (`to_jsonable` made them; lists for tuples); raises ValueError where they are none."""
    try:
        return msgspec.convert(row, model.Sketch)
    except msgspec.MsgspecError as error:
        raise ValueError(str(error)) from error


def stories_from_json(data: bytes | str) -> model.Stories:
    """Stories out of their file; raises ValueError naming the place where the file does not follow the schema."""
    try:
        return msgspec.json.decode(data, type=model.Stories)
    except msgspec.MsgspecError as error:
        raise ValueError(str(error)) from error


def kept_to_bytes(kept: model.Kept) -> bytes:
    """What is kept of a stream, packed (MessagePack)."""
    return msgspec.msgpack.encode(kept)


def kept_from_bytes(data: bytes) -> model.Kept:
    """What `kept_to_bytes` packed; raises ValueError where it is anything else."""
    try:
        return msgspec.msgpack.decode(data, type=model.Kept)
    except msgspec.MsgspecError as error:
        raise ValueError(str(error)) from error


def pack(record: Any) -> bytes:
    """A record, packed (MessagePack)."""
    return msgspec.msgpack.encode(record)


def unpack(data: bytes, kind: type[T]) -> T:
    """The record of this kind that `pack` packed; raises ValueError where it is anything else."""
    try:
        return msgspec.msgpack.decode(data, type=kind)
    except msgspec.MsgspecError as error:
        raise ValueError(str(error)) from error


def reading_to_bytes(reading: Reading) -> bytes:
    """A reading, packed (MessagePack), without its article's text, which it is of no use without."""
    return pack(replace(reading, article=replace(reading.article, text="")))


def reading_from_bytes(data: bytes, article: Article) -> Reading:
    """What `reading_to_bytes` packed, a reading of this article; raises ValueError where it is anything else."""
    reading = unpack(data, Reading)
    if reading.article.sha256 != article.sha256:
        raise ValueError(f"a reading of another text than that of {article.source}")
    return replace(reading, article=article)


def links_to_bytes(bands: tuple[int, ...], links: tuple[model.Link, ...]) -> bytes:
    """The bands and links of a report, packed (MessagePack)."""
    return pack((bands, [(x.a, x.b, x.kind, x.weight, x.rule) for x in links]))


def links_from_bytes(data: bytes) -> tuple[tuple[int, ...], tuple[model.Link, ...]]:
    """What `links_to_bytes` packed; raises ValueError where it is anything else."""
    bands, rows = unpack(data, tuple[tuple[int, ...], tuple[tuple[str, str, str, float, str], ...]])
    return bands, tuple(model.Link(a=a, b=b, kind=kind, weight=weight, rule=rule) for a, b, kind, weight, rule in rows)


def numbers_to_bytes(numbers: list[int]) -> bytes:
    """Whole numbers, packed (MessagePack)."""
    return msgspec.msgpack.encode(numbers)


def numbers_from_bytes(data: bytes) -> list[int]:
    """What `numbers_to_bytes` packed; raises ValueError where it is anything else."""
    try:
        return msgspec.msgpack.decode(data, type=list[int])
    except msgspec.MsgspecError as error:
        raise ValueError(str(error)) from error


def profile_id(profile: FurnitureProfile) -> str:
    """The id of a furniture profile: of all that it holds."""
    return content_id("furniture", to_json(profile))


def account_schema() -> dict[str, Any]:
    """The JSON Schema of the account file."""
    schema = msgspec.json.schema(model.Account)
    for record in schema["$defs"].values():  # Python 3.13 strips the indentation of docstrings, earlier ones keep it
        if "description" in record:
            record["description"] = inspect.cleandoc(record["description"])
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Runut account", **schema}
