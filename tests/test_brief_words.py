"""Each word of `brief_words.tsv` does in its example what its role is for, and nothing does once another word stands in its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import pytest

import runut
from runut import brief, lang
from runut.brief import lexicon
from runut.brief.seams import Seams
from runut.exports import markdown
from runut.model import Reading, Story

INDONESIAN = lang.load("id")
WORDS = INDONESIAN.derive(lexicon.words_of)
ROWS = INDONESIAN.table("brief_words")

Does = Callable[[str], bool]


def finds(name: str) -> Does:
    pattern: re.Pattern[str] = getattr(WORDS, name)
    return lambda sentence: pattern.search(sentence) is not None


def opens(name: str) -> Does:
    pattern: re.Pattern[str] = getattr(WORDS, name)
    return lambda sentence: pattern.match(sentence) is not None


def is_recalled(sentence: str) -> bool:
    return WORDS.recalls(sentence)


def is_not_recalled(sentence: str) -> bool:
    return not WORDS.recalls(sentence)


def is_apart(sentence: str) -> bool:
    """Whether a word comes apart that is glued to the name before it."""
    *_, name, word, _behind = sentence.split(" ")
    glued = sentence.replace(f"{name} {word}", f"{name}{word}")
    return Seams({"r": glued}, INDONESIAN).apart("r", 0, len(glued)) == sentence


# What the words of a role are for, by what must be so of a sentence that holds one.
DOES: Mapping[str, Does] = {
    **dict.fromkeys(("none-yet", "the-dead"), finds("none_yet")),
    **dict.fromkeys(("besides", "rest", "shared-out"), finds("shares_out")),
    **dict.fromkeys(("all", "sought", "found", "finding-last", "last"), WORDS.all_found),
    **dict.fromkeys(("which", "unfound"), lambda s: not WORDS.all_found(s)),
    "among": lambda s: WORDS.shares_out.search(s) is not None and WORDS.points_back(s),
    "defines": finds("defines"),
    "plan": finds("plans"),
    "soon": finds("soon"),
    **dict.fromkeys(
        ("announce-opens", "announce", "announce-ends", "mood", "mood-verb", "respond", "respond-to"),
        finds("announces"),
    ),
    **dict.fromkeys(("release", "newest"), finds("releases")),
    **dict.fromkeys(("vague-count", "vague-people"), opens("nameless")),
    "refers": lambda s: WORDS.points[True].search(s) is not None and WORDS.points[False].search(s) is not None,
    "refers-later": lambda s: WORDS.points[True].search(s) is None and WORDS.points[False].search(s) is not None,
    **dict.fromkeys(("check", "hoax", "false", "misinforms", "untrue", "claim"), finds("checks")),
    "finding": finds("finds"),
    **dict.fromkeys(("picture-side", "picture-from", "ordinal"), finds("caption")),
    **dict.fromkeys(("ask", "asked-for", "asks"), finds("asks")),
    "grant": finds("grants"),
    **dict.fromkeys(("said-noun", "so"), opens("only_said")),
    "priced": lambda s: WORDS.is_rate(s.removesuffix("Rp 900."), "."),
    **dict.fromkeys(
        (
            "pointer",
            "back",
            "back-comma",
            "back-noun",
            "both",
            "says-before",
            "count-of-party",
            "party",
            "passive",
            "not-only",
            "kin",
            "his",
        ),
        WORDS.points_back,
    ),
    "time-word": lambda s: not WORDS.points_back(s),
    "acts": lambda s: any(map(WORDS.acts, s.rstrip(".").split())),
    **dict.fromkeys(
        ("time-behind", "now", "ago", "several", "span"), lambda s: WORDS.without_time(s) == "Kepala Dinas Lontar"
    ),
    **dict.fromkeys(("active", "done", "since"), is_recalled),
    **dict.fromkeys(("reply", "says"), is_not_recalled),
    "guess": WORDS.guesses,
    "wound": finds("degree"),
    "glued-place": is_apart,
}


# What stands in the place of a word where `hulu` would keep the sentence from being one of the kind.
OTHERS = {"reply": "Menolak", "glued-place": "sa"}


@pytest.mark.parametrize("row", ROWS, ids=lambda r: f"{r['word']} {r['role']}")
def test_a_word_does_what_its_role_is_for_and_another_does_not(row: Mapping[str, str]) -> None:
    word, example, does = row["word"], row["example"], DOES[row["role"]]
    assert does(example)
    whole = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", example, re.IGNORECASE)
    at = whole.start() if whole else example.lower().index(word)
    other = OTHERS.get(row["role"], "Hulu" if example[at].isupper() else "hulu")
    assert not does(example[:at] + other + example[at + len(word) :])


def test_every_role_has_its_test_and_no_word_stands_twice() -> None:
    assert {row["role"] for row in ROWS} == set(DOES)
    assert len({(row["word"], row["role"]) for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("none_yet", "Nelayan belum dapat melaut. Korban jiwa dua orang."),
        ("shares_out", "Warga sisa banjir menjaga dermaga."),
        ("defines", "Adalahkah dermaga Lontar tua?"),
        ("plans", "Warga mengakhiri jaga di dermaga."),
        ("announces", "Warga menanggapi ejekan penjaga dermaga."),
        ("announces", "Dinas merespons banjir dengan perahu."),
        ("releases", "Dinas merilis jadwal kapal yang bersandar."),
        ("checks", "Bupati Lontar Salah Hitung Kapal"),
        ("checks", "Foto Dermaga Lontar Diambil dari Udara"),
        ("finds", "Kapal itu benar rusak."),
        ("caption", "Warga (Lontar) memeriksa dermaga."),
        ("asks", "Nelayan meminta ikan."),
        ("degree", "Lima rumah rusak berat."),
        ("number", "Dermaga itu dibangun pada 2019."),
    ],
)
def test_what_stands_near_a_word_does_not_do_so(name: str, sentence: str) -> None:
    assert not finds(name)(sentence)


@pytest.mark.parametrize(("how", "english"), [("parah", "heavy"), ("berat", "heavy"), ("ringan", "light")])
def test_the_grades_of_wounds_are_those_of_series(how: str, english: str) -> None:
    match = WORDS.degree.search(f"Lima nelayan Luka-luka {how}")
    assert match is not None
    assert WORDS.degrees[match["how"].lower()] == english


def test_without_the_tables_of_a_language_nothing_is_known() -> None:
    nothing = lexicon.load("xx")
    assert lexicon.load("en").points_back("Ia membuka dermaga.") is nothing.points_back("Ia membuka dermaga.") is False
    assert nothing.without_time("Ida Rato pekan lalu") == "Ida Rato pekan lalu"
    assert not any(
        does(example)
        for name in ("guessed", "checks", "caption")
        for does in [getattr(nothing, name).search]
        for example in (r["example"] for r in ROWS)
    )
    assert lexicon.load("id").points_back("Ia membuka dermaga.")
    assert set(lexicon.TABLES) <= set(INDONESIAN.tables)


def test_english_reports_are_told_without_words_of_their_own() -> None:
    text = "The mayor of Lontar opened the fish market on Monday. He said that it cost 12 million rupiah. Two people were hurt."
    told = runut.account([{"outlet": "Lontar Post", "published": "2031-03-09", "title": "Market Opens", "text": text}])
    assert told.brief
    assert markdown.render(told, "en")
    reading = runut.read({"text": text, "published": "2031-03-09"})
    assert isinstance(reading, Reading)
    assert brief.write(Story(readings=(reading,)), lang.load("en"))
    assert brief.write(Story(readings=(reading,)))
