"""Which day a sentence of a timeline stands on where a day is loose, of a source, of a record or of an occasion."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from runut import lang, pipeline
from runut.comparing import days, entities, families, timeline
from runut.lang import Language
from runut.model import Anchor, Article, Moment

DAY = "2031-03-06"
CARRIERS = lang.load("id").table("timeline_carriers")
SUNK = "Feri Kalimas tenggelam di Selat Warukali pada Senin (3/3/2031)."
Order = Callable[..., tuple[Moment, ...]]


@pytest.fixture(scope="module")
def order(languages: Mapping[str, Language], indonesian: Language) -> Order:
    def ordered(*texts: str) -> tuple[Moment, ...]:
        anchor = Anchor(day=DAY, origin="metadata")
        articles = [
            Article(id=f"a{n}", source=f"a{n}.txt", text=t, sha256="", published=DAY) for n, t in enumerate(texts)
        ]
        readings = tuple(pipeline.read(pipeline.glance(a, languages), anchor, languages) for a in articles)
        ents, fams = entities.join(readings, indonesian), families.group(readings, indonesian)
        return timeline.order(readings, ents, fams, indonesian)

    return ordered


def placed(order: Order, text: str, words: str) -> set[tuple[str, str, str]]:
    return {(m.date, m.kind, m.rule) for m in order(text) if words in m.text}


def of_kind(kind: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("row", [r for r in CARRIERS if r["kind"] == kind], ids=lambda row: row["words"])


@of_kind("record")
def test_what_a_record_is_measured_against_is_no_day_of_it(order: Order, row: Mapping[str, str]) -> None:
    assert "2029-03-11" not in [m.date for m in order(f"{SUNK} {row['example']}")]
    assert "2029-03-11" in [m.date for m in order(f"{SUNK} {row['counter']}")]


@pytest.mark.parametrize(
    "text",
    [
        "Kapal terbesar milik nelayan Kalimas terbakar sejak Sabtu (1/3/2031) malam di dermaga kayu.",
        "Kebakaran terbesar di Kalimas itu sejak Sabtu (1/3/2031) menghanguskan dua dermaga kayu.",
        "Tim putri Kalimas pertama kali berlatih sejak Sabtu (1/3/2031) di dermaga kayu.",
        "Tangkapan nelayan terbesar di Kalimas yang sejak Sabtu (1/3/2031) disimpan di dermaga kayu ludes.",
    ],
)
def test_what_goes_on_since_a_day_of_the_week_is_no_record(order: Order, text: str) -> None:
    assert placed(order, text, "dermaga kayu") == {("2031-03-01", "event", "own-day")}


@pytest.mark.parametrize("since", ["Mei 2030-Juni 2030", "Mei 2030", "2029", "11 Maret 2029-13 Maret 2029"])
def test_a_record_since_a_month_or_a_stretch_is_none_of_its_day(order: Order, since: str) -> None:
    moments = placed(order, f"{SUNK} Tangkapan nelayan kemarin terendah sejak {since} di dermaga kayu.", "dermaga kayu")
    assert {date for date, _, _ in moments} == {"2031-03-05"}


@of_kind("since")
def test_a_beginning_is_no_day_of_a_saying(order: Order, row: Mapping[str, str]) -> None:
    assert ("2031-03-02", "said") not in [(m.date, m.kind) for m in order(row["example"])]
    if row["counter"]:
        assert ("2031-03-02", "said") in [(m.date, m.kind) for m in order(row["counter"])]


@of_kind("before")
def test_what_was_before_is_not_of_the_day_of_the_report(order: Order, row: Mapping[str, str]) -> None:
    assert not placed(order, f"{SUNK} {row['example']}", "ambruk") & {(DAY, "reported", "day-of-report")}
    assert placed(order, f"Feri itu aman. {row['counter']}", "ambruk") == {(DAY, "reported", "day-of-report")}


@of_kind("provision")
def test_a_rule_of_law_is_no_moment(order: Order, row: Mapping[str, str]) -> None:
    assert not placed(order, f"{SUNK} {row['example']}", "dermaga kayu")
    assert placed(order, f"{SUNK} {row['counter']}", "dermaga kayu")


@pytest.mark.parametrize(
    "row", [r for r in CARRIERS if r["kind"] in {"anyone", "penal", "relative"}], ids=lambda row: row["words"]
)
def test_a_rule_of_law_tells_whom_it_is_about_and_nothing_done(order: Order, row: Mapping[str, str]) -> None:
    assert not placed(order, row["example"], "dermaga kayu")
    assert placed(order, row["counter"], "dermaga kayu") == {(DAY, "reported", "day-of-report")}


@pytest.mark.parametrize(
    "text",
    [
        "Polisi menangkap tiga perusak dermaga kayu di Kalimas dengan ancaman hukuman lima tahun penjara.",
        "Hakim menghukum perusak dermaga kayu dua tahun penjara, lebih ringan daripada ancaman hukuman lima tahun.",
        "Polisi menangkap dua perusak dermaga kayu dan keduanya diancam pidana penjara lima tahun.",
    ],
)
def test_an_arrest_with_its_rule_of_law_is_a_moment(order: Order, text: str) -> None:
    assert placed(order, text, "dermaga kayu") == {(DAY, "reported", "day-of-report")}


@pytest.mark.parametrize(
    "words", ["Dua dermaga kayu kan kemarin roboh", "Waktu rapat kemarin dua dermaga kayu sudah roboh"]
)
def test_a_loose_yesterday_in_speech_is_no_day(order: Order, words: str) -> None:
    text = f"“{words} diterjang ombak,” kata Sari Wulandari."
    assert "2031-03-05" not in [m.date for m in order(text)]


@pytest.mark.parametrize("words", ["Kejadian kemarin saat hujan deras", "Gempa kemarin itu"])
def test_a_yesterday_that_tells_when_it_happened_is_a_day(order: Order, words: str) -> None:
    text = f"“{words} merobohkan dua dermaga kayu,” kata Sari Wulandari."
    assert placed(order, text, "dermaga kayu") == {("2031-03-05", "event", "own-day")}


def test_what_a_source_is_cited_for_was_said_by_then(order: Order) -> None:
    text = "“Dermaga kayu sudah roboh,” kata Sari Wulandari, dikutip dari Kabar Warukali, Rabu (5/3/2031)."
    assert placed(order, text, "roboh") == {("2031-03-05", "said", "day-of-source")}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "Dikutip dari Kabar Warukali, Sari Wulandari mengatakan pada Selasa (4/3/2031) dermaga kayu sudah lapuk.",
            "said",
        ),
        ("Diberitakan sebelumnya, Sari Wulandari mengatakan pada Selasa (4/3/2031) dermaga kayu sudah lapuk.", "said"),
        (
            "Dilihat dari bukit Warukali, asap mengepul di dermaga kayu sejak Selasa (4/3/2031), kata Sari Wulandari.",
            "event",
        ),
        (
            "Dilansir Kabar Warukali, gempa mengguncang dermaga kayu Selasa (4/3/2031) pagi, kata Sari Wulandari.",
            "event",
        ),
    ],
)
def test_a_day_behind_what_is_said_or_happens_is_not_that_of_the_source(order: Order, text: str, kind: str) -> None:
    assert placed(order, text, "dermaga kayu") == {("2031-03-04", kind, "own-day")}


def test_what_is_said_at_one_occasion_was_said_on_its_day(order: Order) -> None:
    occasion = "Hal itu terungkap dalam sidang di Kalimas, Rabu (5/3/2031)."
    lead, other = "Feri Kalimas memuat garam tanpa surat.", "Nelayan mengatakan papan dermaga sudah lama lapuk."
    assert placed(order, f"{lead} {occasion} {other}", "lapuk") == {("2031-03-05", "said", "report-said-on")}
    elsewhere = "“Perahu aman,” kata Bupati Sari Wulandari, Selasa (4/3/2031)."
    assert placed(order, f"{lead} {occasion} {elsewhere} {other}", "lapuk") == {(DAY, "said", "day-of-report")}


@of_kind("gathering")
def test_at_a_gathering_it_is_said_whoever_speaks(order: Order, row: Mapping[str, str]) -> None:
    lead, other = "Feri Kalimas memuat garam tanpa surat.", "Nelayan mengatakan papan dermaga sudah lama lapuk."
    assert placed(order, f"{lead} {row['example']} {other}", "lapuk") == {("2031-03-05", "said", "report-said-on")}
    assert placed(order, f"{lead} {row['counter']} {other}", "lapuk") == {(DAY, "said", "day-of-report")}


@of_kind("apart")
def test_what_is_said_elsewhere_was_not_said_at_the_gathering(order: Order, row: Mapping[str, str]) -> None:
    gathering = "Feri Kalimas memuat garam tanpa surat. Hal itu terungkap dalam sidang di Kalimas, Rabu (5/3/2031)."
    assert placed(order, f"{gathering} {row['example']}", "lapuk") == {(DAY, "said", "day-of-report")}
    assert placed(order, f"{gathering} {row['counter']}", "lapuk") == {("2031-03-05", "said", "report-said-on")}


def test_the_day_of_one_speaker_is_not_that_of_another(order: Order) -> None:
    told = "Feri Kalimas memuat garam tanpa surat. Hal itu disampaikan Bupati Sari Wulandari, Rabu (5/3/2031)."
    own, other = (f"{who} mengatakan papan dermaga sudah lapuk." for who in ("Sari", "Gubernur Wirya Santoso"))
    assert {m.date for m in order(f"{told} {own}")} == {"2031-03-05"}
    assert placed(order, f"{told} {other}", "lapuk") == {(DAY, "said", "day-of-report")}


def test_the_clock_of_a_stretch_of_days_gives_no_day_of_its_own(order: Order) -> None:
    text = "Dermaga kayu ditutup pukul 12.00-15.00 sejak 1 Februari hingga 9 Februari 2031."
    assert {date for date, _, _ in placed(order, text, "ditutup")} == {"2031-02-01/2031-02-09"}


@pytest.mark.parametrize(
    "text",
    [
        "Jalan ditutup Rabu (5/3/2031). Truk yang dibeli pada Februari 2031 menabrak dermaga kayu pukul 20.00 WIB.",
        "Pasar ditutup Rabu (5/3/2031). Warga yang mengungsi sejak banjir Februari kembali ke dermaga kayu pukul 20.00 WIB.",
    ],
)
def test_a_clock_keeps_its_day_beside_a_month_of_another_clause(order: Order, text: str) -> None:
    assert "2031-03-05" in {date for date, _, _ in placed(order, text, "dermaga kayu")}


def test_a_term_of_office_is_no_day_of_a_saying(order: Order) -> None:
    text = "Bupati Kalimas periode 2 Mei 2029-7 Juni 2030 Sari Wulandari mengatakan papan dermaga sudah lapuk."
    assert placed(order, text, "lapuk") == {(DAY, "said", "day-of-report")}


def test_a_week_sorts_among_its_days() -> None:
    values = ["2031-03-01", "2031-W09", "2031-02-23", "2031-02"]
    assert sorted(values, key=days.find_begin) == ["2031-02", "2031-02-23", "2031-W09", "2031-03-01"]


@of_kind("until")
def test_the_last_day_of_what_goes_on_is_to_come_and_the_telling_stays_on_its_own_day(
    order: Order, row: Mapping[str, str]
) -> None:
    told = placed(order, row["example"], "dermaga kayu")
    assert told == {("2031-05-20", "planned", "last-day"), (DAY, "reported", "day-of-report")}
    assert placed(order, row["counter"], "dermaga kayu") == {("2031-05-20", "planned", "own-day")}


@of_kind("deadline")
def test_a_deadline_is_to_come(order: Order, row: Mapping[str, str]) -> None:
    assert ("2031-05-20", "planned", "last-day") in placed(order, row["example"], "dermaga kayu")
    assert placed(order, row["counter"], "dermaga kayu") == {("2031-05-20", "planned", "own-day")}


@pytest.mark.parametrize("kind", ["change", "from"])
def test_the_day_of_a_figure_that_another_is_held_against_is_not_that_of_the_sentence(order: Order, kind: str) -> None:
    for row in (r for r in CARRIERS if r["kind"] == kind):
        assert placed(order, row["example"], "dermaga kayu") == {(DAY, "reported", "day-of-report")}
        assert placed(order, row["counter"], "dermaga kayu") == {("2031-01", "event", "own-day")}


def test_what_has_gone_on_up_to_a_month_is_told_on_the_day_of_the_report(order: Order) -> None:
    text = "Nelayan menangkap 18,5 ton ikan di dermaga kayu hingga Januari 2031."
    assert placed(order, text, "dermaga kayu") == {(DAY, "reported", "day-of-report")}


def test_what_is_so_up_to_a_past_day_is_so_on_it(order: Order) -> None:
    text = "Hingga Rabu (5/3/2031), petugas menemukan dua nelayan tewas di dermaga kayu."
    assert placed(order, text, "dermaga kayu") == {("2031-03-05", "event", "own-day")}


@pytest.mark.parametrize(
    "text",
    [
        "Sebanyak 12 orang hingga Rabu (5/3/2031) tewas terseret arus di dermaga kayu.",
        "Puncaknya 120 nelayan hingga Rabu (5/3/2031) dirawat di dermaga kayu.",
        "14 rumah sampai Rabu (5/3/2031) roboh di dermaga kayu.",
    ],
)
def test_a_count_up_to_a_past_day_is_no_stretch(order: Order, text: str) -> None:
    assert placed(order, text, "dermaga kayu") == {("2031-03-05", "event", "own-day")}


def test_who_arrives_on_a_day_does_nothing_until_then(order: Order) -> None:
    coming = "Kapal feri sampai pada Jumat (14/3/2031) di dermaga kayu."
    assert placed(order, coming, "dermaga kayu") == {("2031-03-14", "planned", "own-day")}
    term = coming.replace("sampai pada", "disewa sampai")
    assert ("2031-03-14", "planned", "last-day") in placed(order, term, "dermaga kayu")


def test_a_stretch_of_two_days_begins_on_its_first(order: Order) -> None:
    text = "Nelayan membangun dermaga kayu pada Senin (3/3/2031) hingga Rabu (5/3/2031)."
    assert {day for day, _, _ in placed(order, text, "dermaga kayu")} == {"2031-03-03"}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Itu kunjungan pertama Bupati Sari ke dermaga kayu sejak dilantik pada Oktober 2030.", DAY),
        ("Nelayan mogok di dermaga kayu sejak dilarang melaut pada Senin (3/3/2031).", "2031-03-03"),
        ("Nelayan memakai dermaga kayu sejak Oktober 2030.", "2030-10"),
    ],
)
def test_the_month_of_a_deed_since_which_something_is_so_is_not_its_day(order: Order, text: str, day: str) -> None:
    assert {told for told, _, _ in placed(order, text, "dermaga kayu")} == {day}


@pytest.mark.parametrize(
    "text",
    [
        "Bupati Sari meresmikan dermaga kayu, Senin (14/2/2031).",
        "“Dermaga kayu sudah roboh,” kata Sari Wulandari, Senin (14/2/2031).",
    ],
)
def test_a_date_that_its_own_weekday_denies_places_nothing(order: Order, text: str) -> None:
    assert {day for day, _, _ in placed(order, text, "ermaga kayu")} == {DAY}
    right = text.replace("Senin", "Jumat")
    assert {day for day, _, _ in placed(order, right, "ermaga kayu")} == {"2031-02-14"}


def test_a_denied_date_that_the_report_tells_rightly_too_is_a_day(order: Order) -> None:
    text = "Bupati Sari meresmikan dermaga kayu, Senin (14/2/2031). Pada 14 Februari 2031 nelayan berpesta."
    assert {day for day, _, _ in placed(order, text, "dermaga kayu")} == {"2031-02-14"}


def test_today_in_quoted_words_in_which_nothing_happens_is_when_they_were_said(order: Order) -> None:
    quiet = "“Dermaga kayu milik warga yang berkumpul hari ini harus dirawat,” kata Sari Wulandari."
    assert {(day, kind) for day, kind, _ in placed(order, quiet, "ermaga kayu")} == {(DAY, "said")}
    deed = "“Dermaga kayu ambruk hari ini dan menewaskan dua nelayan,” kata Sari Wulandari."
    assert {(day, kind) for day, kind, _ in placed(order, deed, "ermaga kayu")} == {(DAY, "event")}


def test_a_day_to_come_is_planned_until_a_report_tells_that_it_happened(order: Order) -> None:
    coming = "Nelayan akan membuka dermaga kayu pada Jumat (7/3/2031)."
    assert placed(order, coming, "dermaga kayu") == {("2031-03-07", "planned", "own-day")}
    (moment,) = (m for m in order(coming) if m.kind == "planned")
    assert moment.happened is None


@of_kind("there")
def test_what_is_said_at_the_occasion_told_before_was_said_on_its_day(order: Order, row: Mapping[str, str]) -> None:
    visit = "Rombongan pemerintah mendatangi Pulau Warukali, Rabu (5/3/2031)."
    assert placed(order, f"{visit} {row['example']}", "dermaga kayu") == {("2031-03-05", "said", "said-there")}
    assert placed(order, f"{visit} {row['counter']}", "dermaga kayu") == {(DAY, "said", "day-of-report")}


def test_an_occasion_of_last_week_does_not_date_what_is_said_of_it(order: Order) -> None:
    text = "Rombongan pemerintah mendatangi Pulau Warukali, Jumat (28/2/2031). Dalam sambutannya ia mengatakan dermaga kayu lapuk."
    assert "2031-02-28" not in {day for day, _, _ in placed(order, text, "dermaga kayu")}


def test_of_two_days_told_before_neither_is_that_of_the_occasion(order: Order) -> None:
    visit, said = (
        "Bupati Sari Wulandari mengunjungi pasar, Selasa (4/3/2031).",
        "Dalam kunjungannya, Sari mengatakan dermaga kayu lapuk.",
    )
    theft = "Polisi menangkap dua pencuri, Rabu (5/3/2031)."
    assert placed(order, f"{visit} {said}", "dermaga kayu") == {("2031-03-04", "said", "said-there")}
    assert placed(order, f"{visit} {theft} {said}", "dermaga kayu") == {(DAY, "said", "day-of-report")}
    fair = "Pasar malam dibuka pada Senin (10/3/2031)."
    assert placed(order, f"{visit} {fair} {said}", "dermaga kayu") == {("2031-03-04", "said", "said-there")}


def test_a_report_of_years_ago_tells_nothing_of_its_own_day(order: Order) -> None:
    told = "Feri itu karam setelah dihantam ombak. Tim menyelamatkan dua awak."
    old = order(
        f"Hari ini empat tahun lalu, tepatnya pada 3 Maret 2027, feri Kalimas tenggelam di Selat Warukali. {told}"
    )
    assert all(not m.date.startswith("2031") or m.rule == "no-day" for m in old)
    assert any(m.date == "2031-03-03" for m in order(f"{SUNK} {told}"))


@of_kind("earlier")
def test_what_was_said_before_is_not_said_on_the_day_of_the_report(order: Order, row: Mapping[str, str]) -> None:
    assert not placed(order, f"{SUNK} {row['example']}", "lapuk")
    assert {kind for _, kind, _ in placed(order, f"{SUNK} {row['counter']}", "lapuk")} == {"said"}
    both = "Bupati Sari Wulandari, yang {} mengatakan dermaga utuh, kini mengatakan dermaga nelayan Kalimas lapuk."
    assert placed(order, both.format(row["words"]), "lapuk")


@of_kind("at-first")
def test_a_first_account_is_not_of_the_day_of_the_report(order: Order, row: Mapping[str, str]) -> None:
    assert not placed(order, f"{SUNK} {row['example']}", "lapuk")
    told = f"{SUNK} {row['words'].capitalize()}, papan dermaga nelayan Kalimas lapuk, kata Bupati Sari Wulandari."
    assert {kind for _, kind, _ in placed(order, told, "lapuk")} == {"said"}  # only what she tells of was before


@of_kind("counted-from")
def test_what_is_counted_from_a_deed_is_not_of_its_day(order: Order, row: Mapping[str, str]) -> None:
    burned = "Satu gudang pupuk di Warukali terbakar pada Senin (3/3/2031)."
    assert "2031-03-03" not in {date for date, _, _ in placed(order, f"{burned} {row['example']}", "nelayan")}
    assert {date for date, _, _ in placed(order, f"{burned} {row['counter']}", "nelayan")} == {"2031-03-03"}


@pytest.mark.parametrize(
    ("text", "days_told"),
    [
        ("Sedikitnya 40 nelayan Kalimas tewas sejak 1 Februari 2031.", {DAY}),
        ("Perahu nelayan Kalimas disita sejak 1 Februari 2031.", {"2031-02-01"}),
        ("Sedikitnya 40 nelayan tewas pada Selasa (4/3/2031), hari kelam sejak badai Januari 2031.", {"2031-03-04"}),
        (
            "Sedikitnya 40 nelayan tewas pada Selasa (4/3/2031), hari paling kelam sejak badai bulan lalu.",
            {"2031-03-04"},
        ),
    ],
)
def test_a_sum_or_a_record_is_not_of_the_day_since_which_it_is(order: Order, text: str, days_told: set[str]) -> None:
    assert {date for date, _, _ in placed(order, text, "elayan")} == days_told


def test_a_day_counted_from_one_that_is_not_told_is_not_that_of_the_report(order: Order) -> None:
    assert not placed(order, "Sehari sebelumnya, Bupati Sari Wulandari mengatakan dermaga kayu lapuk.", "lapuk")
    assert placed(order, "Bupati Sari Wulandari, yang saat itu sakit, mengatakan dermaga kayu lapuk.", "lapuk")


def test_the_last_day_of_what_goes_on_is_not_carried_on(order: Order) -> None:
    told = "Bupati Sari menutup dermaga kayu hingga 20 Mei 2031. Kejadian itu merupakan bencana terburuk di Warukali."
    assert "2031-05-20" not in {date for date, _, _ in placed(order, told, "terburuk")}
