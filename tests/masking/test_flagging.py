"""Flags: names of minors and of victims, by named rules; nobody else's."""

from __future__ import annotations

import re

import pytest

import runut
from runut import face, lang
from runut.masking import RULES, Flag, flag
from runut.masking.flagging import is_initials
from runut.model import Account

TABLES = face.languages()
WORDS = lang.load("id").table("masking_words")
SPARING = ("adult", "once", "accused", "accused-of", "fiction", "pseudonym")
LOOKS = {"harm": "minor-in-accident", "kin": "relative"}
# What stands in an example in the place of a word that spares a name.
PLAIN = {"pseudonym": "kata polisi", "fiction": "rumah", "accused-of": "tinggal"}


def tell(text: str, title: str = "Peristiwa di Kalimas", **more: str) -> Account:
    return runut.account([{"title": title, "text": text, "published": "2031-04-02", **more}], using=TABLES)


def flags(text: str, title: str = "Peristiwa di Kalimas", **more: str) -> tuple[Flag, ...]:
    return flag(tell(text, title, **more), TABLES["id"])


def covered(text: str, title: str = "Peristiwa di Kalimas") -> set[str]:
    return {f.name for f in flags(text, title) if f.masked}


@pytest.mark.parametrize("row", WORDS, ids=lambda r: f"{r['role']}-{r['word']}")
def test_a_row_of_the_table_does_as_its_example_and_counter_say(row: dict[str, str]) -> None:
    example = row["example"]
    if row["role"] in LOOKS:
        assert LOOKS[row["role"]] in {f.rule for f in flags(example) if not f.masked}
    elif row["role"] in SPARING:
        assert not covered(example)
        plain = re.sub(rf"\b{re.escape(row['word'])}\b", PLAIN.get(row["role"], "warga"), example, flags=re.IGNORECASE)
        assert covered(plain), "the word spares the name, not something else"
    else:
        assert covered(example)
    if row["counter"]:
        assert not covered(row["counter"])


@pytest.mark.parametrize(
    "told",
    [
        "Raka Santana (15)",
        "Raka Santana (15 tahun)",
        "Raka Santana, 15 tahun,",
        "Raka Santana (8 bulan)",
        "Raka Santana yang masih berusia 15 tahun",
        "Raka Santana, berusia lima belas tahun,",
        "bocah berusia 9 tahun bernama Raka Santana",
        "Anak 9 tahun, Raka Santana,",
        "korban Raka Santana (17)",
    ],
)
def test_an_age_below_18_beside_a_name_is_that_of_a_minor(told: str) -> None:
    (found,) = flags(f"Polisi menangkap pelaku di Kalimas. {told} dianiaya tetangganya pada Rabu, kata polisi.")
    assert (found.rule, found.masked, found.name) == ("minor-by-age", True, "Raka Santana")
    assert found.evidence[0].text


@pytest.mark.parametrize(
    "told",
    [
        "Raka Santana (35)",
        "Raka Santana, 18 tahun,",
        "MS (15)",
        "A.R. (9)",
        "Raka Santana, bukan nama sebenarnya, (15)",
        "Sebut saja Bunga (15)",
        "Saat Raka Santana berusia 15 tahun, ia",
        "Raka Santana (15), mahasiswa yang berusia 21 tahun. Raka Santana (21)",
        "Kapolsek Kalimas Iptu Raka Santana (15)",
        "Sesuai Pasal 82 Ayat (1), ia",
        "Kepala Dinas Sosial Kalimas Raka Santana",
    ],
)
def test_who_is_of_age_holds_an_office_or_is_not_named_is_no_minor(told: str) -> None:
    assert not covered(f"Seorang warga Kalimas dianiaya. {told} dianiaya tetangganya pada Rabu, kata polisi.")


def test_a_minor_in_an_accident_is_for_a_look_and_in_good_news_for_none() -> None:
    (found,) = flags("Raka Santana (15) tewas tenggelam di Sungai Rawa pada Rabu, kata polisi.")
    assert (found.rule, found.masked) == ("minor-in-accident", False)
    assert not flags("Raka Santana (15) meraih medali emas lomba menggambar di Kalimas pada Rabu.")


def test_an_offence_far_from_the_name_does_not_cover_it() -> None:
    far = " ".join(f"Lomba nomor {n} berlangsung meriah di lapangan." for n in range(9))
    assert not covered(f"Raka Santana (15) meraih medali emas di Kalimas. {far} Di tempat lain terjadi penganiayaan.")


@pytest.mark.parametrize(
    "text",
    [
        "Lila Santana (25) diperkosa dua orang di Kalimas, kata polisi.",
        "Polisi menangkap pelaku pemerkosaan. Korban, Lila Santana, dirawat di rumah sakit.",
        "Tersangka diduga mencabuli korban bernama Lila Santana di Kalimas.",
        "Pemerkosaan terhadap Lila Santana terjadi di Kalimas pada Rabu.",
        "Lila Santana, korban kekerasan seksual di Kalimas, melapor ke polisi.",
        "Lila Santana mengaku dilecehkan atasannya. Polisi menyelidiki pelecehan seksual itu.",
    ],
)
def test_the_victim_of_a_sexual_offence_is_covered_at_any_age(text: str) -> None:
    assert covered(text, "Kekerasan seksual di Kalimas") == {"Lila Santana"}


@pytest.mark.parametrize(
    "text",
    [
        "Bagas Prakoso (41) didakwa memperkosa tetangganya di Kalimas, kata jaksa.",
        "Kuasa hukum korban, Rini Wijaya, meminta polisi menahan pelaku pemerkosaan.",
        "Para korban Bagas Prakoso melaporkan pemerkosaan itu ke polisi.",
        "Dua adik Bagas Prakoso dicabuli di Kalimas, kata polisi.",
        "Pelecehan seksual oleh dosen Bagas Prakoso diselidiki polisi.",
        "Kapolres Kalimas AKBP Bagas Prakoso mengatakan pemerkosaan terhadap korban terjadi pada Rabu.",
        "Anggota DPR Rini Wijaya mengecam pencabulan itu. Korban dirawat di rumah sakit.",
    ],
)
def test_who_did_it_speaks_for_it_or_tells_of_it_is_not_covered(text: str) -> None:
    assert not covered(text, "Kekerasan seksual di Kalimas")


def test_one_report_is_enough_to_cover_the_name_in_all() -> None:
    first = {"text": "Raka Santana (15) dikeroyok di Kalimas pada Rabu, kata polisi.", "outlet": "Kabar Randu"}
    second = {
        "text": "Raka Santana dikeroyok di Kalimas. Raka dirawat di rumah sakit, kata polisi.",
        "outlet": "Suara Rawa",
    }
    told = runut.account([first, second], using=TABLES)
    (found,) = [f for f in flag(told, TABLES["id"]) if f.masked]
    assert len({m.article for e in told.entities if e.id == found.entity for m in e.mentions}) == 2


def test_what_leads_to_a_covered_name_is_for_a_look() -> None:
    found = flags(
        "Raka Santana (15) dianiaya di Jalan Randu Nomor 7, Kalimas, RT 04/RW 02. "
        "Ayah korban, Suryo Santana, melapor. Raka Santana belajar di SMP Negeri 3 Kalimas, kata polisi."
    )
    assert {f.rule for f in found if f.masked} == {"minor-by-age"}
    assert {f.rule for f in found if not f.masked} >= {"relative", "address"}
    assert "Suryo Santana" in {f.name for f in found if f.rule == "relative"}
    nothing = flags("Ayah korban, Suryo Santana, melapor dari Jalan Randu Nomor 7, Kalimas, kata polisi.")
    assert not nothing


def test_every_rule_says_why_in_both_languages() -> None:
    assert all(why and english and why != english for why, english in RULES.values())


@pytest.mark.parametrize(
    ("name", "tells_nothing"),
    [("MS", True), ("A.R.", True), ("M", True), ("Jo", False), ("Raka", False), ("Putu ER", False), ("SARI", True)],
)
def test_initials_are_no_names(name: str, tells_nothing: bool) -> None:
    assert is_initials(name) == tells_nothing
