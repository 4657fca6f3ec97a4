"""Stories in a stream: what goes together, and that neither order nor partition decides it."""

from __future__ import annotations

import random

import pytest

from runut import codec, face
from runut.comparing.stories import group, sketch
from runut.model import Sketch, Stories

FLOOD = "Banjir bandang menerjang Desa Sukamundur, Kabupaten Lembah Wangi, dan merendam 340 rumah warga."
STRIKE = "Ribuan buruh pabrik tekstil Garuwangi mogok kerja menuntut kenaikan upah dan pencabutan surat pemecatan."
RECORDS = [
    ("a", "2031-02-03", "Banjir Bandang Rendam Sukamundur", FLOOD + " Bupati Rusdi Kartana mengungsikan warga ke balai."),
    ("b", "2031-02-03", "Ratusan Rumah di Sukamundur Terendam", FLOOD + " Dua jembatan putus diterjang arus bandang."),
    ("c", "2031-02-04", "Bupati Rusdi Tinjau Banjir Sukamundur", "Bupati Rusdi Kartana meninjau korban di Desa Sukamundur. " + FLOOD),
    ("d", "2031-02-03", "Buruh Garuwangi Mogok", STRIKE + " Polisi menjaga pintu pabrik."),
    ("e", "2031-02-04", "Mogok Buruh Pabrik Tekstil Garuwangi Berlanjut", STRIKE + " Perundingan upah buntu."),
]  # fmt: skip


@pytest.fixture(scope="module")
def sketches() -> list[Sketch]:
    using = face.languages()
    records = [
        {"id": i, "published": day, "title": title, "text": text, "url": f"https://{i}.example/1"}
        for i, day, title, text in RECORDS
    ]
    return [sketch(reading, using["id"]) for reading in face.read_all(records, using=using)]


def sets(stories: Stories) -> set[frozenset[str]]:
    return {frozenset((a.url or "")[8] for a in s.articles) for s in stories.stories}


def test_reports_of_one_happening_are_one_story(sketches: list[Sketch]) -> None:
    assert sets(group(sketches)) == {frozenset("abc"), frozenset("de")}


def test_order_does_not_matter(sketches: list[Sketch]) -> None:
    told = group(sketches)
    for seed in range(5):
        shuffled = random.Random(seed).sample(sketches, len(sketches))
        assert group(shuffled) == told


def test_a_sketch_survives_plain_values(sketches: list[Sketch]) -> None:
    for s in sketches:
        assert codec.sketch_from_jsonable(codec.to_jsonable(s)) == s
