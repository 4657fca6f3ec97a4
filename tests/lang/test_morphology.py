"""Lemmas: every affix, exception and rival row fires; names stay; offsets hold; the published wrong stems come out right."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runut import lang
from runut.lang import Language, morphology

HERE = Path(__file__).resolve().parent
ID = lang.load("id")
AFFIXES, RIVALS, EXCEPTIONS = ID.table("affixes"), ID.table("root_rivals"), ID.table("lemma_exceptions")
ROOTS = [row["root"] for row in ID.table("roots")]


def forms_of(name: str) -> list[list[str]]:
    """Forms and their lemmas of a table beside this file."""
    lines = [x for x in (HERE / name).read_text("utf-8").splitlines() if not x.startswith("#")]
    return [line.split("\t") for line in lines[1:]]


def affixes_of(word: str) -> tuple[str, ...]:
    found = morphology.analyse(word, ID)
    return (*found.prefixes, *found.suffixes, *found.clitics)


@pytest.mark.parametrize(("word", "lemma"), forms_of("reported_words.tsv"))
def test_words_reported_against_another_stemmer(word: str, lemma: str) -> None:
    assert morphology.lemma(word, ID) == lemma


def test_derived_forms_written_down_before_they_were_run() -> None:
    forms = forms_of("derived_forms.tsv")
    wrong = [(form, morphology.lemma(form, ID)) for form, lemma in forms if morphology.lemma(form, ID) != lemma]
    assert len(forms) >= 200
    assert len(wrong) <= 0.05 * len(forms), wrong


@pytest.mark.parametrize("row", AFFIXES, ids=lambda r: f"{r['surface']}-{r['example']}")
def test_an_affix_is_taken_off_its_example(row: dict[str, str]) -> None:
    assert morphology.lemma(row["example"], ID) == row["lemma"]
    assert row["affix"] in affixes_of(row["example"])


@pytest.mark.parametrize("row", AFFIXES, ids=lambda r: f"{r['surface']}-{r['counter']}")
def test_an_affix_is_left_where_it_only_looks_like_one(row: dict[str, str]) -> None:
    assert morphology.lemma(row["counter"], ID) == row["counter"]


@pytest.mark.parametrize("row", RIVALS, ids=lambda r: r["example"])
def test_of_two_rivals_the_winner_is_the_root(row: dict[str, str]) -> None:
    assert morphology.lemma(row["example"], ID) == row["winner"]
    assert {row["loser"], row["winner"]} <= set(ROOTS)


def test_exceptions_are_what_the_rules_would_not_give() -> None:
    for row in EXCEPTIONS:
        found = morphology.analyse(row["form"], ID)
        assert (found.lemma, found.root) == (row["lemma"], row["root"] or row["lemma"])
        assert found.rule == f"exception:{row['kind']}"
    bare = lang.Language("id", {**ID.tables, "lemma_exceptions": ()})
    idle = [r["form"] for r in EXCEPTIONS if morphology.analyse(r["form"], bare).lemma == r["lemma"] and not r["root"]]
    assert not idle


def test_a_root_is_its_own_lemma() -> None:
    assert len(ROOTS) == len(set(ROOTS))
    assert [r for r in ROOTS if morphology.lemma(r, ID) != r] == []
    assert [r for r in ROOTS if not re.fullmatch("[a-z]{2,}", r)] == []


@pytest.mark.parametrize(
    ("word", "lemma", "prefixes", "suffixes", "clitics"),
    [
        ("menewaskan", "tewas", ("meN",), ("kan",), ()),
        ("tewasnya", "tewas", (), (), ("nya",)),
        ("ditewaskan", "tewas", ("di",), ("kan",), ()),
        ("memberhentikannya", "henti", ("meN", "ber"), ("kan",), ("nya",)),
        ("keberangkatanmulah", "berangkat", ("ke",), ("an",), ("mu", "lah")),
        ("ketidaksetujuan", "setuju", ("ke", "tidak"), ("an",), ()),
        ("memprotes", "protes", ("meN",), (), ()),
        ("mengebom", "bom", ("meN",), (), ()),
    ],
)
def test_the_analysis_tells_what_was_taken_off(
    word: str, lemma: str, prefixes: tuple[str, ...], suffixes: tuple[str, ...], clitics: tuple[str, ...]
) -> None:
    found = morphology.analyse(word, ID)
    assert (found.lemma, found.prefixes, found.suffixes, found.clitics) == (lemma, prefixes, suffixes, clitics)


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("perahu-perahu", "perahu"),
        ("perahu-perahunya", "perahu"),
        ("berlari-lari", "lari"),
        ("menari-nari", "tari"),
        ("pukul-memukul", "pukul"),
        ("kehitam-hitaman", "hitam"),
        ("sebaik-baiknya", "baik"),
        ("bermaaf-maafan", "maaf"),
        ("lauk-pauknya", "lauk"),
        ("mobil-nya", "mobil"),
        ("bersama-sama", "sama"),
        ("sebesar-besarnya", "besar"),
        ("putih-abu", "putih-abu"),
        ("melakukan-", "laku"),
    ],
)
def test_reduplication(word: str, lemma: str) -> None:
    assert morphology.lemma(word, ID) == lemma


@pytest.mark.parametrize(
    ("word", "lemma", "rule"),
    [
        ("reruntuhan", "runtuh", "copy:Ce-an"),
        ("bebatuan", "batu", "copy:Ce-an"),
        ("memasukan", "masuk", "slip:meN-kan"),
        ("penegakkan", "tegak", "slip:peN-an"),
        ("jelasin", "jelas", "slip:in"),
        ("kekerasan", "keras", "affixes:ke-an"),
        ("penggali", "gali", "affixes:peN"),
        ("tanggalnya", "tanggal", "affixes:nya"),
        ("di-posting", "posting", "affixes:di"),
        ("men-support", "support", "shape:meN"),
        ("ter-update-nya", "update", "shape:ter"),
        ("ke-email", "ke-email", "whole"),
        ("kuingat", "ingat", "affixes:ku"),
        ("kuil", "kuil", "root"),
        ("kusip", "kusip", "whole"),
        ("mengawalinya", "awal", "exception:choice"),
    ],
)
def test_the_rule_tells_how(word: str, lemma: str, rule: str) -> None:
    found = morphology.analyse(word, ID)
    assert (found.lemma, found.rule) == (lemma, rule)


@pytest.mark.parametrize(
    ("word", "lemma"),
    [("disebarluaskan", "sebarluas"), ("ketatanegaraan", "tatanegara"), ("mengambilalih", "ambilalih")],
)
def test_compounds_under_affixes(word: str, lemma: str) -> None:
    found = morphology.analyse(word, ID)
    assert (found.lemma, found.rule.split(":")[0]) == (lemma, "compound")


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("mengglobokan", "globo"),
        ("menatrikan", "tatri"),
        ("dizubilnya", "zubil"),
        ("pembrolatan", "brolat"),
        ("zubilnya", "zubil"),
        ("dirtack", "dirtack"),
        ("merger", "merger"),
        ("disruption", "disruption"),
        ("berzu", "berzu"),
    ],
)
def test_an_unlisted_root_is_laid_bare_only_where_its_sounds_allow(word: str, lemma: str) -> None:
    assert morphology.lemma(word, ID) == lemma


def test_names_stay_as_they_are_written() -> None:
    text = "Menurut Dirman Kalimasnya, Kantor Keuangan KPK-nya memasuki Bekasi. Pelarian Menakan itu berakhir."
    lemmas = {a.form: (a.lemma, a.rule.split(":")[0]) for a in morphology.find(text, ID)}
    assert lemmas["Keuangan"] == ("Keuangan", "name")
    assert lemmas["KPK-nya"] == ("KPK", "name")
    assert lemmas["Kalimasnya"] == ("Kalimasnya", "name")
    assert lemmas["Menurut"][0] == "turut"
    assert lemmas["Pelarian"][0] == "lari"
    assert morphology.analyse("Bekasi", ID).lemma == "Bekasi"
    assert morphology.analyse("Keuangan", ID).lemma == "uang"
    assert morphology.analyse("Keuangan", ID, opens=False).lemma == "Keuangan"


def test_in_a_headline_known_roots_are_found_and_names_stay() -> None:
    lemmas = {a.form: a.lemma for a in morphology.find("Dirman Menembaki Perampokan Kalimasan\nHujan pun reda.", ID)}
    assert lemmas["Menembaki"] == "tembak"
    assert lemmas["Dirman"] == "Dirman"
    assert lemmas["Kalimasan"] == "Kalimasan"


def test_snippets_of_the_page_run() -> None:
    page = (HERE.parent.parent / "docs" / "morphology.md").read_text("utf-8")
    snippets = re.findall(r"```python\n(.*?)```", page, re.S)
    assert len(snippets) == 2
    for snippet in snippets:
        done = subprocess.run(
            [sys.executable, "-W", "error", "-c", snippet], capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr


WORDS = st.lists(st.sampled_from(ROOTS), min_size=1, max_size=1).map(lambda r: r[0])


@given(st.text(max_size=200))
def test_offsets_hold_on_any_text(text: str) -> None:
    last = 0
    for found in morphology.find(text, ID):
        assert text[found.start : found.end] == found.form
        assert found.start >= last
        last = found.end


@given(st.text(alphabet="abdegiklmnoprstuy-", min_size=1, max_size=30))
def test_a_lemma_is_a_lemma_of_itself_no_longer_than_the_word_and_one_sound(word: str) -> None:
    found = morphology.analyse(word, ID)
    assert len(found.lemma) <= len(word) + 1
    if found.rule.split(":")[0] in ("affixes", "root"):
        assert morphology.lemma(found.lemma, ID) == found.lemma


@given(WORDS, st.sampled_from(["nya", "ku", "mu"]), st.sampled_from(["", "lah", "kah", "pun"]))
def test_clitics_come_off_any_root(root: str, pronoun: str, particle: str) -> None:
    whole = morphology.analyse(root + pronoun + particle, ID)
    other = bool(whole.prefixes) and not whole.clitics  # `terpaku` is `ter-paku`, not `terpa-ku`
    assert whole.lemma == root or len(whole.lemma) >= len(root) or other or whole.rule.startswith("exception")


@given(st.lists(st.sampled_from([r["example"] for r in AFFIXES]), min_size=2, max_size=20))
@settings(max_examples=20)
def test_what_was_analysed_before_changes_nothing(words: list[str]) -> None:
    fresh = [morphology.lemma(w, lang.Language("id", ID.tables)) for w in words[:2]]
    assert [morphology.lemma(w, ID) for w in words][:2] == fresh


def test_a_language_without_tables_leaves_words_whole() -> None:
    assert morphology.lemma("menewaskan", Language("xx", {})) == "menewaskan"


@pytest.mark.timing
def test_long_words_cost_no_more_than_their_length() -> None:
    for seed in ("me", "ber", "di", "keter", "a-", "nya", "memper"):
        began = time.perf_counter()
        morphology.analyse(seed * 20_000, ID)
        morphology.find((seed * 12 + " ") * 2_000, ID)
        assert time.perf_counter() - began < 2.0, seed
