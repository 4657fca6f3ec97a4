"""The toll at the top is that of all the dead, not a part of them that a later report happens to tell by itself."""

from __future__ import annotations

from briefs import current, report

LEAD = "Bus wisata terguling di Jalan Raya Kalimas, Kabupaten Sagara, Sabtu (1/3/2031)"


def toll(*reports: dict[str, str]) -> str:
    return next((line.text for line in current(*reports) if line.text.startswith("Korban tewas")), "")


def test_a_part_of_the_dead_that_later_reports_tell_is_not_the_toll() -> None:
    text = f"{LEAD}. Sebanyak {{}} tewas dalam kecelakaan itu, kata Kapolres Sagara Bagus Pranata."
    reports = [
        report("Kabar Satu", "2031-03-02", "Bus Wisata Terguling di Kalimas", text.format("11 orang")),
        report("Kabar Dua", "2031-03-02", "11 Tewas dalam Kecelakaan Bus Kalimas", text.format("11 orang")),
        report("Kabar Tiga", "2031-03-04", "Bus Kalimas Tak Laik Jalan", text.format("satu pengendara motor")),
        report("Kabar Empat", "2031-03-04", "Sopir Bus Kalimas Diperiksa", text.format("satu pengendara motor")),
    ]
    assert toll(*reports).startswith("Korban tewas: 11 orang")


def test_a_lead_that_counts_more_dead_tells_the_toll() -> None:
    whole = report(
        "Kabar Satu",
        "2031-03-04",
        "Lebih dari 100 Orang Tewas dalam Gempa Kalimas",
        "Lebih dari 100 orang tewas akibat gempa Kalimas, Kabupaten Sagara. Warga mengungsi.",
    )
    parts = [
        report(
            outlet,
            "2031-03-04",
            "Gempa Kalimas, 90 Orang Tewas",
            "Gempa mengguncang Kalimas, Kabupaten Sagara, Senin (3/3/2031). Sebanyak 90 orang tewas, kata Camat Bagus Pranata.",
        )
        for outlet in ("Kabar Dua", "Kabar Tiga")
    ]
    assert toll(*parts).startswith("Korban tewas: 90 orang")
    assert toll(*parts, whole).startswith("Korban tewas: ≥ 100 orang")


def lines_of(start: str, *reports: dict[str, str]) -> list[str]:
    return [line.text for line in current(*reports) if line.text.startswith(start)]


def test_what_became_of_all_is_the_total_of_each_fate() -> None:
    early = [
        report(
            outlet,
            "2031-03-03",
            "Longsor di Kalimas, 23 Orang Tewas",
            "Longsor menimbun tambang di Kalimas, Kabupaten Sagara, Sabtu (1/3/2031). Sebanyak 23 orang tewas dan 33 orang hilang, "
            "kata Kepala BPBD Sagara Bagus Pranata.",
        )
        for outlet in ("Kabar Satu", "Kabar Dua")
    ]
    late = report(
        "Kabar Tiga",
        "2031-03-06",
        "Pencarian Korban Longsor Kalimas Dihentikan",
        "Pencarian korban longsor di Kalimas, Kabupaten Sagara, dihentikan Kamis (6/3/2031). Kepala BPBD Sagara Bagus Pranata mencatat 325 "
        "orang menjadi korban, terdiri atas 27 meninggal, 284 selamat, dan 14 hilang.",
    )
    assert lines_of("Korban tewas", *early, late)[0].startswith("Korban tewas: 27")
    assert lines_of("Hilang", *early, late)[0].startswith("Hilang: 14")


def test_no_one_is_missing_when_a_later_report_tells_that_all_are_found() -> None:
    text = f"{LEAD.replace('terguling', 'tertimbun longsor')}. Sebanyak 13 orang tewas dan 10 orang masih dicari, kata Camat Bagus Pranata."
    early = [report(outlet, "2031-03-02", "13 Tewas di Kalimas", text) for outlet in ("Kabar Satu", "Kabar Dua")]
    body = "Regu mengakhiri pencarian di Kalimas, Kabupaten Sagara, Selasa (4/3/2031). {} Korban tewas 23 orang, kata Camat Bagus Pranata."
    found = report("Kabar Tiga", "2031-03-04", "Pencarian Diakhiri", body.format("Seluruh korban bus telah ditemukan."))
    sought = report("Kabar Tiga", "2031-03-04", "Pencarian", body.format("Regu bekerja hingga semua korban ditemukan."))
    assert not lines_of("Hilang", *early, found)
    assert lines_of("Hilang", *early, sought)[0].startswith("Hilang: 10")


def test_a_war_is_no_growth_of_one_strikes_toll() -> None:
    strike = "Serangan udara menghantam kamp pengungsi di Kalimas, Kabupaten Sagara, Sabtu (1/3/2031). Sebanyak 45 orang tewas, "
    reports = [
        report(
            outlet,
            "2031-03-02",
            "Kamp Pengungsi Kalimas Diserang",
            f"{strike}kata Kepala Dinas Kesehatan Bagus Pranata.",
        )
        for outlet in ("Kabar Satu", "Kabar Dua")
    ]
    later = report(
        "Kabar Tiga",
        "2031-03-04",
        "Tank Kembali Menembaki Kalimas",
        "Tank menembaki Kalimas, Senin (3/3/2031). Kepala Dinas Kesehatan Bagus Pranata mengatakan korban tewas mencapai 36.096 orang.",
    )
    assert toll(*reports, later).startswith("Korban tewas: 45 orang")
