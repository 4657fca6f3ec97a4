"""What a person types is understood, or refused with the place where it cannot be."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
import shelf
from hypothesis import given
from hypothesis import strategies as st

from runut.desk import queries
from runut.desk.queries import QueryError, parse
from runut.lang import Language
from runut.store import Store
from runut.store.searching import KINDS, Sought


def test_words_phrases_and_words_left_out(languages: Mapping[str, Language]) -> None:
    wanted = parse('gempa "korban tewas" -banjir', languages).wanted
    assert wanted.all_of == (
        (Sought(row=(("gempa",),)),),
        (Sought(row=(("korban",), ("tewas",))),),
    )
    assert wanted.none_of == (Sought(row=(("banjir",),)),)
    assert wanted.kinds == ("article",)


def test_a_word_may_be_a_name_too_and_its_own_form_is_worth_more(languages: Mapping[str, Language]) -> None:
    ((sought,),) = parse("keuangan", languages).wanted.all_of
    assert sought.row == (("uang", "keuangan", "0keuangan"),)


def test_or_stands_between_words(languages: Mapping[str, Language]) -> None:
    first, second = parse("gempa OR banjir tewas", languages).wanted.all_of
    assert [s.row[0][0] for s in first] == ["gempa", "banjir"]
    assert second[0].row[0][0] == "tewas"


@pytest.mark.parametrize(
    ("query", "indonesian"),
    [
        ("outlet:kabar from:2031-02 to:2031-03-04", "media:kabar dari:2031-02 sampai:2031-03-04"),
        ('speaker:"Sri Wulandari" measure:killed', 'penutur:"Sri Wulandari" ukuran:tewas'),
        ("story:abc kind:statement", "cerita:abc jenis:pernyataan"),
        ("kind:figure x", "jenis:angka x"),
        ("kind:name x", "jenis:nama x"),
        ("kind:all x", "jenis:semua x"),
    ],
)
def test_filters_have_indonesian_names(query: str, indonesian: str, languages: Mapping[str, Language]) -> None:
    assert parse(query, languages).wanted == parse(indonesian, languages).wanted


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2031", "2031-01-01", "2031-12-31"),
        ("2032-02", "2032-02-01", "2032-02-29"),
        ("2031-3-4", "2031-03-04", "2031-03-04"),
        ("4/3/2031", "2031-03-04", "2031-03-04"),
        ("04-03-2031", "2031-03-04", "2031-03-04"),
    ],
)
def test_days_months_and_years(written: str, first: str, last: str, languages: Mapping[str, Language]) -> None:
    wanted = parse(f"from:{written} to:{written}", languages).wanted
    assert (wanted.from_day, wanted.to_day) == (first, last)


@pytest.mark.parametrize(
    ("word", "measure"),
    [
        ("tewas", "killed"),
        ("meninggal", "killed"),
        ("killed", "killed"),
        ('"korban luka"', "injured"),
        ("luka-luka", "injured"),
        ("injured", "injured"),
        ("mengungsi", "displaced"),
        ("hilang", "missing"),
        ("uang", "money"),
        ("magnitudo", "magnitude"),
        ("buildings_damaged", "buildings_damaged"),
        ("rusak", "buildings_damaged"),
    ],
)
def test_measures_by_their_words(word: str, measure: str, languages: Mapping[str, Language]) -> None:
    assert measure in parse(f"measure:{word}", languages).wanted.measures


def test_arguments_are_filters_too(languages: Mapping[str, Language]) -> None:
    asked = parse("gempa from:2031-01", languages, kinds=["nama"], outlets=["Kabar"], from_day="2031-02", to_day="2031")
    assert asked.wanted.kinds == ("name",)
    assert asked.wanted.outlets == (("kabar",),)
    assert (asked.wanted.from_day, asked.wanted.to_day) == ("2031-02-01", "2031-12-31")


@pytest.mark.parametrize(
    ("query", "at", "told"),
    [
        ("", 0, "nothing to look for"),
        (" … ?!", 0, "nothing to look for"),
        ("kind:article", 0, "nothing to look for"),
        ("-banjir", 0, "every word is left out"),
        ('gempa "korban', 6, "the quotation mark has no other"),
        ("gempa OR", 6, "OR wants a word on both sides"),
        ("OR gempa", 0, "OR stands between two words"),
        ("gempa OR OR banjir", 9, "OR stands between two words"),
        ("gempa OR -banjir", 6, "OR wants a word on both sides"),
        ("gempa OR media:kabar", 6, "OR wants a word on both sides"),
        ("media:kabar OR gempa", 12, "OR stands between two words"),
        ("gempa from:kemarin", 11, "is no day"),
        ("gempa from:2031-02-30", 11, "is no day"),
        ("gempa from:2031-03 to:2031-02", 0, "ends (2031-02-28) before it begins (2031-03-01)"),
        ("measure:kucing", 8, "no measure 'kucing'"),
        ("kind:foto x", 5, "no kind 'foto'"),
        ("gempa outlte:kabar", 6, "is outlet: meant?"),
        ("gempa media: kabar", 6, "has no value"),
        ("gempa -media:kabar", 6, "cannot be left out"),
        ("speaker:…", 8, "there is no word"),
        ("g*", 0, "too short"),
        ("a " * 41, 80, "too much"),
        ('"' + "a " * 25 + '"', 1, "the phrase is too long"),
        ("a" * 2001, 2000, "too long"),
    ],
)
def test_what_cannot_be_understood_is_refused_with_its_place(
    query: str, at: int, told: str, languages: Mapping[str, Language]
) -> None:
    with pytest.raises(QueryError) as refused:
        parse(query, languages)
    assert refused.value.at == at
    assert told in refused.value.english == str(refused.value)
    assert refused.value.why != refused.value.english


@pytest.mark.parametrize(
    "query", ["https://kabar.example/x", "pukul 15:30", "Babak akhir: dimulai", "rasio 2:1", "a-b", "C++"]
)
def test_colons_and_marks_that_are_no_filters_are_words(query: str, languages: Mapping[str, Language]) -> None:
    assert parse(query, languages).wanted.all_of


def test_every_filter_and_kind_has_a_use(languages: Mapping[str, Language]) -> None:
    assert {kind for kinds in queries.KIND_WORDS.values() for kind in kinds} == set(KINDS)
    for name in queries.FILTERS:
        assert queries.FILTERS[name] in ("outlet", "from", "to", "speaker", "measure", "story", "kind")


ODD = st.text(
    alphabet=st.one_of(st.sampled_from("ab\"'*():-^+|&!<>\\/%_{}[],.;~@#$?0 \x00“”NEARORANDNOT"), st.characters()),
    max_size=40,
)


@pytest.fixture(scope="module")
def small(shared_store: Store, languages: Mapping[str, Language]) -> Store:
    """A store with a report or two."""
    texts = ["Gempa mengguncang Kalimas.", "a b ab NEAR AND OR NOT 0 “b”"]
    readings = shelf.read([{"text": text, "source": text[:5], "published": "2031-03-04"} for text in texts], languages)
    shelf.fill(shared_store, readings, languages)
    return shared_store


@given(query=ODD)
def test_no_query_whatever_its_characters_is_an_error_of_the_engine(
    query: str, small: Store, languages: Mapping[str, Language]
) -> None:
    try:
        parsed = parse(query, languages)
    except QueryError as refused:
        assert 0 <= refused.at <= len(query)
        return
    if not parsed.wanted.stories:
        shelf.find(small, query, languages)


@given(word=st.text(max_size=12))
def test_a_filter_takes_any_value_or_refuses_it(word: str, small: Store, languages: Mapping[str, Language]) -> None:
    for name in ("outlet", "speaker", "story"):
        try:
            parsed = parse(
                "", languages, **{{"outlet": "outlets", "speaker": "speakers", "story": "stories"}[name]: [word]}
            )
        except QueryError:
            continue
        with small.reading() as view:
            view.search(parsed.wanted)
            view.count(parsed.wanted)


@pytest.mark.parametrize("name", ["kinds", "outlets", "speakers", "measures", "stories"])
def test_a_text_where_a_list_is_wanted_is_refused(languages: Mapping[str, Language], name: str) -> None:
    word = "article" if name == "kinds" else "tewas"
    with pytest.raises(ValueError, match=rf"{name} are a list of words: \['{word}'\]"):
        parse("banjir", languages, **{name: word})  # type: ignore[arg-type]
    assert parse("banjir", languages, **{name: [word]}).wanted  # type: ignore[arg-type]
