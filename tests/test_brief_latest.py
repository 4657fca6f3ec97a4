"""Lines at the top: what is overtaken, cut off or told already is none of them, and the main counts of people are."""

from __future__ import annotations

import pytest

import runut
from briefs import current, report
from runut import lang
from runut.brief.desk import Desk
from runut.brief.lexicon import words_of
from runut.brief.openings import weigh_all
from runut.comparing import compare
from runut.model import Reading

INDONESIAN = lang.load("id")


FIRST = report(
    "Kabar Satu",
    "2031-03-03",
    "12 Orang Tewas dalam Banjir Bandang Kalimas",
    "Banjir bandang di Kabupaten Kalimas, Jawa Timur, menewaskan 12 orang pada Senin (3/3/2031). Pencarian diteruskan.",
)
CLEANED = report(
    "Kabar Tiga",
    "2031-03-05",
    "Lumpur Banjir Bandang Kalimas Dibersihkan",
    "Lumpur sisa banjir bandang di Kabupaten Kalimas terus dibersihkan warga. Hingga Rabu (5/3/2031) tercatat 19 orang tewas.",
)


def worths(*reports: dict[str, str]) -> dict[str, tuple[float, float]]:
    """How central the openings of a story are, and what they are worth."""
    readings = [r for given in reports for r in runut.read_all([given]) if isinstance(r, Reading)]
    return {o.words: (o.central, o.worth) for o in weigh_all(Desk(compare(readings, INDONESIAN), INDONESIAN)).all}


def test_a_count_that_a_later_day_exceeds_is_not_told_as_the_latest() -> None:
    other = {
        **FIRST,
        "outlet": "Kabar Lain",
        "text": FIRST["text"].replace("12", "13"),
        "title": "Banjir Bandang Kalimas",
    }
    lines = [line.text for line in current(FIRST, other, CLEANED)]
    assert not any("menewaskan 13" in line or "menewaskan 12" in line for line in lines)
    assert any(line.startswith("Korban tewas: 19 orang") for line in lines)
    assert "menewaskan 12 orang" in current(FIRST)[0].text


def test_that_no_dead_are_known_is_overtaken_by_who_counts_them() -> None:
    none_yet = report(
        "Kabar Empat",
        "2031-03-03",
        "Banjir Bandang Terjang Kabupaten Kalimas",
        "Bupati Kalimas Ida Rato mengatakan belum ada korban jiwa akibat banjir bandang di Kabupaten Kalimas, Senin (3/3/2031).",
    )
    assert "belum ada korban jiwa" in current(none_yet)[0].text
    assert not any("belum ada korban jiwa" in line.text for line in current(none_yet, CLEANED))


def test_a_caption_or_a_sentence_cut_off_is_worth_little() -> None:
    cut = "Banjir bandang di Kabupaten Kalimas merendam sawah warga Desa Lontar pada Rabu"
    text = f"Warga membersihkan lumpur banjir bandang di Kabupaten Kalimas.\n\n{cut}"
    told = worths(report("Kabar Lima", "2031-03-05", "Banjir Kalimas", text), CLEANED)
    whole = worths(report("Kabar Lima", "2031-03-05", "Banjir Kalimas", f"{text}."), CLEANED)
    assert told[cut][0] - told[cut][1] >= 0.5
    assert whole[f"{cut}."][0] - whole[f"{cut}."][1] < 0.5


def test_how_a_count_falls_into_parts_is_worth_little() -> None:
    shares = "Satu orang penduduk asli Kalimas, sedangkan 18 orang lainnya warga pendatang."
    text = f"Korban banjir bandang di Kabupaten Kalimas diketahui namanya. {shares}"
    told = worths(report("Kabar Enam", "2031-03-05", "Korban Banjir Kalimas", text), CLEANED)
    assert told[shares][0] - told[shares][1] >= 0.5


ERUPTION = report(
    "Kabar Tujuh",
    "2031-03-05",
    "Gunung Arjasa Erupsi",
    "Gunung Arjasa di Kabupaten Kalimas erupsi pada Rabu (5/3/2031) dan menewaskan 11 orang.",
)


@pytest.mark.parametrize(
    ("text", "reports"),
    [
        ("Gunung Arjasa di Kabupaten Kalimas erupsi pada Rabu (5/3/2031).", 1),
        ("Gunung Arjasa di Kabupaten Kalimas erupsi pada Rabu (5/3/2031) dan 11 orang tewas.", 2),
    ],
)
def test_who_tells_no_such_count_does_not_carry_a_line_with_it(text: str, reports: int) -> None:
    other = report("Kabar Delapan", "2031-03-05", "Gunung Arjasa Erupsi Lagi", text)
    (line,) = (line for line in current(ERUPTION, other) if line.text.startswith("Gunung Arjasa"))
    assert "11 orang" in line.text
    assert line.reports == reports


MISSING = report(
    "Kabar Sepuluh",
    "2031-03-05",
    "19 Orang Tewas dalam Banjir Bandang Kalimas",
    "Banjir bandang di Kabupaten Kalimas menewaskan 19 orang hingga Rabu (5/3/2031). Warga membersihkan lumpur. Jalan desa ditutup. "
    "Sekolah libur. Kepala BPBD Kalimas Rudi Santana mengatakan 27 orang masih dinyatakan hilang.",
)


def test_the_missing_are_told_beside_the_dead_wherever_they_stand() -> None:
    others = [
        {**CLEANED, "outlet": f"Kabar {n}", "text": CLEANED["text"].replace("terus", more)}
        for n, more in enumerate(("mulai", "akhirnya"))
    ]
    assert any(line.text.startswith("Hilang: 27 orang") for line in current(MISSING, CLEANED, *others))
    quiet = {
        **MISSING,
        "text": MISSING["text"].replace("menewaskan 19 orang", "merendam sawah"),
        "title": "Banjir Kalimas",
    }
    assert not any(line.text.startswith("Hilang") for line in current(quiet, CLEANED, *others))


def test_a_later_higher_count_of_a_named_source_takes_the_place_of_a_village() -> None:
    village = [
        report(
            outlet,
            "2031-03-04",
            "29 Orang Hilang di Desa Lontar",
            "Banjir bandang di Kabupaten Kalimas menewaskan 12 orang. Sebanyak 29 orang hilang di Desa Lontar.",
        )
        for outlet in ("Kabar Satu", "Kabar Dua")
    ]
    whole = report(
        "Kabar Tiga",
        "2031-03-06",
        "19 Orang Tewas dalam Banjir Bandang Kalimas",
        "Banjir bandang di Kabupaten Kalimas menewaskan 19 orang. Kepala BPBD Kalimas Rudi Santana mengatakan 90 orang belum ditemukan.",
    )
    lines = [line.text for line in current(*village, whole) if line.text.startswith("Hilang")]
    assert lines
    assert all("90 orang" in line for line in lines)


def test_those_badly_and_slightly_hurt_are_told_apart() -> None:
    hurt = [
        report(
            outlet,
            "2031-03-05",
            "19 Orang Tewas dalam Banjir Bandang Kalimas",
            "Banjir bandang di Kabupaten Kalimas menewaskan 19 orang. Delapan orang luka berat, sedangkan 72 orang luka ringan.",
        )
        for outlet in ("Kabar Satu", "Kabar Dua", "Kabar Tiga")
    ]
    lines = [line.text for line in current(*hurt)]
    assert any(line.startswith("Luka berat: 8 orang") for line in lines)
    assert any(line.startswith("Luka ringan: 72 orang") for line in lines)


def test_a_degree_may_be_told_in_capitals() -> None:
    told = report(
        "Kabar Satu",
        "2031-03-03",
        "Banjir Kalimas",
        "Banjir Kalimas melukai warga.\n\n2 Warga Luka Ringan\n\nMereka dirawat.",
    )
    assert any("luka ringan" in line.text.lower() for line in current(told))


@pytest.mark.parametrize(
    ("words", "guess"),
    [("30 orang itu kemungkinan meninggal", True), ("diperkirakan tewas", True), ("30 orang meninggal", False)],
)
def test_what_is_only_thought_likely(words: str, guess: bool) -> None:
    assert INDONESIAN.derive(words_of).guesses(words) is guess


def test_the_dead_that_someone_only_expects_are_no_toll() -> None:
    crash = report(
        "Kabar Satu",
        "2031-03-03",
        "Kapal Layar Tenggelam di Selat Warukali",
        "Kapal layar tenggelam di Selat Warukali pada Senin (3/3/2031). "
        '"Sebanyak 30 orang itu kemungkinan meninggal semua," kata Kepala SAR Kalimas Rudi Santana.',
    )
    assert not any(line.text.startswith("Korban tewas: 30") for line in current(crash))
    sure = {**crash, "text": crash["text"].replace("itu kemungkinan meninggal semua", "meninggal")}
    assert any(line.text.startswith("Korban tewas: 30") for line in current(sure))


def test_a_figure_of_a_sentence_with_others_says_which_is_carried() -> None:
    start = "Kapal layar Kalimas berangkat ke Selat Warukali pada Senin (3/3/2031)."
    texts = (
        "Kapal itu memuat 17 karung beras dan 44 peti garam.",
        "Sebanyak 44 peti garam dimuat.",
        "Ada 44 peti garam.",
    )
    boats = [
        report(f"Kabar {n}", "2031-03-03", "Kapal Layar Kalimas", f"{start} {text}") for n, text in enumerate(texts)
    ]
    (line,) = (line.text for line in current(*boats) if line.rule == "most-carried")
    assert line.startswith("Angka: 44 peti garam (“Kapal itu memuat 17 karung")
