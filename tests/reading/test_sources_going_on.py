"""Who a figure comes from where its sentence names nobody: lists and lines that go on, bodies told by a pronoun, data that were got."""

from __future__ import annotations

import pytest

import runut
from runut import lang
from runut.model import Reading

INDONESIAN = lang.load("id")


def sources(words: str) -> list[str | None]:
    """The source of each figure of a report with these sentences."""
    reading = runut.read({"text": f"LONTAR - Longsor melanda Desa Sirih pada Kamis. {words}"})
    assert isinstance(reading, Reading)
    return [f.speaker for f in reading.figures]


def rows(role: str) -> list[dict[str, str]]:
    return [dict(r) for r in INDONESIAN.table("figure_words") if r["role"] == role]


FIRST = "Kepala Dinas Sosial Sinta Marbun mengatakan 12 orang tewas"
WHO = "Kepala Dinas Sosial Sinta Marbun"


@pytest.mark.parametrize(
    "words",
    [
        f"{FIRST}. Sementara sembilan orang terluka.",
        f"{FIRST}. Di Kabupaten Randu, sembilan orang terluka.",
        f"{FIRST}. Adapun sembilan orang terluka.",
        f"{FIRST}. Serta sembilan orang terluka.",
    ],
)
def test_the_next_of_a_list_has_the_same_source(words: str) -> None:
    assert sources(words) == [WHO, WHO]


@pytest.mark.parametrize(
    "words",
    [
        # a turn elsewhere
        f"{FIRST}. Sementara itu, sembilan orang terluka.",
        # another thing is counted
        f"{FIRST}. Sementara itu, sembilan rumah rusak.",
        f"{FIRST}. Sementara itu, Rp 12 miliar dicairkan.",
        # something else is told before it is counted
        f"{FIRST}. Sementara itu, polisi menangkap sembilan orang.",
        f"{FIRST}. Sementara itu, warga menolong sembilan orang.",
        f"{FIRST}. Di Kabupaten Randu, polisi menangkap sembilan orang.",
        # a place beside none
        f"{FIRST}. Sementara itu, di Kabupaten Randu sembilan orang terluka.",
        f"{FIRST}. Sementara di Kabupaten Randu, sembilan orang terluka.",
        # a quotation has ended
        "“Sebanyak 12 orang tewas,” kata Sinta Marbun. Kemudian sembilan orang terluka.",
    ],
)
def test_what_is_not_the_next_of_a_list_has_no_source(words: str) -> None:
    assert sources(words)[-1] is None


def test_a_list_goes_on_from_place_to_place() -> None:
    words = (
        "BPBD Lontar mencatat ratusan KK terdampak. Di Kampung Sirih RT 03/05, sebanyak 141 KK terdampak. "
        "Sementara itu, di Kampung Lada RT 01/05, terdapat 105 KK yang terdampak. "
        "Adapun di Kampung Pala RT 02/06 tercatat 152 KK terdampak."
    )
    assert sources(words) == ["BPBD Lontar"] * 4


def test_a_list_goes_on_as_long_as_it_names_nobody() -> None:
    words = f"{FIRST}. Sementara sembilan orang terluka. Kemudian tiga orang hilang."
    assert sources(words) == [WHO, WHO, WHO]
    other = f"{FIRST}. Sementara sembilan orang terluka. Kemudian Wira Laksana membawa tiga orang yang hilang."
    assert sources(other)[-1] is None


@pytest.mark.parametrize("row", rows("next-beside"), ids=lambda r: r["word"])
def test_a_word_for_the_next_beside_it(row: dict[str, str]) -> None:
    assert sources(row["example"]) == ["Dinas Pasar", "Dinas Pasar"]


@pytest.mark.parametrize("row", rows("even"), ids=lambda r: r["word"])
def test_what_is_even_so_goes_on(row: dict[str, str]) -> None:
    words = f"Menurut Sinta Marbun, longsor itu parah.\n{row['word'].capitalize()} 12 orang tewas."
    assert sources(words) == ["Sinta Marbun"]
    assert sources(words.replace(row["word"].capitalize(), "Kemarin")) == [None]


def test_a_source_phrase_holds_for_its_line() -> None:
    words = "Menurut Sinta Marbun, mereka menabung lama.{}Mereka membayar Rp 12 juta."
    assert sources(words.format(" ")) == ["Sinta Marbun"]
    assert sources(words.format("\n")) == [None]
    for who in ("dia", "laporan", "warga"):
        assert sources(words.format(" ").replace("Sinta Marbun", who)) == [None]
    assert sources("Menurut Sinta Marbun, longsor itu parah. Polisi menangkap 12 orang.") == [None]
    assert sources("Menurut Sinta Marbun, longsor itu parah. Setiap orang membayar Rp 12 juta.") == [None]


def test_who_is_described_as_reporting_says_nothing() -> None:
    assert sources("Warga yang melaporkan menjadi korban penipuan sebanyak 12 orang.") == [None]
    for who in ("BPBD Randu", "Wira Laksana"):  # a name tells it all the same
        assert sources(f"{who} yang menyebut 12 orang tewas meminta warga waspada.") == [who]


def by_pronoun(row: dict[str, str], before: str) -> list[str | None]:
    """Who is the source of what such a body reports, after a sentence."""
    who = row["word"] if row["role"] == "their-body" else f"{row['word']} itu"
    return sources(f"{before} {who.capitalize()} melaporkan 12 orang tewas.")


@pytest.mark.parametrize("row", [*rows("their-body"), *rows("body-noun"), *rows("any-body")], ids=lambda r: r["word"])
def test_a_body_told_by_a_pronoun_is_the_only_one_named_before(row: dict[str, str]) -> None:
    assert by_pronoun(row, "Data itu disampaikan UNICEF.") == ["UNICEF"]
    assert by_pronoun(row, "UNICEF menekankan hal itu.") == ["UNICEF"]
    if row["role"] == "any-body":
        of_company = row["word"] in {r["word"] for r in rows("company-noun")}  # which is no `lembaga itu`
        assert (by_pronoun(row, "PT Randu Jaya rapat.") == ["PT Randu Jaya"]) is of_company
    # two owners, or one that is only passed or where somebody went
    assert by_pronoun(row, "UNICEF bertemu Wira Laksana.") != ["UNICEF"]
    assert by_pronoun(row, "UNICEF bertemu UNESCO.") != ["UNICEF"]
    assert by_pronoun(row, "Puluhan warga sudah lama menunggu kantor UNICEF dibuka.") != ["UNICEF"]


@pytest.mark.parametrize("row", rows("body-noun"), ids=lambda r: r["word"])
def test_a_body_is_called_by_its_own_noun(row: dict[str, str]) -> None:
    other = "Badan Sosial Lontar" if row["word"] == "dinas" else "Dinas Sosial Lontar"
    assert other not in by_pronoun(row, f"Data itu disampaikan {other}.")
    if row["word"] in ("dinas", "badan", "kementerian"):
        own = f"{row['word'].capitalize()} Sosial Lontar"
        assert by_pronoun(row, f"Data itu disampaikan {own}.") == [own]


def test_whose_data_a_newsroom_has_got() -> None:
    words = "Menurut data sementara yang diperoleh Harian Lontar, Kamis (7/6) dari BPBD Randu, 12 rumah rusak."
    assert sources(words) == ["BPBD Randu"]
    assert sources(f"{words} Rinciannya tujuh rumah di Sirih dan lima rumah di Lada.") == ["BPBD Randu"] * 3
    got = "Menurut data yang diperoleh Harian Lontar,"
    for rest in (
        "korban dari BPBD Randu berjumlah 12 orang",
        "12 orang dari BPBD Randu terluka",
        "Kamis (7/6), korban dari BPBD Randu, Sirih, berjumlah 12 orang",
    ):
        assert sources(f"{got} {rest}.") == ["Harian Lontar"]


@pytest.mark.parametrize("row", rows("records"), ids=lambda r: r["word"])
def test_who_recorded_a_count_that_another_tells(row: dict[str, str]) -> None:
    def told(words: str) -> str | None:
        (source,) = sources(f"“{words.format(row['word'])},” kata Rato Wibawa.")
        return source

    for count in ("ada 12 korban", "12 korban", "sebanyak 12 korban"):
        assert told(f"Dinas Pasar Kalimas {{}} {count}") == "Dinas Pasar Kalimas"
    # his own body, a gain, somebody who is no body, another verb, a count that stands apart
    for words in (
        "Kami di Dinas Pasar Kalimas {} 12 korban",
        "Dinas Pasar Kalimas {} laba Rp 12 miliar",
        "Sari Wulan {} 12 korban",
        "Pelaku {} 12 korban",
        "Dinas Pasar Kalimas tidak lagi {} 12 korban",
        "Dinas Pasar Kalimas {} semuanya, ada 12 korban",
    ):
        assert told(words) == "Rato Wibawa"


@pytest.mark.parametrize("row", rows("recorder"), ids=lambda r: r["word"])
def test_an_unnamed_recorder_is_the_source(row: dict[str, str]) -> None:
    assert sources(f"{row['example']} Wibawa.") == [row["word"].capitalize()]
    assert sources(f"{row['example'].replace('mencatat', 'menolong')} Wibawa.") == ["Rato Wibawa"]


@pytest.mark.parametrize("row", rows("concludes"), ids=lambda row: row["word"])
def test_what_sums_up_a_telling_is_of_the_same_source(row: dict[str, str]) -> None:
    words = f"“Dua orang lagi ditemukan tewas,” kata {WHO}. {row['word'].capitalize()}, 12 orang tewas."
    assert sources(words) == [WHO, WHO]
    assert sources(f"Warga berkumpul. {row['word'].capitalize()}, 12 orang tewas.") == [None]
