"""A store that an older version read: until all is read anew, every page answers."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from runut.desk import Desk

NAMELESS = {
    "text": "Banjir merendam 12 rumah di Desa Rawi, Senin (4/5/2026).\n\nKepala Desa Darmin Suryo mengatakan dua orang tewas."
}


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/search?q=rumah",
        "/search?q=tewas&kind=statement",
        "/search?q=Darmin&kind=name",
        "/names?q=Darmin",
        "/names?name=Darmin+Suryo",
        "/articles/{article}",
        "/stories/{story}",
        "/api/v1/search?q=rumah",
        "/api/v1/articles/{article}/reading",
    ],
)
def test_what_another_version_read_breaks_no_page(client: TestClient, desk: Desk, path: str) -> None:
    article, story = _read_by_another(desk)
    assert client.get(path.format(article=article, story=story)).status_code == 200


def _read_by_another(desk: Desk) -> tuple[str, str]:
    """A report, and its story, whose reading is of an older version and another shape."""
    (article,) = desk.take_in([NAMELESS]).new
    desk.catch_up()
    with desk.store.writing() as writer:
        findings = writer.findings(article=article, limit=None)
        writer.put_reading(article, made_by="runut 0.0.1", data=b"\x80", findings=findings)
        return article, writer.story_of(article) or ""
