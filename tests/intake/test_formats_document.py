"""docs/formats.md says what is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from runut.intake import articles, files, html, mail, records

DOCUMENT = (Path(__file__).resolve().parents[2] / "docs" / "formats.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("row", "names"),
    [
        ("text", records.TEXT),
        ("title", records.TITLE),
        ("outlet", records.OUTLET),
        ("url", records.URL),
        ("published", records.PUBLISHED),
        ("authors", records.AUTHORS),
        ("language", records.LANGUAGE),
    ],
)
def test_every_field_is_listed_in_its_order(row: str, names: tuple[str, ...]) -> None:
    (cell,) = re.findall(rf"^\| {row} \| (.*) \|$", DOCUMENT, re.M)
    assert [records.key_of(name) for name in re.findall(r"`([^`]+)`", cell)] == list(names)


def test_every_suffix_and_wrapper_is_listed() -> None:
    for name in (*files.SUFFIXES, *records.WRAPPERS):
        assert f"`{name}`" in DOCUMENT


def test_the_limits_are_those_of_the_program() -> None:
    limits = (
        f"{articles.MAX_TEXT:,} characters",
        f"{files.MAX_PAGE_BYTES // files.MIB} MiB",
        f"{files.MAX_DOCUMENT_BYTES // files.MIB} MiB",
        f"{files.MAX_LINE:,} characters",
        f"{files.MAX_GZIP_RATIO} times its size, past {files.GZIP_GRACE_BYTES // files.MIB} MiB",
        f"nested {html.MAX_DEPTH:,} deep",
        f"parts of a mail | {mail.MOST_PARTS:,}",
    )
    assert [limit for limit in limits if limit not in DOCUMENT] == []
