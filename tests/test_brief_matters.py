"""Lines at the top: every matter of a story has one, none is empty or told twice, and what is glued is shown apart."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import runut
from briefs import current, report
from runut import brief, lang
from runut.brief import leads
from runut.brief.desk import Desk
from runut.brief.lexicon import words_of
from runut.brief.openings import weigh_all
from runut.brief.seams import Seams
from runut.brief.words import shortened
from runut.model import BriefLine, Family, Reading, Story
from runut.text.excerpts import around

INDONESIAN = lang.load("id")
WORDS = INDONESIAN.derive(words_of)


MARKET = report(
    "Kabar Satu",
    "2026-03-09",
    "Wali Kota Lontar Buka Pasar Ikan",
    "Wali Kota Lontar Ida Rato membuka pasar ikan di pelabuhan. Pedagang datang sejak subuh.",
)
MARKET_AGAIN = report(
    "Kabar Dua",
    "2026-03-09",
    "Pasar Ikan Lontar Dibuka Wali Kota",
    "Pasar ikan di pelabuhan dibuka Wali Kota Lontar Ida Rato. Warga senang.",
)
SCHOOL = report(
    "Kabar Tiga",
    "2026-03-10",
    "Wali Kota Lontar Lantik Kepala Sekolah",
    "Wali Kota Lontar Ida Rato melantik puluhan kepala sekolah dasar. Mereka bertugas mulai April.",
)
ROADS = [
    report(
        f"Kabar {outlet}",
        "2026-03-09",
        f"Jalan {where} Diperbaiki Dinas",
        f"Dinas memperbaiki jalan berlubang menuju {where} dengan aspal baru. Alat berat didatangkan.",
    )
    for outlet, where in (("Lima", "Bukit Sirih"), ("Enam", "Rawa Pinang"), ("Tujuh", "Teluk Keladi"))
]


def test_a_matter_that_no_line_tells_has_one() -> None:
    told = current(MARKET, MARKET_AGAIN, *ROADS, SCHOOL)
    assert [line.rule for line in told if "melantik puluhan kepala sekolah" in line.text] == [leads.UNTOLD]
    assert len(told) <= leads.MOST_LINES


def test_a_story_of_one_matter_has_no_further_lines() -> None:
    assert all(line.rule != leads.UNTOLD for line in current(MARKET, MARKET_AGAIN))


def test_of_many_matters_no_more_are_told_than_an_editor_reads() -> None:
    matters = (
        "beras",
        "sepeda",
        "jembatan",
        "sumur",
        "perahu",
        "sekolah",
        "hutan",
        "lampu",
        "kebun",
        "stadion",
        "museum",
    )
    many = [
        report(f"Kabar {n}", "2026-03-09", f"Cerita {m} {n}a", f"Petugas {n}b menghitung {m} {n}c di {n}d {n}e.")
        for n, m in enumerate(matters)
    ]
    assert len(current(*many)) <= leads.MOST_LINES


def test_the_sentence_behind_tells_the_number_that_the_first_lacks() -> None:
    short = {
        **MARKET,
        "text": "Wali Kota Lontar Ida Rato membuka pasar ikan di pelabuhan. Pasar itu memuat 300 pedagang ikan.",
    }
    (first, *_) = current(short)
    assert "Pasar itu memuat 300 pedagang ikan. (Kabar Satu" in first.text
    assert [p.text[:9] for p in first.evidence] == ["Wali Kota", "Pasar itu"]
    for text in (
        "Wali Kota Lontar Ida Rato membuka pasar ikan di pelabuhan. Hal itu disampaikan pada 9 Maret 2026.",
        "Wali Kota Lontar Ida Rato membuka pasar ikan bagi 40 warga. Pasar itu memuat 300 pedagang ikan.",
        "Wali Kota Lontar Ida Rato membuka pasar ikan di pelabuhan. “Ada 300 pedagang,” kata Ida.",
    ):
        (first, *_) = current({**MARKET, "text": text})
        assert len(first.evidence) == 1, text


@pytest.mark.parametrize(
    "empty",
    [
        "Berikut beberapa alasan mengapa pasar ikan Kota Lontar dibuka.",
        "Wali Kota Lontar Ida Rato buka suara soal pasar ikan di pelabuhan.",
        "Wali Kota Lontar Ida Rato merilis jadwal terbaru.",
        "Bahkan, Wali Kota Lontar Ida Rato membuka pasar ikan di pelabuhan.",
        "Wali Kota Lontar Ida Rato akhirnya merespons.",
        "Dewan Kota Lontar merespons kabar rencana pasar ikan di pelabuhan.",
        "Suasana haru menyelimuti pasar ikan di pelabuhan Kota Lontar.",
    ],
)
def test_a_lead_that_only_announces_gives_way_to_the_sentence_that_tells(empty: str) -> None:
    told = "Pasar ikan di pelabuhan Kota Lontar dibuka setelah dua tahun ditutup."
    (first, *_) = current({**MARKET, "text": f"{empty} {told} Warga senang."})
    assert first.text.startswith(told)


def test_what_was_to_come_that_day_is_not_told_beside_what_came() -> None:
    before = {
        **MARKET,
        "text": "Wali Kota Lontar Ida Rato bakal membuka pasar ikan di pelabuhan hari ini. Warga menunggu.",
    }
    after = {**MARKET_AGAIN, "published": "2026-03-10"}
    assert not any("bakal membuka" in line.text for line in current(before, after))


def test_what_was_asked_for_is_not_told_beside_its_outcome() -> None:
    asked = report(
        "Kabar Satu",
        "2026-03-09",
        "Ida Rato Minta Izin Pakai Dana Cadangan",
        "Wali Kota Lontar Ida Rato meminta izin dewan untuk memakai dana cadangan kota. Rapat berjalan lama.",
    )
    granted = report(
        "Kabar Dua",
        "2026-03-11",
        "Dewan Setujui Dana Cadangan Lontar",
        "Dewan menyetujui Wali Kota Lontar Ida Rato memakai dana cadangan kota. Rapat selesai malam hari.",
    )
    told = current(asked, granted)
    assert any("Dewan menyetujui" in line.text for line in told)
    assert not any("meminta izin" in line.text for line in told)


@pytest.mark.parametrize(
    "text",
    [
        "Pada 3 Januari 2026, pasar ikan di pelabuhan Kota Lontar dibuka Wali Kota Ida Rato. Warga ingat itu.",
        "Pasar ikan di pelabuhan Kota Lontar kembali menghadirkan suasana menarik bagi warga. Semua senang.",
        "Pasar ikan di pelabuhan Kota Lontar menjadi kebanggaan, kata Wali Kota Ida Rato, Senin (9/3/2026). Warga senang.",
    ],
)
def test_an_old_day_or_no_news_in_a_young_report_is_not_the_latest(text: str) -> None:
    young = report("Kabar Empat", "2026-03-14", "Kota Lontar Punya Pelabuhan Baru", text)
    old = {
        **MARKET,
        "text": "Wali Kota Lontar Ida Rato membuka gedung ikan, Senin (9/3/2026). Pedagang datang sejak subuh.",
    }
    assert all(line.rule != leads.LATEST for line in current(old, MARKET_AGAIN, young))


def independence(*outlets: str) -> BriefLine:
    told = [{**r, "outlet": outlet} for r, outlet in zip((MARKET, SCHOOL, *ROADS), outlets, strict=False)]
    (line,) = (b for b in runut.account(told).brief if b.kind == "independence")
    return line


def test_outlets_are_told_where_several_reports_are_of_one() -> None:
    one = independence("Kabar Satu", "Kabar Satu")
    assert (one.text, one.english) == ("2 laporan, semuanya Kabar Satu", "2 reports, all of Kabar Satu")
    assert independence("Kabar Satu", "Kabar Dua").text == "2 laporan, 2 berdiri sendiri"
    two = independence("Kabar Satu", "Kabar Dua", "Kabar Satu")
    assert two.text == "3 laporan dari Kabar Satu & Kabar Dua"
    many = independence("Satu", "Dua", "Tiga", "Satu", "Dua")
    assert many.text.startswith("5 laporan dari 3 media")
    assert many.english.startswith("5 reports of 3 outlets")


def test_a_report_that_names_no_outlet_is_a_report_and_no_outlet() -> None:
    told = [{**r, "outlet": outlet} for r, outlet in zip((MARKET, SCHOOL, *ROADS), ("Satu", "Satu", ""), strict=False)]
    account = runut.account(told)
    (line,) = (b for b in account.brief if b.kind == "independence")
    assert (account.story.reports, account.story.outlets) == (3, 1)
    assert line.text.startswith("3 laporan dari Satu, 1 tanpa nama media")
    assert line.english.startswith("3 reports of Satu, 1 of no named outlet")
    assert independence("", "").text == "2 laporan, 2 berdiri sendiri"
    assert independence("Kabar Satu", "").text == "2 laporan, 2 berdiri sendiri"


def test_one_report_is_told_in_the_singular() -> None:
    assert independence("Kabar Satu").english == "1 report, 1 independent"


def test_sections_of_one_house_are_one_outlet() -> None:
    told = independence("pasar.kabarlontar.com", "laut.kabarlontar.com")
    assert told.text == "2 laporan, semuanya pasar.kabarlontar.com"
    assert independence("kabarlontar.press", "kabarpantai.press").text == "2 laporan, 2 berdiri sendiri"
    assert (
        independence("laut.kabarlontar.co.id", "kabarlontar.com").text == "2 laporan, semuanya laut.kabarlontar.co.id"
    )
    assert runut.account([{**MARKET, "outlet": "Kabar.com"}, {**SCHOOL, "outlet": "kabar.com"}]).story.outlets == 1


def test_copies_of_one_outlet_are_counted() -> None:
    readings = tuple(r for r in map(runut.read, (MARKET, {**SCHOOL, "outlet": "Kabar Satu"})) if isinstance(r, Reading))
    family = Family(id="f", articles=tuple(r.article.id for r in readings), why="")
    (line,) = (b for b in brief.write(Story(readings=readings, families=(family,))) if b.kind == "independence")
    assert line.text == "2 laporan, semuanya Kabar Satu; 1 naskah tersendiri; Kabar Satu (2) satu sumber"


@pytest.mark.parametrize(
    ("glued", "shown"),
    [
        ("Warga mengikuti pemeriksaankesehatangratis di balai.", "pemeriksaan kesehatan gratis di"),
        ("Ida Rato pergi. Kemarin Ratomengatakan hal itu.", "Rato mengatakan"),
        ("Warga Sirang pergi. Ada pasar di Sirangdi pesisir.", "Sirang di pesisir"),
        ("Bantuan(beras) datang ke balai.", "Bantuan (beras)"),
        ("Anggaran senilaiRp 5 miliar cair.", "senilai Rp 5"),
        ("Lomba Perahu2026 dibuka.", "Perahu 2026"),
        ("Ada 12orang dan Rp5miliar di sana.", "12 orang dan Rp5 miliar"),
        ("Rapat ke-9yang digelar di sana.", "ke-9 yang"),
        ("Liga 2024/25antara dua regu saat Covid-19yang lalu.", "2024/25 antara dua regu saat Covid-19 yang"),
        ("Surat ke info@lontar24jam saja.", "info@lontar24jam"),
        ("Lihat lontar2031.go.id kini.", "lontar2031.go.id"),
        ("Lihat info.lontar2031 kini.", "info.lontar2031"),
        ("Surat ke warga2031@lontar.id saja.", "warga2031@lontar.id"),
        ("Lihat kabar.id/warga2031 atau 24jam.id kini.", "kabar.id/warga2031 atau 24jam.id"),
        ("Ia tinggal di halaman gedung. Hal itu aman.", "halaman gedung"),
        ("Sepeda motor itu bertanggungjawab.", "bertanggungjawab"),
        ("Surat ke info@pasarikanlontar.id dan #pasarikanlontar.", "#pasarikanlontar"),
        ("Kue kastangel dan risoles.", "kastangel dan risoles"),
        ("Di Lontar ada multitafsir dan antarkota.", "multitafsir dan antarkota"),
        ("Penjualan Pasarikanlontar naik. Pasarikanlontar ramai.", "Pasarikanlontar ramai"),
    ],
)
def test_glued_words_are_shown_apart_where_that_is_sure(glued: str, shown: str) -> None:
    apart = Seams({"a": glued}, INDONESIAN).apart("a", 0, len(glued))
    assert shown in apart
    assert apart.replace(" ", "") == glued.replace(" ", "")


def test_the_evidence_of_a_line_stays_as_it_is_written() -> None:
    glued = {
        **MARKET,
        "text": "Wali Kota Lontar Ida Rato membuka pasarikan di pelabuhan. Ida Ratomengatakan warga senang.",
    }
    (first, *_) = current(glued)
    assert "membuka pasar ikan di" in first.text
    assert first.evidence[0].text == "Wali Kota Lontar Ida Rato membuka pasarikan di pelabuhan."


def test_without_tables_words_are_shown_as_they_are() -> None:
    reading = runut.read({**MARKET, "text": "Wali Kota Lontar Ida Rato membuka pasarikan di pelabuhan."})
    assert isinstance(reading, Reading)
    (first, *_) = brief.write(Story(readings=(reading,)))
    assert "pasarikan" in first.text
    english = replace(reading, language="en")
    assert "pasarikan" in Desk(Story(readings=(english,)), INDONESIAN).passage(first.evidence[0])


def test_no_excerpt_ends_between_a_number_and_its_scale() -> None:
    text = "Kas desa memuat 12 juta rupiah atau setara Rp 16.508 triliun lama menurut Ida Rato dari Lontar."
    for behind in range(5, 60):
        _head, _it, tail = around(text, (0, len(text)), text.index("12"), text.index("12") + 2, 12, behind)
        assert "16.508" not in tail or "triliun" in tail
        assert not tail.removesuffix(" …").endswith("Rp")
    start = text.index("menurut")
    for before in range(5, 60):
        head, *_ = around(text, (0, len(text)), start, start + 7, before, 5)
        assert not head.startswith(("… triliun", "… juta"))
    for most in range(20, len(text)):
        cut = shortened(text, most)
        assert cut.endswith("triliun …") or "16.508" not in cut or "triliun" in cut


@pytest.mark.parametrize("word", ["F-16", "Covid-19", "Lontar88", "9/6/2031", "ke-12"])
def test_a_word_that_ends_in_digits_stays_whole_or_goes(word: str) -> None:
    text = f"Warga Lontar yang melihat {word} di balai kota itu pulang malam hari."
    end = text.index(word) + len(word)
    assert shortened(text, end + 1) == text[:end] + " …"
    assert shortened(text, end - 1) == "Warga Lontar yang melihat …"
    start = text.index("kota")
    head, *_ = around(text, (0, len(text)), start, start + 4, start - end + 1, 5)
    assert head.startswith("… di balai")


TEAM = {"title": "Regu Temukan Korban Perahu Lontar", "outlet": "Kabar Satu", "published": "2031-06-08"}
DEAD = {
    **TEAM,
    "text": "Regu penolong menemukan korban kecelakaan perahu di Teluk Lontar. Sebanyak 5 orang tewas dalam kecelakaan perahu itu.",
}


def test_a_rejected_or_overtaken_count_is_not_told_behind_the_first_sentence() -> None:
    reading = runut.read(DEAD)
    assert isinstance(reading, Reading)
    (killed,) = (f for f in reading.figures if f.measure == "killed")
    desk = Desk(Story(readings=(reading,)), INDONESIAN)
    (line, *_) = leads.Leads(desk).central()
    assert "5 orang tewas" in line.text
    desk.gone = {killed.id}
    (line, *_) = leads.Leads(desk).central()
    assert "5 orang tewas" not in line.text and len(line.evidence) == 1
    later = {
        **TEAM,
        "outlet": "Kabar Dua",
        "published": "2031-06-10",
        "text": "Pencarian korban kecelakaan perahu di Teluk Lontar dihentikan. Sebanyak 12 orang tewas dalam kecelakaan perahu itu.",
    }
    told = [line for line in runut.account([DEAD, later]).brief if line.rule in leads.RULES]
    assert told and not any("5 orang tewas" in line.text for line in told)


def test_a_sentence_is_told_once() -> None:
    twice = {
        **MARKET,
        "text": "Wali Kota Lontar Ida Rato membuka pasar ikan di pelabuhan. "
        "Sebanyak 300 perahu nelayan menurunkan muatan garam dari Sirang.",
    }
    salt = report(
        "Kabar Dua",
        "2026-03-10",
        "Perahu Nelayan Turunkan Muatan Garam Sirang",
        "Sebanyak 300 perahu nelayan menurunkan muatan garam dari Sirang. Warga menonton.",
    )
    for reports in ((twice, salt), (twice,), (twice, salt, *ROADS)):
        evidence = [p for line in current(*reports) if line.rule in leads.RULES for p in line.evidence]
        assert len(evidence) == len({(p.article, p.start) for p in evidence})


def test_the_latest_is_of_the_matter_of_the_story() -> None:
    doctor = report(
        "Kabar Satu",
        "2026-03-09",
        "Dokter di Lontar Jadi Tersangka Pelecehan Pasien",
        "Dokter di Kota Lontar menjadi tersangka pelecehan pasien, Senin (9/3/2026). Ia diam.",
    )
    again = report(
        "Kabar Tiga",
        "2026-03-09",
        "Dokter Tersangka Pelecehan Belum Ditahan",
        "Dokter tersangka pelecehan pasien di Kota Lontar belum ditahan. Warga resah.",
    )
    student = report(
        "Kabar Dua",
        "2026-03-12",
        "Mahasiswi Mengadu Dicekoki Miras oleh Senior Kampus",
        "Seorang mahasiswi di Kota Lontar mengadu soal pelecehan, Kamis (12/3/2026). Ia diam.",
    )
    for title, of_story in ((student["title"], False), ("Dokter Tersangka Pelecehan Ditahan", True)):
        readings = [r for r in map(runut.read, (doctor, again, {**student, "title": title})) if isinstance(r, Reading)]
        desk = Desk(Story(readings=tuple(readings)), INDONESIAN)
        openings = weigh_all(desk)
        first, young = (next(o for o in openings.all if o.reading is r) for r in (readings[0], readings[-1]))
        assert leads._is_of_matter(desk, openings, young, first) is of_story


CLAIM = "Sebuah foto yang diklaim pembakaran pasar ikan di Kota Lontar beredar di media sosial."


@pytest.mark.parametrize(
    "title",
    [
        "Cek Fakta: Tidak Benar Foto Pembakaran Pasar Ikan Lontar",
        "[SALAH] Foto Pembakaran Pasar Ikan Lontar",
        "[HOAKS] Pasar Ikan Lontar Dibakar",
        "Foto Pembakaran Pasar Ikan Lontar Hoaks",
    ],
)
def test_a_fact_check_tells_its_finding_and_not_the_claim(title: str) -> None:
    rest = "Foto itu disebarkan satu akun pada 8 Maret 2026."
    finding = "Foto pembakaran pasar ikan di Kota Lontar tidak benar karena diambil di kota lain."
    told = current(
        report("Kabar Satu", "2026-03-09", title, f"{CLAIM} {rest} Warga ramai. {finding}"), MARKET, MARKET_AGAIN
    )
    assert any(finding in line.text for line in told)
    assert not any("diklaim" in line.text for line in told)
    told = current(report("Kabar Satu", "2026-03-09", title, f"{CLAIM} {rest}"), MARKET, MARKET_AGAIN)
    assert not any("diklaim" in line.text for line in told)


def test_a_report_on_who_spreads_a_hoax_is_no_fact_check() -> None:
    text = "Polisi Kota Lontar menangkap penyebar kabar pasar ikan dibakar, Senin (9/3/2026). Ia diam."
    for title in ("Polisi Tangkap Penyebar Hoaks Pasar Ikan", "Ida Rato Sebut Tidak Benar Menerima Uang Pasar"):
        assert any(
            "menangkap penyebar" in line.text for line in current(report("Kabar Satu", "2026-03-09", title, text))
        )


def test_of_several_misprinted_days_one_is_told() -> None:
    many = [{**r, "text": f"{r['text']} Itu terjadi Selasa (9/3/2026)."} for r in (MARKET, SCHOOL)]
    many[1]["text"] = many[1]["text"].replace("9/3/2026", "4/3/2026")
    told = runut.account(many)
    assert len([c for c in told.checks if c.kind == "weekday-and-date"]) > 1
    assert len([line for line in told.brief if line.rule == "check-weekday-and-date"]) == 1


def test_a_count_of_one_report_is_not_told_beside_another_matter() -> None:
    crash = report(
        "Kabar Delapan",
        "2026-03-10",
        "Truk Rem Blong di Sirang",
        "Truk menabrak warung di Sirang. Dua orang dilaporkan meninggal dunia akibat kecelakaan itu.",
    )
    told = current(MARKET, MARKET_AGAIN, *ROADS, crash)
    assert not any(line.text.startswith("Korban tewas: 2 orang") for line in told)
    assert any(line.text.startswith("Korban tewas: ") for line in current(crash))


@pytest.mark.parametrize(
    ("cue", "does"), [("berjanji", True), ("mendesak", True), ("menyebut", False), ("kata", False)]
)
def test_who_promises_or_demands_vouches_for_no_count(cue: str, does: bool) -> None:
    assert WORDS.acts(cue) is does


def test_a_name_stands_without_words_of_time() -> None:
    assert WORDS.without_time("Ida Rato baru-baru ini") == "Ida Rato"
    assert WORDS.without_time("Ida Rato") == "Ida Rato"
    assert WORDS.without_time("Kepala BPBD Lontar pekan lalu") == "Kepala BPBD Lontar"
    assert WORDS.without_time("Kepala BPBD Lontar, Senin lalu") == "Kepala BPBD Lontar"
    assert WORDS.without_time("Kepala BPBD Lontar Senin pekan ini") == "Kepala BPBD Lontar"
    assert WORDS.without_time("Kepala BPBD Lontar lalu") == "Kepala BPBD Lontar"
    assert WORDS.without_time("Kepala BPBD Lontar dua hari lalu") == "Kepala BPBD Lontar"
    assert WORDS.without_time("Bupati daerah ini") == "Bupati daerah ini"


@pytest.mark.parametrize(
    ("source", "nobody"),
    [("harian itu", True), ("lembaga tersebut", True), ("Bupati daerah ini", False), ("warga desa itu", False)],
)
def test_a_source_that_is_only_pointed_to_names_nobody(source: str, nobody: bool) -> None:
    assert WORDS.names_nobody(source) is nobody


def test_a_count_beside_a_promise_is_the_reports_own() -> None:
    told = report(
        "Kabar Satu",
        "2026-03-09",
        "Banjir Lontar",
        "Bupati Lontar Ida Rato berjanji akan meninjau bendungan setelah banjir yang menewaskan 12 warga Lontar.",
    )
    assert not any("menurut Bupati" in line.text or "menurut Ida" in line.text for line in current(told))


@pytest.mark.parametrize(
    ("sentence", "is_so"),
    [
        ("Menolak usul warga, dinas telah menutup jalan di Lontar sejak Maret 2024", True),
        ("Menolak rencana tambang, warga Lontar menutup jalan", False),
        ("Warga menolak usul dinas, yang telah menutup jalan sejak Maret", False),
        ("Menanggapi tudingan suap, Bupati Ida Rato membantah sudah menerima uang sejak Mei", False),
        ("Menolak tudingan suap, Bupati Ida Rato membantah sudah menerima uang sejak Mei", False),
        ("Menjawab tudingan suap, dinas telah membuka kas sejak Mei", False),
    ],
)
def test_a_participle_of_what_has_gone_on_for_long_is_background(sentence: str, is_so: bool) -> None:
    assert WORDS.recalls(sentence) is is_so


@pytest.mark.parametrize(
    ("sentence", "back"),
    [
        ("Bahkan, pasar ikan dibuka.", True),
        ("Meski begitu, pasar ikan dibuka.", True),
        ("Tak hanya itu, pasar ikan dibuka.", True),
        ("Ya, pasar ikan dibuka.", True),
        ("Yayasan pasar ikan dibuka.", False),
        ("Selain fokus pada ikan, pasar menjual beras.", False),
        ("Lalu lintas di pasar ikan macet.", False),
        ("Termasuk soal harga ikan di pasar.", True),
    ],
)
def test_a_sentence_behind_a_connective_leans_on_the_one_before(sentence: str, back: bool) -> None:
    assert WORDS.points_back(sentence) is back


@pytest.mark.parametrize(
    ("before", "behind", "does"),
    [
        ("Harga garam dipatok ", ".", True),
        ("Nilai tukar menembus level ", " kemarin", True),
        ("Rupiah dijual ", " per dolar", True),
        ("Sewa lapak ", "/hari", True),
        ("Kerugian akibat banjir mencapai ", " hingga kemarin", False),
        ("Bantuan bagi warga Lontar ditambah menjadi ", " persennya", False),
    ],
)
def test_a_sum_that_is_a_price_or_rate(before: str, behind: str, does: bool) -> None:
    assert WORDS.is_rate(before, behind) is does


def test_a_correction_that_was_overtaken_is_no_matter_of_its_own() -> None:
    told = runut.account(Path(__file__).parent.parent / "examples" / "kmp-lintang-samudra").brief
    assert any(line.text.startswith("Korban tewas: 11 orang") for line in told)
    assert not any("meralat" in line.text for line in told if line.kind == "current")
