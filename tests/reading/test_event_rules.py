"""Rules of events that look beyond one word: days of laws, doers, fronted phrases, what is only supposed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from runut.model import Event

Read = Callable[[str], tuple[Event, ...]]


@pytest.fixture(scope="module")
def read(read_events: Read) -> Read:
    return read_events


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Hakim menjerat Rendra dengan Undang-Undang Nomor 8 Tahun 2019.", None),
        ("Polisi menangkap Rendra dalam perkara dana desa tahun anggaran 2019.", None),
        ("Polisi menangkap Rendra dalam Operasi Kalimas 2019.", None),
        ("Polisi menangkap Rendra pada tahun 2019.", "2019"),
        ("Polisi menangkap Rendra pada 2019.", "2019"),
        ("Per 2019, polisi menangkap tiga orang.", "2019"),
        ("Polisi menangkap Rendra dalam Operasi Kalimas pada Januari 2019.", "2019-01"),
    ],
)
def test_the_year_of_a_law_a_budget_or_a_name_is_no_day(text: str, day: str | None, read: Read) -> None:
    assert [e.date for e in read(text)] == [day]


def test_a_comma_within_a_number_ends_no_party(read: Read) -> None:
    [event] = read("KPK menyita Rp 1,4 miliar di Garut.")
    assert event.recipient and event.recipient.text == "Rp 1,4 miliar"


def test_a_light_verb_hides_no_negation(read: Read) -> None:
    assert [e.status for e in read("Rendra belum dilakukan penahanan hingga kini.")] == ["denied"]
    assert [e.status for e in read("Rendra sudah dilakukan penahanan hingga kini.")] == ["happened"]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Menanggapi keluhan itu, polisi menangkap dua penyelundup.", "polisi"),
        ("Mendengar teriakan ibunya, Rendra Wiraguna menangkap pencuri itu.", "Rendra Wiraguna"),
        ("Benar, polisi menangkap dua penyelundup.", "polisi"),
        ("Tepatnya pada Kamis, 6 Maret 2031, polisi menangkap dua penyelundup.", "polisi"),
        ("Kamis (6/3/2031) polisi menangkap dua penyelundup.", "polisi"),
        ("Kamis pagi polisi menangkap dua penyelundup.", "polisi"),
        ("Pukul 03.00 WIB polisi menangkap dua penyelundup.", "polisi"),
        ("Polisi tak hanya kembali menangkap dua penyelundup.", "Polisi"),
        ("Rendra, kepala desa Lontar, menangkap dua penyelundup.", "Rendra, kepala desa Lontar"),
        ("Polres Jawa Tengah menangkap dua penyelundup.", "Polres Jawa Tengah"),
        ("Selama dua hari menangkap dua penyelundup.", None),
    ],
)
def test_what_is_set_in_front_of_a_subject_is_no_part_of_it(text: str, actor: str | None, read: Read) -> None:
    [event] = [e for e in read(text) if e.rule == "active:menangkap"]
    assert (event.actor.text if event.actor else None) == actor


def test_a_day_ends_an_object(read: Read) -> None:
    [event] = read("Polisi menangkap dua penyelundup Kamis pagi.")
    assert event.recipient and event.recipient.text == "dua penyelundup"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kelompok bersenjata menyerang tiga desa.", "ASSAULT"),
        ("Banjir dan longsor menyerang tiga desa.", "DISASTER"),
        ("Api besar membakar tiga gudang.", "ACCIDENT"),
        ("Ada api yang menyambar dan membakar tiga gudang.", "ACCIDENT"),
        ("Petugas menghentikan truk itu.", "COERCE"),
        ("Pelaku menghentikan truk itu.", "CRIME"),
        ("Truk itu dihentikan oleh para begal.", "CRIME"),
        ("Begal menyerang dua tentara. Tentara itu melawan.", "CRIME"),
        ("Tentara dan milisi berperang. Pelaku menyerang tiga desa.", "ASSAULT"),
        ("Pelaku sudah kami amankan di kantor.", "COERCE"),
        ("Saat hendak ditangkap, pelaku itu lari.", "COERCE"),
    ],
)
def test_who_or_what_does_it_settles_what_it_is(text: str, kind: str, read: Read) -> None:
    assert kind in [e.type for e in read(text)]


def test_an_illness_that_strikes_tells_no_event(read: Read) -> None:
    assert read("Penyakit ganas menyerang anak-anak di tiga desa.") == ()


@pytest.mark.parametrize(
    "text",
    [
        "Jika Rendra menangkap dua orang, warga bersyukur.",
        "Camat tidur bila kawannya yang berangkat pagi itu menangkap dua orang.",
        "Ia ditanya apakah Rendra sempat mencuri sepeda motor.",
        "Warga berharap, para pemburu segera sadar dan menghentikan serangan.",
        "Pejabat itu harus dicopot.",
        "Gudang itu harus dilakukan pemeriksaan.",
    ],
)
def test_what_is_only_supposed_hoped_or_demanded_tells_no_event(text: str, read: Read) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Camat mengatakan jika Rendra menangkap dua orang.", "happened"),
        ("Korban harus dibawa ke rumah sakit. Banjir melanda desa.", "happened"),
        ("Pencuri itu harus menjalani hukuman dua tahun.", "happened"),
        ("Warga enggan membakar gudang. Banjir melanda desa.", "denied"),
    ],
)
def test_what_is_said_or_endured_has_happened(text: str, status: str, read: Read) -> None:
    assert [e.status for e in read(text)][:1] == [status]


def test_in_a_report_of_a_match_an_attack_is_none(read: Read) -> None:
    match = "Laga itu ketat. Kiper lelah. Bek dan striker lelah. Pelatih puas. Gol itu indah."
    attack = "Kapten menyerang tiga bek lawan di Garut."
    assert [e.type for e in read(f"{match} {attack}")] == []
    assert [e.type for e in read(f"{match} {attack} Polisi datang.")] == ["CRIME"]


@pytest.mark.parametrize(("around", "kind"), [("Rumah itu terbakar. ", "AID"), ("Rendra mencuri beras. ", "ACCUSE")])
def test_word_of_it_and_whoever_comes_on_duty_are_what_the_report_is_about(around: str, kind: str, read: Read) -> None:
    assert [e.type for e in read(f"{around}Petugas menerima laporan pada pagi hari.")][1:] == [kind]
    assert [e.type for e in read(f"{around}Polisi mendatangi lokasi pada pagi hari.")][1:] == [kind]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Pencuri itu ditangkap di pasar Kalimas oleh polisi.", "polisi"),
        ("Pencuri itu ditangkap terkait beras milik desa oleh camat.", None),
        ("Pencuri itu ditangkap dan ditahan oleh polisi.", "polisi"),
        ("Kebakaran di gudang itu pertama diketahui oleh penjaga. Kebakaran terjadi di Garut.", None),
        ("Serangan di pasar itu dilakukan oleh milisi.", "milisi"),
        ("Penganiayaan di pasar itu dialami oleh pedagang dan terjadi pagi hari.", None),
    ],
)
def test_whoever_does_another_verb_is_no_actor(text: str, actor: str | None, read: Read) -> None:
    first = read(text)[0]
    assert (first.actor.text if first.actor else None) == actor


def test_what_a_description_points_back_to_was_told_before(read: Read) -> None:
    told = [
        e.text for e in read("Polisi menjaga balai Kalimas. Dalam kerusuhan yang pecah itu, harga beras diumumkan.")
    ]
    assert not [text for text in told if text.startswith("kerusuhan")]
    assert [e.text for e in read("Kerusuhan yang pecah di Kalimas membuat warga cemas.")]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Dinas itu tidak mengizinkan warga masuk.", ["REJECT"]),
        ("Dinas itu tidak mengizinkannya masuk.", ["REJECT"]),
        ("Keluarga tak mendapat izin dari rumah tahanan.", ["REJECT"]),
        ("Dinas itu mengizinkannya masuk.", ["CONCEDE"]),
        ("Warga tidak diperbolehkan masuk ke kawah.", ["COERCE"]),
    ],
)
def test_a_permission_that_is_refused(text: str, types: list[str], read: Read) -> None:
    found = read(text)
    assert [e.type for e in found] == types and all(e.status == "happened" for e in found)


def test_help_that_is_ordered_is_not_given_yet(read: Read) -> None:
    assert [e.type for e in read("Bupati menginstruksikan dinas kesehatan mengevakuasi warga lanjut usia.")] == [
        "REQUEST"
    ]
    assert [e.type for e in read("Bupati memerintahkan evakuasi warga dari lereng itu.")] == ["AID"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Rendra dibacok orang tak dikenal di gang. Dua orang merampok toko di dekat gang.", "CRIME"),
        ("Rendra dibacok orang tak dikenal. Hujan lebat turun malam itu. Rendra dipukul. Rendra ditikam.", "CRIME"),
        ("Rendra dibacok orang tak dikenal. Kabar itu dimuat media massa.", "CRIME"),
        ("Rendra dibacok orang tak dikenal saat massa berunjuk rasa.", "ASSAULT"),
        ("Rendra dibacok orang tak dikenal di dekat pos prajurit.", "ASSAULT"),
        ("Dua orang bersenjata merampok toko. Rendra dibacok orang tak dikenal.", "CRIME"),
        ("Dua orang bersenjata menyerbu pos itu. Rendra dibacok orang tak dikenal.", "ASSAULT"),
    ],
)
def test_a_private_attack_is_a_crime(text: str, kind: str, read: Read) -> None:
    assert {e.type for e in read(text) if "dibacok" in e.text} == {kind}


def test_a_body_that_another_has_killed_is_found_in_a_crime(read: Read) -> None:
    assert [e.type for e in read("Jasad seorang pria ditemukan di kali dengan tangan terikat.")] == ["CRIME"]
    assert [e.type for e in read("Jasad seorang pria ditemukan di kali.")] == ["AID"]


def test_who_is_reported_missing_takes_the_harm_of_the_report(read: Read) -> None:
    flood = "Banjir melanda desa. Longsor menimpa dua rumah."
    assert [e.type for e in read(f"{flood} Seorang warga dilaporkan hilang.")][-1] == "DISASTER"
    assert [e.type for e in read("Seorang pendaki dilaporkan hilang.")] == ["ACCIDENT"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Polisi menyelidiki kecelakaan itu guna memastikan penyebabnya.",
            ["Polisi menyelidiki kecelakaan itu guna memastikan penyebabnya"],
        ),
        ("Hasil pemeriksaan menunjukkan truk menabrak pagar.", ["truk menabrak pagar"]),
        ("Rendra menunjukkan bahwa truk menabrak pagar.", ["truk menabrak pagar"]),
        ("Karena izin pabrik dicabut, maka warga menutup gudang.", ["izin pabrik dicabut", "warga menutup gudang"]),
        (
            "Polisi menangkap Rendra dan Sari yang membakar gudang.",
            ["Polisi menangkap Rendra dan Sari yang membakar gudang", "Sari yang membakar gudang"],
        ),
        (
            "Bupati mengirim polisi dan tentara untuk menangkap Rendra.",
            ["Bupati mengirim polisi dan tentara untuk menangkap Rendra"],
        ),
        (
            "Polisi menangkap Rendra dan tiga warga membakar gudang.",
            ["Polisi menangkap Rendra", "tiga warga membakar gudang"],
        ),
        ("Sebuah kapal tenggelam akibat ombak.", ["Sebuah kapal tenggelam akibat ombak"]),
        (
            "Truk itu terguling saat menghindari tabrakan dengan motor.",
            ["Truk itu terguling saat menghindari tabrakan dengan motor"],
        ),
    ],
)
def test_where_a_clause_ends(text: str, told: list[str], read: Read) -> None:
    assert [e.text for e in read(text)] == told


def test_what_could_be_done_at_last_was_done(read: Read) -> None:
    assert [e.status for e in read("Korban baru bisa dievakuasi petugas pada malam hari.")] == ["happened"]
    assert [e.status for e in read("Korban akhirnya dapat dievakuasi petugas.")] == ["happened"]
    assert read("Korban bisa dievakuasi petugas.") == ()


def test_a_victim_who_died_where_he_lay(read: Read) -> None:
    [_, event] = read("Truk menabrak motor. Dua korban meninggal di tempat kejadian.")
    assert event.text == "Dua korban meninggal di tempat kejadian"


def test_who_fights_erupts_and_whose_truck_stands(read: Read) -> None:
    assert [e.type for e in read("Bentrokan meletus di pelabuhan.")] == ["ASSAULT"]
    assert [e.type for e in read("Gunung itu meletus pada pagi hari.")] == ["DISASTER"]
    assert [e.type for e in read("Sebuah truk mogok di tanjakan.")] == ["ACCIDENT"]
    assert [e.type for e in read("Ratusan buruh mogok di pabrik.")] == ["PROTEST"]


@pytest.mark.parametrize(
    "text",
    [
        "Tiga saham itu diperdagangkan di bursa.",
        "Rendra Wiraguna dikaitkan dengan klub Garuda Kalimas.",
        "Harga beras anjlok di pasar.",
        "Rendra membobol gawang Kalimas.",
        "Kalimas mengamankan posisi kedua.",
        "Penjualan mobil mengalami penurunan.",
    ],
)
def test_words_of_games_and_markets_tell_nothing(text: str, read: Read) -> None:
    assert read(text) == ()


def test_what_is_found_in_a_crime_is_evidence_or_nothing(read: Read) -> None:
    crime = "Orang bertopeng membunuh dua penjaga."
    assert [e.type for e in read(f"{crime} Sebuah pisau ditemukan di hulu.")] == ["CRIME", "CRIME"]
    assert all(e.rule != "passive:ditemukan" for e in read(f"{crime} Bakteri ditemukan di air itu."))
    assert [e.type for e in read(f"{crime} Korban ditemukan warga di hulu.")] == ["CRIME", "AID"]


def test_a_robber_who_hits_someone_in_his_flight(read: Read) -> None:
    assert [e.type for e in read("Dua orang merampok toko. Pelaku sempat menabrak warga.")] == ["CRIME", "CRIME"]
    assert [e.type for e in read("Dua orang merampok toko. Sebuah truk menabrak warga.")] == ["CRIME", "ACCIDENT"]
    assert [e.type for e in read("Sebuah truk menabrak warga. Pelaku sempat menabrak pagar.")] == [
        "ACCIDENT",
        "ACCIDENT",
    ]


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Sampai kini belum pernah lagi terjadi laporan kerusuhan di Warukali.", "PROTEST", "denied"),
        ("Hujan semalam tidak menimbulkan longsor di Warukali.", "DISASTER", "denied"),
        ("Tidak ada warga yang membakar gudang itu.", "CRIME", "denied"),
        ("Tidak ada warga desa yang sempat membakar gudang itu.", "CRIME", "denied"),
        ("Warga yang membakar gudang itu tidak ada di desa.", "CRIME", "happened"),
        ("Tidak ada yang menyangka Rendra membakar gudang itu.", "CRIME", "happened"),
        ("Tidak ada saksi yang mendengar perampok membakar gudang itu.", "CRIME", "happened"),
        ("Tak ada pilihan lain bagi warga yang membakar gudang itu.", "CRIME", "happened"),
        ("Kepala gudang disebut telah menyetujui pembelian kapal.", "AGREE", "alleged"),
        ("Kepala gudang menyetujui pembelian kapal.", "AGREE", "happened"),
        ("Rencana penggeledahan dilakukan di gudang itu.", "COERCE", "planned"),
        ("Penggeledahan dilakukan di gudang itu.", "COERCE", "happened"),
        ("Penggeledahan sesuai rencana dilakukan di gudang itu.", "COERCE", "happened"),
        ("Rencana penggeledahan kembali dilakukan di gudang itu.", "COERCE", "planned"),
        ("Belum lagi longsor yang terjadi di Warukali menewaskan dua orang.", "DISASTER", "happened"),
    ],
)
def test_a_deed_denied_or_charged_from_further_off(read: Read, text: str, kind: str, status: str) -> None:
    assert [(e.type, e.status) for e in read(text)] == [(kind, status)]


@pytest.mark.parametrize(
    ("silent", "told"),
    [
        ("Denda paling banyak satu juta diberlakukan di Warukali.", "Denda satu juta diberlakukan di Warukali."),
        ("Ia datang bersama Direktur Gratifikasi yang terjadi itu.", "Ia datang saat gratifikasi terjadi di Warukali."),
        (
            "Polisi belum memastikan bahwa warga membakar gudang itu.",
            "Polisi memastikan bahwa warga membakar gudang itu.",
        ),
        ("Rapat pemberantasan praktik suap terjadi di hulu.", "Akhirnya praktik suap terjadi di hulu."),
        (
            "Denda paling tinggi sebesar Rp 1 miliar diberlakukan di Warukali.",
            "Denda paling tinggi dijatuhkan kepada perusahaan itu.",
        ),
        ("Warga melawan perampokan yang terjadi di hulu.", "Warga melawan, perampokan terjadi di toko emas."),
        ("Mereka terhindar dari praktik suap yang terjadi.", "Korban melawan dalam perampokan yang terjadi di hulu."),
    ],
)
def test_what_is_only_named_threatened_or_not_confirmed_is_no_event(read: Read, silent: str, told: str) -> None:
    named = [e.type for e in read(silent)]
    assert not {"CRIME", "SANCTION"} & set(named)
    assert {"CRIME", "SANCTION"} & {e.type for e in read(told)}


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Tidak sedikit warga memprotes bupati.", "Tidak sedikit warga"),
        ("Tak kurang dari 500 warga memprotes bupati.", "Tak kurang dari 500 warga"),
        ("Tidak ada warga memprotes bupati.", None),
    ],
)
def test_many_told_by_a_denial_are_somebody(read: Read, text: str, actor: str | None) -> None:
    assert [e.actor and e.actor.text for e in read(text)] == [actor]


def test_whoever_is_caught_did_the_crime_told_as_its_cause(read: Read) -> None:
    found = read("Polisi membekuk dua pemuda karena diduga melakukan pencurian di Warukali.")
    assert [(e.type, e.actor and e.actor.text) for e in found] == [("COERCE", "Polisi"), ("CRIME", "dua pemuda")]


def test_whoever_stands_before_a_joined_verb_does_not_do_it(read: Read) -> None:
    [event] = [e for e in read("Polisi menetapkan empat tersangka dan menahan tiga orang.") if "menahan" in e.rule]
    assert event.type == "COERCE"


def test_a_verb_without_a_row_tells_no_guess_but_harm(read: Read) -> None:
    text = "Polisi memeriksa Rendra. Polisi memeriksa Sari. Polisi memeriksa Dewi. Penyidik mengelas tiga pintu."
    assert not [e for e in read(text) if e.rule.startswith("plain:")]
