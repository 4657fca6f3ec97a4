"""Counts that differ are an update or a conflict only where nothing says that they are of several things."""

from __future__ import annotations

import pytest

import runut

EVE, DAY, NEXT = "2031-04-01", "2031-04-02", "2031-04-04"


def differing(measure: str, *reports: tuple[str, str]) -> list[str]:
    """The relations of those series of a measure that tell an update or a conflict, of reports given by day and text."""
    account = runut.account(
        [
            {
                "title": f"Kabar {n} dari Kalimas",
                "outlet": f"Warta {n}",
                "published": f"{day}T0{n}:00:00+07:00",
                "text": text,
            }
            for n, (day, text) in enumerate(reports, 1)
        ]
    )
    return sorted(s.relation for s in account.series if s.measure == measure and s.relation in ("evolve", "conflict"))


def test_ages_are_told_otherwise_by_a_slip() -> None:
    one, other = "Polisi menangkap Wira Santosa (27) di Kalimas.", "Wira Santosa ({}) ditangkap polisi di Kalimas."
    assert differing("age", (DAY, one), (DAY, other.format(28))) == ["conflict"]
    assert differing("age", (DAY, one), (DAY, other.format(37))) == ["conflict"], "one digit mistyped"
    assert differing("age", (DAY, one), (DAY, other.format(72))) == ["conflict"], "digits turned round"
    assert differing("age", (DAY, one), (DAY, other.format(43))) == [], "two people, or another's age"


def test_prices_side_by_side_in_each_report_follow_nothing() -> None:
    text = "Harga telur di Kalimas Rp 27.300 per kg, di Randu Rp 29.100 per kg, dan di Lontar Rp 29.500 per kg."
    again = (
        "Di pasar, harga telur di Kalimas Rp 27.300 per kg, di Randu Rp 29.100 per kg, dan di Lontar Rp 29.500 per kg."
    )
    assert differing("money", (DAY, text), (NEXT, again)) == []


def test_one_price_a_report_that_differs_days_later_is_an_update() -> None:
    text = "Harga telur di pasar Kalimas Rp {} per kg."
    assert differing("money", (DAY, text.format("27.300")), (NEXT, text.format("29.100"))) == ["evolve"]


def test_what_is_said_to_have_come_of_a_sum_in_one_sentence_is_an_update() -> None:
    text = "Batas simpanan nasabah prioritas di Kalimas dulunya Rp 500 juta sekarang menjadi Rp 1 miliar."
    again = "Batas simpanan nasabah prioritas sebelumnya Rp 500 juta menjadi minimum Rp 1 miliar."
    assert differing("money", (DAY, text), (DAY, again)) == ["evolve"]


def test_sums_of_two_years_are_no_update() -> None:
    text = "Rugi bersih Baruna Jaya pada 2030 naik menjadi Rp7,78 miliar, dibandingkan Rp7,35 miliar pada 2029."
    assert differing("money", (DAY, text), (DAY, f"Dalam laporannya, {text[0].lower()}{text[1:]}")) == []


def test_a_few_are_not_followed_by_many_times_as_many_of_what_does_not_grow() -> None:
    sold = "Sebanyak 1.200 mobil dikirim dari pabrik Kalimas."
    made = "Sebanyak 14.000 mobil dikirim dari pabrik Kalimas."
    assert differing("vehicles", (DAY, sold), (NEXT, made)) == []


@pytest.mark.parametrize(("some", "told"), [("Puluhan warga", []), ("Sebanyak 90 warga", ["evolve"])])
def test_tens_of_one_place_are_not_brought_up_to_date_by_the_count_of_another(some: str, told: list[str]) -> None:
    first = f"Banjir merendam Kalimas. {some} mengungsi ke balai desa."
    later = "Banjir masih merendam Kalimas. Sebanyak 160 warga mengungsi ke balai desa."
    assert differing("displaced", (DAY, first), (NEXT, later)) == told


def test_more_matches_left_than_were_played_are_no_update() -> None:
    played = "Persikal Kalimas mengoleksi 44 poin dari 16 pertandingan liga."
    left = "Liga masih menyisakan 17 pertandingan bagi Persikal Kalimas."
    assert differing("other", (DAY, played), (NEXT, left)) == []


def test_tolls_that_fall_and_rise_are_of_several_attacks() -> None:
    first = "Dua buruh bangunan tewas ditembak di Kalimas."
    second = "Satu anggota kelompok bersenjata dilaporkan tewas dalam baku tembak di Kalimas."
    third = "Kelompok itu menembak warga di Randu. Tiga orang dikabarkan tewas dalam peristiwa itu."
    assert differing("killed", (EVE, first), (DAY, second), (NEXT, third)) == []


def test_a_toll_that_only_rises_is_brought_up_to_date() -> None:
    first, second = "Tiga orang tewas dalam banjir di Kalimas.", "Tujuh orang tewas dalam banjir di Kalimas."
    assert differing("killed", (EVE, first), (NEXT, second)) == ["evolve"]


def test_some_of_a_crowd_do_not_follow_it() -> None:
    text = "Lomba lari Kalimas diikuti 15.000 peserta. Sebanyak 4.000 peserta di antaranya berlari maraton."
    assert differing("participants", (DAY, text), (NEXT, text.replace("Lomba", "Ajang"))) == []


def test_a_report_in_another_language_than_most_adds_no_line_to_what_is_current() -> None:
    own = [
        "Banjir setinggi 180 sentimeter menggenangi perumahan Lontar Hijau di Kalimas pada Jumat pagi, 2 April 2031.",
        "Warga Kampung Randu di Kalimas menyambut kunjungan gubernur ke rumah mereka yang sempat terendam banjir.",
    ]
    foreign = (
        "Floodwaters as high as 180 centimetres submerged the Lontar Hijau housing complex in Kalimas on Friday morning, "
        "and the water has not yet gone down in the lower streets of the town."
    )
    texts = [*own, foreign]
    account = runut.account([{"title": t[:40], "outlet": f"Warta {n}", "text": t} for n, t in enumerate(texts)])
    assert any("Lontar Hijau" in line.text for line in account.brief)
    assert not any("Floodwaters" in line.text for line in account.brief)
    assert len(account.articles) == len(texts)


def test_a_saying_whose_sentence_tells_a_sum_above_is_not_told_twice() -> None:
    said = '"Korban sudah beberapa kali mentransfer, kerugiannya kurang lebih Rp20 juta," kata Kapolsek Kalimas Kompol Wira Santosa.'
    leads = [
        "Polisi menangkap pesinetron berinisial MR di Kalimas atas dugaan pemerasan.",
        "Seorang pesinetron berinisial MR ditangkap polisi setelah diduga memeras kekasihnya di Kalimas.",
        "Pesinetron MR diduga memeras kekasihnya sendiri sejak awal tahun. Kini MR ditahan di Polsek Kalimas.",
    ]
    account = runut.account(
        [
            {"title": f"Kabar {n}", "outlet": f"Warta {n}", "published": DAY, "text": f"{lead}\n{said}"}
            for n, lead in enumerate(leads)
        ]
    )
    assert sum("mentransfer" in line.text for line in account.brief) == 1


def test_tens_that_another_report_told_are_not_what_a_count_has_risen_from() -> None:
    hoped = "Bantuan itu dapat mengangkat puluhan juta orang dari kemiskinan, kata pengamat di Kalimas."
    risen = (
        "Jumlah penduduk miskin menurut ukuran baru meningkat menjadi 134 juta orang dari kemiskinan lama di Kalimas."
    )
    assert differing("other", (DAY, hoped), (DAY, risen)) == []


@pytest.mark.parametrize(("who", "told"), [("perlu", []), ("akan", []), ("sudah", ["evolve"])])
def test_those_who_have_yet_to_leave_are_no_displaced(who: str, told: list[str]) -> None:
    first = "Gunung Randu meletus di Kalimas. Sebanyak 2.310 warga mengungsi ke balai desa."
    later = f"Gunung Randu masih meletus di Kalimas. Ada 7.420 warga yang {who} mengungsi dari lereng ke balai desa."
    assert differing("displaced", (DAY, first), (NEXT, later)) == told


def test_an_age_of_the_year_told_with_it_is_none_of_today() -> None:
    now = "Wira Santosa (22) menandatangani kontrak dengan Persikal Kalimas."
    then = "Wira Santosa masih berusia 12 tahun ketika bergabung dengan akademi Kalimas pada {}."
    assert differing("age", (DAY, now), (NEXT, then.format("2021"))) == []
    assert differing("age", (DAY, now), (NEXT, then.format("April 2031"))) == ["conflict"]


def test_arrests_of_two_cases_do_not_follow_one_another() -> None:
    raid = "Komisi antirasuah menggelar operasi senyap di Kalimas. Sebanyak 8 orang termasuk bupati ditangkap."
    rail = "Komisi antirasuah menahan 10 tersangka dugaan korupsi proyek rel kereta api Lontar."
    more = "Komisi antirasuah menggelar operasi senyap di Kalimas. Sebanyak 10 orang termasuk bupati ditangkap."
    assert differing("arrested", (DAY, raid), (DAY, rail)) == []
    assert differing("arrested", (DAY, raid), (NEXT, more)) == ["evolve"]
