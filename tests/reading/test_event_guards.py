"""Words of many senses: what stands beside one says whether it tells an event, and which."""

from __future__ import annotations

import pytest

from runut import lang
from runut.model import Article
from runut.reading import events
from runut.text import view

ID = lang.load("id")
# A flood, so that help and harm have an occasion.
FLOOD = "Banjir melanda Desa Warukali."


def told(text: str) -> list[tuple[str, str, str]]:
    """Type, rule and status of all that a text tells, main or not, but for the flood and verbs that no row has."""
    article = Article(id="a", source="a", text=text, sha256="")
    found = [c.event for c in events.find_candidates(article, view(text, ID), (), (), (), ID)]
    return [(e.type, e.rule, e.status) for e in found if e.rule != "active:melanda" and "plain:" not in e.rule]


@pytest.mark.parametrize(
    ("text", "kind", "rule"),
    [
        ("Pemberontak bersenjata menduduki sejumlah desa.", "ASSAULT", "active:menduduki"),
        ("Pemberontak bersenjata menduduki pos penjagaan.", "ASSAULT", "active:menduduki"),
        ("Pemberontak bersenjata menduduki berbagai kota.", "ASSAULT", "active:menduduki"),
        ("Tentara menduduki tempat ibadah itu.", "ASSAULT", "active:menduduki"),
        ("Bus anjlok ke jurang di hulu.", "ACCIDENT", "state:anjlok"),
        ("Lift gudang itu anjlok pada pagi hari.", "ACCIDENT", "state:anjlok"),
        ("Jembatan desa anjlok pada pagi hari.", "ACCIDENT", "state:anjlok"),
        ("Kereta itu anjlok, kerugian mencapai nilai besar.", "ACCIDENT", "state:anjlok"),
        ("Gudang petasan meledak, petugas memotret dengan drone.", "ACCIDENT", "state:meledak"),
        ("Sebuah drone meledak saat diisi daya.", "ACCIDENT", "state:meledak"),
        ("Roket pembawa satelit meledak di landasan.", "ACCIDENT", "state:meledak"),
        ("Gunung api meletus saat perang berlangsung.", "DISASTER", "state:meletus"),
        ("Perang meletus di kaki gunung itu.", "ASSAULT", "state:perang meletus"),
        ("Dua roket jatuh di muara.", "ASSAULT", "state:roket jatuh"),
        ("Polisi mengamankan akun penipuan itu.", "COERCE", "active:mengamankan"),
        ("Polisi mengamankan stok beras palsu di gudang.", "COERCE", "active:mengamankan"),
        ("Pemerintah membatasi konsumsi bahan bakar warga.", "COERCE", "active:membatasi"),
        ("Pemerintah membatasi waktu kunjungan warga asing.", "COERCE", "active:membatasi"),
        ("Penutupan pasar dilakukan sejak pagi.", "SANCTION", "noun:penutupan"),
        ("Penurunan pasukan dilakukan di perbatasan.", "MOBILIZE", "noun:penurunan pasukan"),
        ("Penurunan tarif parkir diberlakukan di kota itu.", "CONCEDE", "noun:penurunan tarif"),
        ("Bupati menutup hari ini tambang di hulu.", "SANCTION", "active:menutup"),
        ("Polisi menutup kompetisi judi di gudang.", "SANCTION", "active:menutup"),
        ("Bupati tak bergeming atas desakan warga.", "REJECT", "state:tak bergeming"),
        ("Kepala gudang berkelit saat ditanya wartawan.", "REJECT", "state:berkelit"),
        ("Massa tetap bertahan di depan balai.", "PROTEST", "state:massa tetap bertahan"),
        ("Para demonstran bertahan di depan balai.", "PROTEST", "state:bertahan"),
        ("Puluhan buruh mengusung spanduk di depan balai.", "PROTEST", "active:mengusung spanduk"),
        ("Tentara menarik personel dari perbatasan.", "RETREAT", "active:menarik personel"),
        ("Jabatan kapolres diisi oleh AKBP Rendra.", "MOBILIZE", "passive:diisi oleh akbp"),
        ("Kebakaran itu ditangani dua regu.", "AID", "passive:ditangani"),
        ("Bupati mendengarkan curhat nelayan di muara.", "CONSULT", "active:mendengarkan curhat"),
    ],
)
def test_a_word_tells_its_event_beside_the_words_that_it_wants(text: str, kind: str, rule: str) -> None:
    assert (kind, rule, "happened") in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Regu itu menduduki tempat kedua di lomba perahu.",
        "Rendra menduduki berbagai jabatan di balai.",
        "Tiga orang menduduki atau akan mengisi jabatan di balai.",
        "Harga cabai anjlok di pasar.",
        "Nilai ekspor truk anjlok bulan lalu.",
        "Penjualan mobil anjlok di kota itu.",
        "Regu itu mengamankan tiga poin di kandang lawan.",
        "Polisi mengamankan posisi ketiga di klasemen.",
        "Pemain itu mencuri bola dari lawan.",
        "Rendra membatasi konsumsi gula setiap hari.",
        "Penutupan pasar saham terjadi pada sore hari.",
        "Penurunan penerimaan pajak terjadi di kota itu.",
        "Rendra menutup hari dengan senyum.",
        "Kiper itu bergeming saat bola masuk.",
        "Pemain itu berkelit dari lawannya.",
        "Petinju itu mengelak dari lawannya.",
        "Penyanyi itu batal tampil di balai.",
        "Pemain itu batal ikut latihan.",
        "Ribuan warga bertahan di rumah pagi itu.",
        "Pemain itu bertahan di tengah massa pendukung.",
        "Penonton mengusung spanduk pemain kesayangannya.",
        "Perusahaan itu menarik personel dari toko.",
        "Jumlah perceraian yang diputus terus naik.",
        "Angka perceraian terjadi paling banyak di hulu.",
        "Toko itu memperpanjang diskon sepatu.",
        "Galon itu diisi air oleh kapolres.",
        "Sopir mengendalikan truk pemadam di tikungan.",
        "Truk pemadam itu sulit dikendalikan sopirnya.",
        "Penyanyi itu menyapa penggemar di panggung.",
        "Pengantin itu menyapa tamu di balai.",
        "Ibu itu mendengarkan curhat anaknya.",
        "Panitia menyerahkan medali kepada pelari itu.",
        "Film itu mendapat sambutan hangat di kota.",
    ],
)
def test_it_tells_nothing_of_sport_trade_or_home(text: str) -> None:
    assert told(text) == []


def test_a_fall_during_the_launch_of_a_rocket_is_no_attack() -> None:
    assert "ASSAULT" not in [kind for kind, *_ in told("Wisatawan jatuh dari tebing saat menonton peluncuran roket.")]


def test_a_tree_that_blocks_a_road_protests_nothing() -> None:
    assert "PROTEST" not in [kind for kind, *_ in told("Pohon tumbang memalang jalan warga.")]
    assert "PROTEST" in [kind for kind, *_ in told("Warga memalang jalan di hulu.")]


@pytest.mark.parametrize(
    "text",
    [
        "Warga yang tidak mendapat izin menunggu di luar.",
        "Warga yang tidak diizinkan masuk menunggu di luar.",
        "Hakim yang tidak mengabulkan gugatan itu pulang.",
        "Warga menunggu bila tidak diizinkan masuk.",
    ],
)
def test_whoever_was_refused_is_only_described(text: str) -> None:
    assert not [rule for _, rule, status in told(text) if status == "happened"]


@pytest.mark.parametrize(
    "text",
    [
        "Korban baru bisa dievakuasi besok pagi jika ombak reda.",
        "Korban baru bisa dievakuasi petugas pekan depan.",
        "Pelaku baru bisa ditangkap bila ada laporan.",
        "Jika ombak reda, korban baru bisa dievakuasi petugas.",
        "Pelaku akhirnya bisa ditangkap polisi apabila ada laporan.",
    ],
)
def test_what_can_only_be_done_later_has_not_been_done(text: str) -> None:
    assert told(f"{FLOOD} {text}") == []


def test_whoever_will_not_leave_refuses() -> None:
    assert told("Warga enggan mengungsi malam itu.") == [("REJECT", "state:enggan mengungsi", "happened")]


def test_what_was_done_in_front_of_something_was_done() -> None:
    text = f"{FLOOD} Korban baru bisa dievakuasi petugas di depan balai."
    assert ("AID", "passive:dievakuasi", "happened") in told(text)


def whole(text: str) -> list[str]:
    """The stretches of a text that tell an event."""
    article = Article(id="a", source="a", text=text, sha256="")
    return [c.event.text for c in events.find_candidates(article, view(text, ID), (), (), (), ID)]


def test_a_counted_thing_that_is_found_or_pointed_at_is_no_clause_of_its_own() -> None:
    assert whole("Dua kapal tenggelam pada pagi hari.") == ["Dua kapal tenggelam pada pagi hari"]
    found = "Penyelam menemukan tiga kapal tenggelam dari zaman penjajahan."
    assert found.rstrip(".") not in whole(found)
    assert whole("Dua kapal tenggelam dari zaman penjajahan.") != ["Dua kapal tenggelam dari zaman penjajahan"]


def test_what_is_made_sure_of_is_a_clause_where_it_has_a_verb_of_its_own() -> None:
    assert "warga dievakuasi petugas" in whole(f"{FLOOD} Menteri datang untuk memastikan warga dievakuasi petugas.")
    assert "pelaku menembak dua warga" in whole("Polisi bekerja untuk memastikan pelaku menembak dua warga.")
    inquiry = "Polisi memeriksa gudang guna memastikan penyebab kebakaran"
    assert inquiry in whole(f"{inquiry}.")
