"""Sources that a sentence names beside its count: who tells a bare number, whom a medium cites, whose data, who corrects them."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

import runut
from runut import lang
from runut.model import Reading

INDONESIAN = lang.load("id")


def sources(words: str, measure: str = "") -> list[str | None]:
    """The source of each figure of a report with these sentences."""
    reading = runut.read({"text": f"LONTAR - Longsor melanda Desa Sirih pada Kamis. {words}"})
    assert isinstance(reading, Reading)
    return [f.speaker for f in reading.figures if not measure or f.measure == measure]


def rows(*roles: str) -> list[dict[str, str]]:
    return [dict(r) for r in INDONESIAN.table("figure_words") if r["role"] in roles]


def ids(row: Mapping[str, str]) -> str:
    return row["word"]


@pytest.mark.parametrize(
    ("words", "source"),
    [
        ("Adapun Dinas Sosial mencatat sembilan.", "Dinas Sosial"),
        ("Itu lebih banyak daripada versi polisi yang hanya menyebut sembilan.", "polisi"),
        ("“Kalau polisi bilang sembilan, itu baru yang di jalan,” kata Ratna Prawira.", "polisi"),
    ],
)
def test_who_tells_a_bare_number_right_before_it(words: str, source: str) -> None:
    assert sources(f"Badan itu menyebut 12 orang tewas. {words}")[-1] == source


def test_a_bare_number_told_by_a_pronoun_has_no_other_source() -> None:
    assert sources("Sebanyak 12 orang tewas. Sebelumnya ia menyebut sembilan.") == [None, None]


@pytest.mark.parametrize("row", rows("relaying", "citing", "when"), ids=ids)
def test_whom_a_medium_cites(row: dict[str, str]) -> None:
    assert sources(row["example"]) == ["pejabat setempat"]


def test_whom_a_speaker_mentions_is_not_cited() -> None:
    words = "“Sebanyak 12 orang tewas,” kata Ratna Prawira, mengutip pejabat setempat."
    assert sources(words) == ["Ratna Prawira"]
    assert sources(
        "Dilansir Harian Lontar, sebanyak 12 orang tewas dalam longsor itu, merujuk pada hujan semalam."
    ) == ["Harian Lontar"]


@pytest.mark.parametrize("row", rows("passed-on"), ids=ids)
def test_who_passes_on_what_another_says_is_no_source(row: dict[str, str]) -> None:
    assert sources(row["example"]) == ["Rato Wira"]


@pytest.mark.parametrize("row", rows("up-to", "latest"), ids=ids)
def test_data_as_of_a_day(row: dict[str, str]) -> None:
    words = row["example"].replace("Dinas Pasar", "Dinas Sosial")
    assert sources(words) == ["Dinas Sosial"]


def test_who_brings_a_count_up_to_date_that_the_next_sentence_tells() -> None:
    words = "Dinas Sosial memutakhirkan data korban longsor. Sampai Kamis sore, 12 orang tewas"
    assert sources(f"{words} dan empat orang hilang.") == ["Dinas Sosial", "Dinas Sosial"]
    told = "Dinas Sosial memutakhirkan data korban menjadi 12 orang tewas. Empat rumah rusak."
    assert sources(told) == ["Dinas Sosial", None]  # its own count is told there
    assert sources(f"{words.replace('memutakhirkan data', 'menyalami')}.") == [None]


@pytest.mark.parametrize(
    "words",
    [
        "Sementara itu, polisi menangkap 12 orang.",
        "Harga beras naik 12 persen.",
        "Sebanyak 12 polisi berjaga di lokasi.",
        "Polisi kini mencari 12 orang hilang.",
        "Tiga warga terluka ditabrak truk.",
    ],
)
def test_who_brings_a_count_up_to_date_tells_nothing_else(words: str) -> None:
    assert sources(f"Dinas Sosial memutakhirkan data korban longsor. {words}") == [None]
    assert sources(f"Dinas Sosial meralat pernyataannya. {words}") == [None]


@pytest.mark.parametrize("words", ["Kini 12 orang tewas.", "Hingga Kamis sore tercatat 12 rumah rusak."])
def test_who_brings_it_up_to_date_tells_what_it_is_now(words: str) -> None:
    assert sources(f"Dinas Sosial memutakhirkan data korban longsor. {words}") == ["Dinas Sosial"]


def test_a_paragraph_that_begins_with_who_acts_takes_no_source_from_the_last() -> None:
    first = "Kepala Dinas Sosial Sinta Marbun mengatakan 12 orang tewas."
    assert sources(f"{first}\nPosko kampus menangani sembilan orang luka.")[-1] is None
    assert sources(f"{first}\nDi Kabupaten Randu, sembilan orang luka.")[-1] is not None
    assert sources(f"{first}\nBantuan itu menjangkau sembilan orang.")[-1] is not None
    assert sources(f"{first}\nBanjir bandang merusak sembilan rumah.")[-1] is not None


# --- a verb right before the count, and what belongs to nobody's name ----------------------------------------------------


@pytest.mark.parametrize(
    "row",
    [dict(r) for r in lang.load("id").table("figure_words") if r["role"] in ("says-count", "time-lead", "time-tail")],
    ids=lambda r: f"{r['role']}-{r['word']}",
)
def test_who_says_it_without_the_time(row: dict[str, str]) -> None:
    whose = "petugas medis" if row["role"] == "says-count" else "warga"
    assert sources(row["example"]) == [whose]
    assert sources(row["example"].replace(f" {row['word']} ", " wuih ")) != [whose]


@pytest.mark.parametrize(
    ("words", "whose"),
    [
        (
            "Militer membantah menembaki lokasi itu, di mana tim penyelamat mengatakan satu orang tewas.",
            ["tim penyelamat"],
        ),
        ("Rato Wiraja mengatakan lima orang tewas.", ["Rato Wiraja"]),
        ("“Kami melalui kementerian sudah melaporkan tiga jemaah hilang,” kata Rato Wiraja.", ["Rato Wiraja"]),
        ("Menurut warga pekan lalu, 12 orang tewas.", ["warga"]),
        ("Berdasarkan data Dinas Lontar total kunjungan ke taman itu, 189 orang datang.", ["Dinas Lontar"]),
        ("Sebanyak 12 orang datang, sesuai dengan yang ditargetkan.", [None]),
        ("Sebanyak 12 orang datang, sesuai dengan data Dinas Lontar.", ["Dinas Lontar"]),
    ],
)
def test_who_says_it(words: str, whose: list[str | None]) -> None:
    assert sources(words) == whose


@pytest.mark.parametrize("row", rows("quoted-from", "presented"), ids=ids)
def test_whose_page_or_data_is_quoted(row: dict[str, str]) -> None:
    assert sources(row["example"]) == ["Dinas Sosial"]


@pytest.mark.parametrize(
    ("words", "source"),
    [
        ("Mengutip info dari Dinas Sosial, korban meninggal sebanyak 12 orang.", "Dinas Sosial"),
        ("Dikutip dari akun Instagram Dinas Sosial, 12 orang tewas.", "Dinas Sosial"),
        ("Dari update terakhir yang disampaikan Dinas Sosial, sebanyak 12 orang tewas.", "Dinas Sosial"),
        ("Dari update Dinas Sosial, sebanyak 12 orang tewas.", "Dinas Sosial"),
        ("Dikutip dari laman resmi warga itu, 12 orang tewas.", None),
        ("Dari sekolah yang dikelola Dinas Sosial, 12 orang tewas.", None),
    ],
)
def test_a_body_is_told_by_its_page_or_its_latest_data(words: str, source: str | None) -> None:
    assert sources(words) == [source]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Korban tewas kerusuhan, Senin (3/3/2031), bertambah menjadi 23 orang.", None),
        ("Ledakan di Lontar pada Senin (3/3/2031) sudah menewaskan lebih dari 23 orang.", None),
        ("Korban tewas kerusuhan per Senin (3/3/2031) menjadi 23 orang.", "2031-03-03"),
        ("Pada Senin (3/3/2031) korban tewas kerusuhan menjadi 23 orang.", "2031-03-03"),
        ("Posko Bencana Kerusuhan mencatat pada Senin (3/3/2031) sudah 23 orang tewas.", "2031-03-03"),
    ],
)
def test_the_day_of_a_happening_is_not_that_of_a_count_that_grew_since(words: str, day: str | None) -> None:
    reading = runut.read({"text": f"LONTAR - Kerusuhan melanda Desa Sirih. {words}", "published": "2031-03-04"})
    assert isinstance(reading, Reading)
    assert [f.as_of for f in reading.figures if f.number.text == "23"] == [day]
