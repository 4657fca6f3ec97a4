"""Counts beside labels, victims of crimes, deeds that are not done, and prices beside words for time."""

from __future__ import annotations

import pytest

from runut import text
from runut.lang import load
from runut.model import Article, Credits
from runut.reading import figures

INDONESIAN = load("id")
Told = list[tuple[str, float | None, float | None]]


def told(words: str) -> Told:
    article = Article(id="a", source="a.txt", text=words, sha256="")
    found = figures.find(article, text.view(words, INDONESIAN), Credits(), (), (), (), INDONESIAN)
    assert all(words[f.number.start : f.number.end] == f.number.text for f in found)
    return [(f.measure, f.low, f.high) for f in found]


def rows(role: str) -> list[dict[str, str]]:
    return [row for row in INDONESIAN.table("figure_words") if row["role"] == role]


def word(row: dict[str, str]) -> str:
    return row["word"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # what labels the next count says nothing of this one
        ("Korban meninggal 10 orang dan korban luka-luka 25 orang.", [("killed", 10, 10), ("injured", 25, 25)]),
        ("Korban tewas 4 orang serta hilang 7 orang.", [("killed", 4, 4), ("missing", 7, 7)]),
        ("Korban tewas 10 dan luka 25.", [("killed", 10, 10), ("injured", 25, 25)]),
        ("Sebanyak 12 orang terluka dan tewas seketika.", [("killed", 12, 12)]),
        # a noun right before a count, where it begins its clause
        ("Arisan itu (korban lebih dari 40 orang) diadukan.", [("affected", 40, None)]),
        ("Di balai desa ada pengungsi: 40 jiwa.", [("displaced", 40, 40)]),
        ("Korbannya tiga pria dan satu anak.", [("affected", 3, 3), ("affected", 1, 1)]),
        ("Ke rumah korban dua pria datang.", [("other", 2, 2)]),
        # units of what stands right before them
        ("Mobil 12 unit, lalu motor 29 unit.", [("vehicles", 12, 12), ("vehicles", 29, 29)]),
        ("Tiga mobil hanyut dan rumah rusak berat 7 unit.", [("vehicles", 3, 3), ("houses", 7, 7)]),
        ("Ke rumah itu dibawa 7 unit.", [("other", 7, 7)]),
    ],
)
def test_a_label_right_before_a_count(words: str, expected: Told) -> None:
    assert told(words) == expected


@pytest.mark.parametrize(
    ("words", "measure"),
    [
        ("Pelaku memperkosa tiga perempuan.", "affected"),
        ("Guru itu didakwa atas kekerasan seksual terhadap tiga murid.", "affected"),
        ("Tiga pelajar dikeroyok di pasar.", "affected"),
        ("Tiga pelajar dikeroyok hingga tewas.", "killed"),
        ("Ketika bus itu ditembak tiga penumpang tewas.", "killed"),
        ("Pengantar jenazah tiga orang.", "other"),
        ("Wabah itu mengancam tiga nyawa.", "other"),
        ("Regu itu menyelamatkan tiga nyawa.", "rescued"),
        ("Banjir itu merenggut tiga nyawa.", "killed"),
        ("Kelompok itu berniat membunuh tiga hakim.", "other"),
        ("Ia dituduh atas percobaan pembunuhan terhadap tiga hakim.", "other"),
        ("Ledakan itu bisa menewaskan tiga orang.", "other"),
        ("Polisi dapat menangkap tiga pencuri.", "arrested"),
        ("Ada tiga danau kritis.", "other"),
        ("Ada tiga pasien kritis.", "injured"),
        ("Korban didatangi tiga pria.", "other"),
        ("Balai itu didatangi ratusan warga.", "participants"),
        ("Tiga mahasiswa yang mengatasnamakan Forum Lontar berunjuk rasa.", "participants"),
        ("Tiga kepala desa mengikuti pelatihan di Kalimas.", "participants"),
    ],
)
def test_what_befell_those_counted(words: str, measure: str) -> None:
    assert [m for m, *_ in told(words)] == [measure]


@pytest.mark.parametrize("row", rows("meant") + rows("able") + rows("life"), ids=word)
def test_deeds_only_meant_or_possible_and_lives_that_are_saved_are_no_deaths(row: dict[str, str]) -> None:
    assert [m for m, *_ in told(row["example"])] == ["rescued" if row["role"] == "life" else "other"]


@pytest.mark.parametrize("row", rows("there-is"), ids=word)
def test_who_is_there_too_is_not_of_the_subject_before(row: dict[str, str]) -> None:
    assert told(row["example"]) == [("other", 12, 12)]


def test_only_so_many_are_a_crowd() -> None:
    for row in rows("besetting"):
        assert told(row["example"]) == [("participants", 12, 12)]
        assert told(row["example"].replace("12", "3")) == [("other", 3, 3)]


def test_a_fate_is_shared_by_those_only_whom_it_fits() -> None:
    assert told("Mereka melepas 10 sandera yang masih hidup dan tiga sandera yang meninggal.") == [
        ("hostages", 10, 10),
        ("killed", 3, 3),
    ]
    assert told("Penyidik menerima tiga aduan dari empat anak yang menjadi korban.") == [
        ("other", 3, 3),
        ("affected", 4, 4),
    ]
    assert told("Sebanyak 18 nelayan dan 3 petani menjadi korban.")[0] == ("affected", 18, 18)
    assert told("Lima warga terluka di dua desa dan seorang polisi tewas.")[0] == ("injured", 5, 5)
    assert told("Sebanyak 18 polisi yang bertugas dan 3 tentara tewas.")[0] == ("killed", 18, 18)
    assert told("Gempa itu menewaskan 30 warga dan lima polisi, termasuk 12 anak.")[-1] == ("killed", 12, 12)


def test_what_befell_some_is_not_told_of_those_counted_before_them() -> None:
    words = "Dari enam pekerja yang menjadi korban dua orang mengalami patah tulang."
    assert told(words) == [("affected", 6, 6), ("injured", 2, 2)]


def test_what_is_included_is_no_more_than_the_whole() -> None:
    assert told("Polisi menangkap tiga orang, termasuk ribuan tabung.") == [("arrested", 3, 3)]
    assert told("Polisi menangkap tiga orang, termasuk dua pejabat.")[1] == ("arrested", 2, 2)


def test_places_after_a_listing_word_are_of_the_noun_behind_it() -> None:
    words = "Rinciannya, pengungsi di Kabupaten Randu (59 jiwa), Kalimas (77 jiwa), dan Muara (22 jiwa)."
    assert [m for m, *_ in told(words)] == ["displaced"] * 3


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Anggaran Rp 3 triliun tahun ini dipangkas.", [("money", 3_000_000_000_000, 3_000_000_000_000)]),
        ("Sewanya Rp 20 juta tahun lalu.", [("money", 20_000_000, 20_000_000)]),
        ("Harganya Rp 2.000 hari ini.", [("money", 2000, 2000)]),
        ("Ia dihukum selama Rp 5 tahun.", [("duration", 5, 5)]),
        ("Hibah itu belasan hingga puluhan juta rupiah.", [("money", 11_000_000, 99_999_999)]),
        ("Ratusan hingga puluhan ribu orang mengungsi.", [("displaced", 100, 99_999)]),
        ("Puluhan hingga ratusan orang mengungsi.", [("displaced", 10, 999)]),
        ("Subsidi itu menyentuh Rp 500-an triliun.", [("money", 500_000_000_000_000, 500_000_000_000_000)]),
        ("Ia bekerja dengan gaji maksimal 3,5 juta per bulan.", [("money", None, 3_500_000)]),
    ],
)
def test_amounts(words: str, expected: Told) -> None:
    assert told(words) == expected


@pytest.mark.parametrize("row", rows("done-by"), ids=word)
def test_those_by_whom_a_victim_is_hurt_are_no_victims(row: dict[str, str]) -> None:
    assert [m for m, *_ in told(row["example"])] == ["other"]
    assert [m for m, *_ in told(f"Sebanyak 12 orang {row['word']}.")] != ["other"]


@pytest.mark.parametrize(
    ("words", "measures"),
    [
        # what burns down burns all that is joined to it
        (
            "Api menghanguskan 12 rumah, 4 kios, dan tiga musala.",
            ["buildings_burned", "buildings_burned", "buildings_burned"],
        ),
        ("Banjir merusak 12 rumah dan 4 kios.", ["houses", "buildings_damaged"]),
        # where those counted are, and what befell them
        ("Sebanyak 500 jiwa dari tiga kecamatan terdampak kekeringan.", ["affected", "other"]),
        ("Ada 12 sekolah di tiga kecamatan rusak.", ["buildings_damaged", "other"]),
        ("Ada 12 warga di tiga desa mencari korban hilang.", ["other", "other"]),
        # what a count has come from
        ("Korban tewas kini 15 orang, naik dari 12 orang kemarin.", ["killed", "killed"]),
        ("Korban tewas kini 15 orang. Harga beras naik dari 12 ribu.", ["killed"]),
        # the parts of a whole, told right behind it
        ("Tujuh orang tewas, yakni empat pria, dua wanita, dan satu anak.", ["killed"] * 4),
        ("Tujuh orang tewas, yakni enam pria dan seorang wanita.", ["killed"] * 3),
        ("Tiga orang tewas, kata dua guru dan satu petugas.", ["killed", "other", "other"]),
        ("Tujuh orang tewas, yakni lima pria dan seorang wanita.", ["killed", "other", "other"]),
        ("Longsor menimbun tiga petani.", ["missing"]),
    ],
)
def test_what_befell_them_reaches_past_places_and_parts(words: str, measures: list[str]) -> None:
    assert [m for m, *_ in told(words)] == measures


@pytest.mark.parametrize("row", rows("changed") + rows("in") + rows("one-more"), ids=word)
def test_small_words_of_places_parts_and_former_counts(row: dict[str, str]) -> None:
    assert {m for m, *_ in told(row["example"])} == ({"killed", "other"} if row["role"] == "in" else {"killed"})


@pytest.mark.parametrize(
    ("words", "measures"),
    [
        ("Ada 40 rumah, dua sekolah, dan tiga masjid terendam.", ["houses", "buildings_damaged", "buildings_damaged"]),
        ("Tiga sekolah dan 12 rumah terbakar.", ["buildings_burned", "buildings_burned"]),
        ("Tiga sekolah dan 12 warga mengungsi.", ["other", "displaced"]),
        ("Tiga guru dan 12 rumah rusak.", ["other", "houses"]),
    ],
)
def test_buildings_share_what_is_said_of_the_last(words: str, measures: list[str]) -> None:
    assert [m for m, *_ in told(words)] == measures


def test_a_bare_count_goes_on_only_where_its_sentence_does() -> None:
    assert told("Korban tewas 15 orang. Jumlah itu naik menjadi 18.")[1] == ("killed", 18, 18)
    assert told("Korban tewas 15 orang. “Yang kita tahu sekarang ada sembilan,” kata camat.")[1] == ("killed", 9, 9)
    assert told("Polisi menangkap 15 orang. Skor akhir menjadi 21.") == [("arrested", 15, 15)]
    assert told("Sebanyak 15 orang hilang. “Di posko itu ada delapan,” kata camat.")[1] == ("missing", 8, 8)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Ia dijanjikan upah puluhan juta untuk itu.", [("money", 10_000_000, 99_999_999)]),
        ("Korban rugi 200 juta.", [("money", 200_000_000, 200_000_000)]),
        ("Tiket dijual seharga 750 ribu.", [("money", 750_000, 750_000)]),
        ("Dana itu dipakai 3 juta orang.", [("other", 3_000_000, 3_000_000)]),
        ("Modalnya hanya 12.", []),
        ("Ia diperas sebesar 50 juta.", [("other", 50_000_000, 50_000_000)]),
    ],
)
def test_sums_of_what_is_money(words: str, expected: Told) -> None:
    assert told(words) == expected


@pytest.mark.parametrize("row", rows("sum") + rows("of-things"), ids=word)
def test_words_for_sums_and_for_things(row: dict[str, str]) -> None:
    assert [m for m, *_ in told(f"Kata camat, {row['example']}.")] == ["money" if row["role"] == "sum" else "other"]


@pytest.mark.parametrize(
    ("words", "measures"),
    [
        ("Ada 11 warga Kalimas, 2 warga Lontar, dan 3 orang dari Randu yang ditangkap.", ["arrested"] * 3),
        ("Enam saksi dan tiga pelaku ditangkap.", ["arrested"] * 2),
        ("Enam saksi, dua ahli, dan tiga pelaku ditangkap.", ["other", "arrested", "arrested"]),
        ("Ledakan itu menewaskan tiga petani. Tiga petani yang menjadi korban dikenal ramah.", ["killed"] * 2),
        ("Ledakan itu menewaskan tiga petani. Empat petani yang menjadi korban dikenal ramah.", ["killed", "affected"]),
        ("Tiga pelajar diamankan.", ["arrested"]),
    ],
)
def test_who_shares_an_arrest_or_a_death(words: str, measures: list[str]) -> None:
    assert [m for m, *_ in told(words)] == measures


@pytest.mark.parametrize(
    ("words", "measures"),
    [
        ("Korban ditusuk dua pria hingga tewas.", ["other"]),
        ("Korban ditusuk dua pria yang kemudian tewas.", ["killed"]),
        ("Dua warga, tiga polisi, dan seorang anak tewas.", ["killed"] * 3),
        ("Dua warga, tiga polisi, dan seorang anak datang.", ["other", "police"]),
        ("Polisi menahan tiga dari lima orang yang diperiksa.", ["arrested", "other"]),
        ("Rumah rusak berat 45, rusak sedang 30, dan rusak ringan 12.", ["houses", "houses", "houses"]),
        ("Ada jembatan rusak: 12.", ["buildings_damaged"]),
        ("Ke rumah itu ia datang 12.", []),
        (
            "Pengungsi tersebar di dua titik, yaitu 80 orang di masjid dan 40 orang di aula.",
            ["other", "displaced", "displaced"],
        ),
        ("Banjir itu memutus dua jembatan.", ["buildings_damaged"]),
    ],
)
def test_who_did_it_and_what_lists_tell(words: str, measures: list[str]) -> None:
    assert [m for m, *_ in told(words)] == measures


@pytest.mark.parametrize(
    ("words", "counts"),
    [
        ("Tujuh orang tewas. Angkanya naik menjadi 18.", [("killed", 7, 7), ("killed", 18, 18)]),
        ("Tujuh orang tewas. Namun kini menjadi 18.", [("killed", 7, 7), ("killed", 18, 18)]),
        ("Tujuh orang tewas. Namun harga beras naik menjadi 12 ribu.", [("killed", 7, 7)]),
        ("Ia mencoba memperkosa tiga anak.", [("other", 3, 3)]),
        ("Korban yang dibunuh 12 orang.", [("killed", 12, 12)]),
        ("Polisi menyita dari rumah 12 unit.", [("other", 12, 12)]),
    ],
)
def test_what_goes_on_what_is_tried_and_what_only_stands_near(words: str, counts: Told) -> None:
    assert told(words) == counts
