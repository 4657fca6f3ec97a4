"""Framing: what things are called, in whose voice, and words that only look like a wording."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from runut import lang, pipeline
from runut.comparing import entities, framing
from runut.comparing.epithets import find_epithets
from runut.lang import Language
from runut.model import Anchor, Article, Framing, Mention, Name, Reading
from runut.text import view

ID = lang.load("id")
Gather = Callable[..., tuple[Framing, ...]]


def plain(text: str, *names: Name) -> Reading:
    """A reading with nothing found but sentences, quotations and the names that are given."""
    seen = view(text, ID)
    article = Article(id="a", source="a", text=text, sha256="")
    first = pipeline.glance(article, {"id": ID})
    return Reading(
        article=article,
        language="id",
        anchor=Anchor(),
        furniture=(),
        credits=first.credits,
        sentences=seen.find_sentences(),
        quotations=seen.find_quotations(),
        names=names,
        dates=(),
        statements=(),
        figures=(),
        events=(),
    )


def name(text: str, surface: str, type_: str) -> Name:
    start = text.index(surface)
    mention = Mention(start=start, end=start + len(surface), text=surface, rule="test")
    return Name(id=surface, type=type_, name=surface, mentions=(mention,))


@pytest.fixture(scope="module")
def gather(languages: Mapping[str, Language], indonesian: Language) -> Gather:
    def gathered(*texts: str) -> tuple[Framing, ...]:
        readings = []
        for n, text in enumerate(texts):
            article = Article(id=f"a{n}", source=f"a{n}", text=text, sha256="", published="2031-03-06")
            readings.append(pipeline.read(pipeline.glance(article, languages), Anchor(), languages))
        found = framing.gather(tuple(readings), entities.join(tuple(readings), indonesian), indonesian)
        for use in (u for f in found for t in f.terms for u in t.uses):
            assert 0 < use.end - use.start <= 80
        return found

    return gathered


def wordings(text: str, *names: Name) -> list[str]:
    lexicon = framing._lexicon(ID)
    return [term for _, term, _, _ in framing._find(plain(text, *names), lexicon)]


def told(found: tuple[Framing, ...]) -> set[tuple[str, str, str]]:
    return {(f.target, t.term, t.voice) for f in found for t in f.terms}


@pytest.mark.parametrize("row", [r for r in ID.table("framing_terms") if not r["need"]], ids=lambda row: row["term"])
def test_every_term_is_found(row: Mapping[str, str]) -> None:
    assert row["term"] in wordings(row["example"])


@pytest.mark.parametrize("row", [r for r in ID.table("framing_terms") if r["need"]], ids=lambda row: row["term"])
def test_a_term_that_needs_its_tail_is_nothing_without(row: Mapping[str, str]) -> None:
    assert row["term"] not in wordings(row["example"])


@pytest.mark.parametrize("row", [r for r in ID.table("framing_terms") if r["counter"]], ids=lambda row: row["term"])
def test_terms_in_another_sense(row: Mapping[str, str]) -> None:
    assert row["term"] not in wordings(row["counter"])


@pytest.mark.parametrize("row", ID.table("framing_manners"), ids=lambda row: row["words"])
def test_every_manner_joins_its_term(row: Mapping[str, str]) -> None:
    assert any(term.endswith(f" {row['words']}") for term in wordings(row["example"]))


@pytest.mark.parametrize("row", ID.table("framing_copulas"), ids=lambda row: row["words"])
def test_every_copula_leads_to_an_epithet(row: Mapping[str, str]) -> None:
    text = row["example"]
    [found] = find_epithets(plain(text, name(text, "Rendra", "PER")), ID)
    assert found.of == "Rendra"
    assert text.endswith(f" {text[found.start : found.end]}.")


@pytest.mark.parametrize("row", ID.table("framing_stops"), ids=lambda row: row["word"])
def test_every_stop_ends_an_epithet(row: Mapping[str, str]) -> None:
    text = row["example"]
    [found] = find_epithets(plain(text, name(text, "Rendra", "PER")), ID)
    assert text[found.start : found.end] == "pelaut yang jujur"


def test_whose_forces_they_are_belongs_to_the_wording() -> None:
    text = "Tentara Kalimantara menembaki kapal, lalu pasukan Kalimantara pergi."
    both = Name(
        id="k",
        type="GPE",
        name="Kalimantara",
        mentions=tuple(
            Mention(start=at, end=at + 11, text="Kalimantara", rule="test") for at in (8, text.index("Kalimantara", 20))
        ),
    )
    assert wordings(text, both) == ["tentara Kalimantara", "pasukan Kalimantara"]


def test_part_of_a_name_is_no_wording() -> None:
    text = "Garda Revolusi Kalimantara membantah kabar itu."
    assert wordings(text, name(text, "Garda Revolusi Kalimantara", "ORG")) == []
    assert wordings("Mereka menyebutnya revolusi.") == ["revolusi"]


def test_a_doubled_noun_is_its_plural() -> None:
    assert wordings("Jenazah-jenazah itu dibawa ke kota.") == ["jenazah"]


def test_quoted_attributed_and_own_words_are_told_apart(gather: Gather) -> None:
    found = told(
        gather(
            "Para demonstran berkumpul di Alun-alun Warukali sejak pagi. "
            "“Para perusuh itu harus pulang,” kata Wali Kota Sari Wulandari. "
            "Wali Kota mengatakan bahwa bandit ada di antara mereka. Polisi menjaga “teroris” itu."
        )
    )
    people = "massa dan pelaku di lapangan"
    assert (people, "demonstran", "outlet") in found
    assert (people, "perusuh", "speaker") in found
    assert (people, "bandit", "speaker") in found
    assert (people, "teroris", "speaker") in found


def test_one_wording_in_one_voice_is_no_framing(gather: Gather) -> None:
    assert gather("Longsor menutup jalan desa. Longsor itu belum dibersihkan.") == ()


def test_a_quotation_is_a_whole_epithet() -> None:
    text = "Warga menyebut Rendra sebagai “simbol kesabaran, keteguhan, dan kerja keras” pelabuhan."
    [found] = find_epithets(plain(text, name(text, "Rendra", "PER")), ID)
    assert text[found.start : found.end] == "simbol kesabaran, keteguhan, dan kerja keras"


def test_a_long_clause_is_no_epithet() -> None:
    text = "Rendra dikenal sebagai pelaut yang pernah berlayar sendirian melewati tujuh selat dalam satu musim hujan."
    assert find_epithets(plain(text, name(text, "Rendra", "PER")), ID) == ()


def test_an_epithet_needs_somebody() -> None:
    assert find_epithets(plain("Hal itu merupakan bagian dari rencana."), ID) == ()


def test_scare_quotes_are_short_and_inside_a_sentence() -> None:
    text = "Gedung itu disebut bukan “rumah singgah” melainkan penjara. “Kami tidak tahu.”"
    [found] = find_epithets(plain(text), ID)
    assert (found.of, text[found.start : found.end]) == (None, "rumah singgah")


def test_no_more_wordings_than_the_reports_bear(gather: Gather) -> None:
    text = " ".join(row["example"] for row in ID.table("framing_terms"))
    found = gather(text)
    assert sum(len(f.terms) for f in found) <= framing.MOST_PER_REPORT
