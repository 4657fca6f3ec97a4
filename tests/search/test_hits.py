"""What is found is shown with exact spans: every snippet and every mark is a stretch of the article."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
import shelf
from hypothesis import given
from hypothesis import strategies as st

from runut import face
from runut.desk.indexing import fold
from runut.desk.queries import parse
from runut.desk.searching import LONGEST_SNIPPET, Hit, Hits
from runut.lang import Language
from runut.model import Reading, Skipped
from runut.store import Store

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
# A page as scrapers bring them: furniture, a lost blank, an entity, a line broken around a link, a second headline.
MESSY = {
    "source": "messy",
    "outlet": "Kabar Serunai",
    "title": "Tanggul Kali Sembung Jebol, 40 Rumah Terendam",
    "published": "2031-03-04",
    "text": (
        "Tanggul Kali Sembung Jebol, 40 Rumah Terendam\n\nKALIMAS, kabarserunai.example – Tanggul Kali Sembung jebol pada Selasa "
        "(4/3/2031) dini hari, kata Kepala BPBD Kalimas\nHarun Wijaya\n, di posko.Sebanyak 40 rumah terendam.\nADVERTISEMENT\n"
        "Baca juga: Harga Beras di Pasar Kamboja Naik\nAir &quot;datang cepat sekali&quot;, katanya seperti dilansirReuters.\n"
        "SCROLL TO CONTINUE WITH CONTENT\nHarun meminta warga mengungsi ke balai desa. Perbaikan tanggul itu menelan Rp2,5 juta.\n"
    ),
}


@pytest.fixture(scope="module")
def readings(languages: Mapping[str, Language]) -> list[Reading]:
    """The examples and the messy page, read."""
    sources = [str(EXAMPLES / "kmp-lintang-samudra"), str(EXAMPLES / "sepekan.jsonl")]
    items = [item for item in face.read_all([*sources, MESSY], using=languages) if not isinstance(item, Skipped)]
    assert len(items) > 15
    return items


@pytest.fixture(scope="module")
def stored(shared_store: Store, readings: list[Reading], languages: Mapping[str, Language]) -> Store:
    """A store with them."""
    shelf.fill(shared_store, readings, languages)
    return shared_store


def _check(hit: Hit, text: str) -> None:
    assert text[hit.start : hit.end] == hit.text
    assert 0 < len(hit.text) <= LONGEST_SNIPPET
    at = hit.start
    for span in hit.spans:
        assert at <= span.start < span.end <= hit.end
        assert text[span.start : span.end] == span.text
        at = span.end
    for at in (hit.start, hit.end):  # cut at words; a capital inside one tells that two were glued
        assert not (text[at - 1 : at].isalnum() and text[at : at + 1].isalnum()) or text[at].isupper()
    title = hit.title or ""
    for start, end in hit.title_spans:
        assert title[start:end].strip() == title[start:end] != ""


def _texts(readings: list[Reading]) -> dict[str, str]:
    return {reading.article.id: reading.article.text for reading in readings}


@given(data=st.data())
def test_every_snippet_and_mark_is_a_stretch_of_its_article(
    data: st.DataObject, stored: Store, readings: list[Reading], languages: Mapping[str, Language]
) -> None:
    texts = _texts(readings)
    words = sorted({word for text in texts.values() for word in text.split() if any(map(str.isalnum, word))})
    some = data.draw(st.lists(st.sampled_from(words), min_size=1, max_size=3))
    query = " ".join("".join(c if c.isalnum() or c in "-.,'" else " " for c in word).strip("-") for word in some)
    if not any(map(str.isalnum, query)):
        return
    found = shelf.find(stored, f"{query} kind:all", languages, limit=30)
    for hit in found.hits:
        _check(hit, texts[hit.article.id])


@pytest.mark.parametrize(
    ("query", "marks"),
    [
        ("tanggul", {"tanggul", "Tanggul"}),
        ("reuters", {"Reuters"}),
        ('"Harun Wijaya"', {"Harun", "Wijaya"}),
        ("ungsi*", {"mengungsi"}),
        ("mengung*", {"mengungsi"}),
        ("2.5", {"2,5"}),
        ("dilansir", {"dilansir"}),
        ("datang OR sebanyak", {"datang", "Sebanyak"}),
    ],
)
def test_marks_are_the_words_as_they_stand(
    query: str, marks: set[str], stored: Store, languages: Mapping[str, Language], readings: list[Reading]
) -> None:
    (hit,) = [h for h in shelf.find(stored, query, languages).hits if h.article.id == readings[-1].article.id]
    assert {span.text for span in hit.spans} <= marks
    assert hit.spans
    _check(hit, readings[-1].article.text)


def test_furniture_is_not_searched(stored: Store, languages: Mapping[str, Language], readings: list[Reading]) -> None:
    for query in ("advertisement", '"Pasar Kamboja"', "scroll continue"):
        assert readings[-1].article.id not in {hit.article.id for hit in shelf.find(stored, query, languages).hits}


def test_a_title_hit_marks_the_title_and_comes_first(stored: Store, languages: Mapping[str, Language]) -> None:
    found = shelf.find(stored, "tanggul jebol", languages)
    first = found.hits[0]
    assert [(first.title or "")[a:b] for a, b in first.title_spans] == ["Tanggul", "Jebol"]


def test_statements_figures_and_names_show_what_was_found(
    stored: Store, readings: list[Reading], languages: Mapping[str, Language]
) -> None:
    texts = _texts(readings)
    statements = shelf.find(stored, "speaker:ratna kind:statement", languages)
    assert statements.total == len(statements.hits) > 0
    for hit in statements.hits:
        assert hit.finding is not None and "Ratna" in (hit.finding.name or "")
        assert hit.finding.start <= hit.start and hit.end <= hit.finding.end
        _check(hit, texts[hit.article.id])
    figures = shelf.find(stored, "measure:tewas kind:figure", languages)
    assert figures.total > 3
    for hit in figures.hits:
        assert hit.finding is not None and hit.finding.name == "killed" and hit.finding.low
        assert any(hit.finding.start <= s.start and s.end <= hit.finding.end for s in hit.spans)
        _check(hit, texts[hit.article.id])
    names = shelf.find(stored, "kind:name ratna dewi", languages)
    assert {fold((hit.finding.name if hit.finding else None) or "") for hit in names.hits} == {"ratnadewi"}
    (name,) = names.hits
    assert name.articles > 1


def test_a_number_in_words_is_found_by_its_value(stored: Store, languages: Mapping[str, Language]) -> None:
    hits = shelf.find(stored, "7 kind:figure measure:tewas", languages).hits
    assert "tujuh" in {span.text.split()[0].lower() for hit in hits for span in hit.spans}


def test_pages_follow_one_another(stored: Store, languages: Mapping[str, Language]) -> None:
    whole = shelf.find(stored, "kapal kind:all", languages, limit=200)
    assert whole.total == len(whole.hits) > 10
    parts: list[Hits] = [
        shelf.find(stored, "kapal kind:all", languages, limit=4, offset=n) for n in range(0, whole.total + 4, 4)
    ]
    assert [h.ref for part in parts for h in part.hits] == [h.ref for h in whole.hits]
    assert {part.total for part in parts} == {whole.total}
    assert sum(n for _, n in whole.by_kind) == whole.total


def test_any_limit_and_offset_are_answered(stored: Store, languages: Mapping[str, Language]) -> None:
    assert shelf.find(stored, "kapal", languages, limit=10**30).hits
    assert not shelf.find(stored, "kapal", languages, offset=10**30).hits
    assert not shelf.find(stored, "kapal", languages, limit=0).hits
    assert not shelf.find(stored, "kapal", languages, limit=-3).hits
    with stored.reading() as view:
        assert not view.search(parse("kapal", languages).wanted, offset=10**30)
