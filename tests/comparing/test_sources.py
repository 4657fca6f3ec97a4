"""On how many sources a line rests: what is one text counts once, whatever reports carry it."""

from __future__ import annotations

import re
from dataclasses import replace

from runut.comparing.sources import Sources
from runut.model import Anchor, Article, Credits, Date, Family, Place, Quotation, Reading, Sentence

PASTED = "Sebelumnya, jembatan gantung di Desa Warukali ambruk ketika dua belas pelajar melintas menuju sekolah, Senin (3/3/2025) pagi."
EDITED = "Seperti diketahui, jembatan gantung di Desa Warukali ambruk ketika dua belas pelajar melintas ke sekolah pada Senin (3/3/2025)."
OWN = "Dua belas anak jatuh ke sungai saat tali baja titian bambu mereka putus, menurut catatan puskesmas setempat."
QUOTE = "“Dua belas anak itu jatuh ketika jembatan kami ambruk dan semuanya sudah ditarik warga ke tepi sungai,” kata Sari Wulandari."


def report(id_: str, outlet: str, *sentences: str, agencies: tuple[str, ...] = ()) -> Reading:
    """A reading of these sentences."""
    text = "\n".join(sentences)
    ends = [sum(len(s) + 1 for s in sentences[: n + 1]) - 1 for n in range(len(sentences))]
    return Reading(
        article=Article(id=id_, source=id_, text=text, sha256="", outlet=outlet),
        language="id",
        anchor=Anchor(),
        furniture=(),
        credits=Credits(agencies=agencies),
        sentences=tuple(
            Sentence(start=end - len(s), end=end, paragraph=n)
            for n, (s, end) in enumerate(zip(sentences, ends, strict=True))
        ),
        quotations=tuple(
            Quotation(start=m.start(), end=m.end(), inner_start=m.start() + 1, inner_end=m.end() - 1)
            for m in re.finditer("“[^”]*”", text)
        ),
        names=(),
        dates=(),
        statements=(),
        figures=(),
        events=(),
    )


def timed(reading: Reading, told: str) -> Reading:
    """A reading to which a clock time among its words is one."""
    at = reading.article.text.find(told)
    if not told.startswith("pukul"):
        return reading
    return replace(
        reading,
        dates=(Date(article=reading.article.id, start=at, end=at + len(told), text=told, value=None, rule="test"),),
    )


def counted(*readings: Reading, families: tuple[Family, ...] = (), word: str = "ua belas") -> int:
    """On how many sources the passages rest that hold `word`, the first of each report."""
    places = [
        Place(article=r.article.id, start=at, end=at + len(word))
        for r in readings
        if (at := r.article.text.find(word)) >= 0
    ]
    return Sources(readings, families).count(places)


def test_a_pasted_paragraph_is_one_source_whatever_the_reports_that_carry_it() -> None:
    own = [f"Laporan {n} ini menulis hal lain sama sekali." for n in ("pertama", "kedua", "ketiga", "keempat")]
    outlets = ("Kabar Laut", "Warta Bukit", "Suara Lembah", "Harian Teluk")
    pasted = [report(o, o, line, PASTED) for o, line in zip(outlets, own, strict=True)]
    assert counted(*pasted) == 1
    assert counted(*pasted, report("e", "Muara", OWN)) == 2


def test_a_lightly_edited_paragraph_is_one_source() -> None:
    assert counted(report("a", "Kabar Laut", PASTED), report("b", "Warta Bukit", EDITED)) == 1


def test_what_two_reporters_tell_in_their_own_words_has_two_sources() -> None:
    assert counted(report("a", "Kabar Laut", PASTED), report("b", "Warta Bukit", OWN)) == 2


def test_another_pasted_paragraph_makes_a_line_no_copy() -> None:
    shared = "Desa Warukali berpenduduk sembilan ribu jiwa dan sebagian besar bekerja sebagai nelayan di muara sungai besar itu."
    assert counted(report("a", "Kabar Laut", PASTED, shared), report("b", "Warta Bukit", OWN, shared)) == 2


def test_one_quotation_in_two_houses_has_two_sources() -> None:
    assert counted(report("a", "Kabar Laut", QUOTE), report("b", "Warta Bukit", QUOTE)) == 2


def test_one_quotation_in_two_reports_of_one_house_has_one() -> None:
    assert counted(report("a", "kabar.com", QUOTE), report("b", "kota.kabar.com", QUOTE)) == 1


def test_a_house_or_an_agency_in_common_makes_half_of_the_words_enough() -> None:
    one = "Kementerian mencatat dua belas pelajar jatuh dari jembatan gantung Warukali pada awal pekan ini."
    other = "Sebanyak dua belas pelajar jatuh dari jembatan gantung itu menurut kementerian."
    assert counted(report("a", "Kabar Laut", one), report("b", "Warta Bukit", other)) == 2
    assert counted(report("a", "Kabar Laut", one), report("b", "Kabar Laut", other)) == 1
    agency = {"agencies": ("Kantor Berita Muara",)}
    assert counted(report("a", "Kabar Laut", one, **agency), report("b", "Warta Bukit", other, **agency)) == 1


def test_one_house_has_a_long_number_from_one_place() -> None:
    one = "Feri mengangkut dua belas rombongan, yakni 97.183 penumpang, sepanjang pekan libur."
    for number, sources in (("97.183", 1), ("97.200", 2), ("12", 2)):
        other = f"Menurut syahbandar, dua belas kapal membawa {number} orang menyeberangi selat."
        assert counted(report("a", "Kabar Laut", one), report("b", "Kabar Laut", other)) == sources
        assert counted(report("a", "Kabar Laut", one), report("b", "Warta Bukit", other)) == 2


def test_a_round_number_or_a_clock_time_in_common_makes_no_one_source() -> None:
    for told in ("10.000", "Rp 2.500.000", "pukul 14.35 WIB"):
        one = timed(
            report("a", "Kabar Laut", f"Dua belas orang di Warukali membayar, menurut catatan lurah, {told} di loket."),
            told,
        )
        other = timed(
            report("b", "Kabar Laut", f"Sejak {told} itu keluarga mencari; kata tetangga dua belas tewas."), told
        )
        assert counted(one, other) == 2


def test_a_paragraph_that_very_many_paste_is_one_source() -> None:
    pasted = [report(f"r{n}", f"Koran {n}", f"Kalimat nomor {n} milik sendiri.", PASTED) for n in range(150)]
    assert counted(*pasted) == 1
    assert counted(*pasted, report("e", "Muara", OWN)) == 2


def test_a_house_in_common_is_not_enough() -> None:
    assert counted(report("a", "Kabar Laut", PASTED), report("b", "Kabar Laut", OWN)) == 2


def test_reports_of_one_family_are_one_source() -> None:
    family = Family(id="f", articles=("a", "b"), why="", english="", rule="copied")
    readings = (report("a", "Kabar Laut", PASTED), report("b", "Warta Bukit", OWN))
    assert counted(*readings, families=(family,)) == 1


def test_copies_of_a_copy_are_one_source() -> None:
    middle = report("b", "Warta Bukit", f"{PASTED[:-1]}, ketika {OWN[0].lower()}{OWN[1:]}")
    assert counted(report("a", "Kabar Laut", PASTED), middle, report("c", "Suara Lembah", OWN)) == 1


def test_no_passage_has_no_source() -> None:
    assert counted(report("a", "Kabar Laut", PASTED), word="gempa") == 0
