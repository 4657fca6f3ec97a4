"""Filters by outlet, day, speaker, measure and story hold for every kind of thing that is found."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
import shelf

from runut.desk.queries import QueryError
from runut.lang import Language
from runut.model import Reading
from runut.store import Store

RECORDS = [
    {
        "source": "one",
        "outlet": "Kabar Serunai",
        "published": "2031-03-04",
        "title": "Banjir Kalimas, Tiga Orang Tewas",
        "text": (
            "Banjir melanda Kalimas pada Selasa (4/3/2031). Tiga orang tewas, kata Bupati Kalimas Harun Wijaya.\n"
            "“Kami menyiapkan dapur umum,” kata Harun Wijaya."
        ),
    },
    {
        "source": "two",
        "outlet": "serunai.example",
        "published": "2031-03-06T08:00+07:00",
        "title": "Air Surut di Kalimas",
        "text": (
            "Air mulai surut pada Kamis (6/3/2031). “Warga boleh pulang,” kata Kepala BPBD Kalimas Sri Harun.\n"
            "Sebanyak 40 orang masih mengungsi akibat banjir."
        ),
    },
    {
        "source": "three",
        "outlet": "Harian Muara",
        "published": "2031-05-01",
        "title": "Harga Ikan Naik",
        "text": "Harga ikan di Kalimas naik. “Pasokan berkurang karena banjir,” kata Wijaya Kusuma, pedagang ikan.",
    },
    {"source": "undated", "text": "Banjir pernah melanda Kalimas, kata orang tua di desa itu."},
]


@pytest.fixture(scope="module")
def readings(languages: Mapping[str, Language]) -> list[Reading]:
    """The four reports, read."""
    return shelf.read(RECORDS, languages)


@pytest.fixture(scope="module")
def stored(shared_store: Store, readings: list[Reading], languages: Mapping[str, Language]) -> Store:
    """A store with them, two of one story."""
    shelf.fill(shared_store, readings, languages)
    shelf.group(shared_store, "flood", readings[:2])
    shelf.group(shared_store, "fish", readings[2:3])
    return shared_store


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("banjir", {0, 1, 2, 3}),
        ("banjir outlet:serunai", {0, 1}),
        ('banjir outlet:"kabar serunai"', {0}),
        ("banjir media:serunai media:muara", {0, 1, 2}),
        ("banjir outlet:seru", {0, 1}),
        ("banjir outlet:runai", set()),
        ("outlet:harian", {2}),
        ("banjir from:2031-03-05", {1, 2}),
        ("banjir to:2031-03-06", {0, 1}),
        ("banjir dari:2031-03 sampai:2031-03", {0, 1}),
        ("sejak:2031-05-02", set()),
        ("banjir speaker:harun", {0, 1}),
        ('banjir speaker:"harun wijaya"', {0}),
        ("banjir speaker:bpbd", {1}),
        ("banjir speaker:wijaya", {0, 2}),
        ("speaker:bupati", {0}),
        ("banjir measure:tewas", {0}),
        ("measure:killed measure:displaced", {0, 1}),
        ("banjir story:flood", {0, 1}),
        ("banjir story:flood story:fish", {0, 1, 2}),
        ("banjir -tewas story:flood", {1}),
        ("-banjir outlet:muara", set()),
        ("-tewas outlet:serunai", {1}),
        ("banjir story:flood from:2031-03-05 speaker:bpbd outlet:serunai", {1}),
    ],
)
def test_articles(
    query: str, found: set[int], stored: Store, readings: list[Reading], languages: Mapping[str, Language]
) -> None:
    number = {reading.article.id: n for n, reading in enumerate(readings)}
    hits = shelf.find(stored, query, languages)
    assert {number[hit.article.id] for hit in hits.hits} == found
    assert hits.total == len(found)


@pytest.mark.parametrize(
    ("query", "texts"),
    [
        ("kind:statement speaker:harun dapur", {"Kami menyiapkan dapur umum"}),
        ("kind:statement warga from:2031-03-05", {"Warga boleh pulang"}),
        ("kind:statement outlet:muara", {"Pasokan berkurang karena banjir"}),
        ("kind:statement pasokan speaker:harun", set()),
        ("kind:statement kind:figure story:fish", {"Pasokan berkurang karena banjir"}),
        ("kind:figure measure:mengungsi", {"Sebanyak 40 orang"}),
        ("kind:figure 40", {"Sebanyak 40 orang"}),
        ("kind:figure killed", {"Tiga orang tewas"}),
        ("kind:figure mengungsi", {"Sebanyak 40 orang"}),
        ("kind:statement wijaya umum", {"Kami menyiapkan dapur umum"}),
        ("kind:statement bpbd pulang", {"Warga boleh pulang"}),
        ("kind:statement bpbd umum", set()),
        ("kind:figure 3 measure:tewas", {"Tiga orang tewas"}),
        ("kind:figure measure:tewas outlet:muara", set()),
    ],
)
def test_statements_and_figures(query: str, texts: set[str], stored: Store, languages: Mapping[str, Language]) -> None:
    found = {hit.finding.text.strip(" ,“”") for hit in shelf.find(stored, query, languages).hits if hit.finding}
    assert {any(text.startswith(t) for t in texts) for text in found} <= {True}
    assert len(found) == len(texts)


def test_names_by_outlet_story_and_whether_they_speak(stored: Store, languages: Mapping[str, Language]) -> None:
    def named(query: str) -> set[str]:
        return {hit.finding.name or "" for hit in shelf.find(stored, query, languages).hits if hit.finding}

    assert any("Harun" in name for name in named("kind:name harun story:flood"))
    assert not named("kind:name harun story:fish")
    assert named("kind:name kalimas")
    assert not named("kind:name kalimas speaker:kalimas -bupati -bpbd")


def test_a_name_stands_once_for_all_its_articles(stored: Store, languages: Mapping[str, Language]) -> None:
    hits = [
        h for h in shelf.find(stored, "kind:name kalimas", languages).hits if h.finding and h.finding.name == "Kalimas"
    ]
    assert len(hits) == 1
    assert hits[0].articles >= 3


def test_a_story_that_is_not_there_is_told(stored: Store, languages: Mapping[str, Language]) -> None:
    with pytest.raises(QueryError) as refused:
        shelf.find(stored, "banjir story:nowhere", languages)
    assert refused.value.at == 13


def test_without_words_the_latest_come_first(
    stored: Store, readings: list[Reading], languages: Mapping[str, Language]
) -> None:
    hits = shelf.find(stored, "from:2031", languages).hits
    assert [hit.day for hit in hits] == ["2031-05-01", "2031-03-06", "2031-03-04"]


def test_put_again_changes_nothing_and_nothing_put_is_found_no_more(
    stored: Store, readings: list[Reading], languages: Mapping[str, Language]
) -> None:
    before = shelf.find(stored, "banjir kind:all", languages)
    shelf.fill(stored, readings[:1], languages)
    after = shelf.find(stored, "banjir kind:all", languages)
    assert {h.ref for h in after.hits} == {h.ref for h in before.hits}
    with stored.writing() as writer:
        writer.put_documents(readings[3].article.id, ())
    gone = shelf.find(stored, "banjir kind:all", languages)
    assert {h.ref for h in before.hits} - {h.ref for h in gone.hits} == {
        h.ref for h in before.hits if h.article.id == readings[3].article.id
    }
    shelf.fill(stored, readings[3:], languages)
    if stored.dialect == "sqlite":  # raises where index and documents are not of one mind
        with stored.writing() as writer:
            writer._connection.exec_driver_sql(
                "INSERT INTO documents_fts (documents_fts, rank) VALUES ('integrity-check', 1)"
            )
