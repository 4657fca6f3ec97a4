"""The timeline: on which day a sentence stands, which sentences tell the same thing, and what is left out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import pytest

from runut import lang, pipeline
from runut.comparing import days as day_values
from runut.comparing import entities, families, lines, timeline
from runut.comparing.openings import find_openings
from runut.lang import Language
from runut.model import Anchor, Article, Family, Moment, Reading

Order = Callable[..., tuple[Moment, ...]]
DAY = "2031-03-06"  # a Thursday


@pytest.fixture(scope="module")
def read(languages: Mapping[str, Language]) -> Callable[..., tuple[Reading, ...]]:
    def read_all(*texts: str, day: str | None = DAY) -> tuple[Reading, ...]:
        out = []
        for n, text in enumerate(texts):
            article = Article(id=f"a{n}", source=f"a{n}.txt", text=text, sha256="", published=day)
            anchor = Anchor(day=day, origin="metadata" if day else None)
            out.append(pipeline.read(pipeline.glance(article, languages), anchor, languages))
        return tuple(out)

    return read_all


@pytest.fixture(scope="module")
def order(read, indonesian: Language) -> Order:  # type: ignore[no-untyped-def]
    def ordered(*texts: str, day: str | None = DAY) -> tuple[Moment, ...]:
        readings = read(*texts, day=day)
        ents, fams = entities.join(readings, indonesian), families.group(readings, indonesian)
        moments = timeline.order(readings, ents, fams, indonesian)
        for moment in moments:
            assert moment.evidence
            for place in moment.evidence:
                assert 0 < place.end - place.start <= timeline.LONGEST
            first = moment.evidence[0]
            assert moment.text == texts[int(first.article[1:])][first.start : first.end]
        return moments

    return ordered


def days(moments: tuple[Moment, ...], words: str) -> list[str]:
    return [m.date for m in moments if words in m.text]


def test_a_sentence_stands_on_its_own_day(order: Order) -> None:
    moments = order("Feri Kalimas tenggelam di Selat Warukali pada Senin (3/3/2031). Bupati mengunjungi dermaga.")
    assert days(moments, "tenggelam") == ["2031-03-03"]
    assert [m.kind for m in moments if "tenggelam" in m.text] == ["event"]


def test_what_bears_no_day_stands_on_the_day_of_the_report(order: Order) -> None:
    moments = order("Feri Kalimas tenggelam di Selat Warukali dan tiga awaknya hilang.")
    assert [(m.date, m.kind, m.rule) for m in moments] == [(DAY, "reported", "day-of-report")]


def test_without_any_day_there_is_no_moment(order: Order) -> None:
    assert order("Feri Kalimas tenggelam di Selat Warukali dan tiga awaknya hilang.", day=None) == ()


CARRIERS = lang.load("id").table("timeline_carriers")
SUNK = "Feri Kalimas tenggelam di Selat Warukali pada Senin (3/3/2031)."


@pytest.mark.parametrize("row", [r for r in CARRIERS if r["kind"] == "carry"], ids=lambda row: row["words"])
def test_a_sentence_that_goes_on_takes_the_day_along(order: Order, row: Mapping[str, str]) -> None:
    going_on = f"{row['example'][:-1]} dan merusak dermaga nelayan."
    assert [m.date for m in order(f"{SUNK} {going_on}") if m.rule == "day-carried-on"] == ["2031-03-03"]
    other = f"{row['counter'][:-1]} dan merusak dermaga nelayan."
    assert not [m for m in order(f"{SUNK} {other}") if m.rule == "day-carried-on"]


@pytest.mark.parametrize("row", [r for r in CARRIERS if r["kind"] == "point"], ids=lambda row: row["words"])
def test_a_sentence_that_tells_when_the_one_before_was_said(order: Order, row: Mapping[str, str]) -> None:
    said = "Semua awak feri Kalimas sudah ditemukan di Pulau Karang."
    assert days(order(f"{said} {row['example']}"), "Semua awak") == ["2031-03-05"]
    if row["counter"]:
        assert all(m.rule != "day-pointed-back" for m in order(f"{said} {row['counter']}"))


def test_a_carried_day_is_that_of_the_sentence_before(order: Order) -> None:
    moments = order(
        "Feri Kalimas tenggelam di Selat Warukali pada Senin (3/3/2031). "
        "Insiden tersebut merusak dua dermaga kayu milik nelayan."
    )
    assert days(moments, "merusak dua dermaga") == ["2031-03-03"]


def test_what_is_said_stands_on_the_day_it_was_said(order: Order) -> None:
    moments = order(
        "Feri Kalimas tenggelam di Selat Warukali pada Senin (3/3/2031). "
        "“Pencarian terus kami lakukan sampai semua awak ditemukan,” kata Bupati Sari Wulandari, Rabu (5/3/2031)."
    )
    assert ("2031-03-05", "said") in [(m.date, m.kind) for m in moments]


def test_all_that_one_speaker_says_on_a_day_is_one_moment(order: Order) -> None:
    moments = order(
        "“Pencarian terus kami lakukan sampai semua awak ditemukan,” kata Bupati Sari Wulandari, Rabu (5/3/2031). "
        "“Keluarga menunggu di balai desa dengan tabah,” kata Sari Wulandari."
    )
    said = [m for m in moments if m.kind == "said"]
    assert [m.date for m in said] == ["2031-03-05"]
    assert len(said[0].evidence) == 2


def test_reports_of_the_same_thing_are_one_moment(order: Order) -> None:
    moments = order(
        "Feri Kalimas tenggelam di Selat Warukali pada Senin (3/3/2031).",
        "Pada Senin (3/3/2031), feri Kalimas tenggelam saat melintasi Selat Warukali.",
        "Harga cabai di Pasar Warukali turun pada Senin (3/3/2031) setelah panen raya.",
    )
    assert sorted(len({p.article for p in m.evidence}) for m in moments) == [1, 2]


@pytest.mark.parametrize(
    "value, placed",
    [
        ("2031-03-05", True),
        ("2031-03-05TMO", True),
        ("2031-02", True),
        ("2031-W09", True),
        ("2031-01/2031-02", True),
        ("2031", False),
        ("PAST_REF", False),
        ("2031-03", False),
        ("2031-W10", False),
        ("2031-03-05/2031-03-06", False),
        ("2030-12/2031-03", False),
        ("2029/2031", False),
        ("2029", True),
        ("2024/2025", True),
    ],
)
def test_a_period_that_reaches_the_report_is_no_day_of_its_own(value: str, placed: bool) -> None:
    assert day_values.is_placed(value, DAY) is placed


@pytest.mark.parametrize(
    "value, day",
    [
        ("2031-03-05T10:30", "2031-03-05"),
        ("2031-03-05T10:30/2031-03-05T11:00", "2031-03-05"),
        ("2031-03-04/2031-03-05", "2031-03-04/2031-03-05"),
        ("2031-02", "2031-02"),
    ],
)
def test_a_moment_stands_on_a_day_whatever_the_clock(value: str, day: str) -> None:
    assert day_values.find_day(value) == day


def test_a_life_long_past_gains_nothing_by_its_dates(order: Order) -> None:
    old = " ".join(f"Rendra Sasmita menjadi lurah Warukali {n} pada 12 Mei {1950 + n}." for n in range(9))
    moments = order(f"Feri Kalimas tenggelam di Selat Warukali pada Senin (3/3/2031). {old}")
    assert days(moments, "tenggelam") == ["2031-03-03"]
    assert len([m for m in moments if m.date < "2000"]) <= timeline.MOST_BACKGROUND


def test_a_long_sentence_is_cut_into_passages(order: Order) -> None:
    long = (
        "Feri Kalimas tenggelam pada Senin (3/3/2031) di dekat "
        + ", ".join(f"Pulau Karang {n}" for n in range(60))
        + "."
    )
    moments = order(long)
    assert sum(len(m.evidence) for m in moments) > 1


def test_moments_are_in_the_order_of_days(order: Order) -> None:
    moments = order(
        "Dermaga Warukali diperbaiki pada Rabu (5/3/2031). Feri Kalimas tenggelam pada Senin (3/3/2031). "
        "Penyelidikan dimulai pada Selasa (4/3/2031)."
    )
    assert [m.date for m in moments] == sorted(m.date for m in moments)
    assert len(moments) == 3


@pytest.mark.parametrize("row", [r for r in CARRIERS if r["kind"] == "cited"], ids=lambda row: row["words"])
def test_the_day_of_the_source_is_no_day_of_the_event(order: Order, row: Mapping[str, str]) -> None:
    moments = order(f"{SUNK} {row['example']}")
    assert "2031-03-05" not in [m.date for m in moments if m.kind == "event"]


@pytest.mark.parametrize("row", [r for r in CARRIERS if r["kind"] == "lean"], ids=lambda row: row["words"])
def test_what_leans_on_the_line_before_matters_less(
    read: Callable[..., tuple[Reading, ...]], indonesian: Language, row: Mapping[str, str]
) -> None:
    def weight(sentence: str) -> float:
        readings = read(f"{SUNK} {sentence}")
        ents, fams = entities.join(readings, indonesian), families.group(readings, indonesian)
        return lines.find_lines(readings, ents, fams, indonesian)[-1].weight

    plain = weight("Petugas balai desa lalu memeriksa dua dermaga kayu milik nelayan.")
    assert weight(row["example"]) < plain
    if row["counter"]:
        assert weight(row["counter"]) == plain


@pytest.mark.parametrize(
    "day, period, within",
    [
        ("2031-03-05", "2031-03", True),
        ("2031-03-05", "2031-02", False),
        ("2031-03-05", "2031-W10", True),
        ("2031-03-05", "2031-W11", False),
        ("2031-03-05", "2031-02/2031-03", True),
        ("2031-03-05", "2031-03-04/2031-03-06", True),
        ("2031-03", "2031", False),
    ],
)
def test_a_day_lies_in_a_period(day: str, period: str, within: bool) -> None:
    assert day_values.is_within(day, period) is within


def test_a_month_goes_to_the_day_that_tells_the_same(order: Order) -> None:
    moments = order(
        "Feri Kalimas tenggelam di Selat Warukali pada 12 Februari 2031.",
        "Feri Kalimas tenggelam di Selat Warukali pada Februari 2031 dan belum diangkat.",
    )
    assert [m.date for m in moments] == ["2031-02-12"]


def test_a_report_that_repeats_itself_is_evidence_once(order: Order) -> None:
    moments = order(
        "Feri Kalimas tenggelam di Selat Warukali pada Senin (3/3/2031). "
        "Feri Kalimas itu tenggelam di Selat Warukali pada Senin (3/3/2031) pagi.",
        "Pada Senin (3/3/2031), feri Kalimas tenggelam saat melintasi Selat Warukali.",
    )
    assert [[p.article for p in m.evidence] for m in moments if m.date == "2031-03-03"] == [["a0", "a1"]]


def test_a_report_that_tells_more_of_it_is_evidence_twice(order: Order) -> None:
    moments = order(
        "Feri Kalimas tenggelam di Selat Warukali pada Senin (3/3/2031). "
        "Saat tenggelam pada Senin (3/3/2031), feri memuat sembilan peti garam dan dua gerobak sayur.",
        "Pada Senin (3/3/2031), feri Kalimas tenggelam saat melintasi Selat Warukali.",
    )
    (moment,) = (m for m in moments if m.date == "2031-03-03")
    assert sorted(p.article for p in moment.evidence) == ["a0", "a0", "a1"]
    assert (moment.reports, len(moment.evidence)) == (2, 3)


def test_today_in_words_of_an_earlier_day_is_that_day(order: Order) -> None:
    moments = order(
        "“Hari ini semua awak feri Kalimas kami temukan di Pulau Karang,” kata Bupati Sari, Selasa (4/3/2031)."
    )
    assert {m.date for m in moments} == {"2031-03-04"}


def test_a_holiday_named_in_passing_is_no_moment(order: Order) -> None:
    moments = order(
        "Feri Kalimas yang melayani penumpang libur Natal 2030 tenggelam di Selat Warukali dan tiga awaknya hilang."
    )
    assert "2030-12-25" not in [m.date for m in moments]


def test_what_harms_is_one_deed_whatever_the_word(order: Order) -> None:
    moments = order(
        "Feri Kalimas tenggelam pada Senin (3/3/2031). Badai itu menewaskan tiga awak feri Kalimas pada Senin (3/3/2031).",
        "Tiga awak Kalimas tewas pada Senin (3/3/2031) di Selat Warukali.",
    )
    dead = [m for m in moments if "awak" in m.text and m.date == "2031-03-03"]
    assert len(dead) == 1


@pytest.mark.parametrize("row", [r for r in CARRIERS if r["kind"] == "dated"], ids=lambda row: row["words"])
def test_a_bare_year_that_says_when_is_a_day_of_its_own(
    read: Callable[..., tuple[Reading, ...]], indonesian: Language, row: Mapping[str, str]
) -> None:
    def years(sentence: str) -> list[str]:
        readings = read(f"{SUNK} {sentence}")
        found = lines.find_lines(readings, (), families.group(readings, indonesian), indonesian)
        return [line.day for line in found if day_values.is_year(line.day)]

    assert years(row["example"])
    if row["counter"]:
        assert not years(row["counter"])


def test_a_bare_year_is_told_where_two_reports_tell_it(order: Order) -> None:
    one = "Dermaga kayu Warukali dibangun nelayan pada tahun 2026."
    other = "Nelayan membangun dermaga kayu di Warukali itu pada 2026, kata camat."
    assert "2026" not in [m.date for m in order(f"{SUNK} {one}")]
    assert "2026" in [m.date for m in order(f"{SUNK} {one}", other)]


def test_a_weekday_mends_a_misprinted_month(order: Order) -> None:
    moments = order("Dermaga kayu Warukali dibuka lagi oleh Bupati Sari pada Senin (3/4/2031).")
    assert [(m.date, m.rule) for m in moments] == [("2031-03-03", "day-mended")]
    moments = order("Dermaga kayu Warukali dibuka lagi oleh Bupati Sari pada Senin (27/1/2031).")
    assert [(m.date, m.rule) for m in moments] == [("2031-01-27", "own-day")]


def test_a_part_of_the_month_of_the_report_is_a_day_of_its_own(order: Order) -> None:
    moments = order("Dermaga kayu Warukali ambruk diterjang ombak pada awal Maret 2031.")
    assert [m.date for m in moments] == ["2031-03"]


def test_a_report_without_a_day_stands_on_the_last_day_that_it_tells(order: Order) -> None:
    moments = order(
        "Dermaga kayu Warukali ambruk pada Senin (3/3/2031). Papan kayu di dermaga nelayan itu sudah lapuk.", day=None
    )
    assert days(moments, "lapuk") == ["2031-03-03"]
    assert "last-day-told" in [m.rule for m in moments]
    assert not order("Bupati Sari mengunjungi nelayan di balai desa Warukali.", day=None)
    moments = order(
        "Dermaga kayu Warukali ambruk pada Senin (3/3/2031). Papan dermaga yang ambruk bulan lalu itu sudah lapuk.",
        day=None,
    )
    assert days(moments, "lapuk") == []


def test_an_editor_reads_nineteen_lines(order: Order) -> None:
    things = ["dermaga", "pasar", "gudang", "sekolah", "jembatan", "masjid", "lumbung", "pabrik", "kapal", "menara"]
    texts = [
        " ".join(
            f"Petugas {n}{thing} merusak {thing} milik warga{thing} {n} pada {d}/3/2031."
            for n, thing in enumerate(things)
        )
        for d in (3, 4, 5)
    ]
    assert len(order(*texts)) <= timeline.MOST == 19


def test_what_is_not_chosen_is_folded_under_what_it_is_like(
    read: Callable[..., tuple[Reading, ...]], indonesian: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    readings = read(
        "Feri Kalimas tenggelam di Selat Warukali pada Senin (3/3/2031). "
        "Tim penyelam dan dua kapal cepat dikerahkan mencari awak ke Selat Warukali sejak Senin (3/3/2031) malam."
    )
    monkeypatch.setattr(timeline, "MOST", 1)
    (moment,) = timeline.order(readings, (), families.group(readings, indonesian), indonesian)
    assert len(moment.evidence) == 2


@pytest.mark.parametrize("row", [r for r in CARRIERS if r["kind"] == "compared"], ids=lambda row: row["words"])
def test_what_is_measured_against_is_no_day_of_what_happened(order: Order, row: Mapping[str, str]) -> None:
    assert "2031-02" not in [m.date for m in order(f"{SUNK} {row['example']}")]
    if row["counter"]:
        assert "2031-02" in [m.date for m in order(f"{SUNK} {row['counter']}")]


def test_what_is_told_again_without_a_day_stands_on_the_day_it_happened(order: Order) -> None:
    moments = order(
        "Feri Kalimas tenggelam di Selat Warukali pada Senin (3/3/2031).",
        "Sebelumnya feri Kalimas tenggelam di Selat Warukali saat badai.",
    )
    assert [(m.date, len(m.evidence)) for m in moments] == [("2031-03-03", 2)]


def test_a_name_and_a_day_are_no_moment(read: Callable[..., tuple[Reading, ...]], indonesian: Language) -> None:
    readings = read(f"{SUNK} Kepala Humas Pelabuhan Warukali, Sari Anggraini Putri, Rabu (5/3/2031).")
    found = lines.find_lines(readings, (), families.group(readings, indonesian), indonesian)
    assert found[-1].weight < found[0].weight - lines.EMPTY


def test_a_report_that_repeats_another_of_the_day_before_adds_no_moment(
    read: Callable[..., tuple[Reading, ...]], indonesian: Language
) -> None:
    first = read("Petugas balai desa memeriksa dua dermaga kayu milik nelayan Warukali.", day="2031-03-05")
    second = read("Dua dermaga kayu milik nelayan Warukali itu diperiksa petugas balai desa.", day="2031-03-06")
    both = (first[0], replace(second[0], article=replace(second[0].article, id="b0")))
    moments = timeline.order(both, (), families.group(both, indonesian), indonesian)
    assert [(m.date, len(m.evidence)) for m in moments] == [("2031-03-05", 2)]


def test_what_is_said_on_a_misprinted_day_stands_on_the_day_meant(order: Order) -> None:
    moments = order(
        "“Dermaga kayu itu kami buka lagi untuk nelayan,” kata Bupati Sari Anggraini, Senin (3/4/2031). "
        "Sari Anggraini mengatakan dua kapal besar akan bersandar di dermaga Warukali."
    )
    assert {m.date for m in moments} == {"2031-03-03"}


BURNED = "Satu gudang pupuk di Warukali terbakar pada Senin (3/3/2031)."


def test_what_happens_in_a_report_of_one_day_happens_on_that_day(order: Order) -> None:
    moments = order(f"{BURNED} Petugas menangkap dua penjaga gudang pupuk.")
    assert [(m.date, m.rule) for m in moments if "menangkap" in m.text] == [("2031-03-03", "only-day")]


def test_a_day_that_a_later_sentence_tells_holds_for_what_the_report_opens_with(order: Order) -> None:
    moments = order(
        "Petugas menangkap dua penjaga gudang di Warukali. Gudang itu milik koperasi. Isinya pupuk. "
        "Petugas menangkap keduanya di dermaga pada Senin (3/3/2031). Bupati membuka pasar ikan di Warukali."
    )
    assert [(m.date, m.rule) for m in moments if "dua penjaga" in m.text] == [("2031-03-03", "only-day")]
    assert "2031-03-03" not in days(moments, "pasar ikan")  # another kind of happening


@pytest.mark.parametrize("row", [r for r in CARRIERS if r["kind"] == "now"], ids=lambda row: row["words"])
def test_what_lasts_stands_on_the_day_of_the_report(order: Order, row: Mapping[str, str]) -> None:
    assert "2031-03-03" not in days(order(f"{BURNED} {row['example']}"), "menyelidiki")
    assert days(order(f"{BURNED} {row['counter']}"), "menyelidiki") == ["2031-03-03"]


@pytest.mark.parametrize(
    "text",
    [
        f"{BURNED} Dermaga kayu terbakar pada Selasa (4/3/2031). Petugas menangkap dua penjaga.",  # two days
        f"Hujan turun. Angin reda. Ombak tenang. {BURNED} Petugas menangkap dua penjaga.",  # it does not open with it
        "Satu gudang pupuk di Warukali terbakar pada Senin (3/2/2031). Petugas menangkap dua penjaga.",  # long ago
        "“Gudang itu terbakar kemarin,” kata Bupati Sari Wulandari. Petugas menangkap dua penjaga.",  # a speaker's day
    ],
)
def test_the_day_of_a_report_with_more_than_one_stays(order: Order, text: str) -> None:
    assert days(order(text), "menangkap") in ([DAY], [])


def test_when_it_happened_was_said_and_was_reported_are_three_things(order: Order) -> None:
    happened, said, reported = (
        next(m for m in order(text) if words in m.text)
        for text, words in (
            (SUNK, "tenggelam"),
            ("“Semua awak feri Kalimas selamat,” kata Bupati Sari Wulandari, Rabu (5/3/2031).", "selamat"),
            ("Dermaga nelayan Warukali di Pulau Karang sudah lapuk.", "lapuk"),
        )
    )
    assert (happened.happened, happened.said, happened.published) == ("2031-03-03", None, DAY)
    assert (said.happened, said.said, said.published) == (None, "2031-03-05", DAY)
    assert (reported.happened, reported.said, reported.published, reported.date) == (None, None, DAY, DAY)


def test_a_moment_counts_the_reports_and_families_that_tell_it(
    read: Callable[..., tuple[Reading, ...]], indonesian: Language
) -> None:
    readings = read(
        SUNK,
        f"{SUNK} Harga cabai di Pasar Lontar turun.",
        "Pada Senin (3/3/2031), feri Kalimas tenggelam di selat itu.",
    )
    family = (Family(id="f", articles=("a0", "a1"), why=""), Family(id="g", articles=("a2",), why=""))
    moments, told = timeline.tell(readings, (), family, indonesian)
    assert [(m.reports, m.independent) for m in moments if "tenggelam" in m.text] == [(3, 2)]
    assert [(d.date, d.reports, d.independent) for d in told] == [("2031-03-03", 3, 2)]


def test_the_days_that_most_independent_reports_tell_come_first(
    read: Callable[..., tuple[Reading, ...]], indonesian: Language
) -> None:
    fire = "Gudang pupuk Lontar terbakar pada Selasa (4/3/2031)."
    readings = read(f"{SUNK} {fire}", fire, "Papan dermaga nelayan itu sudah lapuk.")
    told = timeline.tell(readings, (), (), indonesian)[1]
    assert [(d.date, d.independent) for d in told] == [("2031-03-04", 2), ("2031-03-03", 1)]


def test_every_day_has_its_line_before_one_has_many(order: Order) -> None:
    busy = [
        f"Pompa nomor {n} di waduk {name} rusak pada Senin (3/3/2031)." for n, name in enumerate("ABCDEFGHIJKLMNOPQRS")
    ]
    moments = order(*busy, "Dermaga kayu nelayan ambruk pada Selasa (4/3/2031).")
    assert "2031-03-04" in [m.date for m in moments]


@pytest.mark.parametrize(
    "row", [r for r in CARRIERS if r["kind"] in ("pointing", "here")], ids=lambda row: row["words"]
)
def test_what_points_back_matters_less(
    read: Callable[..., tuple[Reading, ...]], indonesian: Language, row: Mapping[str, str]
) -> None:
    def weight(text: str) -> float:
        (line,) = lines.find_lines(read(text), (), (), indonesian)
        return line.weight

    assert weight(row["example"]) == pytest.approx(weight(row["counter"]) - lines.LEANING)


@pytest.mark.parametrize("who", ["ujarnya", "kata dia"])
def test_words_without_their_speaker_matter_less(
    read: Callable[..., tuple[Reading, ...]], indonesian: Language, who: str
) -> None:
    def weight(cue: str) -> float:
        opening = "Bupati Sari Wulandari mendatangi nelayan."
        found = lines.find_lines(read(f"{opening} “Dua dermaga kayu sudah roboh,” {cue}."), (), (), indonesian)
        return found[-1].weight

    assert weight(who) == pytest.approx(weight("kata Sari Wulandari") - lines.UNNAMED)


def test_a_person_who_speaks_on_one_day_elsewhere_spoke_on_it(
    read: Callable[..., tuple[Reading, ...]], indonesian: Language
) -> None:
    dated = "“Dua dermaga kayu sudah roboh,” kata Bupati Sari Wulandari, Rabu (5/3/2031)."
    undated = "Bupati Sari Wulandari mengatakan papan kayu di dermaga nelayan sudah lapuk."
    other = "“Perahu nelayan aman,” kata Bupati Sari Wulandari, Selasa (4/3/2031)."

    def told(*texts: str, day: str = DAY) -> list[tuple[str, str]]:
        readings = read(dated, *texts, day=day)
        found = lines.find_lines(readings, entities.join(readings, indonesian), (), indonesian)
        return [(line.day, line.rule) for line in found if line.reading and "lapuk" in texts[0]]

    assert told(undated) == [("2031-03-05", "speaker-said-elsewhere")]
    assert ("2031-03-05", "speaker-said-elsewhere") not in told(undated, other)
    assert told(undated, day="2031-03-09") == [("2031-03-09", "day-of-report")]


@pytest.mark.parametrize("row", [r for r in CARRIERS if r["kind"] == "moment"], ids=lambda row: row["words"])
def test_a_moment_of_the_present_points_to_no_line(
    read: Callable[..., tuple[Reading, ...]], indonesian: Language, row: Mapping[str, str]
) -> None:
    assert not lines.leans(row["example"], indonesian.derive(find_openings))
    assert lines.leans(row["counter"], indonesian.derive(find_openings))


def test_the_line_shown_is_short_of_one_day_and_like_the_others(order: Order) -> None:
    moments = order(
        "Feri Kalimas bermuatan garam tenggelam di Selat Warukali pada Senin (3/3/2031).",
        "Feri Kalimas bermuatan garam tenggelam di Selat Warukali pada Senin (3/3/2031) menurut nelayan.",
        "Syahbandar mencatat feri Kalimas bermuatan garam tenggelam di Selat Warukali pada Senin (3/3/2031), sedangkan "
        "dermaga kayu di Pulau Karang yang dibangun warga dengan iuran bertahun-tahun baru ambruk pada Selasa (4/3/2031) "
        "setelah diterjang ombak dan hujan angin yang datang dari arah laut lepas sejak sore.",
    )
    (shown,) = (m.text for m in moments if m.date == "2031-03-03")
    assert shown.startswith("Feri Kalimas bermuatan garam")


def test_the_day_of_what_happened_is_not_that_of_the_claim_about_it(order: Order) -> None:
    moments = order(
        "Pasukan penjaga menyerang gudang pupuk Lontar pada Senin (3/3/2031), dan Bupati Sari Wulandari mengklaim bahwa "
        "gudang itu sarang penyelundup."
    )
    assert [(m.date, m.kind, m.happened) for m in moments] == [("2031-03-03", "event", "2031-03-03")]


FIRE = "Kebakaran Pasar Ketapang menewaskan 16 pedagang pada Senin (3/3/2031)."


def bearing(moments: tuple[Moment, ...], words: str, texts: Sequence[str]) -> tuple[list[str], list[str]]:
    """The passages that tell what the line tells, and those beside it."""
    (moment,) = [m for m in moments if words in m.text]
    shown = [texts[int(p.article[1:])][p.start : p.end] for p in moment.evidence]
    return shown[: moment.telling], shown[moment.telling :]


def test_what_tells_a_line_is_kept_apart_from_what_tells_more_of_its_day(order: Order) -> None:
    texts = (
        FIRE,
        "Sebanyak 16 pedagang tewas dalam kebakaran Pasar Ketapang pada Senin (3/3/2031).",
        "Pembersihan puing kebakaran Pasar Ketapang berlangsung pada Senin (3/3/2031).",
        "Kebakaran Pasar Ketapang menewaskan 19 pedagang pada Senin (3/3/2031).",
    )
    told, _ = bearing(order(*texts), "menewaskan 16", texts)
    assert sorted(told) == sorted(texts[:2])
    assert texts[3] not in told
    moment = next(m for m in order(*texts) if "menewaskan 16" in m.text)
    assert moment.reports == 2
    assert "Pembersihan puing" not in " ".join(told)


def test_another_count_of_the_same_does_not_bear_a_line_out(order: Order) -> None:
    texts = (FIRE, "Kebakaran Pasar Ketapang menewaskan 19 pedagang pada Senin (3/3/2031).")
    for moment in order(*texts):
        assert moment.reports == 1
        assert len(moment.evidence[: moment.telling]) == 1


def test_the_name_of_who_speaks_does_not_bear_out_what_is_said(order: Order) -> None:
    office = "Kepala Badan Penanggulangan Bencana Daerah Kalimas Rudi Santana"
    texts = (
        f"{office} mengatakan gudang pupuk roboh diterjang angin pada Senin (3/3/2031).",
        f"{office} mengatakan bantuan selimut sudah datang pada Senin (3/3/2031).",
    )
    for moment in order(*texts):
        assert moment.reports == 1


def test_what_happened_stands_in_the_order_of_its_hours(order: Order) -> None:
    moments = order(
        "Polisi membubarkan massa di Lontar pada Senin (3/3/2031) pukul 19.00 WIB. Camat pulang naik perahu.",
        "Ribuan warga berdemonstrasi di kantor bupati Rengas pada Senin (3/3/2031) pukul 09.30 WIB. Camat pulang.",
    )
    told = [next(w for w in ("membubarkan", "berdemonstrasi", "pulang") if w in m.text) for m in moments]
    assert [w for w in told if w != "pulang"] == ["berdemonstrasi", "membubarkan"]


def test_no_day_opens_with_a_saying_where_several_tell_what_happened(order: Order) -> None:
    said = "Bupati Kalimas Tono Wirya mengatakan warga harus menjauh dari sungai, Senin (3/3/2031)."
    happened = "Jembatan Rengas di Kalimas runtuh diterjang banjir pada Senin (3/3/2031) dan menewaskan 12 orang."
    again = "Sebanyak 12 orang tewas ketika jembatan Rengas runtuh diterjang banjir, Senin (3/3/2031)."
    moments = order(
        f"{said} Camat pulang naik perahu.", f"{happened} Camat pulang.", f"{again} Warga memutar lewat Lontar."
    )
    of_day = [m for m in moments if m.date == "2031-03-03"]
    assert "runtuh" in of_day[0].text
    alone = order(f"{said} Camat pulang naik perahu.", f"{happened} Camat pulang.")
    assert "mengatakan" in next(m for m in alone if m.date == "2031-03-03").text


def test_what_is_denied_does_not_bear_out_the_denial(order: Order) -> None:
    denied = "Perusahaan Warta Kayu membantah membuat papan dermaga yang ambruk di Kalimas pada Senin (3/3/2031)."
    told = "Papan dermaga buatan perusahaan Warta Kayu ambruk di Kalimas pada Senin (3/3/2031)."
    assert [m.reports for m in order(denied, told) if "membantah" in m.text] == [1]
    assert [m.reports for m in order(denied, denied) if "membantah" in m.text] == [2]
