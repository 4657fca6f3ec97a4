"""What a report calls somebody, a body or a country otherwise, and what has capitals and names nobody. All are invented."""

from __future__ import annotations

import pytest

from runut import codec, lang, text
from runut.model import Article, Credits, Name
from runut.reading import names

INDONESIAN = lang.load("id")


def read(body: str) -> tuple[Name, ...]:
    """The names of a text."""
    article = Article(id=codec.article_id("a.txt", body), source="a.txt", text=body, sha256=codec.sha256(body))
    return names.find(article, text.view(body, INDONESIAN), Credits(), INDONESIAN)


def forms(body: str, type_: str) -> list[set[str]]:
    """The forms of each name of a type."""
    return [{m.text for m in name.mentions} for name in read(body) if name.type == type_]


def one(body: str, *told: str, type_: str = "PER") -> bool:
    """Whether one name of the type is mentioned by all these forms."""
    return any({*told} <= own for own in forms(body, type_))


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("Kini giliran Rini Wijayanti. Guru yang akrab disapa Bu Lonta itu pergi. Bu Lonta menolak.", "Bu Lonta"),
        (
            "Budi Kuncoro datang. Kini giliran Rini Wijayanti.\nPria yang karib disapa Pak Lonta ini pulang.",
            "Pak Lonta",
        ),
    ],
)
def test_somebody_is_called_otherwise_behind_a_sentence(body: str, told: str) -> None:
    assert any(told in own and len(own) > 1 and any(" " in form for form in own - {told}) for own in forms(body, "PER"))


def test_letters_of_a_public_figure_of_the_text_are_no_body() -> None:
    row = next(r for r in INDONESIAN.table("nicknames") if r["form"] == "JK")
    body = f"Wakil Presiden {row['name']} hadir. Menurut hitungan {row['form']}, harga murah."
    assert one(body, row["name"], row["form"])


def test_somebody_new_is_not_who_was_named_before() -> None:
    body = "Kini giliran Rini Wijayanti. Seorang guru yang akrab disapa Bu Lonta itu pergi."
    assert not one(body, "Rini Wijayanti", "Bu Lonta")


def test_a_minister_called_as_a_town_is_no_town() -> None:
    body = "Wamendagri Garut Wijaya Kuncoro hadir. Menurut Garut, usul itu baik. Garut lalu pulang."
    assert one(body, "Garut", "Garut Wijaya Kuncoro")
    assert one("Wamendagri Garut Wijaya Kuncoro hadir. Ia lalu pergi ke Garut.", "Garut", type_="GPE")


@pytest.mark.parametrize(
    "rest",
    [
        "Menurut Garut, usul itu baik. Banjir melanda Garut.",
        "Menurut Garut, usul itu baik. Lalu Garut diguncang gempa.",
        "Menurut Garut, usul itu baik. Pemkab Garut menolak.",
        "Menurut Garut, usul itu baik. Acara itu digelar pemerintah Garut.",
        "Menurut Garut, usul itu baik. Hujan reda, Garut, Jawa Barat.",
        "Acara itu dibuka. Garut ramai.",
    ],
)
def test_a_town_that_is_struck_or_does_not_speak_stays_a_town(rest: str) -> None:
    assert any("Garut" in own for own in forms(f"Wamendagri Garut Wijaya Kuncoro hadir. {rest}", "GPE"))
    assert not one(f"Wamendagri Garut Wijaya Kuncoro hadir. {rest}", "Garut Wijaya Kuncoro", "Garut")


@pytest.mark.parametrize("letters", ["OC Lontarani", "O.C. Lontarani"])
def test_letters_that_fit_two_persons_are_neither(letters: str) -> None:
    body = f"Ketua {letters} hadir. Otto Cahya Lontarani pulang. Olan Cakra Lontarani menolak."
    assert len(forms(body, "PER")) == 3


@pytest.mark.parametrize(
    "body",
    [
        "Bupati Rini Wijaya Putri hadir kemarin. Adiknya, Camat Rini Wijaya Putra, menolak usul itu.",
        "Rini Wijaya Putri hadir kemarin. Lalu Rini Wijaya Putra menolak usul itu.",
        "Pedagang Andi Rizal Wiraguna hadir kemarin. Lalu Andi Rizki Wiraguna menolak usul itu.",
        "Bupati Audri Lonta Wiraguna hadir kemarin. Lalu Camat Aldri Lonta Wiraguna menolak usul itu.",
    ],
)
def test_short_words_that_differ_are_two_persons(body: str) -> None:
    assert len(forms(body, "PER")) == 2


def test_an_office_that_is_sought_is_not_held() -> None:
    person = next(n for n in read("Kata calon Ketua Komisi Pangan Rini Wijayanti, itu baik.") if n.type == "PER")
    assert person.roles == ("calon Ketua Komisi Pangan",)


def test_offices_of_a_list_are_told_before_their_holders() -> None:
    body = "Acara itu dihadiri Bupati Garut, Rini Wijayanti, Camat Kadungora, Budi Kuncoro, dan warga."
    roles = {name.name: name.roles for name in read(body) if name.type == "PER"}
    assert roles["Rini Wijayanti"] == ("Bupati Garut",)
    assert roles["Budi Kuncoro"] == ("Camat Kadungora",)


def test_offices_of_a_career_are_nobody() -> None:
    body = "Rini Wijayanti hadir. Ia pernah menjabat Kapolres Garut (2010), Kapolda Jambi, dan Wakapolda Riau."
    assert forms(body, "PER") == [{"Rini Wijayanti"}]
    assert one("Kapolda Jambi menolak usul itu.", "Kapolda Jambi")


def test_whom_somebody_does_something_with_is_somebody_else() -> None:
    body = "Ketua MPR Rini Wijayanti hadir. Rini akan bertemu dengan Ketua Umum Partai Lontar itu."
    assert not one(body, "Rini Wijayanti", "Ketua Umum Partai Lontar")
    assert one(
        "Rini Wijayanti hadir. Ketua Umum Partai Lontar itu menolak.", "Rini Wijayanti", "Ketua Umum Partai Lontar"
    )


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("OC Lontarani ditahan. Otto Cahya Lontarani menolak usul itu.", ("OC Lontarani", "Otto Cahya Lontarani")),
        (
            "Jasad Audrey Natania Wiraguna ditemukan di pantai.\nKorban lain, Audri Natania Wiraguna, belum pulang.",
            ("Audrey Natania Wiraguna", "Audri Natania Wiraguna"),
        ),
        ("Rini Wijayanti hadir.\nRini Wijayantimarah di rapat itu.", ("Rini Wijayanti",)),
    ],
)
def test_spellings_of_one_person(body: str, told: tuple[str, ...]) -> None:
    assert one(body, *told)
    assert len(forms(body, "PER")) == 1


def test_brothers_of_one_sentence_are_two() -> None:
    body = "Audrey Natania Wiraguna dan Audri Natania Wiraguna hadir."
    assert len(forms(body, "PER")) == 2


@pytest.mark.parametrize(
    "body",
    [
        "Bantuan bagi Keluarga Penerima Pangan (KPP) naik. Kini KPP harus mandiri.",
        "Metode Suwita Early Value (SEV) dipakai di Garut. Biaya SEV naik.",
        "Hasil Seleksi Kemampuan Dasar (SKD) diumumkan di Garut. Nilai SKD itu rendah.",
    ],
)
def test_a_matter_that_its_letters_spell_is_nobody(body: str) -> None:
    assert not forms(body, "PER")
    assert not forms(body, "ORG")


@pytest.mark.parametrize(
    ("body", "told", "type_"),
    [
        ("Rini Kusuma Wijayanti (RKW) menolak usul itu. Kata RKW, tidak.", ("Rini Kusuma Wijayanti", "RKW"), "PER"),
        (
            "Environmental Lontar Collective (ELC) menyatakan hal itu salah.",
            ("Environmental Lontar Collective", "ELC"),
            "ORG",
        ),
    ],
)
def test_letters_of_somebody_or_of_a_body_that_speaks(body: str, told: tuple[str, ...], type_: str) -> None:
    assert one(body, *told, type_=type_)


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (
            "Petugas menahan terduga pelaku, yakni Harum Melati Lontara (HML) dan Rini. HML pulang.",
            ("Harum Melati Lontara", "HML"),
        ),
        ("Korban adalah Setia Hati Wiraguna (SHW) warga Garut. SHW tewas.", ("Setia Hati Wiraguna", "SHW")),
        ("Bantuan bagi Tegar Maju Lontara (TML) tiba. Lalu TML ditahan.", ("Tegar Maju Lontara", "TML")),
        ("Hujan reda. Kini Tegar Wirasta Lontara (TWL) pulang.", ("Tegar Wirasta Lontara", "TWL")),
    ],
)
def test_somebody_whose_name_has_ordinary_words_is_no_matter(body: str, told: tuple[str, ...]) -> None:
    assert one(body, *told)


@pytest.mark.parametrize(
    "office",
    [
        "ketua DPRD Garut",
        "ketua KPK",
        "panglima TNI",
        "kepala BNPB",
        "rektor Universitas Lontara",
        "direktur RSUD Garut",
        "direktur utama PT Lontar Jaya",
    ],
)
def test_a_small_office_of_one_holder_is_somebody(office: str) -> None:
    assert one(f"Menurut {office}, usul ditolak.", office)


@pytest.mark.parametrize("office", ["komisaris BUMN", "direktur PT Lontar Jaya", "terdakwa Menteri Perdagangan"])
def test_a_small_office_of_several_is_nobody(office: str) -> None:
    assert not forms(f"Sidang dengan {office} dimulai.", "PER")


def test_a_building_of_several_bodies_is_told_as_the_text_has_it() -> None:
    found = read("Kompleks MPR/DPR/DPD ramai. Gedung DPR/MPR/DPD RI ramai.")
    assert {n.name for n in found if n.type == "LOC"} == {"Kompleks MPR/DPR/DPD", "Gedung DPR/MPR/DPD RI"}
    assert {n.name for n in found if n.type == "ORG"} == {"MPR", "DPR", "DPD RI"}
    assert not [n for n in found if n.type == "GPE"]


def test_small_offices_of_firms_are_nobody() -> None:
    assert not forms("Perombakan direksi dan komisaris PT Lontar Jaya diumumkan.", "PER")
    assert one("Utusan itu menemui gubernur Jambi kemarin.", "gubernur Jambi")


def bodies(body: str) -> list[set[str]]:
    """The forms of each body of a text."""
    return forms(body, "ORG")


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("PT Lontara & Kenari Jaya menolak usul itu.", {"PT Lontara & Kenari Jaya"}),
        ("Direktur Utama PT Pelayaran Lontar Indonesia diganti.", {"PT Pelayaran Lontar Indonesia"}),
        ("Direktur Pertamina Foundation Rini Wijayanti hadir.", {"Pertamina Foundation"}),
        ("Dosen Kimia Universitas Hasanuddin La Wira Kuncoro hadir.", {"Universitas Hasanuddin"}),
        ("Menurut Bank of Lontara, harga naik.", {"Bank of Lontara"}),
        ("Hal itu kami dikutip BPS Business, Kamis.", {"BPS Business"}),
        ("Hal itu dilansir The Kalimas, Senin.", {"The Kalimas"}),
        (
            "Ketua Komisi Nasional (Komnas) Haji, Rini Wijayanti, hadir. Komnas Haji menolak.",
            {"Komisi Nasional (Komnas) Haji", "Komnas Haji"},
        ),
        (
            "Dinas Perhubungan (Dishub) menolak usul itu. Kepala Dishub Kabupaten Garut Rini Wijayanti hadir.",
            {"Dinas Perhubungan", "Dishub", "Dishub Kabupaten Garut"},
        ),
        ("PT Lontara & Kenari Jaya (PT LKJ) digugat. Kata PT LKJ, tidak.", {"PT Lontara & Kenari Jaya", "PT LKJ"}),
    ],
)
def test_how_far_a_body_goes(body: str, told: set[str]) -> None:
    assert any(told <= own for own in bodies(body))


def test_letters_behind_a_unit_are_its_bodys() -> None:
    told = bodies("Fraksi Partai Amanat Nasional (PAN) DPR RI menolak usul itu. Fraksi PAN lalu pergi. PAN itu partai.")
    assert any({"Partai Amanat Nasional", "PAN"} <= own and "Fraksi PAN" not in own for own in told)
    assert any({"Fraksi Partai Amanat Nasional", "Fraksi PAN"} <= own for own in told)


def test_a_word_that_is_no_name_does_not_end_a_body() -> None:
    told = bodies("Otoritas Jasa Keuangan (OJK) telah menolak usul itu. Kini OJK telah pergi.")
    assert not any(form.endswith("telah") for own in told for form in own)


def test_bodies_of_two_places_are_two() -> None:
    told = bodies(
        "Kepala Dinas Pangan dan Desa Lontar (DPDL) Kabupaten Garut hadir. DPDL menolak. Datang pula DPDL Provinsi Jambi."
    )
    assert not any("DPDL Provinsi Jambi" in own and len(own) > 1 for own in told)


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("Ia hadir di kompleks Parlemen, Senayan.", {"kompleks Parlemen"}),
        ("Ia hadir di kompleks MPR/DPR/DPD, Senayan.", {"kompleks MPR/DPR/DPD"}),
        ("Ia tiba di Kantor Wakil Presiden kemarin.", {"Kantor Wakil Presiden"}),
    ],
)
def test_how_far_a_building_goes(body: str, told: set[str]) -> None:
    assert any(told <= own for own in forms(body, "LOC"))


def test_a_country_under_its_by_name() -> None:
    body = "Aplikasi itu dilarang di negara Paman Sam. Amerika Serikat menolak usul itu."
    assert one(body, "Paman Sam", "Amerika Serikat", type_="GPE")


def test_a_governor_behind_the_short_form_of_the_province() -> None:
    body = "Gubernur Kalimantan Tengah (Kalteng) Rini Wijayanti hadir. Rini Wijayanti pulang. Kata Gubernur Kalteng, tidak."
    assert one(body, "Rini Wijayanti", "Gubernur Kalteng")
