"""Terms of any text are plain, stand where they say, and come out alike for texts and queries."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
import shelf
from hypothesis import given
from hypothesis import strategies as st

from runut import codec
from runut.desk import indexing
from runut.desk.indexing import BREAK, LONGEST_TERM, Analyser, fold, number_terms, value_term
from runut.lang import Language
from runut.model import Reading

TEXTS = st.text(
    alphabet=st.one_of(st.sampled_from("abknAB .,-'’\n0123456789éß½Ⅷ中ع\u0301"), st.characters()), max_size=80
)
# Half a character is no text of an article: it is skipped with a reason (tests/intake).
WHOLE_TEXTS = TEXTS.filter(lambda text: not any("\ud800" <= c <= "\udfff" for c in text))


@given(text=TEXTS)
def test_terms_are_plain_and_stand_in_their_text(text: str, indonesian: Language) -> None:
    terms = Analyser(indonesian).terms(text)
    at = 0
    for term, form, start, end in zip(terms.terms, terms.forms, terms.starts, terms.ends, strict=True):
        for word in (term, form):
            assert word.isascii() and word.isalnum() and word == word.lower()
            assert len(word) <= LONGEST_TERM
        assert at <= start < end <= len(text)
        at = end


@given(text=TEXTS)
def test_an_analyser_that_has_seen_other_texts_gives_the_same(text: str, indonesian: Language) -> None:
    used = Analyser(indonesian)
    used.terms(text.upper() + " " + text.lower() + " Menewaskan menewaskan")
    fresh = Analyser(indonesian)
    assert (used.terms(text).terms, used.terms(text).forms) == (fresh.terms(text).terms, fresh.terms(text).forms)


@pytest.mark.parametrize(
    ("number", "terms"),
    [
        ("3.700", ["3700"]),
        ("3,700", ["3700"]),
        ("3700", ["3700"]),
        ("1.234.567", ["1234567"]),
        ("1.234.567,89", ["1234567d89"]),
        ("1,234,567.80", ["1234567d8"]),
        ("2,5", ["2d5"]),
        ("2.50", ["2d5"]),
        ("0,125", ["0d125"]),
        ("5,0", ["5"]),
        ("007", ["7"]),
        ("000", ["0"]),
        ("6.1.2022", ["6", "1", "2022"]),
        ("192.168.1.1", ["192", "168", "1", "1"]),
        ("12345.678", ["12345d678"]),
        ("1.2,3", ["1", "2", "3"]),
        ("٣", ["3"]),
    ],
)
def test_numbers_by_their_value(number: str, terms: list[str]) -> None:
    found = number_terms(number)
    assert [term for term, _, _ in found] == terms
    assert all(0 <= start < end <= len(number) for _, start, end in found)


@given(value=st.one_of(st.integers(0, 10**15), st.integers(0, 10**9).map(lambda n: n / 1000)))
def test_a_value_has_the_term_of_the_number_as_one_writes_it(value: float) -> None:
    whole, _, rest = f"{value:.3f}".partition(".")
    written = f"{int(whole):,}".replace(",", ".") + f",{rest}"
    grouped = [term for term, _, _ in number_terms(written)]
    if len(whole) > 3:
        assert grouped == [value_term(value)]
    assert value_term(int(whole)) == str(int(whole))


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        ("Café", "cafe"),
        ("Jum'at", "jumat"),
        ("Ma’ruf", "maruf"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("中", "u4e2d"),
    ],
)
def test_folding(word: str, folded: str) -> None:
    assert fold(word) == folded


def test_the_break_is_no_term_of_any_text(indonesian: Language) -> None:
    assert not Analyser(indonesian).terms(f"{BREAK} {BREAK.upper()} {BREAK}").terms


@given(text=WHOLE_TEXTS, title=WHOLE_TEXTS)
def test_documents_of_any_article_are_plain_and_their_places_are_in_it(
    text: str, title: str, languages: Mapping[str, Language], plain_reading: Reading
) -> None:
    (reading,) = list(shelf.read([{"text": f"Warga {text} tiba.", "title": title or None, "source": "x"}], languages))
    for document in indexing.documents(reading, languages):
        for words in (document.title, document.terms, document.facets):
            assert all(word.isascii() and word.isalnum() and word == word.lower() for word in words.split())
        if document.kind == "article":
            places = codec.numbers_from_bytes(document.places)
            assert len(places) == 1 + 2 * (places[0] + len(document.terms.split(f" {BREAK} 0")[0].split()))


@pytest.fixture(scope="module")
def plain_reading(languages: Mapping[str, Language]) -> Reading:
    """A short report, read."""
    (reading,) = shelf.read([{"text": "Kapal tiba.", "source": "x"}], languages)
    return reading


def test_a_very_long_article_is_cut_and_nothing_breaks(
    languages: Mapping[str, Language], plain_reading: Reading
) -> None:
    text = "kapal tiba " * 60_000
    article = replace(plain_reading.article, text=text, sha256=codec.sha256(text))
    reading = replace(plain_reading, article=article, sentences=(), quotations=())
    (document,) = [d for d in indexing.documents(reading, languages) if d.kind == "article"]
    assert len(document.terms) <= indexing.MOST_CHARACTERS
    assert document.terms.split()[-1] in ("kapal", "tiba")
