"""The same facts in the same order: what two renderings of one text keep, and two reports of one event do not."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from runut import pipeline
from runut.comparing import facts, families
from runut.comparing.facts import Fact
from runut.comparing.passages import read_words
from runut.lang import Language
from runut.model import Anchor, Article, Reading

# One text in two renderings; the third tells of the same day from the harbour, by itself.
ONE = (
    "Bupati Tambora Hasan Lubuk meresmikan Pasar Warukali pada 3 Maret 2023. "
    "Pasar itu berdiri di lahan 4.200 meter persegi dan menampung 318 pedagang dari Kecamatan Muara. "
    "Pembangunan yang digarap PT Batu Karang menelan 27 miliar rupiah. "
    "Ketua koperasi Ratna Wulan meminta sewa kios 150.000 rupiah ditinjau lagi sebelum 1 April 2023. "
    "Kepala dinas Umar Selayar menjanjikan 12 truk sampah untuk Desa Karangjati."
)
OTHER = (
    "Oleh Bupati Tambora Hasan Lubuk, pintu Pasar Warukali akhirnya dibuka pada 3 Maret 2023. "
    "Luas lahannya 4.200 meter persegi, cukup bagi 318 pedagang asal Kecamatan Muara. "
    "Untuk jasa PT Batu Karang, pembangunan memakan biaya 27 miliar rupiah. "
    "Menurut ketua koperasi Ratna Wulan, sewa kios 150.000 rupiah perlu ditinjau lagi sebelum 1 April 2023. "
    "Janji kepala dinas Umar Selayar: 12 truk sampah akan dikirim ke Desa Karangjati."
)


@pytest.fixture(scope="module")
def read(languages: Mapping[str, Language]) -> Callable[..., tuple[Reading, ...]]:
    def reading(*texts: str) -> tuple[Reading, ...]:
        articles = [
            Article(id=f"a{n}", source=f"a{n}.txt", text=text, sha256="", outlet=f"Kabar {n}")
            for n, text in enumerate(texts)
        ]
        return tuple(
            pipeline.read(pipeline.glance(a, languages), Anchor(day="2023-03-03"), languages) for a in articles
        )

    return reading


def sequence(keys: str) -> tuple[Fact, ...]:
    """A report that brings the facts named by letters, two on a line."""
    return tuple(Fact(key, n // 2) for n, key in enumerate(keys))


def test_facts_are_names_numbers_and_days_each_once_in_the_order_of_the_text(read) -> None:  # type: ignore[no-untyped-def]
    readings = read(ONE)
    [found] = facts.read_facts(readings, read_words(readings))
    keys = [f.key for f in found]
    assert len(keys) == len(set(keys)) and [f.line for f in found] == sorted(f.line for f in found)
    assert {"day 2023-03-03", "number 318 318"} <= set(keys) and any(k.startswith("name ") for k in keys)


def test_one_order_is_found_and_another_is_not() -> None:
    [(pair, order)] = facts.find_orders([sequence("abcdefghijkl"), sequence("abcdefghijkx")]).items()
    assert pair == (0, 1) and [a.key for a, _ in order.facts] == list("abcdefghijk")
    assert order.whole == 12 and order.share == pytest.approx(11 / 12)
    assert not facts.find_orders([sequence("abcdefghijkl"), sequence("lkjihgfedcba")])
    assert not facts.find_orders([sequence("abcdefgh"), sequence("abcdefgh")])


def test_facts_that_half_the_story_has_weigh_little() -> None:
    background = "abcdefghi"
    two = [sequence(f"{background}jklmn"), sequence(f"{background}opqrs")]
    assert not facts.find_orders([*two, *(sequence(f"{background}{x}{x.upper()}") for x in "tuvwyz")]).get((0, 1))
    own = [sequence(f"jklmnpqrst{background[:5]}"), sequence(f"jklmnpqrst{background[5:]}")]
    assert (0, 1) in facts.find_orders([*own, *(sequence(f"{background}{x}") for x in "uvwy")])


def test_a_list_on_one_line_is_no_order() -> None:
    names = tuple(Fact(key, 0) for key in "abcdefghijkl")
    assert not facts.find_orders([names, names])


def test_two_renderings_of_one_text_are_a_family(read, indonesian: Language) -> None:  # type: ignore[no-untyped-def]
    texts = (ONE, OTHER)
    [family] = families.group(read(*texts), indonesian)
    assert family.rule == "facts-in-order"
    assert "dalam urutan yang sama" in family.why and "in the same order" in family.english
    shown = [(p.kind, texts[0][p.a.start : p.a.end], texts[1][p.b.start : p.b.end]) for p in family.passages]
    assert any(kind == "facts" and "Batu Karang" in a and "Batu Karang" in b for kind, a, b in shown)


def test_the_same_facts_in_an_order_of_ones_own_are_none(read, indonesian: Language) -> None:  # type: ignore[no-untyped-def]
    turned = " ".join(f"{s}." for s in reversed(OTHER.rstrip(".").split(". ")))
    assert len(families.group(read(ONE, turned), indonesian)) == 2
