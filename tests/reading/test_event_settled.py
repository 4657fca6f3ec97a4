"""Events whose type the whole article settles, or a word right beside their verb: blasts in war, bribes, confessions, matches, markets."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from runut import pipeline
from runut.lang import Language
from runut.model import Anchor, Article

Read = Callable[[str], list[tuple[str, str]]]

WAR = "Militer menyerang ibu kota dengan rudal pada Kamis. Tentara menggempur pelabuhan dan menembaki gudang. "
BRIBERY = "KPK mengusut kasus suap dan gratifikasi di balai kota. Jaksa menyebut korupsi itu diatur Rendra. "


@pytest.fixture(scope="module")
def read(languages: Mapping[str, Language]) -> Read:
    """The type and the rule of each event of a text."""

    def read_text(text: str) -> list[tuple[str, str]]:
        article = Article(id="a", source="a", text=text, sha256="", published="2031-03-06")
        first = pipeline.glance(article, languages)
        read = pipeline.read(first, Anchor(day="2031-03-06", origin="metadata"), languages, ["events"])
        return [(e.type, e.rule) for e in read.events]

    return read_text


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Ledakan keras terjadi di dekat pasar.", "noun:ledakan"),
        ("Sejumlah kebakaran terjadi di ruas jalan kota.", "noun:kebakaran"),
        ("Dua kapal terbakar di selat itu.", "noun:kapal terbakar"),
    ],
)
def test_what_explodes_or_burns_is_attacked_in_a_report_of_war(text: str, rule: str, read: Read) -> None:
    assert ("ASSAULT", rule) in read(WAR + text)
    assert ("ACCIDENT", rule) in read(text)


def test_a_blast_stays_an_accident_where_soldiers_only_help(read: Read) -> None:
    text = "Ledakan terjadi di gudang dekat pasar. Tentara dan militer membantu memadamkan api. Dua truk terguling."
    assert ("ACCIDENT", "noun:ledakan") in read(text)


def test_a_campaign_is_an_attack_in_a_report_of_war(read: Read) -> None:
    assert ("ASSAULT", "noun:operasi militer") in read(WAR + "Operasi militer dimulai sejak Jumat lalu.")
    assert ("COERCE", "noun:operasi militer") in read("Operasi militer dimulai sejak Jumat lalu.")


@pytest.mark.parametrize(
    "text",
    [
        "Rendra memberikan uang 2 juta kepada panitera.",
        "Uang itu diberikan Rendra kepada panitera.",
        "Panitera menerima 2.000 dolar dari Rendra.",
    ],
)
def test_money_changes_hands_as_a_crime_only_in_a_report_of_bribery(text: str, read: Read) -> None:
    assert [kind for kind, rule in read(BRIBERY + text) if "beri" in rule or "menerima" in rule] == ["CRIME"]
    assert [kind for kind, rule in read(text) if "beri" in rule or "menerima" in rule] == []


def test_money_that_is_no_bribe_hides_no_other_deed(read: Read) -> None:
    assert ("CRIME", "active:menusuk") in read("Kesal uang sapi tidak diberikan kepadanya, Rendra menusuk tetangganya.")
    assert ("AID", "passive:diberikan") in read("Bantuan itu diberikan sebesar 2 juta kepada korban banjir di Garut.")
    assert ("SUPPORT", "state:menerima apresiasi") in read("Dua pemain itu menerima apresiasi sebesar 2 juta rupiah.")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Pencuri itu mengakui menerima uang dari kepala gudang.", "CONCEDE"),
        ("Rendra mengaku telah membunuh tetangganya.", "CONCEDE"),
        ("Dewan negara itu mengakui kedaulatan tetangganya.", "SUPPORT"),
        ("Pasukan itu tidak akan pernah menyerah.", "REJECT"),
        ("Pasukan itu menyerah di kota.", "RETREAT"),
        ("Jenderal itu bersumpah akan membalas serangan itu.", "THREATEN"),
        ("Bupati bersumpah di balai.", "AGREE"),
        ("Rudal itu berhasil dicegat sistem pertahanan udara.", "ASSAULT"),
        ("Kapal itu dicegat polisi.", "COERCE"),
        ("Rendra juga dituntut membayar uang pengganti.", "ACCUSE"),
        ("Negeri itu memindahkan pesawat tempur ke perbatasan.", "MOBILIZE"),
    ],
)
def test_the_words_beside_a_verb_settle_its_type(text: str, told: str, read: Read) -> None:
    assert told in [kind for kind, _ in read(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Gelandang yang akrab dipanggil Bang Rendra itu tinggal di Garut.",
        "Sebanyak 28 orang dipanggil pelatih timnas ke pemusatan latihan.",
        "Rupiah ditutup di angka 13.998 per dolar kemarin.",
        "Rendra menutup kariernya di klub itu.",
        "Penyerang itu mengancam gawang lawan pada menit pertama.",
        "Asap itu mengancam habitat ikan.",
        "Unggulan kedua itu menghentikan langkah juara bertahan.",
        "Harga saham itu jatuh kemarin.",
        "Dua artis itu tertangkap kamera di bioskop.",
        "Kesalahan itu menghancurkan masa depan keluarganya.",
        "Presiden terpilih itu tinggal di Garut.",
        "Ia lebih memilih menjadi petani.",
        "Kondisi ini menuntut kesabaran.",
        "Dua regu itu bertemu di babak semifinal.",
        "Ponsel itu hadir di toko dengan fitur baru.",
        "Pemerintah butuh manajemen bencana yang kuat.",
        "Para bekas tawanan perang itu pergi dari Garut.",
    ],
)
def test_figures_of_speech_sport_and_markets_tell_no_such_deed(text: str, read: Read) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Rendra dipanggil polisi pada Kamis.", "ACCUSE"),
        ("Gudang itu ditutup bupati.", "SANCTION"),
        ("Kelompok itu mengancam kepala desa.", "THREATEN"),
        ("Pesawat itu jatuh di sungai.", "ACCIDENT"),
        ("Warga menuntut perbaikan jalan.", "REQUEST"),
        ("Bupati bertemu nelayan di balai.", "CONSULT"),
        ("Rendra terpilih sebagai kepala desa.", "SUPPORT"),
        ("Bencana terjadi di lereng bukit.", "DISASTER"),
    ],
)
def test_the_same_verbs_still_tell_their_deeds(text: str, told: str, read: Read) -> None:
    assert told in [kind for kind, _ in read(text)]


def test_a_team_of_lawyers_punishes_nobody(read: Read) -> None:
    assert [kind for kind, _ in read("Tim hukum gubernur menggugat kepala kejaksaan ke pengadilan.")] == ["ACCUSE"]


def test_a_state_without_an_object_ends_before_a_deed(read: Read) -> None:
    rules = [rule for _, rule in read("Pasukan itu menyerah dan memperingatkan kepala desa di perbatasan.")]
    assert rules == ["state:menyerah", "active:memperingatkan"]


def test_a_verb_of_agreement_is_found_behind_a_name_glued_to_it(read: Read) -> None:
    assert ("AGREE", "state:sepakat") in read("KalimasdanGarutsepakat soal batas pada Kamis.")
