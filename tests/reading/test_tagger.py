"""The name model: what it says of names that the rules cannot place, and that its table is what the training makes."""

from __future__ import annotations

import subprocess
import sys
from math import exp
from pathlib import Path

import pytest

from runut import lang, text
from runut.lang import Language
from runut.model import Article, Credits
from runut.reading import names
from runut.reading.names import tagger, words
from runut.reading.names.lexicon import compile_tables
from runut.reading.names.scan import Scan
from runut.reading.names.usage import scanned

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "training"))

import sets  # noqa: E402 - the scripts of training/ are no package

INDONESIAN = lang.load("id")
RULES_ONLY = Language("id", {**INDONESIAN.tables, "name_weights": ()})
MODEL = tagger.compile_tagger(INDONESIAN)
# A megabyte of text is a tenth of what a wheel may hold of it.
MOST_BYTES = 1_000_000


def scan(body: str) -> Scan:
    view = text.view(body, INDONESIAN)
    lexicon = INDONESIAN.derive(compile_tables)
    return scanned(view.text, words.unglue(words.split(view), lexicon), lexicon)


def shares(body: str, name: str) -> dict[str, float]:
    """How likely the model holds each type for a name of a text."""
    assert MODEL is not None
    read = scan(body)
    size = len(name.split())
    first = next(k for k in range(len(read.words)) if read.core(k, k + size) == name)
    return MODEL.weigh(read, first, first + size)


def told(body: str, language: Language = INDONESIAN) -> dict[str, str]:
    article = Article(id="a", source="s", text=body, sha256="")
    return {n.name: n.type for n in names.find(article, text.view(body, language), Credits(), language)}


# --- what it says


@pytest.mark.parametrize(
    ("body", "name", "most"),
    [
        ("Warga pulang, kata Sugara Wiragunawan, Senin.", "Sugara Wiragunawan", "PER"),
        ("Gempa itu terasa sampai di Kalimasari pada Senin malam.", "Kalimasari", "LOC"),
        ("Ia menuduh polisi. Baca juga: Pencuri Ayam Ditangkap Warga di Pasar", "Ditangkap", "O"),
        ("Menurut dia, Tahapan Berikutnya sudah disiapkan.", "Tahapan Berikutnya", "O"),
    ],
)
def test_words_and_neighbours_tell_what_a_name_is(body: str, name: str, most: str) -> None:
    found = shares(body, name)
    assert max(found, key=lambda type_: found[type_]) == most
    assert sum(found.values()) == pytest.approx(1)


def test_the_shares_are_those_of_the_four_paths() -> None:
    model = tagger.field_of(
        {"0w=tirto": {"B-PER": 1.5}, "0w=kalimas": {"I-PER": 0.5, "O": 0.25}},
        {("B-PER", "I-PER"): 0.75, ("O", "O"): 0.1},
    )
    found = model.weigh(scan("Kata Tirto Kalimas kemarin."), 1, 3)
    person, none = exp(1.5 + 0.5 + 0.75), exp(0.25 + 3 * 0.1)
    assert found["PER"] == pytest.approx(person / (person + none + 2))
    assert found["O"] == pytest.approx(none / (person + none + 2))


def test_a_word_shows_the_same_in_a_part_of_its_sentence_as_in_the_whole() -> None:
    read = scan(
        "Menurut Kepala Dinas Sosial Kota Kalimas, (Rini Prawira) dan warga “desa” itu, Bank XYZ-88 akan pindah."
    )
    whole = tagger.Neighbourhood(read, 0, len(read.words))
    for k in range(len(read.words)):
        assert tagger.neighbourhood(read, k, k + 1).features(k) == whole.features(k)


def test_a_sentence_before_is_not_seen() -> None:
    near = tagger.neighbourhood(scan("Ia pergi. Kalimas sepi."), 2, 3)
    assert not [feature for feature in near.features(2) if "pergi" in feature]


@pytest.mark.parametrize("family", tagger.FAMILIES)
def test_each_family_of_features_shows_something(family: str) -> None:
    read = scan("Kata Kepala Dinas Sosial, Rahmat bin Kalimas.")
    fewer = [f for f in tagger.FAMILIES if f != family]
    count = [
        len(
            [
                x
                for k in range(len(read.words))
                for x in tagger.Neighbourhood(read, 0, len(read.words), families).features(k)
            ]
        )
        for families in (tagger.FAMILIES, fewer)
    ]
    assert count[0] > count[1]


# --- what becomes of it


CONTEST = "Mereka menonton babak Prakualifikasi Piala Lontar kemarin."


def test_what_is_no_name_is_not_told() -> None:
    assert "Prakualifikasi" in told(CONTEST, RULES_ONLY)
    assert "Prakualifikasi" not in told(CONTEST)


def test_a_person_in_a_list_of_places_is_one() -> None:
    body = "Rombongan itu berangkat dari Bandung, Hendrawan Sasmito, warga Garut, menyusul."
    assert told(body, RULES_ONLY).get("Hendrawan Sasmito") != "PER"
    assert told(body)["Hendrawan Sasmito"] == "PER"


def test_evidence_of_the_rules_prevails() -> None:
    assert "Prakualifikasi" in told(f"{CONTEST} “Kami pulang,” kata Prakualifikasi.")


def test_a_name_that_stands_often_is_told_unasked() -> None:
    assert "Prakualifikasi" in told(" ".join([CONTEST] * 4))


def test_a_language_without_a_model_is_read_by_the_rules() -> None:
    assert tagger.compile_tagger(RULES_ONLY) is None
    assert "Rini Prawira" in told("Hal itu dikatakan Rini Prawira kemarin.", RULES_ONLY)


# --- its table, and the training


def test_the_table_is_small_and_in_order() -> None:
    path = ROOT / "src" / "runut" / "lang" / "id" / "name_weights.tsv"
    features = [row["feature"] for row in INDONESIAN.table("name_weights")]
    assert path.stat().st_size < MOST_BYTES
    assert features == sorted(set(features))


def test_chunks_are_read_as_conlleval_reads_them() -> None:
    labels = ["I-PER", "I-PER", "B-PER", "O", "B-ORG", "I-LOC", "I-LOC"]
    assert sets.chunks(labels) == [(0, 2, "PER"), (2, 3, "PER"), (4, 5, "ORG"), (5, 7, "LOC")]


def test_a_chunk_is_right_with_all_its_tokens_and_its_type() -> None:
    score = sets.score(
        [[(0, 2, "PER"), (4, 5, "ORG")], [(1, 2, "LOC")]], [[(0, 2, "PER"), (4, 6, "ORG")], [(1, 2, "GPE")]]
    )
    assert (score.right, score.found, score.gold, score.f1) == (1, 3, 3, pytest.approx(1 / 3))


def test_words_lead_back_to_the_tokens_of_a_set(tmp_path: Path) -> None:
    path = tmp_path / "set.tsv"
    rows = [
        "PT\tB-ORGANIZATION",
        "Kalimas\tI-ORGANIZATION",
        "(\tI-ORGANIZATION",
        "Persero\tI-ORGANIZATION",
        ")\tI-ORGANIZATION",
    ]
    path.write_text("\n".join([*rows, ",\tO", '"\tO', "Ia\tO", "", "Rini\tB-PERSON"]), "utf-8")
    first, second = sets.read(path)
    found, at = sets.words(first)
    assert [(w.text, w.gap) for w in found] == [("PT", ""), ("Kalimas", " "), ("Persero", " ( "), ("Ia", " ) , “ ")]
    assert at == (0, 1, 3, 7)
    assert sets.word_labels(first, at) == ["B-ORG", "I-ORG", "I-ORG", "O"]
    assert sets.token_chunks(sets.word_labels(first, at), at, first) == [(0, 5, "ORG")]
    assert second == [("Rini", "B-PER")]


def test_the_ends_of_names_are_told_and_forgotten() -> None:
    labels = ["B-PER", "I-PER", "I-PER", "O", "B-LOC", "B-LOC", "I-LOC"]
    told = sets.with_ends(labels)
    assert told == ["B-PER", "I-PER", "L-PER", "O", "U-LOC", "B-LOC", "L-LOC"]
    assert [sets.without_ends(label) for label in told] == labels


SENTENCES = [
    [
        ("Kata", "O"),
        (name, "B-PER"),
        ("Prawira", "I-PER"),
        ("di", "O"),
        (place, "B-LOC"),
        ("Senin", "B-TIME"),
        (".", "O"),
    ]
    for name in ("Rini", "Tirto", "Wayan")
    for place in ("Kalimas", "Lontar", "Seruni")
]


def test_a_committee_tells_what_its_members_were_taught() -> None:
    field = pytest.importorskip("field", reason="training needs training/requirements.txt")
    committee = field.train_committee(SENTENCES)
    told = committee.find([(word, "O") for word in ["Kata", "Wayan", "Prawira", "di", "Kalimas", "Senin"]])
    assert told == [(1, 3, "PER"), (4, 5, "LOC"), (5, 6, "TIME")]
    assert committee.find([(".", "O")]) == []


def trained_twice(data: Path, folder: Path) -> list[bytes]:
    """The table of weights of a small slice, made twice under different hash seeds."""
    pytest.importorskip("pycrfsuite", reason="training needs training/requirements.txt")
    script = ROOT / "training" / "train_names.py"
    made = []
    for seed in ("1", "2"):
        out = folder / f"{seed}.tsv"
        subprocess.run(
            [sys.executable, script, data, "--out", out, "--slice", "150"], check=True, env={"PYTHONHASHSEED": seed}
        )
        made.append(out.read_bytes())
    return made


def test_training_again_on_sentences_of_ours_gives_the_same_bytes(tmp_path: Path) -> None:
    blocks = ["".join(f"{word} X {label}\n" for word, label in sentence) for sentence in SENTENCES]
    (tmp_path / "train.txt").write_text("\n".join(blocks), "utf-8")
    (tmp_path / "dev.txt").write_text(blocks[0], "utf-8")
    one, two = trained_twice(tmp_path, tmp_path)
    assert one == two
    assert one.count(b"\n") > 50


@pytest.mark.shared
def test_training_again_gives_the_same_bytes(shared: Path, tmp_path: Path) -> None:
    one, two = trained_twice(shared / "data" / "ner" / "idner-news-2k", tmp_path)
    assert one == two
