"""A report of another event is named, and none that belongs."""

from __future__ import annotations

import pytest

import runut

SHIP = [
    {"title": "Kapal Terbakar di Selat Sirih", "text": "Kapal terbakar di Selat Sirih, kata Kapolres Lontar Ida Rato."},
    {"title": "Korban Kapal Terbakar Bertambah", "text": "Korban bertambah di Selat Sirih, kata Ida Rato."},
    {"title": "Kapal di Selat Sirih Diperiksa", "text": "Ida Rato memeriksa kapal di Selat Sirih."},
    {"title": "Keluarga Menunggu", "text": "Keluarga menunggu di tepi Selat Sirih."},
]
OTHER = {"title": "Harga Cabai Melonjak", "text": "Harga cabai di Pasar Wairoto naik, kata pedagang Yosef Lamabelawa."}


def test_a_report_that_shares_nothing_is_off_story() -> None:
    told = runut.account([*SHIP, OTHER])
    assert [o.rule for o in told.off_story] == ["shares-nothing"]
    assert [o.why[:12] for o in told.off_story] == ["tidak berbag"]
    (article,) = [a for a in told.articles if a.id == told.off_story[0].article]
    assert article.title == OTHER["title"]


def test_none_is_off_story_among_reports_of_one_event_or_too_few() -> None:
    assert runut.account(SHIP).off_story == ()
    assert runut.account([SHIP[0], OTHER]).off_story == ()


@pytest.mark.parametrize(
    ("known", "other", "away"),
    [
        ("Keluarga Menunggu Sapi", "Sapi Wairoto Laku Keras", False),  # what it is about has four letters
        ("Keluarga Menunggu Kambing", "Sapi Wairoto Laku Keras", True),
        ("Keluarga yang Menunggu", "Pedagang yang Merugi", True),  # and so has much of the grammar
        ("Keluarga Menunggu Hari Ini", "Pedagang Merugi Tiap Hari", True),
    ],
)
def test_a_short_word_of_the_matter_keeps_a_report_and_one_of_grammar_does_not(
    known: str, other: str, *, away: bool
) -> None:
    told = runut.account([*SHIP[:3], {**SHIP[3], "title": known}, {**OTHER, "title": other}])
    assert bool(told.off_story) == away


FERRY = [
    {
        "title": f"Feri Karam di Selat Sirih, {what}",
        "text": f"Feri itu karam di Selat Sirih pada Selasa. {what}, kata nakhoda. Penumpang feri yang karam dibawa ke dermaga.",
    }
    for what in (
        "Tujuh Penumpang Selamat",
        "Nakhoda Diperiksa",
        "Muatan Berlebih",
        "Regu Penolong Dikirim",
        "Pelampung Kurang",
        "Ombak Tinggi",
        "Dermaga Penuh",
    )
]
# It shares the day and some words with the others.
MARKET = {
    "title": "Dermaga Ikan Naikkan Sewa Kios",
    "text": "Sewa kios di dermaga ikan naik mulai Selasa. Pedagang bawang menolak kenaikan itu, kata nakhoda paguyuban.",
}


def test_a_report_without_the_words_of_the_story_is_off_story() -> None:
    told = runut.account([*FERRY, MARKET])
    (stray,) = told.off_story
    (article,) = [a for a in told.articles if a.id == stray.article]
    assert article.title == MARKET["title"]
    assert stray.rule == "lacks-key-words"
    assert "feri" in stray.why and "karam" in stray.why
    assert "key words" in stray.english


def test_another_side_of_the_story_belongs_to_it() -> None:
    aside = {
        "title": "Warga Desa Lontar Berdoa",
        "text": "Warga Desa Lontar berdoa bagi penumpang feri yang karam di Selat Sirih.",
    }
    assert runut.account([*FERRY, aside]).off_story == ()


def test_where_too_many_lack_its_words_a_story_has_none() -> None:
    others = [{**MARKET, "title": f"{MARKET['title']} {n}", "text": f"{MARKET['text']} {n}"} for n in ("Lagi", "Baru")]
    assert runut.account([*FERRY[:5], MARKET, *others]).off_story == ()


# A fire in a market of one town, and what else may be told beside it.
FIRE = [
    {
        "title": f"Kebakaran Pasar Legi Wonolopo, {what}",
        "text": f"WONOLOPO - Kebakaran melanda Pasar Legi di Kabupaten Wonolopo. {what} akibat kebakaran itu, kata Kepala Dinas Pasar "
        "Wonolopo Sri Wahyuningtyas. Dua orang terluka. Pasar Legi ditutup. Para pedagang Pasar Legi mendirikan tenda.",
    }
    for what in ("Delapan Puluh Kios Habis", "Tiga Orang Terluka", "Pedagang Merugi", "Listrik Dipadamkan")
]
ELSEWHERE = {
    "title": "Kebakaran Hanguskan 40 Kios di Pasar Baru Sangkuriang",
    "text": "SANGKURIANG - Kebakaran melanda Pasar Baru di Kabupaten Sangkuriang, Minggu. Kapolres Sangkuriang AKBP Toto Raharja menaksir "
    "kerugian dua miliar rupiah. Empat pedagang terluka. Saksi, Dadan Kurnia, melihat api di Blok Cendana. Kebakaran itu terjadi dua hari "
    "setelah musibah serupa di Pasar Legi, Wonolopo.",
}


def test_a_report_of_a_like_event_at_another_place_is_off_story() -> None:
    told = runut.account([*FIRE, ELSEWHERE])
    assert [(o.rule, o.english[:40]) for o in told.off_story] == [
        ("elsewhere", "it begins at another place (Sangkuriang)")
    ]


@pytest.mark.parametrize(
    "belongs",
    [
        # the names of the story in more than one sentence
        {**ELSEWHERE, "text": ELSEWHERE["text"] + " Api di Pasar Legi sudah padam."},
        # in its headline
        {**ELSEWHERE, "title": "Kebakaran di Sangkuriang Susul Pasar Legi Wonolopo"},
        # nearly all of its names are those of the others
        {
            "title": "Dua Kebakaran dalam Sepekan",
            "text": "SANGKURIANG - Kebakaran di Kabupaten Wonolopo yang melanda Pasar Legi dibahas di sini, kata Sri Wahyuningtyas.",
        },
        # a funeral, an arrest, a visit elsewhere: whose they are is told at the beginning
        {
            "title": "Isak Tangis Iringi Pemakaman Dewi Lestari",
            "text": "SANGKURIANG - Jenazah Dewi Lestari, korban kebakaran Pasar Legi, Wonolopo, dimakamkan di Desa Sukamaju, Kecamatan "
            "Jayagiri. Dua orang terluka. Ibunya, Euis Komariah, dan adiknya, Asep Sobandi, datang dari Kota Hulu.",
        },
        {
            "title": "Terduga Pembakar Ditangkap di Terminal",
            "text": "SANGKURIANG - Polisi menangkap Dadan Kurnia, terduga pembakar Pasar Legi Wonolopo, di Terminal Jayagiri, Kota Hulu. "
            "Dua orang terluka. Kapolres Sangkuriang AKBP Toto Raharja menyebut Ujang Sobari masih dicari.",
        },
        # no harm is told in it
        {**ELSEWHERE, "text": ELSEWHERE["text"].replace("Empat pedagang terluka. ", "")},
        # told from abroad, by the country alone
        {
            "title": "Korban Kebakaran Pasar di Indonesia Tiga Orang",
            "text": "Kebakaran besar melanda pasar di Indonesia, kata Toto Raharja. Dadan Kurnia, Ujang Sobari dan Neneng Hasanah "
            "melihat api. Tiga orang terluka. Pedagang Pasar Legi mendirikan tenda.",
        },
    ],
)
def test_a_report_that_tells_the_story_s_own_names_or_no_other_place_belongs(belongs: dict[str, str]) -> None:
    assert [o for o in runut.account([*FIRE, belongs]).off_story if o.rule == "elsewhere"] == []


SUNK = [
    {
        "title": f"Feri Tenggelam di Selat Sirih, {what}",
        "text": f"Feri itu tenggelam di Selat Sirih pada Selasa, menewaskan 12 orang. {what}, kata Kapolres Lontar Ida Rato.",
    }
    for what in ("Dua Belas Tewas", "Pencarian Dilanjutkan", "Basarnas Kerahkan Kapal", "Penumpang Dievakuasi")
]


@pytest.mark.parametrize(
    ("title", "text", "away"),
    [
        ("Kisah Wati Selamat dari Maut", "Wati Lestari berenang dua jam di Randu setelah feri itu tenggelam.", False),
        (
            "Direktur Diperiksa",
            "Sulo Wena, pemilik kapal yang tenggelam dan menewaskan 12 orang, diperiksa di Randu.",
            False,
        ),
        (
            "Direktur Diperiksa",
            "Sulo Wena, pemilik kapal yang tenggelam dan menewaskan 15 orang, diperiksa di Randu.",
            True,
        ),
        ("Bus Terguling", "Bus terguling di Randu dan menewaskan 12 orang, kata Yosef Wena.", True),
    ],
)
def test_what_the_text_shares_with_the_headlines_keeps_a_report(title: str, text: str, *, away: bool) -> None:
    told = runut.account([*SUNK, {"title": title, "text": text}])
    assert [o.rule for o in told.off_story] == (["shares-nothing"] if away else [])
